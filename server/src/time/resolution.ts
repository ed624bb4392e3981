import { toDay } from '../dates/calendar';
import { monthRange, yearRange } from '../dates/edtf';
import type { DayRange } from '../dates/interval';
import type { Reference, WrittenTime } from './form';
import type { Narrative, PartialDate } from './narrative';
import { dateValue, pad } from './timex';
import type { TimeAnchor, TimeExpression, TimeType } from './types';

/** What resolution adds to a written expression. */
export type Resolution = Pick<TimeExpression, 'type' | 'value' | 'edtf' | 'range' | 'anchor' | 'unresolved' | 'readings'> & {
  /** The date that the story has reached with this expression. */
  readonly told?: PartialDate;
};

/** A resolved date with its day range, and time of day when the expression has one. */
export function dated(time: WrittenTime, date: PartialDate, anchor: TimeAnchor): Resolution {
  const range = rangeOf(date);
  const type: TimeType = time.part || time.clock ? 'TIME' : 'DATE';
  const value = dateValue(date) + timeOfDay(time);
  return { type, value, edtf: edtfOf(date), range, anchor, told: date };
}

function timeOfDay(time: WrittenTime): string {
  if (time.clock) return `T${pad(time.clock.hour, 2)}:${pad(time.clock.minute ?? 0, 2)}${time.clock.zone ?? ''}`;
  return time.part ? `T${time.part}` : '';
}

export function rangeOf(date: PartialDate): DayRange {
  const year = date.bc ? 1 - date.year : date.year;
  if (date.month === undefined) return yearRange(year);
  if (date.day === undefined) return monthRange(year, date.month);
  const day = toDay(year, date.month, date.day);
  return { first: day, last: day };
}

function edtfOf(date: PartialDate): string {
  if (!date.bc) return dateValue(date);
  const year = 1 - date.year;
  return dateValue({ ...date, bc: false, year: 0 }).replace(/^0000/, year < 0 ? `-${pad(-year, 4)}` : '0000');
}

export function unresolved(time: WrittenTime, value: string, story: Narrative): Resolution {
  return {
    type: time.part || time.clock ? 'TIME' : 'DATE',
    value: value + timeOfDay(time),
    anchor: 'none',
    unresolved: story.document === undefined ? 'no-document-date' : 'vague',
  };
}

/** Year meant by "that year", "next year", "last year" in the story or from the document. */
export function referredYear(reference: Reference, story: Narrative): { year: number; anchor: TimeAnchor } | undefined {
  const told = story.last?.bc ? undefined : story.last?.year;
  const own = story.document?.year;
  const shift = reference === 'next' || reference === 'following' ? 1 : reference === 'last' || reference === 'previous' ? -1 : 0;
  const fromStory =
    reference === 'that' ||
    reference === 'same' ||
    reference === 'following' ||
    reference === 'previous' ||
    (reference === 'the' && told !== undefined && (story.told || story.anchorsHere(undefined)));
  const base = fromStory ? (told ?? own) : (own ?? undefined);
  if (base === undefined) return undefined;
  return { year: base + shift, anchor: fromStory && told !== undefined ? 'context' : 'document' };
}
