import { isNationality } from '../knowledge/nameIndex';
import type { BlockReading } from '../text/types';
import type { NameMatch, Stranger, TitleMatch } from './blockMatches';
import {
  AMERICAN_STATES, CALENDAR, HEADS_AFTER, HEADS_BEFORE_OF, HONORIFICS, OPENERS, TRANSPARENT_BEFORE,
} from './vocabulary';
import { Gap, Shape, type BlockWords } from './words';

/** How the sentences of a block use capitals. */
export interface Casing {
  /** Whether the word's sentence is written In Title Case, so that capitals say nothing. */
  titleCase(word: number): boolean;
  /** Whether the word's sentence is WRITTEN IN CAPITALS. */
  capitals(word: number): boolean;
}

/** Counts capitals sentence by sentence. A sentence with a full stop is no title. */
export function readCasing(words: BlockWords, reading: BlockReading): Casing {
  const { sentences, tokens } = reading;
  const tallies = sentences.map(() => ({ capital: 0, upper: 0, long: 0, all: 0 }));
  for (let i = 0; i < words.count; i++) {
    const length = words.end[i]! - words.start[i]!;
    const shape = words.shape[i]!;
    if (length < 2 || shape === Shape.Other) continue;
    const tally = tallies[words.sentence[i]!]!;
    tally.all++;
    if (shape === Shape.Upper) tally.upper++;
    if (length < 4) continue;
    tally.long++;
    if (shape !== Shape.Lower) tally.capital++;
  }
  const kinds = tallies.map(({ capital, upper, long, all }, i) => ({
    title: long > 2 && capital / long > 0.75 && tokens[sentences[i]!.last - 1]?.text !== '.',
    upper: all > 3 && upper / all > 0.6,
  }));
  return {
    titleCase: (word) => kinds[words.sentence[word]!]?.title ?? false,
    capitals: (word) => kinds[words.sentence[word]!]?.upper ?? false,
  };
}

/**
 * Drops the names that are parts of a longer name which we do not know ("George Washington University", "Chad Smith", "the Bank of
 * England", "Paris, Texas"): a wrong link is worse than none. Known family names borne by strangers are noted in `strangers`.
 */
export function judgeSurroundings(
  words: BlockWords, casing: Casing, names: readonly NameMatch[], titles: readonly TitleMatch[], strangers: Stranger[],
): NameMatch[] {
  if (names.length === 0) return [];
  const cover = new Uint8Array(words.count);
  for (const range of names) cover.fill(1, range.first, range.last);
  for (const range of titles) cover.fill(2, range.first, range.last);
  const judge = new Judge(words, casing, cover);
  const kept: NameMatch[] = [];
  names.forEach((match, i) => {
    const before = names[i - 1];
    const tail = before !== undefined && before.last === match.first && words.gap[match.first] === Gap.Space && isBareFamily(before)
      && isBareFamily(match);
    const reading = tail ? undefined : judge.reduce(match, names[i + 1]);
    if (reading) kept.push(reading);
    else if (isBareFamily(match)) strangers.push({ key: words.key.slice(match.first, match.last).join(' '), word: match.first });
  });
  return kept;
}

class Judge {
  constructor(private readonly words: BlockWords, private readonly casing: Casing, private readonly cover: Uint8Array) {}

  /** The match without the readings that its surroundings rule out; undefined when none is left. */
  reduce(match: NameMatch, next: NameMatch | undefined): NameMatch | undefined {
    const entries = match.entries.filter((entry) => {
      const { kind } = entry.name;
      if (isNationality(kind)) return !this.beforeHead(match);
      if (entry.entity.kind === 'event') return true;
      if (entry.entity.kind === 'person') return kind === 'family' || kind === 'given' ? this.bareFamily(match) : this.fullPerson(match);
      if (entry.entity.kind === 'organisation' && kind !== 'acronym' && this.partOfBody(match, HOME_TYPES.has(entry.entity.type))) return false;
      return this.placeLike(match, kind === 'acronym', next);
    });
    return entries.length === match.entries.length ? match : entries.length > 0 ? { ...match, entries } : undefined;
  }

  /** "Korean Air", "English Channel": an adjective that begins a name. */
  private beforeHead({ last }: NameMatch): boolean {
    const { count, gap, key, shape } = this.words;
    return last < count && gap[last] === Gap.Space && shape[last] === Shape.Capital && ADJECTIVE_HEADS.has(key[last]!) && !this.casing.titleCase(last);
  }

  /** "the Democratic Party of Ruritania", "the Social Democratic and Labour Party": a common name inside another body's. */
  private partOfBody({ first, last }: NameMatch, common: boolean): boolean {
    const { count, gap, key, shape, possessive } = this.words;
    if (last + 1 < count && gap[last] === Gap.Space && key[last] === 'of' && gap[last + 1] === Gap.Space && !possessive[last - 1]) {
      const at = key[last + 1] === 'the' ? last + 2 : last + 1;
      if (at < count && shape[at] !== Shape.Lower && shape[at] !== Shape.Other && !(key[at] === 'un' || (key[at] === 'united' && key[at + 1] === 'nations'))) return true;
    }
    return common && first > 1 && key[first - 1] === 'and' && gap[first] === Gap.Space && gap[first - 1] === Gap.Space && this.cover[first - 2] === 0
      && shape[first - 2] === Shape.Capital && this.words.sentence[first - 2] === this.words.sentence[first] && !this.startsSentence(first - 2);
  }

  private fullPerson({ first, last }: NameMatch): boolean {
    const { count, gap, key, shape, possessive } = this.words;
    if (last < count && gap[last] === Gap.Space && !possessive[last - 1] && shape[last] === Shape.Capital && HEADS_AFTER.has(key[last]!)) return false;
    return last - first > 1 || this.bareFamily({ first, last, entries: [] });
  }

  private bareFamily({ first, last }: NameMatch): boolean {
    const { words, cover } = this;
    if (last < words.count && words.gap[last] === Gap.Space && words.shape[last] !== Shape.Lower && ORDINALS.has(words.key[last]!)) return false;
    if (this.unknownAt(last) && !words.possessive[last - 1]) return false;
    if (last < words.count && words.gap[last] === Gap.Space && cover[last] === 1 && words.shape[last] === Shape.Capital && !words.possessive[last - 1]
      && !this.casing.titleCase(first)) return false;
    if (first > 0 && words.gap[first] === Gap.Joined && words.shape[first - 1] === Shape.Lower && !COMPOUND.has(words.key[first - 1]!)) return false;
    if (last < this.words.count && this.words.gap[last] === Gap.Joined && this.unknownAt(last, true)) return false;
    if (last < words.count && words.gap[last] === Gap.Space && words.shape[last] === Shape.Lower && ARABIC.has(words.key[last]!)) return false;
    if (first > 0 && PARTICLES.has(this.words.key[first - 1]!) && this.cover[first - 1] === 0 && this.words.gap[first]! <= Gap.Joined) return false;
    const before = this.unknownBefore(first);
    return !before || HONORIFICS.has(this.words.key[first - 1]!);
  }

  private placeLike(match: NameMatch, acronym: boolean, next: NameMatch | undefined): boolean {
    const { first, last } = match;
    const { key, gap, possessive, count, shape } = this.words;
    const behind = last < count && gap[last] === Gap.Space && !possessive[last - 1];
    const heading = this.casing.titleCase(first);
    if (behind && shape[last] === Shape.Capital && HEADS_AFTER.has(key[last]!) && this.cover[last] === 0 && !(heading && acronym)) return false;
    if (!acronym) {
      if (behind && this.unknownAt(last)) return false;
      if (behind && next && next.first === last && isBareFamily(next)) return false;
      if (behind && (key[last] === 'river' || key[last] === 'valley')) return false;
      if (this.unknownBefore(first) && !TRANSPARENT_BEFORE.has(key[first - 1]!)) return false;
    }
    if (last < count && gap[last] === Gap.Joined && shape[last] === Shape.Capital && this.unknownAt(last, true) && last - first === 1 && !acronym) {
      return false;
    }
    if (last < count && gap[last] === Gap.Comma && shape[last] === Shape.Capital && this.cover[last] === 0 && AMERICAN_STATES.has(key[last]!)) return false;
    return !this.ofHead(first) && !this.isHead(match);
  }

  /** "the Gulf of Guinea": the name is the head of a longer one. */
  private isHead({ last }: NameMatch): boolean {
    const { count, gap, key, shape } = this.words;
    return last + 1 < count && key[last] === 'of' && gap[last] === Gap.Space && HEADS_BEFORE_OF.has(key[last - 1]!)
      && gap[last + 1] === Gap.Space && (shape[last + 1] === Shape.Capital || (key[last + 1] === 'the' && shape[last + 2] === Shape.Capital));
  }

  /** "the Bank of England", "the University of the Philippines". */
  private ofHead(first: number): boolean {
    const { key, gap, shape, possessive } = this.words;
    let at = first - 1;
    if (at > 0 && key[at] === 'the' && gap[at + 1] === Gap.Space) at--;
    if (at < 1 || key[at] !== 'of' || gap[at + 1] !== Gap.Space || gap[at] !== Gap.Space || possessive[at - 1]) return false;
    return shape[at - 1] !== Shape.Lower && HEADS_BEFORE_OF.has(key[at - 1]!) && !this.startsSentence(at - 1) && !this.casing.titleCase(first);
  }

  /** Whether a capitalised word that belongs to no mention stands at `word`, with only white space (or a hyphen) in front. */
  private unknownAt(word: number, joined = false): boolean {
    const { count, gap, shape, key } = this.words;
    return word < count && gap[word] === (joined ? Gap.Joined : Gap.Space) && (shape[word] === Shape.Capital || shape[word] === Shape.Mixed)
      && this.cover[word] === 0 && !CALENDAR.has(key[word]!) && !SMALL_WORDS.has(key[word]!) && !this.casing.titleCase(word);
  }

  private unknownBefore(first: number): boolean {
    const { gap, shape, key, possessive } = this.words;
    const before = first - 1;
    if (before < 0 || gap[first]! > Gap.Joined || possessive[before] || this.cover[before] !== 0) return false;
    if (shape[before] !== Shape.Capital && shape[before] !== Shape.Mixed) return false;
    const word = key[before]!;
    if (CALENDAR.has(word) || this.casing.titleCase(first) || (shape[before] === Shape.Mixed && gap[first] === Gap.Joined)) return false;
    if (gap[first] === Gap.Joined && COMPOUND.has(word)) return false;
    return !(this.startsSentence(before) && (OPENERS.has(word) || /(?:ly|ing|ed|ers|ors|ists|ials)$/.test(word))) && !SMALL_WORDS.has(word);
  }

  private startsSentence(word: number): boolean {
    return this.words.gap[word]! >= Gap.Bracket;
  }
}

function isBareFamily(match: NameMatch): boolean {
  return match.entries.every((entry) => entry.entity.kind === 'person' && (entry.name.kind === 'family' || entry.name.kind === 'given'));
}

const SMALL_WORDS = new Set(['the', 'a', 'an', 'and', 'or', 'but', 'in', 'on', 'at', 'of', 'to', 'for', 'with', 'from', 'by', 'as', 'i', 'is', 'was', 'he', 'she', 'it',
  'that', 'this', 'when', 'if', 'not', 'no', 'yes', 'who', 'why', 'what', 'how', 'where']);
/** Kinds of organisations that every country has. */
const HOME_TYPES = new Set(['party', 'ministry', 'legislature', 'court', 'agency', 'bank']);
/** "Prince Albert I" is not Albert II. */
const ORDINALS = new Set(['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv', 'xvi', 'xvii', 'xviii', 'xx', 'xxiii']);
/** Parts of longer family names: "Saif al-Islam", "van Gogh". */
const PARTICLES = new Set(['al', 'el', 'ul', 'bin', 'ibn', 'abu', 'van', 'von', 'der', 'den', 'de', 'del', 'della', 'di', 'da', 'dos', 'bint', 'ould', 'ben', 'la', 'le', 'o']);
/** Behind a given name they begin the rest: "Nasser al-Marri". */
const ARABIC = new Set(['al', 'el', 'bin', 'ibn', 'bint', 'abu', 'ould']);
const COMPOUND = new Set(['pro', 'anti', 'non', 'post', 'pre', 'ex', 'inter', 'intra', 'trans', 'neo', 'pan', 'then']);
const ADJECTIVE_HEADS = new Set(['air', 'airlines', 'airways', 'channel', 'sea', 'ocean', 'gulf', 'open', 'times', 'post', 'journal', 'street', 'town', 'river',
  'bay', 'road', 'lines', 'telecom', 'premier']);
