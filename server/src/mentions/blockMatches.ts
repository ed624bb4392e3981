import type { NameEntry } from '../knowledge/nameIndex';
import type { TitleEntry } from '../knowledge/titleIndex';
import type { Event } from '../knowledge/types';
import type { BlockWords } from './words';

/** Words `first` (included) to `last` (not included) of the block. */
export interface WordRange {
  readonly first: number;
  readonly last: number;
}

/** A name found in a block; `entries` has one entry for each way to read it. */
export interface NameMatch extends WordRange {
  readonly entries: readonly NameEntry[];
  /** Matched although a middle initial, a patronymic or an abbreviated given name stands in the text and not in the name. */
  readonly loose?: boolean;
}

export interface TitleMatch extends WordRange {
  readonly entry: TitleEntry;
}

/** A phrase or descriptive name of one or several events, over words and names. */
export interface PhraseMatch extends WordRange {
  readonly events: readonly Event[];
  /** The words that are shown as the event: those of the phrase that belong to no other mention. */
  readonly head: WordRange;
}

/** A known family name borne by somebody whom we do not know: "Ludmila Putin". */
export interface Stranger {
  readonly key: string;
  readonly word: number;
}

/** An acronym in brackets behind its expansion, which spans `expansion`. */
export interface BracketedAcronym {
  readonly word: number;
  readonly expansion: WordRange;
}

/**
 * What one block holds, before the document is looked at; a pure function of the block's reading and the names index. Names, titles and
 * phrase heads are sorted and do not overlap.
 */
export interface BlockMatches {
  readonly words: BlockWords;
  readonly names: readonly NameMatch[];
  readonly titles: readonly TitleMatch[];
  readonly phrases: readonly PhraseMatch[];
  readonly strangers: readonly Stranger[];
  readonly acronyms: readonly BracketedAcronym[];
  /** Words such as "war" and "coup" outside phrases. */
  readonly generics: readonly number[];
}
