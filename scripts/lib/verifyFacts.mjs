// Checks of people, capitals and memberships against references; conflicts as in verifyTerms.mjs.
import { dayRange, daysApart, fold, isPerson, span } from './verifyModel.mjs';

/** (e, f) QIDs that belong to somebody else, and dates of birth or death, or a sex, that differ. */
export function checkPeople(model, { people, terms }) {
  const conflicts = [];
  const names = new Map();
  for (const { qid, person } of terms) names.set(qid, (names.get(qid) ?? new Set()).add(person));
  const seen = new Map();
  for (const person of model.people) {
    const qid = person.wikidata;
    if (!qid) continue;
    const report = (kind, severity, message) => conflicts.push({ kind, severity, key: `${kind} ${person.id}`, file: person.file, line: person.line, message: `${person.id}: ${message}` });
    if (seen.has(qid)) report('qid', 'high', `${qid} is also ${seen.get(qid)}`);
    seen.set(qid, person.id);
    const bio = people.get(qid);
    const theirs = [...(names.get(qid) ?? []), bio?.name, bio?.article].filter(Boolean);
    if (theirs.length > 0 && !theirs.some((name) => isPerson(person, name))) report('qid', 'high', `${qid} is ${theirs.join(' / ')}`);
    if (!bio) continue;
    for (const [field, theirsOn] of [['born', bio.dob], ['died', bio.dod]]) {
      const own = dayRange(person[field]);
      const other = dayRange(theirsOn);
      if (own && other && daysApart(own, other) > 1) report(field, 'low', `${field} ${person[field]}; Wikidata ${theirsOn}`);
    }
    if (person.sex && bio.gender && !bio.gender.includes(person.sex)) report('sex', 'high', `${person.sex}; Wikidata ${bio.gender}`);
  }
  return conflicts;
}

/** (g) Present capitals. */
export function checkCapitals(model, countries, finder) {
  const places = new Map(model.places.map((place) => [place.id, place]));
  const states = new Map(model.states.map((state) => [state.id, state]));
  return countries.flatMap(({ names, capital }) => {
    const state = states.get(names.map((name) => finder.find(name)).find(Boolean));
    const open = (state?.capitals ?? []).filter((item) => span(item).open);
    if (!capital || open.length === 0) return [];
    const ours = open.flatMap(({ place }) => [place, places.get(place)?.name, ...(places.get(place)?.names ?? []).map(({ text }) => text)]).filter(Boolean);
    // 'Djibouti' is our 'Djibouti City'; 'Washington, DC' our 'Washington'.
    const theirs = fold(capital);
    if (ours.some((name) => theirs.includes(fold(name)) || fold(name) === `${theirs} city`)) return [];
    return [{ kind: 'capital', severity: 'high', key: `capital ${state.id}`, file: state.file, line: open[0].line, message: `${state.id}: ${open.map(({ place }) => place).join(', ')}; Factbook ${capital}` }];
  });
}

/**
 * Acronyms of the Factbook that are not ours, or stand for something else with us (its ICC is a chamber of commerce), or that it has for some
 * members only.
 */
const BODIES = {
  C: 'commonwealth', LAS: 'arab-league', AU: 'african-union', UN: 'un', EU: 'eu', OIC: 'oic', ICCt: 'icc', ICC: undefined, UNSC: undefined, 'UN Security Council': undefined,
};

/** Finds our organisation for an acronym of the Factbook: by id, else by a name or acronym that one organisation with members has alone. */
export function bodyFinder(model) {
  const byId = new Map(model.organisations.map((organisation) => [organisation.id, organisation]));
  const byName = new Map();
  for (const organisation of model.organisations.filter(({ members, exists }) => members && exists?.to === undefined)) {
    const names = new Set([organisation.name, ...(organisation.names ?? []).filter(({ kind }) => kind === 'acronym').map(({ text }) => text)]);
    for (const name of names) byName.set(name, byName.has(name) ? undefined : organisation);
  }
  return (acronym) => (Object.hasOwn(BODIES, acronym) ? byId.get(BODIES[acronym]) : byName.get(acronym));
}

/** What the Factbook adds to an organisation's name for those who are no full members; anything else ("Chinese Taipei") is a remark. */
const LESS = / \(.*(?:observer|partner|dialogue|associate|candidate|guest|suspended|signatory|correspondent|cooperating|applicant|NGOs|committees|engagement|excluded|participating)/;

/** (g) Present members of all organisations that the reference has too; observers and candidates count as there. */
export function checkMembers(model, countries, finder) {
  const conflicts = [];
  const find = bodyFinder(model);
  const acronyms = new Set(countries.flatMap(({ organisations }) => organisations.map((entry) => entry.replace(/ \(.*$/, ''))));
  for (const acronym of acronyms) {
    const body = find(acronym);
    if (!body?.members) continue;
    const open = body.members.filter((item) => span(item).open);
    const members = new Set(open.filter(({ status }) => (status ?? 'member') === 'member').flatMap(({ states }) => states));
    const mentioned = new Set(open.flatMap(({ states }) => states));
    const left = new Set(body.members.filter((item) => !span(item).open).flatMap(({ states }) => states));
    const seen = new Set();
    for (const { names, organisations } of countries) {
      const state = names.map((name) => finder.find(name)).find(Boolean);
      if (!state || seen.has(state)) continue;
      const entry = organisations.find((text) => text === acronym || text.startsWith(`${acronym} (`));
      const full = entry !== undefined && !LESS.test(entry);
      seen.add(state);
      const report = (what) => conflicts.push({ kind: 'member', severity: 'high', key: `member ${body.id} ${state}`, file: body.file, line: body.line, message: `${body.id}: ${state} ${what}; Factbook ${entry ?? 'no member'}` });
      if (full && !members.has(state)) {
        if (mentioned.has(state)) report('no full member');
        else if (left.has(state)) report('left');
        else if (dayRange(body.membersCompleteFrom)) report('missing from a list that is said to be whole');
      } else if (!full && members.has(state)) report('a member');
    }
  }
  return conflicts;
}
