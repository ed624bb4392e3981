import { describe, expect, it } from 'vitest';
import { parseEdtfDate } from '../dates/edtf';
import { encode } from './artefact';
import type { Facts } from './facts';
import { decode, loadKnowledge } from './load';
import { buildNameIndex } from './nameIndex';
import type { Entity, Name } from './types';

const checked = { source: 'own', asOf: 20000 };
const date = (text: string) => parseEdtfDate(text)!;
const place = (id: string, name: string, names: readonly Name[] = [], asOf = 20000): Entity => ({
  id, kind: 'place', name, names: [{ text: name, kind: 'full' }, ...names], type: 'city', states: [], source: 'own', asOf,
});

const ada: Entity = {
  id: 'ada-le-vale', kind: 'person', name: 'Ada le Vale', family: 'le Vale', order: 'given-first', sex: 'female', nationality: [], ...checked,
  names: [{ text: 'Ada le Vale', kind: 'full' }, { text: 'Ada', kind: 'given' }, { text: 'Ada Vále', kind: 'variant', from: date('1999') }],
  born: date('1950~'), note: 'Said "so" \\ to begin with.', wikidata: 'Q5', origin: { file: 'a.yaml', line: 12 },
};
const office: Entity = {
  id: 'zed.head', kind: 'office', name: 'head of Zed', names: [{ text: 'head of Zed', kind: 'full' }], role: 'head', of: 'zed', titles: [], single: true, ...checked,
};
const zed: Entity = { id: 'zed', kind: 'state', name: 'Zed', names: [{ text: 'Zed', kind: 'full' }], exists: {}, capitals: [], ...checked };
const facts: Facts = {
  entities: [ada, place('oldtown', 'Oldtown', [{ text: 'Łódź', kind: 'former', to: date('1905') }], 10000), zed, office],
  roles: [{ id: 'head', name: 'head', titles: ['head', 'PM'], covers: [] }],
  terms: [
    { office: 'zed.head', person: 'ada-le-vale', acting: true, from: date('2001-02-03'), endUnknown: true, source: 'gazette', asOf: 15000 },
    { office: 'zed.head', person: 'ada-le-vale', acting: false, from: date('2005'), to: date('2006'), ...checked },
  ],
  memberships: [],
};

/** Without the fields that are there but undefined. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the artefact', () => {
  it('gives back every fact, through JSON', () => {
    const compiled = JSON.parse(JSON.stringify(encode(facts))) as ReturnType<typeof encode>;
    expect(plain(decode(compiled))).toEqual(plain(facts));
  });

  it('refuses ids twice or out of place', () => {
    expect(() => encode({ ...facts, entities: [ada, ada] })).toThrow('"ada-le-vale"');
    expect(() => encode({ ...facts, entities: [place('Łódź', 'Łódź')] })).toThrow('Łódź');
  });

  it('of nothing can be asked', () => {
    const knowledge = loadKnowledge(encode({ entities: [], roles: [], terms: [], memberships: [] }));
    expect(knowledge.entities).toEqual([]);
    expect(knowledge.entity('x')).toBeUndefined();
    expect(knowledge.holders('x')).toEqual([]);
    expect(buildNameIndex(knowledge).bucket('')).toBeUndefined();
  });
});

describe('what is read from it', () => {
  const knowledge = loadKnowledge(encode(facts));
  const when = { first: 12000, last: 12000 };

  it('is made once', () => {
    expect(knowledge.entity('oldtown')).toBe(knowledge.entity('oldtown'));
    expect(knowledge.entities[1]).toBe(knowledge.entity('oldtown'));
    expect(knowledge.ofKind('person')[0]).toBe(knowledge.entity('ada-le-vale'));
    expect(knowledge.holders('zed.head')[0]).toBe(knowledge.terms('ada-le-vale')[0]);
    expect(knowledge.termsAt('ada-le-vale', when)).toBe(knowledge.termsAt('ada-le-vale', { ...when }));
    const [on] = knowledge.termsAt('ada-le-vale', when);
    expect(on).toMatchObject({ acting: true, holds: 'unknown' });
    expect(knowledge.termsAt('ada-le-vale', { first: 12001, last: 12001 })[0]).toBe(on);
  });

  it('answers for more days than it keeps answers', () => {
    const answers = Array.from({ length: 9 }, (_, i) => knowledge.termsAt('ada-le-vale', { first: 11000 + i * 500, last: 11000 + i * 500 }).length);
    expect(Array.from({ length: 9 }, (_, i) => knowledge.termsAt('ada-le-vale', { first: 11000 + i * 500, last: 11000 + i * 500 }).length)).toEqual(answers);
    expect(answers[0]).toBe(0);
    expect(Math.max(...answers)).toBe(2);
  });

  it('counts without reading', () => {
    expect([knowledge.count('person'), knowledge.count('office'), knowledge.count('event')]).toEqual([1, 1, 0]);
  });

  it('judges a name by the as-of day of its entity', () => {
    const [house, former] = knowledge.entity('oldtown')!.names;
    expect(knowledge.nameUsed(house!, { first: 10000, last: 10000 })).toBe('yes');
    expect(knowledge.nameUsed(house!, { first: 20000, last: 20000 })).toBe('unknown');
    expect(knowledge.nameUsed(former!, when)).toBe('no');
  });

  it('finds a person by a second reference that is not among the names', () => {
    const index = buildNameIndex(knowledge);
    expect(index.family('le vale').map(({ id }) => id)).toEqual(['ada-le-vale']);
    expect(index.family('le')).toEqual([]);
    const entries = index.bucket('le')!.children!.get('vale')!.entries;
    expect(entries.map(({ name }) => name)).toEqual([{ text: 'le Vale', kind: 'family' }]);
  });

  it('shows the names of chosen kinds', () => {
    const seen: string[] = [];
    buildNameIndex(knowledge).forEachName({ place: ['former'], person: ['full', 'variant'] }, ({ text, kind, entity }) => seen.push(`${kind} ${text} ${entity().id}`));
    expect(seen).toEqual(['full Ada le Vale ada-le-vale', 'variant Ada Vále ada-le-vale', 'former Łódź oldtown']);
  });

  it('needs knowledge that was loaded for an index', () => {
    expect(() => buildNameIndex({ ...knowledge })).toThrow(TypeError);
  });
});
