import { addMonths } from '../dates/calendar';
import { formatRange, monthRange, yearRange } from '../dates/edtf';
import type { CalendarForm, Form, Unit, WrittenTime } from './form';
import type { Narrative, PartialDate } from './narrative';
import { nearestMonth } from './nearest';
import { type Resolution, referredYear, unresolved } from './resolution';
import { SEASON_EDTF, SEASON_MONTHS, dateValue, pad } from './timex';
import type { TimeAnchor } from './types';

export function partOfYear(time: WrittenTime, form: CalendarForm, story: Narrative): Resolution {
  const suffix = form.season ?? (form.quarter ? `Q${form.quarter}` : `H${form.half}`);
  const first = form.season ? SEASON_MONTHS[form.season] : form.quarter ? form.quarter * 3 - 2 : form.half! * 6 - 5;
  const length = form.half ? 6 : 3;
  const code = form.season ? SEASON_EDTF[form.season] : form.quarter ? 32 + form.quarter : 39 + form.half!;
  const found = yearOfPart(time, form, first, story);
  if (!found) return unresolved(time, `XXXX-${suffix}`, story);
  const year = form.bc ? 1 - found.year : found.year;
  const value = `${dateValue({ year: found.year, bc: form.bc })}-${suffix}`;
  return {
    type: 'DATE',
    value,
    anchor: found.anchor,
    range: monthRange(year, first, length),
    ...(!form.bc && { edtf: `${pad(found.year, 4)}-${code}` }),
    told: { year: found.year, bc: form.bc, ...(!form.half && { month: first }) },
  };
}

function yearOfPart(
  time: WrittenTime,
  form: CalendarForm,
  first: number,
  story: Narrative,
): { year: number; anchor: TimeAnchor } | undefined {
  if (form.year !== undefined) return { year: form.year, anchor: 'explicit' };
  if (form.yearReference) return referredYear(form.yearReference, story);
  const { last, document } = story;
  const { reference } = form;
  if (
    last &&
    !last.bc &&
    (reference === 'that' ||
      reference === 'same' ||
      reference === 'following' ||
      reference === 'previous' ||
      ((reference === undefined || story.told) && story.anchorsHere(time.tense)))
  ) {
    const passed = last.month !== undefined && last.month > first;
    if (reference === 'following' || reference === 'next')
      return { year: last.year + (last.month === undefined || last.month >= first ? 1 : 0), anchor: 'context' };
    if (reference === 'previous' || reference === 'last') return { year: last.year - (passed ? 0 : 1), anchor: 'context' };
    return { year: last.year, anchor: 'context' };
  }
  if (!document) return undefined;
  if (document.month === undefined)
    return { year: document.year + (reference === 'next' ? 1 : reference === 'last' ? -1 : 0), anchor: 'document' };
  const middle = (first % 12) + 1;
  return {
    year: nearestMonth(document as PartialDate & { month: number }, middle, reference, time.tense) - (middle < first ? 1 : 0),
    anchor: 'document',
  };
}

/** Days of a unit, for portions of a period. */
const UNIT_DAYS: Partial<Record<Unit, number>> = { day: 1, week: 7 };

/** "the last week of August": the value is the length, as TIMEX3 has it, and the range the days meant. */
export function portion(form: Extract<Form, { kind: 'portion' }>, whole: Resolution): Resolution {
  const base: Resolution = {
    type: 'DURATION',
    value: form.value,
    anchor: whole.anchor,
    ...(whole.unresolved && { unresolved: whole.unresolved }),
  };
  if (!whole.range) return base;
  const { first, last } = whole.range;
  const days = UNIT_DAYS[form.unit];
  const months = { month: 1, quarter: 3, year: 12, decade: 120 }[form.unit as 'month'];
  if (days === undefined && months === undefined) return base;
  const range =
    form.from === 'start'
      ? { first, last: (days === undefined ? addMonths(first, form.amount * months) : first + form.amount * days) - 1 }
      : { first: days === undefined ? addMonths(last + 1, -form.amount * months) : last - form.amount * days + 1, last };
  if (range.first < first || range.last > last) return base;
  return { ...base, range, edtf: formatRange(range), told: whole.told };
}

export function decade(start: number, short: boolean, story: Narrative): Resolution {
  if (short) {
    // "the '90s" of the century in which they lie at least a few years back.
    const year = story.last && story.told && !story.last.bc ? story.last.year : (story.document?.year ?? 2000);
    const base = year - (year % 100) + start;
    const first = base > year ? base - 100 : base;
    return {
      type: 'DATE',
      value: pad(Math.floor(first / 10), 3),
      edtf: `${pad(Math.floor(first / 10), 3)}X`,
      range: yearRange(first, first + 9),
      anchor: 'context',
    };
  }
  const value = pad(Math.floor(start / 10), 3);
  if (start % 100 === 0 && start < 2000) {
    // "the 1800s" may be the century: both lie in it.
    return {
      type: 'DATE',
      value: String(start / 100),
      edtf: `${start / 100}XX`,
      range: yearRange(start, start + 99),
      anchor: 'explicit',
    };
  }
  return { type: 'DATE', value, edtf: `${value}X`, range: yearRange(start, start + 9), anchor: 'explicit' };
}

export function century(number: number, bc: boolean): Resolution {
  if (bc) {
    const range = yearRange(1 - number * 100, -(number - 1) * 100);
    return { type: 'DATE', value: `BC${pad(number, 2)}`, edtf: formatRange(range), range, anchor: 'explicit' };
  }
  const value = pad(number - 1, 2);
  // Popular centuries: 1900 to 1999, and so is TIMEX3's; the day of the turn is in neither one's way.
  return { type: 'DATE', value, edtf: `${value}XX`, range: yearRange((number - 1) * 100, number * 100), anchor: 'explicit' };
}
