// Checks of offices and their holders against references. Each check takes the model and one reference and returns conflicts:
// {kind, severity: 'high' | 'low', key, file, line, message}; what a reference does not have is no conflict.
import { dayRange, daysApart, groupBy, holdsOn, isPerson, isoDay, span } from './verifyModel.mjs';
import { roleClass } from './verifyReferences.mjs';

const TOLERANCE = 7;
/** Two terms of one person that a reference splits (a new cabinet, an interim) count as one when the gap is at most so long. */
const JOIN_GAP = 45;
export const MAIN = new Set(['president', 'monarch', 'supreme-leader', 'government', 'foreign', 'defence']);
export const HEADS = new Set(['president', 'monarch', 'supreme-leader', 'government']);

const severityOf = (name) => (MAIN.has(name) ? 'high' : 'low');
const rangeText = ({ from, to }) => `${from ?? '?'}–${to ?? ''}`;

/** Offices by state and class: Map 'russia foreign' -> [office], and people by id and by QID. */
export function indexModel(model) {
  const offices = new Map();
  for (const office of model.offices) {
    const name = roleClass(office.role);
    if (!name || !office.of) continue;
    const key = `${office.of} ${name}`;
    offices.set(key, [...(offices.get(key) ?? []), office]);
  }
  const people = new Map(model.people.map((person) => [person.id, person]));
  const qids = new Map(model.people.filter(({ wikidata }) => wikidata).map((person) => [person.wikidata, person]));
  return { offices, people, qids, byClass: (state, name) => offices.get(`${state} ${name}`) ?? [] };
}

export const isReference = (person, { qid, person: name }) => (person?.wikidata && qid ? person.wikidata === qid : person !== undefined && isPerson(person, name, true));

/** Joins terms of a list of {start, end} (ISO) that follow each other closely. */
function joined(rows) {
  const sorted = rows.filter(({ start }) => start).sort((a, b) => (a.start < b.start ? -1 : 1));
  const out = [];
  for (const row of sorted) {
    const last = out.at(-1);
    const gap = last?.end ? dayRange(row.start).first - dayRange(last.end).last : Infinity;
    if (last && gap <= JOIN_GAP) out[out.length - 1] = { start: last.start, end: row.end, parts: [...last.parts, row] };
    else out.push({ start: row.start, end: row.end, parts: [row] });
  }
  return out;
}

/** Whether a term and a reference's spell share more than their edges; what does not meet is missing on one side, which is no conflict. */
function meets(holder, { start, end }) {
  const own = span(holder);
  const from = own.start?.first ?? -Infinity;
  const to = own.open ? Infinity : own.end?.last ?? Infinity;
  const theirs = dayRange(start);
  const until = end ? dayRange(end).last : Math.max(theirs.last, dayRange('2022-06-01').first);
  return theirs.first < to - JOIN_GAP && from < until - JOIN_GAP;
}

const near = (own, dates) => dates.some((date) => {
  const range = dayRange(date);
  return range && daysApart(own, range) <= TOLERANCE;
});

/** (a) Starts and ends that differ from Wikidata, and people whom Wikidata names where we say that the list of holders is whole. */
export function checkWikidata(model, { terms }, stateOf) {
  const index = indexModel(model);
  const conflicts = [];
  const groups = groupBy(terms.filter((term) => term.class), (term) => `${stateOf(term.place)} ${term.class}`);
  for (const [key, rows] of groups) {
    const offices = index.offices.get(key);
    if (!offices) continue;
    const name = rows[0].class;
    for (const office of offices) {
      for (const holder of office.holders ?? []) {
        const person = index.people.get(holder.person);
        const { start, end, open } = span(holder);
        const spells = joined(rows.filter((row) => isReference(person, row))).filter((spell) => meets(holder, spell));
        if (spells.length === 0 || holder.acting) continue;
        const theirs = spells.flatMap(({ parts }) => parts);
        const holderText = `${office.id}: ${holder.person} ${rangeText(holder)}`;
        const spellText = spells.map((spell) => `${spell.start}–${spell.end}`).join(', ');
        const ours = (office.holders ?? []).filter((other) => other.person === holder.person);
        const report = (what) => conflicts.push({
          kind: 'term', severity: severityOf(name), key: `term ${office.id} ${holder.person} ${holder.from ?? ''} ${what}`, file: holder.file, line: holder.line,
          message: `${what} differs: ${holderText}; Wikidata ${spellText}`,
        });
        // A start that only continues a term of the same person, or lies in a spell of the reference, is a matter of splitting.
        const follows = (day) => ours.some((other) => other !== holder && [span(other).end, span(other).start].some((at) => at && daysApart(at, day) <= JOIN_GAP));
        if (start && start.first > dayRange('2000-01-01').first && !near(start, theirs.map((row) => row.start)) && !follows(start)) {
          if (theirs.every((row) => dayRange(row.start)?.precise)) report('start');
        }
        const ends = theirs.map((row) => row.end).filter(Boolean);
        if (open) {
          const last = spells.at(-1);
          if (last?.end && start && dayRange(last.end).first > start.last && dayRange(last.end).precise) report('end');
        } else if (end && ends.length === theirs.length && ends.every((date) => dayRange(date)?.precise) && !near(end, ends) && !follows(end)) report('end');
      }
    }
  }
  return conflicts;
}

/** (a) Who held an office in the middle of each of Wikidata's terms: somebody else with us is a conflict. */
export function checkHolders(model, { terms }, stateOf, minimumDays = 60) {
  const index = indexModel(model);
  const conflicts = [];
  for (const term of terms) {
    if (!term.class || !dayRange(term.start)?.precise || !dayRange(term.end)?.precise) continue;
    const first = dayRange(term.start).first;
    const last = dayRange(term.end).first;
    if (last - first < minimumDays) continue;
    const middle = Math.round((first + last) / 2);
    for (const office of index.byClass(stateOf(term.place), term.class)) {
      const holders = (office.holders ?? []).filter((holder) => holdsOn(holder, middle, TOLERANCE));
      const complete = dayRange(office.completeFrom);
      const missing = holders.length === 0 && complete !== undefined && complete.last < middle && middle < dayRange(office.asOf).first;
      const other = holders.length > 0 && !holders.some((holder) => {
        const person = index.people.get(holder.person);
        return isReference(person, term) || (!person?.wikidata && isPerson(person, term.person));
      });
      if (!missing && !other) continue;
      conflicts.push({
        kind: missing ? 'gap' : 'holder', severity: severityOf(term.class), key: `${missing ? 'gap' : 'holder'} ${office.id} ${isoDay(middle)} ${term.person}`,
        file: holders[0]?.file ?? office.file, line: holders[0]?.line ?? office.line,
        message: `${office.id} on ${isoDay(middle)}: ${holders.map((holder) => `${holder.person} ${rangeText(holder)}`).join(', ') || 'nobody'}; Wikidata ${term.person} (${term.qid}) ${term.start}–${term.end}`,
      });
    }
  }
  return conflicts;
}

/** Days after which a reference's later 'since' means a new term of the same person. */
const REELECTED = 300;

/** The offices that a reference's head of state or government can be held against: a president answers for a prime minister only if so called. */
function headOffices(index, state, { class: kind, text, title = '' }) {
  const called = `${title} ${text}`;
  const ruler = /president|\bking\b|emir|sultan/i.test(called) && !/vice|prime/i.test(called);
  const rulerFirst = /^ ?((acting|interim|transition) )?(president|king|emir|sultan)/i.test(called);
  const classes = kind === 'state' ? ['monarch', 'president'] : [...(rulerFirst ? [] : ['government']), ...(ruler ? ['president', 'monarch'] : [])];
  if (kind === 'state' && /supreme leader/i.test(called)) classes.unshift('supreme-leader');
  return classes.map((name) => index.byClass(state, name)).find((offices) => offices.length > 0) ?? [];
}

/** (b) Present heads that differ from a reference as of a day. `countries` as from readFactbook or readWorldLeaders. */
export function checkHeads(model, countries, finder, { source, day, tolerance = TOLERANCE }) {
  const index = indexModel(model);
  const conflicts = [];
  const agreed = [];
  for (const country of countries) {
    const state = country.names.map((name) => finder.find(name)).find(Boolean);
    if (!state) continue;
    for (const head of country.heads) {
      const offices = headOffices(index, state, head);
      for (const office of offices.slice(0, 1)) {
        const at = dayRange(day).first;
        const then = office.holders.filter((holder) => holdsOn({ ...holder, asOf: day }, at));
        if (then.length === 0) continue;
        const same = then.find((holder) => isPerson(index.people.get(holder.person), head.text) || (head.qid && index.people.get(holder.person)?.wikidata === head.qid));
        const since = dayRange(head.since);
        const holder = same ?? then[0];
        const add = (kind, severity, what) => conflicts.push({
          kind, severity, key: `${kind} ${source} ${office.id} ${holder.person}`, file: holder.file, line: holder.line,
          message: `${office.id}: ${holder.person} ${rangeText(holder)} as of ${holder.asOf}; ${source} (${day}): ${head.text}${head.since ? ` since ${head.since}` : ''} (${what})`,
        });
        // An open term was only checked up to its as-of day; somebody since later than that day does not speak against it.
        if (!same) {
          const later = since && then.every((term) => span(term).open && since.first > dayRange(term.asOf).last);
          add(later ? 'stale' : 'head', later ? 'low' : 'high', 'another person');
        } else if (since && span(same).start) {
          const starts = office.holders.filter((term) => term.person === same.person).map((term) => dayRange(term.from)).filter(Boolean);
          const reelected = since.first - span(same).start.last > REELECTED;
          if (!reelected && !starts.some((start) => daysApart(start, since) <= tolerance)) add('head', 'high', 'start');
          else if (since.precise && span(same).start.precise && daysApart(span(same).start, since) <= 1 && span(same).open) agreed.push({ holder: same, source, day });
        }
      }
    }
  }
  return { conflicts, agreed };
}

/** (c) Who led each state in the middle of each year, against Archigos and REIGN; each pair of names once. */
export function checkLeaders(model, leaders, finder, years) {
  const index = indexModel(model);
  const conflicts = [];
  const seen = new Set();
  const ours = groupBy(model.offices.filter(({ role, of }) => of && (HEADS.has(roleClass(role)) || /^(leader|party-leader|junta-leader)$/.test(role))), ({ of }) => of);
  for (const year of years) {
    const day = dayRange(`${year}-07-01`).first;
    for (const { country, leader, start, end, source } of leaders) {
      const from = dayRange(start);
      const to = dayRange(end);
      if (!from || !to || from.last > day - 30 || to.first < day + 30) continue;
      let state = finder.find(country);
      if (state === 'russia' && year < 1992 && ours.has('soviet-union')) state = 'soviet-union';
      const offices = ours.get(state) ?? [];
      const holders = offices.flatMap((office) => (office.holders ?? []).filter((holder) => holdsOn(holder, day)).map((holder) => ({ holder, office })));
      if (holders.length === 0 || holders.some(({ holder }) => isPerson(index.people.get(holder.person), leader))) continue;
      // Who led may be the other of the two heads, whom we do not have for that year: only somebody who holds an office at another time counts,
      // or anybody where a president has no prime minister beside him.
      const known = offices.some((office) => (office.holders ?? []).some((item) => isPerson(index.people.get(item.person), leader)));
      const alone = !offices.some(({ role }) => roleClass(role) === 'government') && holders.every(({ office }) => roleClass(office.role) === 'president');
      const whole = ['government', 'president'].every((name) => holders.some(({ office }) => roleClass(office.role) === name));
      if (!known && !alone && !whole) continue;
      const sameOffice = offices.some((office) => holders.some((other) => other.office === office)
        && office.holders.some((item) => isPerson(index.people.get(item.person), leader)));
      if (known && !whole && !sameOffice) continue;
      const { holder } = holders[0];
      const key = `leader ${state} ${holder.person} ${leader}`;
      if (seen.has(key)) continue;
      seen.add(key);
      conflicts.push({
        kind: 'leader', severity: 'high', key, file: holder.file, line: holder.line,
        message: `${state} on ${year}-07-01: ${holders.map(({ holder: { person }, office: { role } }) => `${person} (${role})`).join(', ')}; ${source} ${leader} ${start}–${end}`,
      });
    }
  }
  return conflicts;
}

/** (d) Presidents and vice-presidents of the United States since 1900. */
export function checkExecutive(model, executive) {
  const index = indexModel(model);
  const conflicts = [];
  const rows = executive.filter(({ end }) => end > '1900').map((row) => ({ ...row, person: row.name }));
  for (const name of ['president', 'vice-president']) {
    const theirs = rows.filter((row) => row.class === name);
    for (const office of index.byClass('united-states', name)) {
      for (const holder of office.holders ?? []) {
        const person = index.people.get(holder.person);
        const same = theirs.filter((row) => isPerson(person, row.name) && daysApart(dayRange(row.start), span(holder).start ?? dayRange(row.start)) < 5000);
        const { start, end } = span(holder);
        const report = (what) => conflicts.push({
          kind: 'executive', severity: 'high', key: `executive ${holder.person} ${holder.from} ${what}`, file: holder.file, line: holder.line,
          message: `${office.id}: ${holder.person} ${rangeText(holder)}: ${what}; Congress ${same.map((row) => `${row.start}–${row.end}`).join(', ') || 'has no such person'}`,
        });
        if (!start || start.last < dayRange('1900').first) continue;
        if (same.length === 0) report('person');
        else if (!same.some((row) => daysApart(dayRange(row.start), start) <= 1)) report('start');
        else if (end && !same.some((row) => daysApart(dayRange(row.end), end) <= 1)) report('end');
      }
    }
  }
  return conflicts;
}

/** (h) Two holders of a single office for more than a day, and holders outside their lifetime. */
export function checkPlausible(model) {
  const index = indexModel(model);
  const conflicts = [];
  for (const office of model.offices) {
    const holders = office.holders ?? [];
    holders.forEach((holder, at) => {
      const person = index.people.get(holder.person);
      const { start, end, open } = span(holder);
      const born = dayRange(person?.born);
      const died = dayRange(person?.died);
      const severity = severityOf(roleClass(office.role));
      const report = (what, key) => conflicts.push({ kind: 'plausible', severity, key: `plausible ${office.id} ${holder.person} ${key}`, file: holder.file, line: holder.line, message: `${office.id}: ${holder.person} ${rangeText(holder)} ${what}` });
      const youngest = roleClass(office.role) === 'monarch' ? 0 : 18 * 365;
      if (start && born && start.first - born.last < youngest) report(`born ${person.born}`, 'born');
      const last = open ? dayRange(holder.asOf) : end;
      if (died && last && last.first > died.last + 1) report(`died ${person.died}`, 'died');
      if (office.single === false) return;
      for (const other of holders.slice(at + 1)) {
        const theirs = span(other);
        const until = open ? dayRange(holder.asOf) : end;
        const theirUntil = theirs.open ? dayRange(other.asOf) : theirs.end;
        if (!start || !until || !theirs.start || !theirUntil || other.acting !== holder.acting) continue;
        if (Math.min(until.first, theirUntil.first) - Math.max(start.last, theirs.start.last) > 1) report(`while ${other.person} ${rangeText(other)}`, `and ${other.person}`);
      }
    });
  }
  return conflicts;
}

/** Terms that agree within a day with Wikidata at both ends: their `source` may say so. */
export function agreeing(model, { terms }, stateOf) {
  const index = indexModel(model);
  const groups = groupBy(terms.filter((term) => term.class), (term) => `${stateOf(term.place)} ${term.class}`);
  const agrees = (own, date) => own?.precise && dayRange(date)?.precise && daysApart(own, dayRange(date)) <= 1;
  return [...groups].flatMap(([key, rows]) => (index.offices.get(key) ?? []).flatMap((office) => (office.holders ?? []).filter((holder) => {
    const { start, end } = span(holder);
    return rows.some((row) => isReference(index.people.get(holder.person), row) && agrees(start, row.start) && agrees(end, row.end));
  })));
}
