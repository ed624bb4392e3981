import type { DayRange } from '../dates/interval';
import type { Weekday } from '../dates/calendar';
import type { Span } from '../text/span';

/** How a house writes dates in digits. */
export type DateOrder = 'day-month-year' | 'month-day-year';

/** TIMEX3 types. */
export type TimeType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

/** What a value was reckoned from. */
export type TimeAnchor = 'explicit' | 'document' | 'context' | 'event' | 'none';

/** A day or part of a date as written, before it is resolved; only what stands in the text. */
export interface WrittenDate {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: Weekday;
  /** The weekday's own span, and the date's without the weekday, in document offsets. */
  readonly weekdaySpan?: Span;
  readonly dateSpan?: Span;
  readonly daySpan?: Span;
  readonly monthSpan?: Span;
  readonly yearSpan?: Span;
}

export interface Duration {
  readonly amount: number;
  readonly unit: 'day' | 'week' | 'month' | 'year' | 'decade' | 'century' | 'hour' | 'minute';
  /** "more than", "nearly", "about", "some", "at least": the amount is not to be taken exactly. */
  readonly approximate?: 'about' | 'more' | 'less';
  /** Number as a word or digits, in document offsets, for a fix. */
  readonly amountSpan?: Span;
}

/**
 * A time expression of the document, resolved as far as the text allows. Spans are document offsets.
 * `value` is TIMEX3 ("2022-02-24", "2012-FA", "P4Y", "XXXX-WXX-3", "PRESENT_REF"); `edtf` is set when the value is a date that EDTF can say.
 */
export interface TimeExpression extends Span {
  readonly text: string;
  readonly type: TimeType;
  readonly value: string;
  readonly mod?: 'START' | 'MID' | 'END' | 'APPROX' | 'BEFORE' | 'AFTER' | 'MORE_THAN' | 'LESS_THAN';
  readonly edtf?: string;
  /** Days among which it lies, or over which it extends. Undefined when it could not be resolved. */
  readonly range?: DayRange;
  readonly anchor: TimeAnchor;
  readonly written?: WrittenDate;
  /** For durations, and for "four years ago" / "two weeks later": the distance, and which way. */
  readonly duration?: Duration;
  readonly direction?: 'ago' | 'later' | 'since' | 'for';
  /**
   * Preposition or conjunction in front that says how the date is used: "since", "until", "before", "after", "by", "from", "in", "on",
   * lower case; undefined for none.
   */
  readonly preposition?: string;
  /** Both ends, for "from 24 February to 17 January": indexes of the two expressions are `rangeStart` of the later one's partner. */
  readonly rangePartner?: number;
  /** A date that no calendar has ("31 April 1975"): never resolved, `range` undefined. */
  readonly impossible?: 'day' | 'month';
  /** Why it could not be resolved: no document date, weekday without a week, ambiguous order. */
  readonly unresolved?: 'no-document-date' | 'ambiguous' | 'vague';
  /** Both readings of an ambiguous numeric date, EDTF. */
  readonly readings?: readonly string[];
  readonly block: number;
  readonly sentence: number;
  readonly quoted: boolean;
}

export type DocumentDateSource = 'user' | 'frontMatter' | 'dateline' | 'byline' | 'headline' | 'fileName' | 'none';

/** The day (or month, or year) for which the document speaks. */
export interface DocumentDate {
  readonly source: DocumentDateSource;
  /** EDTF; undefined for `none`. */
  readonly edtf?: string;
  readonly range?: DayRange;
  /** Where it stands in the text. */
  readonly span?: Span;
}
