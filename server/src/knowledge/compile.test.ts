import { describe, expect, it } from 'vitest';
import { compileKnowledge } from './compile';
import { decode, loadKnowledge } from './load';
import { formatProblem } from './problem';

const ROLES = 'asOf: 2026-02-01\nroles:\n  - {id: president, name: president, titles: [president]}\n';

/** Problems of one file beside a sound file of roles, as `line:column: severity: message`. */
function problemsOf(text: string): readonly string[] {
  const { problems } = compileKnowledge([{ path: 'roles.yaml', text: ROLES }, { path: 'x.yaml', text }]);
  return problems.map((problem) => formatProblem(problem).replace(/^x\.yaml:/, ''));
}

/** The text without its `$0` marks, and where they stand, as `line:column`. */
function unmark(marked: string): { readonly text: string; readonly places: readonly string[] } {
  const parts = marked.split('$0');
  const places = parts.slice(1).map((_, index) => {
    const before = parts.slice(0, index + 1).join('').split('\n');
    return `${before.length}:${before[before.length - 1]!.length + 1}`;
  });
  return { text: parts.join(''), places };
}

/** A file that begins with its as-of day on line 1. */
const file = (...lines: readonly string[]) => ['asOf: 2026-02-01', ...lines].join('\n');
const PEOPLE = [
  'people:',
  "  - {id: ada, name: Ada Vale, born: 1950-01-01, died: 2001-05-01}",
  '  - {id: bo, name: Bo Stone}',
  'states: [{id: norland, name: Norland}]',
];
const office = (...holders: readonly string[]) => file(
  ...PEOPLE, 'offices:', '  - id: norland.president', '    role: president', '    of: norland', '    holders:', ...holders.map((line) => `      - ${line}`),
);

// `$0` marks where each problem is to be reported. An expected message that stops early leaves the rest open.
describe('problems have their place', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['YAML syntax', file('states:', '  - {id: x, name: "X}$0$0'), ['error: YAML: Missing closing "quote', 'error: YAML: Flow map in block collection must be sufficiently indented and end with a }']],
    ['a key twice', file('states:', '  - id: x', '    name: X', '    $0name: Y'), ['error: YAML: Map keys must be unique']],
    ['an alias', file('states:', '  - &a {id: x, name: X}', '  - $0$0*a'), ['error: aliases (*name) are not allowed here; write the value out', 'error: expected a state, found nothing']],
    ['no map', '$0- 1', ['error: expected a file with asOf and lists of states, places, people, offices, organisations or events']],
    ['an empty file', '$0', ['error: expected a file with asOf']],
    ['no as-of day', '$0states: []', ['error: a file needs "asOf"']],
    ['a vague as-of day', "asOf: $0'2026'", ['error: "2026" is no day (A full date: 2026-02-01.)']],
    ['an unknown list', file('$0staates: []'), ['error: a file has no "staates"; did you mean "states"?']],
    ['a list that is none', file('states: $0{id: x}'), ['error: expected a list (of: state), found a map']],
    ['an unknown key', file('states:', '  - id: x', '    name: X', '    $0adjectivs: [Xish]'), ['error: a state has no "adjectivs"; did you mean "adjectives"?']],
    ['a missing key', file('places:', '  - $0id: x', '    name: X'), ['error: a place needs "type"']],
    ['a wrong choice', file('places:', '  - {id: x, name: X, type: $0citty}'), ['error: "citty" is no type of place; expected city, region, building, water, island, mountain, continent, area, site; did you mean "city"?']],
    ['a bad id', file('states:', '  - {id: $0North Land, name: X}'), ['error: "North Land" is no id (Lower case, digits and hyphens; a dot between a body and its office: "russia.defence-minister".)']],
    ['a number for a date', file('people:', '  - {id: x, name: X, born: $01960}'), ["error: expected a date, found number 1960; put it in quotes: '1960'"]],
    ['an impossible date', file('people:', '  - {id: x, name: X, born: $01961-02-29}'), ['error: "1961-02-29" is no date that the calendar has']],
    ['no date', file('people:', '  - {id: x, name: X, born: $0around 1960}'), ['error: "around 1960" is no date (EDTF: 2014-03-18']],
    ['an item twice', file('states:', '  - {id: x, name: X, demonyms: [Xian, $0Xian]}'), ['error: "Xian" stands twice in the list']],
    ['an empty list', file('organisations:', '  - {id: x, name: X, type: bloc, members: [{states: $0[]}]}'), ['error: expected at least 1 item']],
    ['an empty text', file('states:', '  - {id: x, name: $0""}'), ['error: expected a text, found nothing']],
    ['a flag that is none', office('{person: bo, from: 2001-01-01, acting: $0"yes"}'), ['error: expected true or false, found "yes"']],
    ['an id twice', file('states:', '  - {id: x, name: X}', 'places:', '  - {id: $0x, name: Y, type: city}'), ['error: "x" is already a state in x.yaml:3']],
    ['a role twice', file('roles:', '  - {id: $0president, name: president, titles: [president]}'), ['error: role "president" is defined twice']],
    ['an unknown role', office().replace('role: president', 'role: $0presidnt').replace('    holders:', ''), ['error: no role has the id "presidnt"; did you mean "president"?']],
    ['an unknown person', office('{person: $0boo, from: 2001-01-01}'), ['error: no person has the id "boo"; did you mean "bo"?']],
    ['a person that is a state', office('{person: $0norland, from: 2001-01-01}'), ['error: "norland" is a state; expected a person']],
    ['a capital that is no place', file('states:', '  - {id: x, name: X, capitals: [{place: $0x}]}'), ['error: "x" is a state; expected a place']],
    ['a place in no state', file('places:', '  - {id: x, name: X, type: city, in: [$0nowhere]}'), ['error: no state has the id "nowhere"']],
    ['a metonym of nothing', file('places:', '  - {id: x, name: X, type: building, metonymOf: $0y}'), ['error: no state or organisation has the id "y"']],
    ['members that are none', file('states: [{id: norland, name: N}]', 'organisations:', '  - {id: x, name: X, type: bloc, members: [{states: [$0norlnd]}]}'), ['error: no state or organisation has the id "norlnd"; did you mean "norland"?']],
    ['a phrase of nobody', file('events:', "  - {id: x, name: X, type: war, start: '1990', phrases: [$0'{norland} war']}"), ['error: no state or organisation or person or place or event or office has the id "norland"']],
    ['a phrase with an open choice', file('events:', "  - {id: x, name: X, type: war, start: '1990', phrases: [$0'(great war']}"), ['error: "(" is not closed in the phrase']],
    ['an end before the start', office('{person: bo, from: 2005-01-01, to: $02004-12-31}'), ['error: ends on 2004-12-31, before it begins on 2005-01-01']],
    ['an event that ends before it starts', file('events:', '  - {id: x, name: X, type: war, start: 1990-08-02, end: $01990-08-01}'), ['error: "end" (1990-08-01) is before "start" (1990-08-02)']],
    ['an event that ended and goes on', file('events:', '  - {id: x, name: X, type: war, start: 1990-08-02, end: 1990-08-03, ongoing: $0true}'), ['error: an event with an "end" is not ongoing']],
    ['a death before birth', file('people:', '  - {id: x, name: X, born: 1990-01-01, died: $01980-01-01}'), ['error: "died" (1980-01-01) is before "born" (1990-01-01)']],
    ['a name that ends before it begins', file('states:', "  - {id: x, name: X, names: [{text: Y, kind: former, from: '1990', to: $0'1980'}]}"), ['error: ends on 1980, before it begins on 1990']],
    ['two holders at once', office('{person: bo, from: 1990-01-01, to: 1996-06-01}', '{person: ada, from: $01995-05-30, to: 1999-01-01}'), ['error: "ada" holds norland.president from 1995-05-30, but "bo" is listed from 1990-01-01 until 1996-06-01']],
    ['two rivals for a few days', office('{person: bo, from: 1990-01-01, to: 1995-06-01}', '{person: ada, from: $01995-05-30, to: 1999-01-01}'), ['warning: "ada" holds norland.president from 1995-05-30, but "bo" is listed from 1990-01-01 until 1995-06-01']],
    ['a holder twice at once', office('{person: bo, from: 1990-01-01, to: 1995-06-01}', '{person: bo, from: $01995-05-30, to: 1999-01-01}'), ['error: "bo" holds norland.president from 1995-05-30, but "bo" is listed from 1990-01-01 until 1995-06-01']],
    ['a holder without an end before another', office('{person: bo, from: 1990-01-01}', '{person: ada, from: $01995-05-30, to: 1999-01-01}'), ['error: "ada" holds norland.president from 1995-05-30, but "bo" is listed from 1990-01-01 with no end']],
    ['a holder before birth', office('{person: ada, from: $01940-01-01, to: 1955-01-01}'), ['error: "ada" was born on 1950-01-01, after the term begins']],
    ['a term that ended before birth', office('{person: ada, from: 1940-01-01, to: $01945-01-01}'), ['error: "ada" was born on 1950-01-01, after this term']],
    ['a holder after death', office('{person: ada, from: $02002-01-01, to: 2003-01-01}'), ['error: "ada" died on 2001-05-01, before the term begins']],
    ['a dead holder without an end', office('$0{person: ada, from: 2000-01-01}'), ['error: "ada" died on 2001-05-01, before the term ends (it has no "to")']],
    ['holders out of order', office('{person: ada, from: 1990-01-01, to: 1991-01-01}', '{person: bo, from: $01980-01-01, to: 1981-01-01}'), ['warning: holders stand oldest first; this one begins before the one above']],
    ['a start after the as-of day', office('{person: bo, from: $02026-05-01}'), ['warning: begins after the as-of day; nothing is claimed for then']],
    ['a member twice', file('states: [{id: norland, name: N}]', 'organisations:', '  - id: x', '    name: X', '    type: bloc', '    members:', '      - {states: [norland], from: 1990-01-01}', '      - {states: [$0norland], from: 2000-01-01}'), ['error: "norland" is already listed as member for the same time']],
    ['a member before the founding', file('states: [{id: norland, name: N}]', 'organisations:', '  - {id: x, name: X, type: bloc, exists: {from: 1990-01-01}, members: [{states: [norland], from: $01980-01-01}]}'), ['warning: membership begins on 1980-01-01, before the organisation (1990-01-01)']],
    ['a Wikidata id twice', file('people:', '  - {id: x, name: Xa Xo, wikidata: Q1}', '  - {id: y, name: Xa Yo, wikidata: $0Q1}'), ['error: "x" has the same Wikidata id (x.yaml:3)']],
    ['a person twice', file('people:', '  - {id: x, name: Rene Vale}', '  - {id: y, name: $0René Vale}'), ['warning: "x" has the same name (x.yaml:3)']],
    ['a name of somebody else', file('people:', '  - {id: x, name: Ada Vale, names: [{text: $0Bo Ström, kind: variant}]}', '  - {id: y, name: Bo Strom}'), ['warning: "Bo Ström" is the name of "y" (x.yaml:4)']],
    ['a family name from elsewhere', file('people:', '  - {id: x, name: Ada Vale, family: $0Val}'), ['warning: "Val" is no part of a name of "Ada Vale"']],
    ['CRLF', file('states:', '  - id: x', '    name: X', '    $0adjectivs: [Xish]').replaceAll('\n', '\r\n'), ['error: a state has no "adjectivs"; did you mean "adjectives"?']],
  ];

  it.each(cases)('%s', (_, marked, messages) => {
    const { text, places } = unmark(marked);
    const expected = messages.map((message, index) => `${places[index]}: ${message}`);
    const found = problemsOf(text);
    expect(found.map((line, index) => (expected[index] && line.startsWith(expected[index]) ? expected[index] : line))).toEqual(expected);
  });
});

describe('what is no problem', () => {
  it.each([
    ['a handover on one day', office('{person: bo, from: 1990-01-01, to: 1995-05-30}', '{person: ada, from: 1995-05-30, to: 1999-01-01}')],
    ['an acting holder beside the holder', office('{person: bo, from: 1990-01-01, to: 1995-05-30}', '{person: ada, from: 1994-01-01, to: 1994-03-01, acting: true}')],
    ['dates too vague to clash', office("{person: bo, from: '1990', to: '1995'}", "{person: ada, from: '1995', to: '1999'}")],
    ['an unknown end', office('{person: bo, from: 1990-01-01, to: unknown}', '{person: ada, from: 1995-01-01, to: 1999-01-01}')],
    ['a return to office', office('{person: bo, from: 1990-01-01, to: 1992-01-01}', '{person: ada, from: 1992-01-01, to: 1994-01-01}', '{person: bo, from: 1994-01-01}')],
    ['death in office', office('{person: ada, from: 1992-01-01, to: 2001-05-01}')],
    ['several holders where several may be', office('{person: bo, from: 1990-01-01}', '{person: ada, from: 1992-01-01, to: 1994-01-01}').replace('    holders:', '    single: false\n    holders:')],
    ['memberships that meet on one day, the later first', file('states: [{id: norland, name: N}]', 'organisations:', '  - {id: x, name: X, type: bloc, members: [{states: [norland], from: 1995-01-01}, {states: [norland], from: 1990-01-01, to: 1995-01-01}]}')],
    ['a family name in the middle', file('people:', '  - {id: z, name: Sami al-Haddar, family: Haddar}', '  - {id: x, name: Ada Vale de Costa, family: Vale}', '  - {id: y, name: Bo Sté Lund, family: Ste Lund}')],
    ['a member that left and came back', file('states: [{id: norland, name: N}]', 'organisations:', '  - id: x', '    name: X', '    type: bloc', '    members:', '      - {states: [norland], from: 1990-01-01, to: 1995-01-01}', '      - {states: [norland], from: 2000-01-01}')],
  ])('%s', (_, text) => {
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('a fault costs only itself', () => {
  it('keeps the other records of the file and the other files', () => {
    const { compiled, problems } = compileKnowledge([
      { path: 'a.yaml', text: file('states:', '  - {id: norland, name: Norland}', '  - {id: sudland, name: 5}') },
      { path: 'b.yaml', text: file('places: [{id: nortown, name: Nortown, type: city, in: [norland, sudland]}]', 'people: [') },
      { path: 'c.yaml', text: file('people: [{id: ada, name: Ada Vale}]') },
      { path: 'd.yaml', text: '\u0000\ufffe{{{{' },
    ]);
    const knowledge = loadKnowledge(compiled);
    expect(knowledge.entities.map(({ id }) => id)).toEqual(['ada', 'norland', 'nortown']);
    expect(problems.map(({ file: path }) => path)).toEqual(expect.arrayContaining(['a.yaml', 'b.yaml', 'd.yaml']));
    expect(problems.filter(({ message }) => message.includes('has the id'))).toEqual([]);
  });

  it('never throws, wherever a file is cut off or garbled', () => {
    const text = office('{person: bo, from: 1990-01-01, to: 1995-05-30}', '? [a, b]\n        : c', '- !!set {x, y}', '&a [*a]');
    for (let at = 0; at <= text.length; at += 5) {
      const garbled = [text.slice(0, at), `${text.slice(0, at)}: [{${text.slice(at)}`, `${text.slice(0, at)}\n- *x !t\t? ${text.slice(at + 3)}`];
      for (const each of garbled) {
        const { compiled, problems } = compileKnowledge([{ path: 'roles.yaml', text: ROLES }, { path: 'x.yaml', text: each }]);
        expect(loadKnowledge(compiled).role('president')).toBeDefined();
        expect(problems.every(({ line, column }) => line >= 1 && column >= 1)).toBe(true);
      }
    }
  });

  it('drops what refers to a broken record, and says so once', () => {
    const { compiled, problems } = compileKnowledge([
      { path: 'roles.yaml', text: ROLES }, { path: 'x.yaml', text: office('{person: bo, from: 1990-01-01}').replace('name: Bo Stone', 'nam: Bo Stone') },
    ]);
    expect(problems.map(({ message }) => message)).toEqual(['a person needs "name"', 'a person has no "nam"; did you mean "name"?']);
    expect(loadKnowledge(compiled).holders('norland.president')).toEqual([]);
  });
});

describe('the artefact', () => {
  const files = [{ path: 'roles.yaml', text: ROLES }, { path: 'x.yaml', text: office('{person: bo, from: 1990-01-01, to: 1995-05-30}') }];

  it('does not depend on the order of files and records', () => {
    const shuffled = [files[1]!, files[0]!].map(({ path, text }) => ({
      path, text: text.replace(/^( {2}- \{id: ada.*)\n( {2}- \{id: bo.*)$/m, '$2\n$1'),
    }));
    expect(shuffled[0]!.text).not.toBe(files[1]!.text);
    // Where a record stands is told with it, and is the one thing that moves.
    const facts = (from: typeof files) => {
      const { entities, ...rest } = decode(compileKnowledge(from).compiled);
      return { ...rest, entities: entities.map(({ origin: _, ...entity }) => entity) };
    };
    expect(facts(shuffled)).toEqual(facts(files));
    expect(JSON.stringify(compileKnowledge([...files].reverse()).compiled)).toBe(JSON.stringify(compileKnowledge(files).compiled));
  });

  it('survives JSON', () => {
    const { compiled } = compileKnowledge(files);
    const read = loadKnowledge(JSON.parse(JSON.stringify(compiled)) as typeof compiled);
    expect(read.entities).toEqual(loadKnowledge(compiled).entities);
    expect(read.holders('norland.president')).toHaveLength(1);
  });

  it('is refused when it is of another format or damaged', () => {
    const { compiled } = compileKnowledge(files);
    expect(() => loadKnowledge({ ...compiled, format: 0 as 3 })).toThrow('format 0');
    expect(() => loadKnowledge({ ...compiled, records: compiled.records.slice(0, -4) })).toThrow('damaged');
  });
});
