import { type Weekday, daysInMonth } from '../dates/calendar';
import type { Parsed } from './form';
import type { MonthAt } from './months';
import type { WrittenDate } from './types';
import type { DayNumber, Lexemes } from './walk';
import type { YearNumber } from './years';

export interface Parts {
  weekday?: { readonly value: Weekday; readonly first: number; readonly last: number };
  day?: DayNumber;
  month?: MonthAt;
  year?: YearNumber;
}

function span(lexemes: Lexemes, first: number, last: number) {
  return { start: lexemes[first]!.start, end: lexemes[last - 1]!.end };
}

/** A written calendar date from its parts, which may stand in any order. Days that no calendar has are marked. */
export function build(
  lexemes: Lexemes,
  parts: Parts,
  first: number,
  last: number,
  extra: Partial<Parsed['form'] & object> = {},
): Parsed {
  const { weekday, day, month, year } = parts;
  const places = [day, month, year].filter((part) => part !== undefined);
  const from = Math.min(...places.map((part) => part.first), last);
  const to = Math.max(...places.map((part) => part.last), 0);
  const written: WrittenDate = {
    ...(year && !year.bc && { year: year.year, yearSpan: span(lexemes, year.first, year.last) }),
    ...(month && { month: month.month, monthSpan: span(lexemes, month.first, month.last) }),
    ...(day && { day: day.day, daySpan: span(lexemes, day.first, day.last) }),
    ...(weekday && { weekday: weekday.value, weekdaySpan: span(lexemes, weekday.first, weekday.last) }),
    ...(places.length > 0 && to > from && { dateSpan: span(lexemes, Math.max(from, first), Math.min(to, last)) }),
  };
  const impossible =
    day && month && !dayExists(day.day, month.month, year && !year.bc ? year.year : undefined) ? 'day' : undefined;
  return {
    form: {
      kind: 'calendar',
      year: year?.year,
      bc: year?.bc,
      month: month?.month,
      day: day?.day,
      weekday: weekday?.value,
      ...extra,
    } as Parsed['form'],
    written,
    ...(impossible && { impossible }),
    first,
    last,
  };
}

/** Whether the month has such a day; February is given 29 when the year is not known. */
export function dayExists(day: number, month: number, year?: number): boolean {
  return day >= 1 && day <= (year === undefined ? daysInMonth(2000, month) : daysInMonth(year, month));
}
