import { fromDay, type Day } from '../dates/calendar';
import { formatRange } from '../dates/edtf';
import type { DayRange } from '../dates/interval';
import type { TimeExpression } from './types';

const THIRDS: Readonly<Record<string, readonly [number, number]>> = { START: [0, 1], MID: [1, 2], END: [2, 3] };

/**
 * The third of a period that "early", "mid" and "late" mean: January to April, May to August and September to December of a year,
 * the first ten
 * days of a month. Other modifiers and single days leave the range as it is.
 */
export function modifiedRange(range: DayRange, mod: NonNullable<TimeExpression['mod']>): DayRange {
  const third = THIRDS[mod];
  const length = range.last - range.first + 1;
  if (!third || !Number.isFinite(length) || length < 3) return range;
  const year = wholeYear(range);
  if (year !== undefined) {
    const cuts: readonly Day[] = [
      range.first,
      range.first + (length === 366 ? 121 : 120),
      range.first + (length === 366 ? 244 : 243),
      range.last + 1,
    ];
    return { first: cuts[third[0]]!, last: cuts[third[1]]! - 1 };
  }
  return {
    first: range.first + Math.round((length * third[0]) / 3),
    last: range.first + Math.round((length * third[1]) / 3) - 1,
  };
}

function wholeYear(range: DayRange): number | undefined {
  const first = fromDay(range.first);
  const last = fromDay(range.last);
  return first.year === last.year && first.month === 1 && first.day === 1 && last.month === 12 && last.day === 31
    ? first.year
    : undefined;
}

/** EDTF of a third: the quadrimester of a year (codes 37 to 39), else the interval. */
export function rangeEdtf(whole: DayRange, mod: NonNullable<TimeExpression['mod']>, narrowed: DayRange): string {
  const year = wholeYear(whole);
  if (year === undefined || year < 1000) return formatRange(narrowed);
  return `${year}-${mod === 'START' ? 37 : mod === 'MID' ? 38 : 39}`;
}
