import type { Knowledge } from '../knowledge/api';
import type { Entity, Person } from '../knowledge/types';
import { fold } from '../text/fold';

/** A one-word name that a misspelling may mean. */
export interface Spelling {
  readonly text: string;
  readonly folded: string;
  readonly entity: Entity;
}

/** Look-ups by given name and by near spelling, built once per knowledge. */
export interface SpellingIndex {
  byGivenName(folded: string): readonly Person[];
  byFamilyName(folded: string): readonly Person[];
  /** Names that share a deletion with the word, so that every name one edit away is among them. */
  near(folded: string): readonly Spelling[];
  /** Whether the word is by itself a name, or the surname of somebody, that we know. */
  isName(folded: string): boolean;
}

const SHORTEST = 7;
const indexes = new WeakMap<Knowledge, SpellingIndex>();

export function spellingIndex(knowledge: Knowledge): SpellingIndex {
  let index = indexes.get(knowledge);
  if (!index) indexes.set(knowledge, (index = build(knowledge)));
  return index;
}

/**
 * Symmetric deletion (the idea of Garbe's SymSpell): each name is filed under itself and under itself less one letter, and so is the
 * word looked up; names within one edit then share a key.
 */
function build(knowledge: Knowledge): SpellingIndex {
  const given = new Map<string, Person[]>();
  const family = new Map<string, Person[]>();
  const byKey = new Map<string, Spelling[]>();
  const words = new Set<string>();
  for (const { name, entity } of knowledge.names()) {
    if (!/\s/.test(name.text)) words.add(fold(name.text));
    if (entity.kind === 'person' && name.kind === 'family') add(family, fold(name.text), entity);
    if (entity.kind === 'person' && name.kind === 'full') {
      const first = fold(name.text).split(' ')[0]!;
      if (entity.order === 'given-first' && first !== fold(entity.family)) add(given, first, entity);
    }
    const spelled = entity.kind === 'state' || entity.kind === 'place'
      ? name.kind === 'full' || name.kind === 'adjective' || name.kind === 'variant' || name.kind === 'former'
      : entity.kind === 'person' && name.kind === 'family';
    if (!spelled || name.text.length < SHORTEST || /[\s-]/.test(name.text)) continue;
    const spelling: Spelling = { text: name.text, folded: fold(name.text), entity };
    for (const key of deletions(spelling.folded)) add(byKey, key, spelling);
  }
  return {
    isName: (folded) => words.has(folded),
    byFamilyName: (folded) => family.get(folded) ?? [],
    byGivenName: (folded) => given.get(folded) ?? [],
    near(folded) {
      const found = new Set<Spelling>();
      for (const key of deletions(folded)) byKey.get(key)?.forEach((spelling) => found.add(spelling));
      return [...found];
    },
  };
}

function* deletions(word: string): Iterable<string> {
  const lower = word.toLowerCase();
  yield lower;
  for (let i = 0; i < lower.length; i++) yield lower.slice(0, i) + lower.slice(i + 1);
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}
