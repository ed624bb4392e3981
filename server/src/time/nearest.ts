import { daysInMonth, toDay, weekdayOf, type Day } from '../dates/calendar';
import type { Reference, Tense } from './form';

/**
 * Choices among the years, months and weekdays around a document's date. Pure arithmetic: which of the candidates a writer means.
 */

/** Year of a month named without one, from the document's month: by reference, else by tense, else the nearest. */
export function nearestMonth(
  own: { readonly year: number; readonly month: number },
  month: number,
  reference: Reference | undefined,
  tense: Tense | undefined,
): number {
  if (reference === 'this') return own.year;
  if (reference === 'last') return month < own.month ? own.year : own.year - 1;
  if (reference === 'next') return month > own.month ? own.year : own.year + 1;
  if (tense === 'past') return month <= own.month ? own.year : own.year - 1;
  if (tense !== undefined) return month >= own.month ? own.year : own.year + 1;
  const ahead = (month - own.month + 12) % 12;
  const year = ahead <= 6 ? own.year : own.year - 1;
  return ahead <= 6 && month < own.month ? year + 1 : month > own.month && ahead > 6 ? own.year - 1 : own.year;
}

/** Days off within which a day and month mean the nearest such day whatever the tense seems to be. */
const CLOSE = 120;

/** Year of a day and month named without one. */
export function nearestDay(
  own: { readonly year: number; readonly month: number; readonly day?: number },
  month: number,
  day: number,
  reference: Reference | undefined,
  tense: Tense | undefined,
): number {
  if (reference === 'this') return own.year;
  const now = toDay(own.year, own.month, own.day ?? 15);
  const on = (year: number): Day => toDay(year, month, Math.min(day, daysInMonth(year, month)));
  const candidates = [own.year - 1, own.year, own.year + 1];
  if (reference === 'last') return candidates.filter((year) => on(year) < now).pop() ?? own.year - 1;
  if (reference === 'next') return candidates.find((year) => on(year) > now) ?? own.year + 1;
  const nearest = candidates.reduce((best, year) => (Math.abs(on(year) - now) < Math.abs(on(best) - now) ? year : best));
  const gap = on(nearest) - now;
  if (Math.abs(gap) <= CLOSE || tense === undefined) return nearest;
  if (tense === 'past' && gap > 0) return nearest - 1;
  return tense !== 'past' && gap < 0 ? nearest + 1 : nearest;
}

/** Day of a weekday named without a date: the past one (the day itself included) unless tense or reference say the coming one. */
export function weekdayNear(own: Day, weekday: number, reference: Reference | undefined, tense: Tense | undefined): Day {
  const back = (weekdayOf(own) - weekday + 7) % 7;
  const ahead = (7 - back) % 7;
  if (reference === 'last') return own - (back === 0 ? 7 : back);
  if (reference === 'next') return own + (ahead === 0 ? 7 : ahead);
  if (reference === 'this') return tense === 'past' ? own - back : own + ahead;
  return tense === 'future' || tense === 'conditional' ? own + ahead : own - back;
}
