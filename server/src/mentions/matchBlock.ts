import { COMPOUND_PREFIXES } from '../knowledge/nameKeys';
import type { NameEntry, NameIndex, NameNode } from '../knowledge/nameIndex';
import type { TitleEntry, TitleNode } from '../knowledge/titleIndex';
import type { Event } from '../knowledge/types';
import type { BlockReading } from '../text/types';
import type { BlockMatches, BracketedAcronym, NameMatch, PhraseMatch, Stranger, TitleMatch } from './blockMatches';
import { matchPhrases } from './phrases';
import { judgeSurroundings, readCasing, type Casing } from './surroundings';
import { EVENT_WORDS } from './vocabulary';
import { blockWords, Gap, Shape, type BlockWords } from './words';

const cache = new WeakMap<NameIndex, WeakMap<BlockReading, BlockMatches>>();

/**
 * Stage 1: all names, titles and event phrases of a block, longest first from the left, without a look at the rest of the document. Pure
 * in its arguments; results are kept as long as the reading lives.
 */
export function matchBlock(reading: BlockReading, index: NameIndex): BlockMatches {
  let byReading = cache.get(index);
  if (!byReading) cache.set(index, (byReading = new WeakMap()));
  const known = byReading.get(reading);
  if (known) return known;
  const matches = new BlockMatcher(reading, blockWords(reading), index).run();
  byReading.set(reading, matches);
  return matches;
}

/** What can begin or hang on a word: one look-up for each word of the text. */
const TITLE = 1;
const ANCHOR = 2;
const GENERIC = 4;
const LOWER = 8;
const starters = new WeakMap<NameIndex, ReadonlyMap<string, number>>();

function startersOf(index: NameIndex): ReadonlyMap<string, number> {
  let flags = starters.get(index) as Map<string, number> | undefined;
  if (flags) return flags;
  flags = new Map();
  const mark = (keys: Iterable<string>, flag: number) => {
    for (const key of keys) flags!.set(key, (flags!.get(key) ?? 0) | flag);
  };
  mark(index.titles.keys(), TITLE);
  mark(index.phrases.keys(), ANCHOR);
  mark(EVENT_WORDS.keys(), GENERIC);
  mark(index.lowerStarts, LOWER);
  starters.set(index, flags);
  return flags;
}

interface EventName {
  readonly first: number;
  readonly last: number;
  readonly events: readonly Event[];
}

class BlockMatcher {
  private readonly casing: Casing;
  private readonly names: NameMatch[] = [];
  private readonly titles: TitleMatch[] = [];
  private readonly eventNames: EventName[] = [];
  private readonly anchors: number[] = [];
  private readonly candidates: number[] = [];

  constructor(reading: BlockReading, private readonly words: BlockWords, private readonly index: NameIndex) {
    this.casing = readCasing(words, reading);
  }

  run(): BlockMatches {
    this.scan();
    const { words } = this;
    const strangers: Stranger[] = [];
    const names = judgeSurroundings(words, this.casing, this.names, this.titles, strangers);
    const phrases: PhraseMatch[] = this.anchors.length + this.eventNames.length > 0
      ? matchPhrases(words, this.index, names, this.titles, this.anchors, this.eventNames)
      : [];
    const generics = this.candidates.filter((word) => !phrases.some((phrase) => phrase.first <= word && word < phrase.last)
      && !names.some((name) => name.first <= word && word < name.last));
    return { words, names, titles: this.titles, phrases, strangers, acronyms: this.acronyms(), generics };
  }

  private scan(): void {
    const { words, index } = this;
    const { count, key, shape } = words;
    const flags = startersOf(index);
    let i = 0;
    while (i < count) {
      const flag = flags.get(key[i]!) ?? 0;
      const small = shape[i] === Shape.Lower;
      if (flag === 0 && small) {
        i++;
        continue;
      }
      if (flag & ANCHOR) this.anchors.push(i);
      if (flag & GENERIC) this.candidates.push(i);
      const title = flag & TITLE ? this.titleAt(i) : undefined;
      const options = !small || (flag & LOWER && !(key[i] === 'the' && shape[i + 1] === Shape.Lower)) ? this.namesAt(i) : undefined;
      const name = options && this.choose(options);
      if (name && key[i] === 'the' && this.longerFromNext(i, name.last)) {
        i++;
        continue;
      }
      if (name && (!title || name.last > title.last)) {
        this.names.push(name);
        this.noteAnchors(i + 1, name.last);
        i = name.last;
      } else if (title) {
        this.titles.push(title);
        i = title.last;
      } else {
        i++;
      }
    }
  }

  /** "the Gulf Cooperation Council": a name with its article ("the Gulf") gives way to a longer one behind the article. */
  private longerFromNext(i: number, last: number): boolean {
    const next = i + 1 < this.words.count ? this.namesAt(i + 1) : undefined;
    return next !== undefined && next[0]!.last > last;
  }

  private noteAnchors(first: number, last: number): void {
    for (let i = first; i < last; i++) if (this.index.phrases.has(this.words.key[i]!)) this.anchors.push(i);
  }

  /** The longest of the names that start at one word, unless a title begins inside it and goes on behind it. */
  private choose(options: readonly NameMatch[]): NameMatch | undefined {
    for (const option of options) {
      let title: TitleMatch | undefined;
      for (let k = option.first + 1; k < option.last && !title; k++) {
        const inner = this.titleAt(k);
        if (inner && inner.last > option.last) title = inner;
      }
      if (!title) return option;
    }
    return options[0]!.last - options[0]!.first > 1 ? undefined : options[0];
  }

  private titleAt(start: number): TitleMatch | undefined {
    const { key, gap, shape, possessive, count } = this.words;
    let node: TitleNode | undefined = this.index.titles.get(key[start]!);
    let best: TitleEntry | undefined;
    let last = start;
    for (let i = start; node; ) {
      if (node.entry && (!node.entry.capitals || shape[i] === Shape.Upper)) {
        best = node.entry;
        last = i + 1;
      }
      if (possessive[i]) break;
      i++;
      if (i >= count || gap[i]! > Gap.Joined) break;
      node = node.children?.get(key[i]!);
    }
    return best && { first: start, last, entry: best };
  }

  /** Names that start at a word, longest first; names of events that are mere descriptions are set aside as phrases. */
  private namesAt(start: number): NameMatch[] | undefined {
    const { key, possessive, gap, count } = this.words;
    const found: NameMatch[] = [];
    const plain = this.index.bucket(key[start]!);
    if (plain) this.walk(plain, start, start, found);
    if (possessive[start]) {
      const owner = this.index.bucket(`${key[start]!}'s`);
      if (owner?.children) this.step(owner, start, start, found);
    }
    if (plain?.children && found.length === 0 || plain?.children && found[found.length - 1]!.last === start + 1) this.loosely(plain, start, found);
    if (found.length === 0 && key[start]!.length <= 2) this.initials(start, found);
    if (found.length === 0 && start + 1 < count && gap[start + 1] === Gap.Joined) this.prefix(start, found);
    return found.length > 0 ? found.reverse() : undefined;
  }

  private walk(node: NameNode, start: number, at: number, found: NameMatch[]): void {
    if (node.entries.length > 0) this.take(node.entries, start, at + 1, found);
    if (node.children && !this.words.possessive[at]) this.step(node, start, at, found);
  }

  private step(node: NameNode, start: number, at: number, found: NameMatch[]): void {
    const { key, gap, count, possessive } = this.words;
    const next = at + 1;
    if (next >= count || gap[next]! > Gap.Joined) return;
    const child = node.children!.get(key[next]!);
    if (child) this.walk(child, start, next, found);
    if (possessive[next]) {
      const owner = node.children!.get(`${key[next]!}'s`);
      if (!owner) return;
      if (owner.entries.length > 0) this.take(owner.entries, start, next + 1, found);
      if (owner.children) this.step(owner, start, next, found);
    }
  }

  private take(entries: readonly NameEntry[], start: number, last: number, found: NameMatch[]): void {
    const fitting = entries.filter((entry) => this.fits(entry, start, last));
    if (fitting.length === 0) return;
    const events = fitting.filter((entry) => entry.entity.kind === 'event');
    if (events.length > 0 && last - start > 1 && !this.isProper(start, last)) {
      this.eventNames.push({ first: start, last, events: [...new Set(events.map((entry) => entry.entity as Event))] });
      if (events.length === fitting.length) return;
    }
    found.push({ first: start, last, entries: fitting });
  }

  /** Given names alone name nobody, except those who have no other name. */
  private fits(entry: NameEntry, start: number, last: number): boolean {
    if (entry.name.kind === 'given' && !(entry.entity.kind === 'person' && entry.entity.order === 'single')) return false;
    const { shape, key } = this.words;
    const { demands } = entry;
    for (let i = start; i < last; i++) {
      const form = shape[i]!;
      const demand = demands[i - start];
      if (demand === 'C') {
        if (form === Shape.Lower) return false;
        if (form === Shape.Upper && last - start === 1 && key[i]!.length < 4 && entry.entity.kind === 'person') return false;
      } else if (demand === 'U') {
        if (form !== Shape.Upper && form !== Shape.Other && !(form === Shape.Mixed && key[i]!.length < 6)) return false;
        if (last - start === 1 && this.casing.capitals(i) && COMMON_CAPITALS.has(key[i]!)) return false;
      }
    }
    return true;
  }

  /** Whether all words of weight stand with a capital: then the words are a name of their own. */
  private isProper(start: number, last: number): boolean {
    const { shape, key } = this.words;
    for (let i = start; i < last; i++) if (shape[i] === Shape.Lower && !SMALL.has(key[i]!)) return false;
    return !this.casing.titleCase(start);
  }

  /** "Sergei Kuzhugetovich Shoigu", "Boris A. Johnson": a patronymic or initials between the parts of a known name. */
  private loosely(node: NameNode, start: number, found: NameMatch[]): void {
    const { key, gap, count, shape, possessive } = this.words;
    let middle = start + 1;
    while (middle < count && middle < start + 3 && gap[middle] === Gap.Space && !possessive[middle - 1] && shape[middle] === Shape.Capital
      && (key[middle]!.length === 1 || PATRONYMIC.test(key[middle]!))) {
      middle++;
      const child = middle < count && gap[middle] === Gap.Space ? node.children!.get(key[middle]!) : undefined;
      const entries = child?.entries.filter((entry) => entry.entity.kind === 'person' && shape[middle] !== Shape.Lower
        && !contradicts(entry, key.slice(start + 1, middle)));
      if (entries && entries.length > 0) {
        found.push({ first: start, last: middle + 1, entries, loose: true });
        return;
      }
    }
  }

  /** "V. Putin": initials and a family name that one person bears. */
  private initials(start: number, found: NameMatch[]): void {
    const { key, gap, shape, count } = this.words;
    if (key[start]!.length === 1 ? shape[start] !== Shape.Capital && shape[start] !== Shape.Upper : shape[start] !== Shape.Upper) return;
    let last = start + 1;
    while (last < count && last < start + 3 && key[last]!.length === 1 && gap[last]! <= Gap.Joined) last++;
    if (last >= count || gap[last] !== Gap.Space || shape[last] === Shape.Lower || this.words.end[start]! - this.words.start[start]! <= key[start]!.length) return;
    const persons = this.index.family(key[last]!).filter((person) => person.order === 'given-first'
      && person.name.charAt(0).toLowerCase() === key[start]!.charAt(0));
    if (persons.length !== 1) return;
    const person = persons[0]!;
    found.push({ first: start, last: last + 1, entries: [{ name: person.names[0]!, entity: person, demands: 'CC' }], loose: true });
  }

  /** "Sino-Russian": the prefix stands for the adjective. */
  private prefix(start: number, found: NameMatch[]): void {
    const adjective = COMPOUND_PREFIXES.get(this.words.key[start]!);
    const entries = adjective && this.index.bucket(adjective)?.entries.filter((entry) => entry.name.kind === 'adjective');
    if (entries && entries.length > 0) found.push({ first: start, last: start + 1, entries });
  }

  /** "the Shanghai Cooperation Organisation (SCO)": an acronym in brackets whose letters begin the words in front. */
  private acronyms(): BracketedAcronym[] {
    const { gap, shape, key, count } = this.words;
    const result: BracketedAcronym[] = [];
    for (let i = 2; i < count; i++) {
      if (gap[i] !== Gap.Bracket || shape[i] !== Shape.Upper || (i + 1 < count && gap[i + 1] === Gap.Space)) continue;
      const first = expansionStart(this.words, i, key[i]!.replace('+', ''));
      if (first >= 0) result.push({ word: i, expansion: { first, last: i } });
    }
    return result;
  }
}

/** Where the words begin whose initials are the acronym, going left from it; -1 if there are none. Small words may be left out. */
function expansionStart(words: BlockWords, acronym: number, letters: string): number {
  let at = acronym - 1;
  let letter = letters.length - 1;
  while (at >= 0 && letter >= 0 && acronym - at <= letters.length + 6) {
    if (words.key[at]!.charAt(0) === letters[letter]) letter--;
    else if (words.shape[at] !== Shape.Lower) return -1;
    if (letter < 0) return words.shape[at] === Shape.Lower ? -1 : at;
    if (words.gap[at]! > Gap.Joined) return -1;
    at--;
  }
  return -1;
}

function contradicts(entry: NameEntry, middle: readonly string[]): boolean {
  const person = entry.entity;
  return person.names.some((name) => {
    const parts = name.text.split(' ');
    const own = parts.slice(1, -1).map((part) => part.charAt(0).toLowerCase());
    return own.length > 0 && parts[0] === entry.name.text.split(' ')[0] && !own.includes(middle[0]!.charAt(0));
  });
}

const PATRONYMIC = /(?:ovich|evich|yevich|ovych|evych|ovna|evna|yevna|ivna|ichna|inichna)$/;
const SMALL = new Set(['of', 'the', 'and', 'in', 'on', 'at', 'for', 'de', 'la', 'le', 'al']);
/** Acronyms that are plain words when everything is in capitals. */
const COMMON_CAPITALS = new Set(['us', 'who', 'it', 'is', 'am', 'an', 'so', 'he', 'as', 'at', 'or', 'me', 'no', 'go', 'do', 'in', 'on', 'to', 'by']);
