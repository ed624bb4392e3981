import type { Weekday } from '../dates/calendar';
import type { Span } from '../text/span';
import type { Duration, TimeExpression, WrittenDate } from './types';

/** Units that prose counts time in. A quarter here is a quarter of a year. */
export type Unit =
  'second' | 'minute' | 'hour' | 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'year' | 'decade' | 'century';

/** How a unit, month, season or weekday is pointed at: "last March", "that year", "the following day". */
export type Reference = 'this' | 'last' | 'next' | 'that' | 'same' | 'following' | 'previous' | 'the';

/** Tense of the verbs around an expression; conditional: the future seen from a past ("said they would meet"). */
export type Tense = 'past' | 'future' | 'conditional';

/** TIMEX3 codes of the parts of a day. */
export type DayPart = 'MO' | 'MI' | 'AF' | 'EV' | 'NI' | 'DT';
export type SeasonCode = 'SP' | 'SU' | 'FA' | 'WI';

/** A time of day as written. `zone` is its offset in TIMEX3 form ("Z", "+02"), when the text names one that is known. */
export interface Clock {
  readonly hour: number;
  readonly minute?: number;
  readonly zone?: string;
}

/** A calendar date, or a season, quarter or half of a year, as written. */
export interface CalendarForm {
  readonly kind: 'calendar';
  readonly year?: number;
  readonly bc?: boolean;
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: Weekday;
  readonly season?: SeasonCode;
  /** 1 to 4, and 1 to 2. */
  readonly quarter?: number;
  readonly half?: number;
  /** "last October", "next Monday", "that summer". */
  readonly reference?: Reference;
  /** "March of that year", "the second half of last year". */
  readonly yearReference?: Reference;
  /** "the 5th of that month". */
  readonly monthReference?: Reference;
  /** A weekday with the article: "on the Friday". */
  readonly article?: boolean;
}

/** What a written expression says, before anything outside its block is consulted. */
export type Form =
  | CalendarForm
  | { readonly kind: 'numeric'; readonly a: number; readonly b: number; readonly year: number }
  /** "the last week of August", "the first two months of 1939". */
  | {
      readonly kind: 'portion';
      readonly unit: Unit;
      readonly amount: number;
      readonly from: 'start' | 'end';
      readonly of: CalendarForm;
      readonly value: string;
    }
  | { readonly kind: 'decade'; readonly start: number; readonly short: boolean }
  | { readonly kind: 'century'; readonly century: number; readonly bc: boolean }
  | { readonly kind: 'unit'; readonly unit: Unit; readonly reference: Reference; readonly count?: number }
  | { readonly kind: 'deictic'; readonly offset: number }
  | { readonly kind: 'reference'; readonly value: string }
  | {
      readonly kind: 'distance';
      readonly unit: Unit;
      readonly amount?: number;
      readonly sign: 1 | -1;
      readonly from: 'now' | 'context';
      readonly exact?: boolean;
    }
  | { readonly kind: 'duration'; readonly value: string }
  | { readonly kind: 'set'; readonly value: string }
  | { readonly kind: 'holiday'; readonly holiday: string; readonly year?: number; readonly reference?: Reference }
  | { readonly kind: 'clock' };

/** A time expression as it stands in one block: offsets are relative to the block. Pure function of the block. */
export interface WrittenTime extends Span {
  readonly form: Form;
  readonly text: string;
  /** Index of the sentence in the block. */
  readonly sentence: number;
  readonly written?: WrittenDate;
  readonly duration?: Duration;
  readonly direction?: TimeExpression['direction'];
  readonly mod?: TimeExpression['mod'];
  readonly clock?: Clock;
  readonly part?: DayPart;
  readonly preposition?: string;
  /** Opens its sentence, alone or with its preposition: "In 1995, …". */
  readonly opens?: boolean;
  /** Stands in brackets. */
  readonly bracketed?: boolean;
  readonly impossible?: 'day' | 'month';
  /** What the verbs around it say of its direction from the time of writing. */
  readonly tense?: Tense;
  /** Neighbour that is the other end of a range: the next (1) or the one before (-1). */
  readonly partner?: 1 | -1;
}

/** What a parser returns: a time without what the driver adds, and the lexemes it covers (`first` included, `last` not). */
export type Parsed = Omit<
  WrittenTime,
  'start' | 'end' | 'text' | 'sentence' | 'preposition' | 'tense' | 'opens' | 'bracketed'
> & {
  readonly first: number;
  readonly last: number;
};
