import { compareIds, type Facts } from './facts';
import { writeKeyed, type KeyedPart } from './keyedTable';
import { nameWords } from './nameKeys';
import { compilePhrases, writePattern } from './phraseIndex';
import type { TableWriter } from './tape';
import { collectTitles, writeTitle } from './titleIndex';
import type { Entity, EntityId } from './types';

/** The indexes of names, titles and event phrases as they lie in the artefact, so that opening it need not look at a single name. */
export interface NameTables {
  /** By the key of the first word: {@link INDEXED_LENGTH} numbers for each name. */
  readonly starts: KeyedPart;
  /** Keys of `starts` with which names begin that texts may write small. */
  readonly lower: readonly string[];
  readonly titles: KeyedPart;
  readonly phrases: KeyedPart;
}

/** Numbers for each indexed name: the ordinal of its entity, and its place among the names of that, from 1; 0 for a person's name on second reference. */
export const INDEXED_LENGTH = 2;

type IndexedName = readonly [entity: number, place: number];

/** What the indexes are made from: the facts, and any of their entities by id. */
export interface NamedFacts extends Pick<Facts, 'entities' | 'roles'> {
  entity(id: EntityId): Entity | undefined;
}

export function encodeNames({ entities, roles }: Facts, tables: TableWriter): NameTables {
  const starts = new Map<string, IndexedName[]>();
  const lower = new Set<string>();
  entities.forEach((entity, ordinal) => {
    if (entity.kind === 'office') return;
    entity.names.forEach(({ text }, i) => {
      const key = firstKey(text);
      if (key === '') return;
      append(starts, key, [ordinal, i + 1]);
      if (entity.kind === 'event' || startsSmall(text)) lower.add(key);
    });
    if (entity.kind !== 'person') return;
    const family = firstKey(entity.family);
    if (family !== '' && !entity.names.some(({ kind, text }) => kind === 'family' && text === entity.family)) append(starts, family, [ordinal, 0]);
  });
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const named: NamedFacts = { entities, roles, entity: (id) => byId.get(id) };
  return {
    starts: writeKeyed(new Map([...starts].sort(([a], [b]) => compareIds(a, b))), tables, (tape, names) => names.forEach((name) => tape.numbers.push(...name))),
    lower: [...lower],
    titles: writeKeyed(collectTitles(named), tables, (tape, titles) => titles.forEach((title) => writeTitle(tape, title))),
    phrases: writeKeyed(compilePhrases(named), tables, (tape, patterns) => patterns.forEach((pattern) => writePattern(tape, pattern))),
  };
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function firstKey(text: string): string {
  const space = text.indexOf(' ');
  const word = space < 0 ? text : text.slice(0, space);
  return PLAIN.test(word) ? word.toLowerCase() : nameWords(text)[0]?.key ?? '';
}

const PLAIN = /^[A-Za-z]+$/;

function startsSmall(text: string): boolean {
  const first = text.charAt(0);
  return first !== first.toUpperCase();
}
