import { describe, expect, it } from 'vitest';
import { parseEdtfDate } from '../dates/edtf';
import type { Knowledge } from './api';
import { encode } from './artefact';
import { assemble } from './assemble';
import { loadKnowledge } from './load';
import { MAX_FILE_LENGTH, overlayKnowledge } from './overlay';
import { formatProblem } from './problem';
import { Registry } from './registry';
import { FileReport } from './problem';
import { roleSource, sourceOf } from './sourceOf';
import type { SourceFile } from './source';
import { ENTITY_LISTS, type EntityList } from './registry';
import { knowledgeFromYaml } from './testing/fromYaml';
import { shippedKnowledge } from './testing/shipped';

const SHIPPED = knowledgeFromYaml(`
asOf: 2026-02-01
source: own
roles:
  - {id: president, name: president, titles: [president]}
  - {id: foreign-minister, name: foreign minister, titles: [foreign minister]}
states:
  - {id: borduria, name: Borduria, adjectives: [Bordurian], demonyms: [Bordurians], capitals: [{place: szohod, from: '1912'}]}
  - {id: syldavia, name: Syldavia, adjectives: [Syldavian]}
places:
  - {id: szohod, name: Szohod, type: city, in: [borduria]}
  - {id: klow, name: Klow, type: city, in: [syldavia]}
people:
  - {id: ana-musler, name: Ana Musler, names: [{text: Anna Musler, kind: variant}], born: 1961-04-02}
  - {id: otto-plek, name: Otto Plek}
offices:
  - {id: borduria.president, role: president, of: borduria, completeFrom: '2010', holders: [
      {person: otto-plek, from: 2010-01-01, to: 2020-01-01}, {person: ana-musler, from: 2020-01-01}]}
organisations:
  - {id: balkan-league, name: Balkan League, type: bloc, exists: {from: '1990'}, membersCompleteFrom: '1990', members: [
      {states: [borduria], from: 1990-01-01}, {states: [syldavia], status: candidate, from: 2015-01-01}]}
events:
  - {id: klow-summit, name: Klow summit, type: summit, start: 2019-05-03}
`);

const on = (text: string) => parseEdtfDate(text)!.range;
const over = (text: string, base: Knowledge = SHIPPED) => overlayKnowledge(base, [{ path: 'own.yaml', text }]);
/** The knowledge, after the test that nothing was complained of. */
function sound(text: string, base: Knowledge = SHIPPED): Knowledge {
  const { knowledge, problems } = over(text, base);
  expect(problems.map(formatProblem)).toEqual([]);
  return knowledge;
}
const holders = (knowledge: Knowledge, office: string, day: string) =>
  knowledge.holdersAt(office, on(day)).map(({ person, holds, source }) => `${person} ${holds} ${source}`);

describe('a workspace\'s knowledge over ours', () => {
  it('adds new entities that refer to ours', () => {
    const knowledge = sound(`
asOf: 2026-11-01
people: [{id: ilya-brot, name: Ilya Brot, nationality: [borduria]}]
offices: [{id: borduria.foreign-minister, role: foreign-minister, of: borduria, holders: [{person: ilya-brot, from: 2026-05-01}, {person: otto-plek, from: 2020-01-01, to: 2026-05-01}]}]
`.replace('{person: ilya-brot, from: 2026-05-01}, {person: otto-plek, from: 2020-01-01, to: 2026-05-01}', '{person: otto-plek, from: 2020-01-01, to: 2026-05-01}, {person: ilya-brot, from: 2026-05-01}'));
    expect(knowledge.entity('borduria.foreign-minister')?.name).toBe('foreign minister of Borduria');
    expect(knowledge.held('ilya-brot', 'borduria.foreign-minister', on('2026-10-01'))).toBe('yes');
    expect(knowledge.officesOf('borduria').map(({ id }) => id).sort()).toEqual(['borduria.foreign-minister', 'borduria.president']);
    expect(SHIPPED.entity('ilya-brot')).toBeUndefined();
  });

  it('adds names to a record of ours and leaves the rest as it was', () => {
    const knowledge = sound('asOf: 2026-11-01\npeople:\n  - id: ana-musler\n    names: [{text: Ana Muszler, kind: variant}]\n');
    const person = knowledge.entity('ana-musler')!;
    expect(person.names.map(({ text, kind }) => `${kind} ${text}`)).toEqual(
      expect.arrayContaining(['full Ana Musler', 'variant Anna Musler', 'variant Ana Muszler', 'family Musler']));
    expect(person).toMatchObject({ source: 'own', asOf: SHIPPED.entity('ana-musler')!.asOf, born: { range: on('1961-04-02') } });
    expect(person.origin).toEqual({ file: 'own.yaml', line: 3 });
  });

  it('replaces single values, and keeps the old house form as a spelling', () => {
    const knowledge = sound('asOf: 2026-11-01\npeople: [{id: ana-musler, name: Ana Müsler, died: 2026-10-09}]\n');
    const person = knowledge.entity('ana-musler')!;
    expect(person.name).toBe('Ana Müsler');
    expect(person.names.some(({ text, kind }) => text === 'Ana Musler' && kind === 'variant')).toBe(true);
    expect(knowledge.alive('ana-musler', on('2026-10-20'))).toBe('no');
  });

  it('ends the open term of ours where somebody else takes over', () => {
    const knowledge = sound(`asOf: 2026-11-01
people: [{id: ilya-brot, name: Ilya Brot}]
offices: [{id: borduria.president, holders: [{person: ilya-brot, from: 2026-06-15}]}]
`);
    expect(holders(knowledge, 'borduria.president', '2026-10-01')).toEqual(['ilya-brot yes workspace']);
    expect(holders(knowledge, 'borduria.president', '2021-01-01')).toEqual(['ana-musler yes own']);
    expect(knowledge.held('ana-musler', 'borduria.president', on('2026-10-01'))).toBe('no');
  });

  it('sets an end to a term of ours that is given without its beginning, or with it', () => {
    for (const from of ['', 'from: 2020-01-01, ']) {
      const knowledge = sound(`asOf: 2026-11-01\noffices: [{id: borduria.president, holders: [{person: ana-musler, ${from}to: 2026-03-04}]}]\n`);
      expect(knowledge.holders('borduria.president')).toHaveLength(2);
      expect(knowledge.held('ana-musler', 'borduria.president', on('2021-01-01'))).toBe('yes');
      expect(knowledge.held('ana-musler', 'borduria.president', on('2026-04-01'))).toBe('no');
    }
  });

  it('moves a candidate up and counts the members anew', () => {
    const knowledge = sound('asOf: 2026-11-01\norganisations: [{id: balkan-league, asOf: 2026-11-01, members: [{states: [syldavia], from: 2026-07-01}]}]\n');
    expect(knowledge.memberCount('balkan-league', on('2026-06-30'))).toEqual({ min: 1, max: 1 });
    expect(knowledge.memberCount('balkan-league', on('2026-10-01'))).toEqual({ min: 2, max: 2 });
    expect(knowledge.membersAt('balkan-league', on('2026-10-01')).map(({ member, status }) => `${member} ${status}`)).toEqual(['borduria member', 'syldavia member']);
  });

  it('keeps nothing of a list that is replaced', () => {
    const knowledge = sound('asOf: 2026-11-01\nstates: [{id: borduria, replace: [names, adjectives], names: [{text: Bordurian Republic, kind: formal}]}]\n');
    expect(knowledge.entity('borduria')!.names.map(({ text }) => text)).toEqual(['Borduria', 'Bordurian Republic']);
  });

  it('moves a capital', () => {
    const knowledge = sound('asOf: 2026-11-01\nstates: [{id: borduria, capitals: [{place: klow, from: 2026-01-01}]}]\n');
    expect(knowledge.capitalAt('borduria', on('2026-05-01'))).toBe('klow');
    expect(knowledge.capitalAt('borduria', on('2020-05-01'))).toBe('szohod');
  });

  it('gives a role of ours more titles', () => {
    const knowledge = sound('asOf: 2026-11-01\nroles: [{id: president, titles: [Kûrvi-Tasch]}]\n');
    expect(knowledge.role('president')).toMatchObject({ name: 'president', titles: ['president', 'kûrvi-tasch'] });
  });

  it('joins what several records say of one of ours', () => {
    const { knowledge, problems } = overlayKnowledge(SHIPPED, [
      { path: 'a.yaml', text: 'asOf: 2026-11-01\npeople: [{id: ana-musler, names: [{text: A. M., kind: alias}]}, {id: ana-musler, died: 2026-10-09}]\n' },
      { path: 'b.yaml', text: 'asOf: 2026-11-02\npeople: [{id: ana-musler, sex: female}]\n' },
    ]);
    expect(problems).toEqual([]);
    expect(knowledge.entity('ana-musler')).toMatchObject({ sex: 'female', died: { range: on('2026-10-09') }, origin: { file: 'b.yaml', line: 2 } });
    expect(knowledge.entity('ana-musler')!.names.some(({ text }) => text === 'A. M.')).toBe(true);
  });

  it('is ours itself when the files give nothing', () => {
    expect(sound('asOf: 2026-11-01\n')).toBe(SHIPPED);
    expect(overlayKnowledge(SHIPPED, []).knowledge).toBe(SHIPPED);
  });
});

describe('faults of a workspace\'s knowledge', () => {
  const complaints = (text: string) => over(text).problems.map(formatProblem);

  it.each([
    ['people: [{id: ana-musler, borne: 1960}]', 'own.yaml:1:27: error: a person has no "borne"; did you mean "born"?'],
    ['people: [{id: nobody-known}]', 'own.yaml:1:15: error: Foreign Desk knows no person "nobody-known"; a new one needs "name"'],
    ['places: [{id: borduria, name: Borduria}]', 'own.yaml:1:15: error: "borduria" is a state in Foreign Desk\'s knowledge'],
    ['offices: [{id: borduria.president, holders: [{person: ana-muslr, from: 2026-01-01}]}]', 'no person has the id "ana-muslr"; did you mean "ana-musler"?'],
    ['offices: [{id: borduria.president, holders: [{person: otto-plek, from: 2026-01-01, to: 2025-01-01}]}]', 'ends on 2025-01-01, before it begins on 2026-01-01'],
    ['people: [{id: musler, name: Ana Musler}]', 'own.yaml:1:29: warning: Foreign Desk knows "Ana Musler" as "ana-musler"; give this record that id to add to ours'],
    ['people: [{id: ana-musler, names: [{text: A, kind: nick}]}]', '"nick" is no kind of name'],
    ['people: [{id: ana-musler, replace: [name]}]', '"name" is no field'],
    ['people: [', 'own.yaml:2:1: error: YAML: '],
    ['- 1', 'expected a file with asOf'],
    ['people: &a [{id: x, name: *a}]', 'aliases (*name) are not allowed here'],
  ])('says what is wrong with %s', (text, expected) => {
    const found = complaints(`${text}\nasOf: 2026-11-01\n`.replace(/^(- 1|people: \[)\nasOf.*$/m, '$1'));
    expect(found.join('\n')).toContain(expected);
  });

  it('leaves the other records standing', () => {
    const { knowledge, problems } = over('asOf: 2026-11-01\npeople:\n  - {id: ilya-brot, name: Ilya Brot}\n  - {id: ana-musler, died: 2026-13-40}\n');
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line: 4, severity: 'error' });
    expect(knowledge.entity('ilya-brot')?.name).toBe('Ilya Brot');
    expect(knowledge.entity('ana-musler')).toMatchObject({ died: undefined });
  });

  it('does not read a file that is too long, nor fall over deep nesting', () => {
    expect(complaints(`asOf: 2026-11-01\n#${'x'.repeat(MAX_FILE_LENGTH)}`)).toEqual(['own.yaml:1:1: error: not read: longer than 2 million characters']);
    expect(complaints(`asOf: ${'['.repeat(20_000)}`)[0]).toMatch(/^own\.yaml:1:\d+: error: /);
  });

  it('knows an entity that two files of the workspace give', () => {
    const text = 'asOf: 2026-11-01\npeople: [{id: ilya-brot, name: Ilya Brot}]\n';
    const { problems } = overlayKnowledge(SHIPPED, [{ path: 'a.yaml', text }, { path: 'b.yaml', text }]);
    expect(problems.map(formatProblem)).toEqual(['b.yaml:2:15: error: "ilya-brot" is already a person in a.yaml:2']);
  });
});

describe('sourceOf', () => {
  it('is the inverse of assembly for all that ships', () => {
    const shipped = shippedKnowledge();
    const lists = Object.fromEntries((Object.keys(ENTITY_LISTS) as EntityList[]).map((list) =>
      [list, shipped.entities.filter(({ kind }) => kind === ENTITY_LISTS[list]).map((entity) => sourceOf(entity, shipped))]));
    const source = { asOf: '2000-01-01', roles: shipped.roles.map(roleSource), ...lists } as unknown as SourceFile;
    const facts = assemble(new Registry([{ report: new FileReport('all.yaml'), source, brokenIds: [] }]));
    const again = loadKnowledge(encode(facts));
    for (const entity of shipped.entities) {
      const { origin: _, ...rest } = entity;
      const { origin: __, ...other } = again.entity(entity.id)!;
      expect(other).toEqual(rest);
      if (entity.kind === 'office') expect(again.holders(entity.id)).toEqual(shipped.holders(entity.id));
      if (entity.kind === 'organisation') expect(again.memberships(entity.id)).toEqual(shipped.memberships(entity.id));
    }
    expect(again.roles).toEqual(shipped.roles);
    expect(again.entities).toHaveLength(shipped.entities.length);
  });
});
