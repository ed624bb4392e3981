import type { Knowledge } from './api';
import { keysOf, nameWords } from './nameKeys';
import { compilePhrases, type PhraseIndex } from './phraseIndex';
import type { Entity, Name, NameKind, Person } from './types';
import { buildTitles, type TitleNode } from './titleIndex';

/** One name of one entity, cut into keys. */
export interface NameEntry {
  readonly name: Name;
  readonly entity: Entity;
  /** Shape that each word of the text must have, one letter a word: see {@link wordDemand}. */
  readonly demands: string;
}

/** A node of the names trie: what ends here, and what can follow. */
export interface NameNode {
  readonly entries: NameEntry[];
  children: Map<string, NameNode> | undefined;
}

/**
 * All names of a {@link Knowledge}, by the key of their first word. Buckets are cut into a trie when a text first asks for them, so that
 * building costs one pass over the names however large the knowledge is.
 */
export interface NameIndex {
  readonly knowledge: Knowledge;
  /** The trie below a first word; `undefined` when no name begins with it. */
  bucket(key: string): NameNode | undefined;
  /** First keys of names that texts may write with a small first letter (events). */
  readonly lowerStarts: ReadonlySet<string>;
  /** Persons whose name on second reference is this key ("al assad" for al-Assad). */
  family(key: string): readonly Person[];
  readonly titles: ReadonlyMap<string, TitleNode>;
  readonly phrases: PhraseIndex;
  /** Number of names indexed. */
  readonly size: number;
}

/** Names in order of indexing, chained by first word: no object for each name, for most buckets are never asked for. */
class Chains {
  readonly names: Name[] = [];
  readonly entities: Entity[] = [];
  /** For each name the one before it with the same first word, -1 for none. */
  private readonly previous: number[] = [];
  private readonly last = new Map<string, number>();

  add(key: string, name: Name, entity: Entity): void {
    if (key === '') return;
    this.previous.push(this.last.get(key) ?? -1);
    this.last.set(key, this.names.length);
    this.names.push(name);
    this.entities.push(entity);
  }

  /** Indexes of the names that begin with the key, in order. */
  of(key: string): number[] {
    const found: number[] = [];
    for (let i = this.last.get(key) ?? -1; i >= 0; i = this.previous[i]!) found.push(i);
    return found.reverse();
  }

  has(key: string): boolean {
    return this.last.has(key);
  }
}

const cache = new WeakMap<Knowledge, NameIndex>();

/**
 * Index of every name, title and event phrase of the knowledge. Built once for each Knowledge object and kept as long as it lives.
 */
export function buildNameIndex(knowledge: Knowledge): NameIndex {
  const known = cache.get(knowledge);
  if (known) return known;
  const chains = new Chains();
  const grown = new Map<string, NameNode>();
  const lowerStarts = new Set<string>();
  for (const entity of knowledge.entities) {
    if (entity.kind === 'office') continue;
    for (const name of entity.names) {
      const key = firstKey(name.text);
      chains.add(key, name, entity);
      if (entity.kind === 'event' || startsSmall(name.text)) lowerStarts.add(key);
    }
    if (entity.kind === 'person' && !entity.names.some((name) => name.text === entity.family)) {
      chains.add(firstKey(entity.family), { text: entity.family, kind: 'family' }, entity);
    }
  }
  let families: Map<string, Person[]> | undefined;
  let phrases: PhraseIndex | undefined;
  let titles: ReadonlyMap<string, TitleNode> | undefined;
  const index: NameIndex = {
    knowledge,
    size: chains.names.length,
    bucket(key) {
      if (!chains.has(key)) return undefined;
      let node = grown.get(key);
      if (!node) grown.set(key, (node = grow(chains, chains.of(key))));
      return node;
    },
    lowerStarts,
    family: (key) => (families ??= collectFamilies(knowledge)).get(key) ?? [],
    get titles() {
      return (titles ??= buildTitles(knowledge));
    },
    get phrases() {
      return (phrases ??= compilePhrases(knowledge));
    },
  };
  cache.set(knowledge, index);
  return index;
}

function grow(chains: Chains, indexes: readonly number[]): NameNode {
  const root: NameNode = { entries: [], children: undefined };
  for (const index of indexes) {
    const name = chains.names[index]!;
    const entity = chains.entities[index]!;
    const words = nameWords(name.text);
    let node = root;
    for (let i = 1; i < words.length; i++) {
      const children = (node.children ??= new Map<string, NameNode>());
      const key = words[i]!.key;
      let next = children.get(key);
      if (!next) children.set(key, (next = { entries: [], children: undefined }));
      node = next;
    }
    const event = entity.kind === 'event' && words.length > 1;
    node.entries.push({ name, entity, demands: words.map((word) => wordDemand(word.text, event)).join('') });
  }
  return root;
}

function collectFamilies(knowledge: Knowledge): Map<string, Person[]> {
  const families = new Map<string, Person[]>();
  for (const entity of knowledge.entities) {
    if (entity.kind !== 'person') continue;
    const keys = new Set([keysOf(entity.family)]);
    for (const name of entity.names) if (name.kind === 'family') keys.add(keysOf(name.text));
    for (const key of keys) {
      const list = families.get(key);
      if (list) list.push(entity);
      else families.set(key, [entity]);
    }
  }
  return families;
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

/** Name parts that houses write with either case: "Bashar Al-Assad", "Ursula Von der Leyen". */
const PARTICLES = new Set(['al', 'el', 'ul', 'ad', 'as', 'bin', 'bint', 'ibn', 'abu', 'de', 'da', 'do', 'dos', 'del', 'della', 'der', 'den', 'di', 'du',
  'la', 'le', 'las', 'los', 'van', 'von', 'zu', 'y', 'e', 'ter', 'ten', 'the', 'of', 'and', 'for', 'in', 'on']);

/**
 * What a word of the text must look like to be this word of the name: `U` all capitals ("US", never "us"), `C` a capital first ("Mali",
 * "MALI"), `a` anything.
 */
function wordDemand(word: string, event: boolean): string {
  if (PARTICLES.has(word.toLowerCase())) return 'a';
  const first = word.charAt(0);
  if (first === first.toLowerCase()) return 'a';
  if (event) return 'a';
  const letters = word.replace(/[^\p{L}]/gu, '');
  return letters.length > 1 && letters === letters.toUpperCase() ? 'U' : 'C';
}

/** Name kinds that name a state's people or things and never the state itself. */
export function isNationality(kind: NameKind): boolean {
  return kind === 'adjective' || kind === 'demonym';
}
