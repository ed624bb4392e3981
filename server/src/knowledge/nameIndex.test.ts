import { describe, expect, it } from 'vitest';
import { buildNameIndex } from './nameIndex';
import { keysOf, nameWords, wordKey } from './nameKeys';
import { knowledgeFromYaml } from './testing/fromYaml';

const knowledge = knowledgeFromYaml(`
source: own
states:
  - {id: laos, name: Laos, names: [{text: "Lao People's Democratic Republic", kind: formal}], adjectives: [Lao]}
  - {id: ivory-coast, name: "Côte d’Ivoire", adjectives: [Ivorian]}
people:
  - {id: ana-de-lima, name: Ana de Lima, family: de Lima, nationality: [laos]}
  - {id: rui-lima, name: Rui Lima, nationality: [laos]}
offices:
  - {id: laos.president, role: president, of: laos, titles: [Lao head of the realm], holders: []}
events:
  - {id: lao-war, name: Lao war, type: war, start: '1960', phrases: ['{laos} (civil war|conflict)', 'fighting in {laos}', '{laos}']}
`);

describe('name keys', () => {
  it('fold what houses write differently', () => {
    expect(keysOf('Côte d’Ivoire')).toBe('cote divoire');
    expect(keysOf('U.S.')).toBe('us');
    expect(keysOf("Sana'a")).toBe('sanaa');
    expect(keysOf('Kim Jong-un')).toBe('kim jong un');
    expect(nameWords("Lao People's Republic").map((word) => word.key)).toEqual(['lao', "people's", 'republic']);
    expect(wordKey('')).toBe('');
  });
});

describe('buildNameIndex', () => {
  const index = buildNameIndex(knowledge);

  it('is built once for a knowledge', () => expect(buildNameIndex(knowledge)).toBe(index));

  it('finds names along the trie', () => {
    expect(index.bucket('lao')?.entries.map((entry) => entry.name.kind)).toContain('adjective');
    const formal = index.bucket('lao')?.children?.get("people's")?.children?.get('democratic')?.children?.get('republic');
    expect(formal?.entries.map((entry) => entry.entity.id)).toEqual(['laos']);
    expect(index.bucket('nobody')).toBeUndefined();
  });

  it('asks particles for no capital', () => {
    expect(index.bucket('ana')?.children?.get('de')?.children?.get('lima')?.entries[0]?.demands).toBe('CaC');
  });

  it('lists persons by family name', () => {
    expect(index.family('lima').map((person) => person.id)).toEqual(['rui-lima']);
    expect(index.family('de lima').map((person) => person.id)).toEqual(['ana-de-lima']);
    expect(index.family('silva')).toEqual([]);
  });

  it('knows titles in singular and plural, without the body in front', () => {
    expect(index.titles.get('foreign')?.children?.get('ministers')?.entry).toMatchObject({ plural: true, roles: ['foreign-minister'] });
    expect(index.titles.get('ministers')?.children?.get('of')?.children?.get('defence')?.entry?.plural).toBe(true);
    expect(index.titles.get('secretaries')?.children?.get('general')?.entry?.plural).toBe(true);
    expect(index.titles.get('head')?.children?.get('of')?.children?.get('the')?.children?.get('realm')?.entry?.offices).toEqual(['laos.president']);
  });

  it('compiles phrases under their most telling word and leaves out what has none', () => {
    expect(index.phrases.get('conflict')?.map((pattern) => pattern.elements)).toEqual([[{ slot: 'laos' }, { key: 'conflict' }]]);
    expect(index.phrases.get('fighting')?.[0]?.elements).toEqual([{ key: 'fighting' }, { key: 'in' }, { slot: 'laos' }]);
    expect([...index.phrases.keys()].flatMap((key) => index.phrases.get(key)!).every((pattern) => pattern.elements.length > 1)).toBe(true);
  });
});
