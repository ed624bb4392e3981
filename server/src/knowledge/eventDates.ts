import type { DayRange } from '../dates/interval';
import type { Event } from './types';

/** Days over which an event extends; open at the end while it goes on. */
export function eventExtent(event: Event): DayRange {
  return {
    first: event.start.range.first,
    last: event.end ? event.end.range.last : event.ongoing ? Infinity : event.start.range.last,
  };
}

/** All dates that a careful writer may give for an event: its start, its end and the listed ones. */
export function eventDates(event: Event): readonly { readonly range: DayRange; readonly what: string }[] {
  const dates = [{ range: event.start.range, what: 'start' }, ...event.dates.map(({ date, what }) => ({ range: date.range, what }))];
  if (event.end) dates.push({ range: event.end.range, what: 'end' });
  return dates;
}
