import type { NameIndex } from '../knowledge/nameIndex';
import type { PhrasePattern } from '../knowledge/phraseIndex';
import type { EntityId, Event } from '../knowledge/types';
import type { NameMatch, PhraseMatch, TitleMatch, WordRange } from './blockMatches';
import { Gap, type BlockWords } from './words';

/** Words that writers put into a phrase without changing what it means. */
const FILLERS = new Set(['full', 'scale', 'all', 'out', 'unprovoked', 'illegal', 'military', 'ongoing', 'bloody', 'brutal', 'disastrous', 'ill', 'fated', 'abortive',
  'failed', 'surprise', 'armed', 'so', 'called', 'wider', 'devastating', 'long', 'running', 'first', 'subsequent', 'initial', 'forcible', 'unilateral', 'bitter',
  'current', 'whole', 'entire', 'short', 'controversial', 'successful', 'botched', 'violent']);
const ARTICLES = new Set(['the', 'a', 'an', 'its', 'his', 'her', 'their']);
/** Never shown alone as the head of an event. */
const WEAK = new Set(['the', 'a', 'an', 'of', 'in', 'on', 'at', 'by', 'to', 'for', 'and', 'or', 'with', 'from', 'between', 'over', 'against', 'into', 'its', 'his',
  'was', 'were', 'is', 'are', 'had', 'has', 'on', 'among', 'their', 'her']);
const MAX_FILLERS = 3;

/**
 * Event phrases and descriptive event names of a block. A slot is filled by any name, adjective or possessive of its entity, or by the
 * capital that stands for it. `anchors` are the words at which a phrase may be anchored.
 */
export function matchPhrases(
  words: BlockWords, index: NameIndex, names: readonly NameMatch[], titles: readonly TitleMatch[], anchors: readonly number[],
  eventNames: readonly (WordRange & { readonly events: readonly Event[] })[],
): PhraseMatch[] {
  const byFirst = new Map(names.map((name) => [name.first, name]));
  const byLast = new Map(names.map((name) => [name.last, name]));
  const matcher = new PhraseMatcher(words, index, byFirst, byLast);
  const hits: (WordRange & { events: Event[] })[] = eventNames.map(({ first, last, events }) => ({ first, last, events: [...events] }));
  for (const anchor of anchors) {
    for (const pattern of index.phrases.get(words.key[anchor]!) ?? []) {
      const range = matcher.match(pattern, anchor);
      if (range) hits.push({ ...range, events: [pattern.event] });
    }
  }
  if (hits.length === 0) return [];
  hits.sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first);
  const kept: (WordRange & { events: Event[] })[] = [];
  for (const hit of hits) {
    const same = kept.find((other) => other.first === hit.first && other.last === hit.last);
    if (same) same.events.push(...hit.events.filter((event) => !same.events.includes(event)));
    else if (!kept.some((other) => other.first < hit.last && hit.first < other.last)) kept.push(hit);
  }
  const covered = coverage(words.count, names, titles);
  const result: PhraseMatch[] = [];
  for (const hit of kept) {
    const head = headOf(words, hit, covered);
    if (head) result.push({ ...hit, head });
  }
  return result.sort((a, b) => a.first - b.first);
}

class PhraseMatcher {
  constructor(
    private readonly words: BlockWords, private readonly index: NameIndex,
    private readonly byFirst: ReadonlyMap<number, NameMatch>, private readonly byLast: ReadonlyMap<number, NameMatch>,
  ) {}

  match(pattern: PhrasePattern, anchor: number): WordRange | undefined {
    const last = this.forward(pattern, pattern.anchor + 1, anchor + 1);
    if (last < 0) return undefined;
    const first = this.backward(pattern, pattern.anchor - 1, anchor);
    return first < 0 ? undefined : { first, last };
  }

  private forward(pattern: PhrasePattern, element: number, at: number): number {
    const { count, gap, key } = this.words;
    for (let e = element; e < pattern.elements.length; e++) {
      const wanted = pattern.elements[e]!;
      let fillers = 0;
      for (;;) {
        if (at >= count || gap[at]! > Gap.Joined) return -1;
        if ('key' in wanted) {
          if (key[at] === wanted.key) {
            at++;
            break;
          }
        } else {
          const name = this.byFirst.get(at);
          if (name && this.fills(name, wanted.slot)) {
            at = name.last;
            break;
          }
        }
        if (!this.skippable(at) || ++fillers > MAX_FILLERS) return -1;
        at++;
      }
    }
    return at;
  }

  private backward(pattern: PhrasePattern, element: number, at: number): number {
    const { gap, key } = this.words;
    for (let e = element; e >= 0; e--) {
      const wanted = pattern.elements[e]!;
      let fillers = 0;
      for (;;) {
        if (at <= 0 || gap[at]! > Gap.Joined) return -1;
        if ('key' in wanted) {
          if (key[at - 1] === wanted.key) {
            at--;
            break;
          }
        } else {
          const name = this.byLast.get(at);
          if (name && this.fills(name, wanted.slot)) {
            at = name.first;
            break;
          }
        }
        if (!this.skippable(at - 1) || ++fillers > MAX_FILLERS) return -1;
        at--;
      }
    }
    return at;
  }

  private skippable(word: number): boolean {
    const key = this.words.key[word]!;
    return ARTICLES.has(key) || FILLERS.has(key);
  }

  private fills(name: NameMatch, slot: EntityId): boolean {
    return name.entries.some(({ entity }) => entity.id === slot
      || (entity.kind === 'place' && (entity.metonymOf === slot || this.index.knowledge.capitalOf(entity.id).includes(slot))));
  }
}

function coverage(count: number, names: readonly NameMatch[], titles: readonly TitleMatch[]): Uint8Array {
  const covered = new Uint8Array(count);
  for (const range of names) covered.fill(1, range.first, range.last);
  for (const range of titles) covered.fill(1, range.first, range.last);
  return covered;
}

/** The longest run of uncovered words of the phrase, without small words at its ends. */
function headOf(words: BlockWords, range: WordRange, covered: Uint8Array): WordRange | undefined {
  let best: WordRange | undefined;
  let from = range.first;
  for (let i = range.first; i <= range.last; i++) {
    if (i < range.last && covered[i] === 0) continue;
    let first = from;
    let last = i;
    while (first < last && WEAK.has(words.key[first]!)) first++;
    while (last > first && WEAK.has(words.key[last - 1]!)) last--;
    if (last > first && (!best || last - first > best.last - best.first)) best = { first, last };
    from = i + 1;
  }
  return best;
}
