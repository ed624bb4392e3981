import type { Knowledge } from '../knowledge/api';
import { buildNameIndex, type IndexedName, type NameIndex, type NameNode } from '../knowledge/nameIndex';
import { keysOf, nameWords } from '../knowledge/nameKeys';
import type { Entity, NameKind, Person } from '../knowledge/types';
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
  /** Long names of one word that begin or end like this one and are about as long, so that every name one edit away is among them. */
  near(folded: string): readonly Spelling[];
  /** Whether the word is by itself a name, or the surname of somebody, that we know. */
  isName(folded: string): boolean;
}

const SHORTEST = 7;
/** Letters at the start or the end of a name by which it is filed: one edit cannot touch both in a name of {@link SHORTEST} letters. */
const AFFIX = 3;
const PLACE_NAMES: readonly NameKind[] = ['full', 'adjective', 'variant', 'former'];
/** Names whose spelling is held against a text. */
const SPELLED = { state: PLACE_NAMES, place: PLACE_NAMES } as const;
const indexes = new WeakMap<Knowledge, SpellingIndex>();

export function spellingIndex(knowledge: Knowledge): SpellingIndex {
  let index = indexes.get(knowledge);
  if (!index) indexes.set(knowledge, (index = build(buildNameIndex(knowledge))));
  return index;
}

function build(names: NameIndex): SpellingIndex {
  const given = new Map<string, readonly Person[]>();
  let affixes: ReadonlyMap<string, readonly Spelling[]> | undefined;
  return {
    isName: (folded) => nodeOf(names, folded)?.entries.some(({ name }) => !/\s/.test(name.text) && fold(name.text) === folded) ?? false,
    byFamilyName: (folded) => names.family(keysOf(folded))
      .filter((person) => person.names.some(({ kind, text }) => kind === 'family' && fold(text) === folded)),
    byGivenName(folded) {
      let persons = given.get(folded);
      if (persons) return persons;
      persons = personsGiven(names, folded);
      if (persons.length > 0) given.set(folded, persons);
      return persons;
    },
    near(folded) {
      affixes ??= fileByAffixes(names);
      const lower = folded.toLowerCase();
      const found = new Set<Spelling>();
      for (const affix of affixesOf(lower)) {
        for (const spelled of affixes.get(affix) ?? []) {
          if (Math.abs(spelled.folded.length - lower.length) <= 1 && !isGazetteer(spelled.entity) && !isBuilding(spelled.entity)) found.add(spelled);
        }
      }
      return [...found];
    },
  };
}

/** Cities of the world are many and texts name few of them: a word like one of them is more likely another name. */
export function isGazetteer({ source }: Entity): boolean {
  return source.startsWith('geonames');
}

/** Names of buildings are words more often than not: "Capitol" is no reason to doubt a "Capital". */
function isBuilding(entity: Entity): boolean {
  return entity.kind === 'place' && entity.type === 'building';
}

/** The node of the names trie at which a name ends. */
function nodeOf(names: NameIndex, text: string): NameNode | undefined {
  const [first, ...rest] = nameWords(text);
  let node = first && names.bucket(first.key);
  for (const { key } of rest) node = node?.children?.get(key);
  return node;
}

function personsGiven(names: NameIndex, folded: string): readonly Person[] {
  const persons = new Set<Person>();
  const visit = (node: NameNode): void => {
    for (const { name, entity } of node.entries) {
      if (name.kind !== 'full' || entity.kind !== 'person' || entity.order !== 'given-first') continue;
      if (fold(name.text).split(' ', 1)[0] === folded && fold(entity.family) !== folded) persons.add(entity);
    }
    node.children?.forEach(visit);
  };
  const node = nodeOf(names, folded);
  if (node) visit(node);
  return [...persons];
}

class FiledSpelling implements Spelling {
  readonly text: string;

  constructor(private readonly name: IndexedName, readonly folded: string) {
    this.text = name.text;
  }

  get entity(): Entity {
    return this.name.entity();
  }
}

function fileByAffixes(names: NameIndex): ReadonlyMap<string, readonly Spelling[]> {
  const filed = new Map<string, Spelling[]>();
  names.forEachName(SPELLED, (name) => {
    const { text } = name;
    if (text.length < SHORTEST || /[\s-]/.test(text)) return;
    const spelling = new FiledSpelling(name, fold(text));
    for (const affix of affixesOf(spelling.folded.toLowerCase())) {
      const list = filed.get(affix);
      if (list) list.push(spelling);
      else filed.set(affix, [spelling]);
    }
  });
  return filed;
}

function affixesOf(lower: string): readonly string[] {
  return [`${lower.slice(0, AFFIX)}-`, `-${lower.slice(-AFFIX)}`];
}
