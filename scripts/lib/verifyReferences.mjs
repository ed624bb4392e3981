// Reads the reference collections (Wikidata snapshots, World Factbook, Archigos, REIGN, US Congress) into plain records.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { fold } from './verifyModel.mjs';

/** Parses CSV with quotes: rows as objects by the header's names. */
export function parseCsv(text) {
  const rows = [];
  let row = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (quoted) {
      if (char === '"' && text[i + 1] === '"') { field += '"'; i++; } else if (char === '"') quoted = false;
      else field += char;
    } else if (char === '"') quoted = true;
    else if (char === ',' || char === '\n') {
      row.push(field.replace(/\r$/, ''));
      field = '';
      if (char === '\n') { rows.push(row); row = []; }
    } else field += char;
  }
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  const [header = [], ...rest] = rows;
  return rest.filter((cells) => cells.length > 1).map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
}

const csv = (path) => (existsSync(path) ? parseCsv(readFileSync(path, 'utf8')) : []);
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const folders = (path) => (existsSync(path) ? readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name) : []);

const ROLE_PATTERNS = [
  ['supreme-leader', /^supreme leader$/],
  ['president', /^president$|^federal president$|^president of the republic$|^state president$/],
  ['monarch', /^(king|queen|emperor|sultan|emir|monarch|grand duke)$|^yang di ?pertuan agong/],
  ['government', /^(prime minister|premier|taoiseach|chancellor|federal chancellor|chair(man|person)? of the council of ministers|president of the council of ministers|prime minister of (bosnia|montenegro|serbia))$|^chairman of the cabinet of ministers/],
  ['foreign', /^(federal )?minister (of|for) (the )?(foreign|external)( and european)? (affairs|relations)( and (trade|cooperation|worship|international (cooperation|development cooperation|trade)|european integration|expatriates|emigrants))?$|^secretary (of|for) foreign affairs$|^secretary of state for foreign(, commonwealth and development| and commonwealth) affairs$|^minister (of|for) europe and foreign affairs$|^minister of foreign affairs, |^foreign minister$|^secretary of state$/],
  ['defence', /^(federal )?minister (of|for) (the )?(national )?(defen[cs]e|armed forces|revolutionary armed forces)( and (veterans affairs|military veterans|armed forces logistics))?$|^secretary (of|for) (national )?defen[cs]e$|^secretary of state for defence$|^defen[cs]e (minister|secretary)$/],
  ['vice-president', /^vice president$/],
  ['interior', /^(federal )?minister (of|for) (the )?(interior|internal affairs|home affairs)( and .{3,30})?$|^secretary of state for the home department$|^home secretary$/],
  ['finance', /^(federal )?minister (of|for) (the )?(finance|finances)$|^chancellor of the exchequer$|^secretary of the treasury$|^treasury secretary$/],
];

/** The class of office that a position's English name means ('foreign', 'government', …), or undefined. */
export function officeClass(position) {
  const text = position.toLowerCase().replace(/\s+/g, ' ').trim();
  return ROLE_PATTERNS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** Which class a role of roles.yaml belongs to, or undefined. */
export function roleClass(role) {
  const classes = {
    president: 'president', monarch: 'monarch', 'supreme-leader': 'supreme-leader', 'prime-minister': 'government', chancellor: 'government',
    taoiseach: 'government', 'foreign-minister': 'foreign', 'foreign-secretary': 'foreign', 'secretary-of-state': 'foreign',
    'defence-minister': 'defence', 'defence-secretary': 'defence', 'vice-president': 'vice-president', 'interior-minister': 'interior',
    'home-secretary': 'interior', 'finance-minister': 'finance', 'treasury-secretary': 'finance', 'chancellor-of-the-exchequer': 'finance',
  };
  return classes[role];
}

/** Wikidata: {terms: [{place, position, class, person, qid, start, end}], people: Map QID -> {name, dob, dod, gender}}. */
export function readWikidata(folder) {
  const base = join(folder, 'every-politician');
  const terms = [];
  const people = new Map();
  for (const place of folders(base)) {
    for (const row of csv(join(base, place, 'holders21.csv'))) {
      terms.push({ place, position: row.position, class: officeClass(row.position ?? ''), person: row.person, qid: row.personID, start: row.start, end: row.end });
    }
    for (const row of csv(join(base, place, 'bio.csv'))) {
      people.set(row.id, { name: row.name, article: row.enwiki, dob: row.dob, dod: row.dod, gender: row.gender });
    }
  }
  return { terms, people };
}

const ENTITIES = { amp: '&', rsquo: '’', lsquo: '‘', nbsp: ' ', szlig: 'ß' };
const plainText = (html) => String(html ?? '').replace(/<[^>]{1,40}>/g, ' ')
  .replace(/&([a-zA-Z]{2,8});/g, (_, name) => ENTITIES[name] ?? name[0]).replace(/\s+/g, ' ').trim();
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** '(since 14 May 2017)' -> '2017-05-14'; '(since May 2017)' -> '2017-05'; '(since 1997)' -> '1997'; else undefined. */
export function sinceDate(text) {
  const match = /\((?:since )?(?:(\d{1,2}) )?(?:([A-Z][a-z]{2,8})\.? )?(\d{4})\)/.exec(text);
  if (!match) return undefined;
  const month = match[2] ? MONTHS.indexOf(match[2].slice(0, 3).toLowerCase()) + 1 : 0;
  if (month === 0) return match[3];
  return [match[3], String(month).padStart(2, '0'), ...(match[1] ? [match[1].padStart(2, '0')] : [])].join('-');
}

/** World Factbook: [{names, code, heads: [{class: 'state' | 'government', text, since}], capital, organisations: [text]}]. */
export function readFactbook(folder) {
  const base = join(folder, 'factbook');
  const found = [];
  for (const region of folders(base)) {
    for (const file of readdirSync(join(base, region)).filter((name) => /^[a-z]{2}\.json$/.test(name))) {
      const government = json(join(base, region, file)).Government;
      if (!government) continue;
      const country = government['Country name'] ?? {};
      const names = [country['conventional short form'], country['conventional long form']].map((item) => plainText(item?.text)).filter((text) => text && text !== 'none');
      const executive = government['Executive branch'] ?? {};
      const heads = [['state', 'chief of state'], ['government', 'head of government']].flatMap(([kind, key]) => {
        const text = plainText(executive[key]?.text);
        const head = text.split(/;|, represented| represented by/)[0];
        return head === '' ? [] : [{ class: kind, text: head, since: sinceDate(head) }];
      });
      const organisations = plainText(government['International organization participation']?.text).split(/, (?![^(]*\))/);
      found.push({ code: file.slice(0, 2), names, heads, capital: plainText(government.Capital?.name?.text), organisations });
    }
  }
  return found;
}

/** World leaders: [{names, heads: [{class, text, since, qid}]}]. */
export function readWorldLeaders(folder) {
  const base = join(folder, 'world-leaders-current');
  if (!existsSync(base)) return [];
  return readdirSync(base).filter((name) => name.endsWith('.json')).map((name) => {
    const { country = {}, positions = {} } = json(join(base, name));
    const heads = Object.entries(positions).flatMap(([key, { current_holder: holder, title_en: title } = {}]) => (holder?.name_en
      ? [{ class: key.includes('state') && !key.includes('government') ? 'state' : 'government', title, text: holder.name_en, since: holder.since ?? undefined, qid: holder.wikidata_id }]
      : []));
    return { names: [country.name_en, name.slice(0, -5).replaceAll('_', ' ')].filter(Boolean), heads };
  });
}

/** Leaders by date: [{country, leader, start, end, source}] from Archigos (to 2015) and REIGN (to 2021; ends by the month). */
export function readLeaders(folder) {
  const names = new Map(csv(join(folder, 'igo', 'states2016.csv')).map(({ ccode, statenme }) => [ccode, statenme]));
  // Codes of Gleditsch & Ward that differ from the Correlates of War's.
  for (const [code, name] of [['260', 'Germany'], ['678', 'Yemen'], ['340', 'Serbia'], ['255', 'Germany'], ['679', 'Yemen']]) names.set(code, name);
  const archigos = csv(join(folder, 'archigos', 'archigos.csv'))
    .map((row) => ({ country: names.get(row.gwcode), leader: row.leader, start: row.startdate, end: row.enddate, source: 'Archigos' }));
  const two = (text) => text.padStart(2, '0');
  const reign = csv(join(folder, 'reign', 'leaderlist_3_21.csv')).map((row) => ({
    country: names.get(row.ccode), leader: row.leader, source: 'REIGN',
    start: `${row.syear}-${two(row.smonth)}-${two(row.sdate)}`, end: row.eyear ? `${row.eyear}-${two(row.emonth)}` : '',
  }));
  return [...archigos, ...reign].filter(({ country }) => country);
}

/** US presidents and vice-presidents: [{name, class, start, end}], successive terms of one person joined. */
export function readExecutive(folder) {
  const path = join(folder, 'congress', 'executive.yaml');
  if (!existsSync(path)) return [];
  return parse(readFileSync(path, 'utf8')).flatMap(({ name, bio, terms }) => {
    const full = `${name.first} ${name.last}`;
    return terms.map(({ type, start, end }) => ({ name: full, born: bio?.birthday, class: type === 'prez' ? 'president' : 'vice-president', start, end }));
  });
}

/** Finds our state for a country's name as references write it: {find(name) -> id | undefined}. */
export function stateFinder(states) {
  const aliases = {
    'us': 'united-states', 'usa': 'united-states', 'united states of america': 'united-states', 'uk': 'united-kingdom', 'uae': 'united-arab-emirates',
    'burma': 'myanmar', 'congo kinshasa': 'dr-congo', 'congo brazzaville': 'congo-republic', 'congo': 'congo-republic', 'democratic republic of the congo': 'dr-congo',
    'swiss federal council': 'switzerland', 'saudi': 'saudi-arabia', 'cote divoire': 'ivory-coast', 'russia soviet union': 'russia', 'turkey ottoman empire': 'turkey',
    'macedonia': 'north-macedonia', 'south korea': 'south-korea', 'korea south': 'south-korea', 'korea north': 'north-korea', 'czech': 'czech-republic', 'czechia': 'czech-republic',
    'bosnia': 'bosnia', 'bosnia herzegovina': 'bosnia', 'bosnia and herzegovina': 'bosnia', 'turkiye': 'turkey', 'turkey turkiye': 'turkey', 'gambia the': 'gambia',
    'german federal republic': 'germany', 'german democratic republic': 'east-germany', 'east timor': 'east-timor', 'timor leste': 'east-timor', 'holy see': 'vatican', 'vietnam': 'vietnam',
    'yugoslavia': 'yugoslavia',
  };
  const byName = new Map();
  for (const state of states) {
    for (const name of [state.id.replaceAll('-', ' '), state.name, ...(state.names ?? []).map(({ text }) => text)]) {
      if (!byName.has(fold(name))) byName.set(fold(name), state.id);
    }
  }
  const known = new Set(states.map(({ id }) => id));
  return {
    find(name) {
      const key = fold(name);
      if (known.has(aliases[key])) return aliases[key];
      return byName.get(key) ?? byName.get(key.replace(/ (cabinet|ministers)$/, '')) ?? (/ (cabinet|ministers)$/.test(key) ? this.find(key.replace(/ (cabinet|ministers)$/, '')) : undefined);
    },
  };
}
