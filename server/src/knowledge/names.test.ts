import { describe, expect, it } from 'vitest';
import { composeOfficeName, isAcronym } from './names';
import { knowledgeFromYaml } from './testing/fromYaml';

const knowledge = knowledgeFromYaml(`
people:
  - {id: ada, name: Ada Maria Vale, names: [{text: Ada Wale, kind: variant}]}
  - {id: kim, name: Kim Ha-neul, order: family-first, born: '1960'}
  - {id: lula, name: João Duarte da Costa, family: Duarte}
  - {id: trong, name: Pham Van Trong, order: family-first, family: Trong}
  - {id: tito, name: Tito, order: single}
  - {id: sami, name: Sami al-Haddar, family: Haddar}
  - {id: zu, name: Omar bin Salim, family: bin Salim}
states:
  - {id: norland, name: Norland, names: [{text: Kingdom of Norland, kind: formal, from: '1905'}], adjectives: [Norlandish], demonyms: [Norlander, Norlanders]}
organisations:
  - {id: nortro, name: NORTRO, type: bloc, names: [{text: Northern Trade Organisation, kind: formal}]}
  - {id: harvest, name: Harvest Front, type: party, adjectives: [Harvester]}
offices:
  - {id: norland.pm, role: prime-minister, of: norland, titles: [First Lord]}
  - {id: nortro.sg, role: secretary-general, of: nortro, name: head of NORTRO}
`);
const names = (id: string) => knowledge.entity(id)!.names.map(({ text, kind }) => `${kind}: ${text}`);

describe('names of entities', () => {
  it.each([
    ['ada', ['full: Ada Maria Vale', 'variant: Ada Wale', 'family: Vale', 'given: Ada']],
    ['kim', ['full: Kim Ha-neul', 'family: Kim', 'given: Ha-neul']],
    ['lula', ['full: João Duarte da Costa', 'family: Duarte']],
    ['trong', ['full: Pham Van Trong', 'family: Trong']],
    ['tito', ['full: Tito']],
    ['sami', ['full: Sami al-Haddar', 'family: Haddar', 'given: Sami']],
    ['zu', ['full: Omar bin Salim', 'family: bin Salim', 'given: Omar']],
    ['norland', ['full: Norland', 'formal: Kingdom of Norland', 'adjective: Norlandish', 'demonym: Norlander', 'demonym: Norlanders']],
    ['nortro', ['acronym: NORTRO', 'formal: Northern Trade Organisation']],
    ['harvest', ['full: Harvest Front', 'adjective: Harvester']],
    ['norland.pm', ['full: prime minister of Norland', 'alias: first lord']],
    ['nortro.sg', ['full: head of NORTRO']],
  ])('%s', (id, expected) => {
    expect(names(id)).toEqual(expected);
  });

  it('keep their dates', () => {
    expect(knowledge.entity('norland')!.names[1]!.from?.range.first).toBeLessThan(-20000);
    expect(knowledge.entity('norland')!.names[0]).toEqual({ text: 'Norland', kind: 'full' });
  });

  it('leave titles in lower case with the office', () => {
    expect(knowledge.officesOf('norland')[0]!.titles).toEqual(['first lord']);
  });

  it('come one by one with their entity', () => {
    const all = [...knowledge.names()];
    expect(all.filter(({ entity }) => entity.id === 'kim').map(({ name }) => name.text)).toEqual(['Kim Ha-neul', 'Kim', 'Ha-neul']);
    expect(all.length).toBe(knowledge.entities.reduce((sum, entity) => sum + entity.names.length, 0));
  });
});

describe('helpers', () => {
  it.each([['NATO', true], ['OPEC+', true], ['UN', true], ['G7', false], ['Hamas', false], ['U.N.', true], ['A', false]])('%s is an acronym: %s', (name, expected) => {
    expect(isAcronym(name)).toBe(expected);
  });

  it.each([
    ['president', 'France', 'president of France'],
    ['prime minister', 'United Kingdom', 'prime minister of the United Kingdom'],
    ['secretary-general', 'UN', 'secretary-general of the UN'],
    ['secretary-general', 'NATO', 'secretary-general of NATO'],
    ['president of the European Commission', 'European Commission', 'president of the European Commission'],
    ['president', 'Netherlands', 'president of the Netherlands'],
    ['ambassador to the United Nations', 'Russia', 'ambassador of Russia to the United Nations'],
  ])('%s + %s', (role, body, expected) => {
    expect(composeOfficeName(role, body)).toBe(expected);
  });
});
