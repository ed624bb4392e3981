import type { EdtfDate } from '../dates/edtf';
import type { DayRange, Trilean } from '../dates/interval';
import type { Period } from './types';

/**
 * How far the moment of an approximate date may lie outside its range, in days: a month for a day, half a year for a month, two
 * years for a year, as much again as it spans for decades and centuries.
 */
function slack(date: EdtfDate): number {
  if (!date.approximate) return 0;
  const length = date.range.last - date.range.first + 1;
  if (length === 1) return 31;
  if (length <= 31) return 183;
  return length <= 366 ? 731 : length;
}

export function earliest(date: EdtfDate): number {
  return date.range.first - slack(date);
}

export function latest(date: EdtfDate): number {
  return date.range.last + slack(date);
}

/** First day on which the period can have begun; -Infinity when its start is not known. */
export function earliestStart(period: Period): number {
  return period.from ? earliest(period.from) : -Infinity;
}

/** Day by which the period has begun for sure. One without a start is known to hold on its last sure day only. */
export function latestStart(period: Period, asOf: number): number {
  if (period.from) return latest(period.from);
  return period.to || !period.endUnknown ? earliestEnd(period, asOf) : Infinity;
}

/** Last day on which the period surely holds, once it has begun. */
export function earliestEnd(period: Period, asOf: number): number {
  if (period.to) return earliest(period.to);
  return period.endUnknown ? earliestStart(period) : asOf;
}

/** Last day on which the period can hold; Infinity when nothing says that it has ended. */
export function latestEnd(period: Period, asOf: number): number {
  if (period.to) return latest(period.to);
  return period.endUnknown ? asOf : Infinity;
}

/** Whether a period that was checked up to `asOf` holds at a moment somewhere in `when`; both its end days belong to it. */
export function periodHolds(period: Period, asOf: number, when: DayRange): Trilean {
  if (when.last < earliestStart(period) || when.first > latestEnd(period, asOf)) return 'no';
  return latestStart(period, asOf) <= when.first && when.last <= earliestEnd(period, asOf) ? 'yes' : 'unknown';
}

/** A period and the day up to which it was checked. */
export interface CheckedPeriod extends Period {
  readonly asOf: number;
}

/**
 * Whether at least one of the periods holds at a moment in `when`. Periods that follow each other without a day between are one
 * stretch: `unknown` for each alone can be `yes` together. `periods` are sorted by their start.
 */
export function anyHolds(periods: readonly CheckedPeriod[], when: DayRange): Trilean {
  let answer: Trilean = 'no';
  let covered = when.first;
  for (const period of periods) {
    const holds = periodHolds(period, period.asOf, when);
    if (holds === 'yes') return 'yes';
    if (holds === 'no') continue;
    answer = 'unknown';
    const end = earliestEnd(period, period.asOf);
    if (latestStart(period, period.asOf) <= covered && end >= covered) covered = end + 1;
    if (covered > when.last) return 'yes';
  }
  return answer;
}

/** Order by start, unknown starts first. */
export function compareStarts(a: Period, b: Period): number {
  const x = a.from?.range.first ?? -Infinity;
  const y = b.from?.range.first ?? -Infinity;
  return x === y ? 0 : x - y;
}
