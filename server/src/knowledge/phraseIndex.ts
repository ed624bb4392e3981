import { COMPOUND_PREFIXES, nameWords } from './nameKeys';
import type { NamedFacts } from './nameTables';
import type { Store } from './store';
import type { TapeReader, TapeWriter } from './tape';
import type { EntityId, Event } from './types';

/** One element of a phrase: a word by its key, or a slot for any name, adjective or possessive of an entity. */
export type PhraseElement = { readonly key: string } | { readonly slot: EntityId };

/** One reading of one event phrase, alternatives chosen. */
export interface PhrasePattern {
  readonly event: Event;
  readonly elements: readonly PhraseElement[];
  /** Index of the element by which texts are searched: the most telling word. */
  readonly anchor: number;
}

/** More readings than this of one phrase are a mistake in the data; the rest is left out. */
const MAX_READINGS = 64;

const PLAIN = new Set(['the', 'a', 'an', 'of', 'in', 'on', 'at', 'by', 'to', 'for', 'and', 'or', 'with', 'from', 'between', 'over', 'against', 'into',
  'was', 'were', 'is', 'had', 'has', 'its', 'his', 'her', 'their', 'first', 'second', 'new']);

/**
 * Compiles the phrases of all events (form: knowledge/README.md): by the key of their anchor, longest first. Phrases without any word of their own
 * cannot be searched and are left out.
 */
export function compilePhrases(facts: NamedFacts): ReadonlyMap<string, readonly PhrasePattern[]> {
  const index = new Map<string, PhrasePattern[]>();
  for (const entity of facts.entities) {
    if (entity.kind !== 'event') continue;
    for (const elements of [...entity.phrases.flatMap(readings), ...phrasesOfNames(facts, entity)]) {
      const anchor = anchorOf(elements);
      if (anchor < 0) continue;
      const key = (elements[anchor] as { key: string }).key;
      const list = index.get(key);
      const pattern = { event: entity, elements, anchor };
      if (list) list.push(pattern);
      else index.set(key, [pattern]);
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.elements.length - a.elements.length);
  return index;
}

export function writePattern(tape: TapeWriter, { event, elements, anchor }: PhrasePattern): void {
  tape.text(event.id);
  tape.number(anchor);
  tape.list(elements, (element) => {
    tape.flag('slot' in element);
    tape.text('slot' in element ? element.slot : element.key);
  });
}

/** Reads the patterns of one anchor. Their events are made when a pattern is looked at that far: "war" anchors hundreds. */
export function readPatterns(store: Store, tape: TapeReader, end: number): readonly PhrasePattern[] {
  const patterns: PhrasePattern[] = [];
  while (tape.position < end) {
    const ordinal = tape.number();
    const anchor = tape.number();
    const elements = tape.list((): PhraseElement => (tape.flag() ? { slot: tape.text() } : { key: tape.text() }));
    patterns.push(new StoredPattern(store, ordinal, elements, anchor));
  }
  return patterns;
}

class StoredPattern implements PhrasePattern {
  constructor(private readonly store: Store, private readonly ordinal: number, readonly elements: readonly PhraseElement[], readonly anchor: number) {}

  get event(): Event {
    return this.store.entity(this.ordinal) as Event;
  }
}

/** All readings of a phrase: each `(a|b)` chosen in turn; an empty alternative makes the group optional. */
function readings(phrase: string): PhraseElement[][] {
  let results: PhraseElement[][] = [[]];
  for (const part of phrase.split(/(\([^()]*\))/)) {
    if (part.trim() === '') continue;
    const choices = (part.startsWith('(') ? part.slice(1, -1).split('|') : [part]).map(elementsOf);
    const next: PhraseElement[][] = [];
    for (const done of results) {
      for (const choice of choices) if (next.length < MAX_READINGS) next.push([...done, ...choice]);
    }
    results = next;
  }
  return results;
}

/**
 * Names of an event in which its parties are named are phrases as well: "Russo-Ukrainian war" also means "the Russian-Ukrainian war" and "the
 * Ukraine-Russia war".
 */
function phrasesOfNames(facts: NamedFacts, event: Event): PhraseElement[][] {
  const parties = new Map<string, EntityId>();
  for (const id of [...event.parties, ...event.places]) {
    for (const { text } of facts.entity(id)?.names ?? []) {
      const words = nameWords(text);
      if (words.length === 1) parties.set(words[0]!.key, id);
    }
  }
  const found: PhraseElement[][] = [];
  for (const { text } of event.names) {
    const elements = nameWords(text).map(({ key }): PhraseElement => {
      const party = parties.get(COMPOUND_PREFIXES.get(key) ?? key);
      return party === undefined ? { key } : { slot: party };
    });
    if (!elements.some((element) => 'slot' in element)) continue;
    found.push(elements);
    const [first, second, ...rest] = elements;
    if (first && second && 'slot' in first && 'slot' in second) found.push([second, first, ...rest]);
  }
  return found;
}

function elementsOf(text: string): PhraseElement[] {
  const elements: PhraseElement[] = [];
  for (const part of text.split(/(\{[^{}]*\}(?:['’]s?)?)/)) {
    const slot = /^\{([^{}]*)\}/.exec(part);
    if (slot) elements.push({ slot: slot[1]!.trim() });
    else for (const { key } of nameWords(part)) elements.push({ key });
  }
  return elements;
}

function anchorOf(elements: readonly PhraseElement[]): number {
  let best = -1;
  let weight = 0;
  elements.forEach((element, i) => {
    if (!('key' in element)) return;
    const own = PLAIN.has(element.key) ? 0.5 : element.key.length;
    if (own > weight) {
      weight = own;
      best = i;
    }
  });
  return best;
}
