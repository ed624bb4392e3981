import type { Day } from './calendar';

/**
 * A stretch of days, both ends included. What it means depends on the reader: the extent of something that lasts, or the days
 * among which a moment lies ("in March 2014": some day from the 1st to the 31st). An open end is `±Infinity`.
 */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

/** Answer of a dated query. "Unknown" is an answer in its own right and never counts as a contradiction. */
export type Trilean = 'yes' | 'no' | 'unknown';

export const ALWAYS: DayRange = { first: -Infinity, last: Infinity };

export function overlaps(a: DayRange, b: DayRange): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** Whether `inner` lies wholly in `outer`. */
export function contains(outer: DayRange, inner: DayRange): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

export function intersect(a: DayRange, b: DayRange): DayRange | undefined {
  const first = Math.max(a.first, b.first);
  const last = Math.min(a.last, b.last);
  return first <= last ? { first, last } : undefined;
}

/** Days between two ranges, 0 when they touch or overlap. */
export function gap(a: DayRange, b: DayRange): number {
  return Math.max(0, Math.max(a.first, b.first) - Math.min(a.last, b.last));
}
