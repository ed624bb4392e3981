import type { Knowledge } from './api';
import { KeyedTable } from './keyedTable';
import { storeOf } from './load';
import { nameWords } from './nameKeys';
import { INDEXED_LENGTH } from './nameTables';
import { Column } from './packed';
import { readPatterns, type PhrasePattern } from './phraseIndex';
import type { Store } from './store';
import type { TapeReader } from './tape';
import { readTitles, type TitleNode } from './titleIndex';
import type { Entity, EntityKind, Name, NameKind, Person } from './types';

/** One name of one entity, cut into keys. */
export interface NameEntry {
  readonly name: Name;
  readonly entity: Entity;
  /** Shape that each word of the text must have, one letter a word: see {@link wordDemand}. */
  readonly demands: string;
}

/** A node of the names trie: what ends here, and what can follow. */
export interface NameNode {
  readonly entries: readonly NameEntry[];
  readonly children: ReadonlyMap<string, NameNode> | undefined;
}

/** The part of a map that texts are looked up with. */
export type Lookup<T> = Pick<KeyedTable<T>, 'get' | 'has' | 'keys'>;

/**
 * All names of a {@link Knowledge}, by the key of their first word. Buckets are cut into a trie when a text first asks for them, so that
 * building costs next to nothing however large the knowledge is.
 */
export interface NameIndex {
  readonly knowledge: Knowledge;
  /** The trie below a first word; `undefined` when no name begins with it. */
  bucket(key: string): NameNode | undefined;
  /** First keys of names that texts may write with a small first letter (events). */
  readonly lowerStarts: ReadonlySet<string>;
  /** Persons whose name on second reference is this key ("al assad" for al-Assad). */
  family(key: string): readonly Person[];
  /** The titles that begin with a word. */
  readonly titles: Lookup<TitleNode>;
  /** Event phrases by the key of their anchor, longest first. */
  readonly phrases: Lookup<readonly PhrasePattern[]>;
  /** Number of names indexed. */
  readonly size: number;
  /** Shows the names of the wanted kinds, by id of their entities, which are not read. */
  forEachName(wanted: Readonly<Partial<Record<EntityKind, readonly NameKind[]>>>, visit: (name: IndexedName) => void): void;
}

/** A name, without a look at its entity. */
export interface IndexedName {
  readonly text: string;
  readonly kind: NameKind;
  entity(): Entity;
}

const NONE: readonly never[] = [];
const cache = new WeakMap<Knowledge, NameIndex>();

/**
 * Index of every name, title and event phrase of the knowledge, from the tables of its artefact. Built once for each Knowledge object and kept as
 * long as it lives.
 */
export function buildNameIndex(knowledge: Knowledge): NameIndex {
  const known = cache.get(knowledge);
  if (known) return known;
  const store = storeOf(knowledge);
  const { starts, lower, titles, phrases } = store.names;
  const buckets = new KeyedTable(starts, store.tables, (tape, end) => grow(store, tape, end));
  const families = new Map<string, readonly Person[]>();
  const index: NameIndex = {
    knowledge,
    size: new Column(starts.tape).length / INDEXED_LENGTH,
    bucket: (key) => buckets.get(key),
    lowerStarts: new Set(lower),
    family(key) {
      const known = families.get(key);
      if (known) return known;
      const found = personsOf(buckets, key);
      if (found.length > 0) families.set(key, found);
      return found;
    },
    titles: new KeyedTable(titles, store.tables, readTitles),
    phrases: new KeyedTable(phrases, store.tables, (tape, end) => readPatterns(store, tape, end)),
    forEachName(wanted, visit) {
      for (let ordinal = 0; ordinal < store.size; ordinal++) {
        const kinds = wanted[store.kind(ordinal)];
        if (kinds) store.eachName(ordinal, (kind) => kinds.includes(kind), (text, kind) => visit({ text, kind, entity: () => store.entity(ordinal) }));
      }
    },
  };
  cache.set(knowledge, index);
  return index;
}

/** A name by its numbers, see {@link INDEXED_LENGTH}. */
function nameAt(store: Store, ordinal: number, place: number): Name {
  return place > 0 ? store.nameAt(ordinal, place - 1) : { text: (store.entity(ordinal) as Person).family, kind: 'family' };
}

/** Persons with this name on second reference. */
function personsOf(buckets: KeyedTable<NameNode>, key: string): readonly Person[] {
  const [first, ...rest] = key.split(' ');
  let node = buckets.get(first!);
  for (const word of rest) node = node?.children?.get(word);
  const persons = new Set<Person>();
  for (const { name, entity } of node?.entries ?? NONE) if (entity.kind === 'person' && name.kind === 'family') persons.add(entity);
  return [...persons];
}

/** Cuts the names that begin with one word into a trie, without a look at whom they name. */
function grow(store: Store, tape: TapeReader, end: number): NameNode {
  const root = new StoredNode(store);
  while (tape.position < end) {
    const entity = tape.number();
    const place = tape.number();
    const { text } = nameAt(store, entity, place);
    let node = root;
    if (text.includes(' ') || !ONE_WORD.test(text)) {
      const words = nameWords(text);
      for (let i = 1; i < words.length; i++) node = node.child(words[i]!.key);
    }
    node.stored.push(entity, place);
  }
  return root;
}

const ONE_WORD = /^[A-Za-z]+$/;

/** Entries are made when a text first comes as far as the node. */
class StoredNode implements NameNode {
  /** Ordinal of the entity and place of the name among its names, from 1, in turn. */
  readonly stored: number[] = [];
  children: Map<string, StoredNode> | undefined = undefined;
  private made: readonly NameEntry[] | undefined = undefined;

  constructor(private readonly store: Store) {}

  get entries(): readonly NameEntry[] {
    if (this.made) return this.made;
    const made: NameEntry[] = [];
    for (let i = 0; i < this.stored.length; i += 2) made.push(entryOf(this.store.entity(this.stored[i]!), this.stored[i + 1]!));
    return (this.made = made);
  }

  child(key: string): StoredNode {
    const children = (this.children ??= new Map<string, StoredNode>());
    let next = children.get(key);
    if (!next) children.set(key, (next = new StoredNode(this.store)));
    return next;
  }
}

function entryOf(entity: Entity, place: number): NameEntry {
  const name: Name = place > 0 ? entity.names[place - 1]! : { text: (entity as Person).family, kind: 'family' };
  const words = nameWords(name.text);
  const event = entity.kind === 'event' && words.length > 1;
  return { name, entity, demands: words.map((word) => wordDemand(word.text, event)).join('') };
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
