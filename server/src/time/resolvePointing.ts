import { type Day, addMonths, fromDay, toDay, weekdayOf } from '../dates/calendar';
import { formatDay, formatRange, monthRange, yearRange } from '../dates/edtf';
import type { DayRange } from '../dates/interval';
import type { Form, Reference, Unit, WrittenTime } from './form';
import { holidayIn } from './holidays';
import { type Narrative, type PartialDate, dayOf, yearInStory } from './narrative';
import { nearestMonth } from './nearest';
import { type Resolution, dated, rangeOf, unresolved } from './resolution';
import { century, decade } from './resolvePeriods';
import { dateValue, isoWeek, pad } from './timex';
import type { TimeAnchor } from './types';

export function unitReference(time: WrittenTime, unit: Unit, reference: Reference, story: Narrative): Resolution {
  const contextual =
    reference === 'that' || reference === 'same' || reference === 'following' || reference === 'previous' || reference === 'the';
  const useStory = story.last !== undefined && !story.last.bc && contextual;
  const base = useStory ? story.last : story.document;
  const anchor: TimeAnchor = useStory ? 'context' : 'document';
  const shift = reference === 'next' || reference === 'following' ? 1 : reference === 'last' || reference === 'previous' ? -1 : 0;
  if (!base) return unresolved(time, unit === 'year' ? 'XXXX' : unit === 'month' ? 'XXXX-XX' : 'XXXX-XX-XX', story);
  if (unit === 'year') return dated(time, { year: base.year + shift }, anchor);
  if (unit === 'decade') return { ...decade(base.year - (base.year % 10) + shift * 10, false, story), anchor };
  if (unit === 'century') return { ...century(Math.floor(base.year / 100) + 1 + shift, false), anchor };
  if (base.month === undefined)
    return unresolved(time, unit === 'month' ? `${pad(base.year, 4)}-XX` : `${pad(base.year, 4)}-XX-XX`, story);
  if (unit === 'month' || unit === 'quarter') {
    const index = base.year * 12 + base.month - 1 + shift * (unit === 'month' ? 1 : 3);
    const year = Math.floor(index / 12);
    if (unit === 'month') return dated(time, { year, month: (index % 12) + 1 }, anchor);
    const quarter = Math.floor((index % 12) / 3) + 1;
    return {
      type: 'DATE',
      value: `${pad(year, 4)}-Q${quarter}`,
      edtf: `${pad(year, 4)}-${32 + quarter}`,
      range: monthRange(year, quarter * 3 - 2, 3),
      anchor,
    };
  }
  const day = dayOf(base);
  if (unit === 'day') {
    if (day === undefined) return unresolved(time, `${dateValue(base)}-XX`, story);
    return dated(time, fromDay(day + shift), anchor);
  }
  if (day === undefined) return unresolved(time, `${dateValue(base)}-XX`, story);
  return week(day + shift * 7, unit === 'weekend', anchor);
}

function week(day: Day, weekend: boolean, anchor: TimeAnchor): Resolution {
  const monday = day - ((weekdayOf(day) + 6) % 7);
  const { year, week: number } = isoWeek(day, toDay, (d) => fromDay(d).year);
  const range = weekend ? { first: monday + 5, last: monday + 6 } : { first: monday, last: monday + 6 };
  return {
    type: 'DATE',
    value: `${pad(year, 4)}-W${pad(number, 2)}${weekend ? '-WE' : ''}`,
    edtf: formatRange(range),
    range,
    anchor,
  };
}

export function deictic(time: WrittenTime, offset: number, story: Narrative): Resolution {
  const own = dayOf(story.document);
  return own === undefined ? unresolved(time, 'XXXX-XX-XX', story) : dated(time, fromDay(own + offset), 'document');
}

/** Days on either side of a counted distance that a rounding writer may mean. */
const ROUNDING: Partial<Record<Unit, number>> = { week: 3, month: 15, quarter: 45, year: 183, decade: 1826, century: 18262 };

export function distance(form: Extract<Form, { kind: 'distance' }>, story: Narrative): Resolution {
  const { unit, amount, sign } = form;
  const vague = sign < 0 ? 'PAST_REF' : 'FUTURE_REF';
  const fromStory = form.from === 'context' && story.last !== undefined;
  const base = form.from === 'context' ? story.last : story.document;
  if (amount === undefined) return { type: 'DATE', value: vague, anchor: 'none' };
  if (!base || base.bc) {
    return {
      type: 'DATE',
      value: vague,
      anchor: 'none',
      unresolved: story.document === undefined ? 'no-document-date' : 'vague',
    };
  }
  const anchor: TimeAnchor = fromStory ? 'context' : 'document';
  const months = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }[unit as 'month'];
  if (months === undefined) {
    const day = dayOf(base);
    const days = unit === 'day' ? amount : unit === 'week' ? amount * 7 : 0;
    if (day === undefined) return { type: 'DATE', value: dateValue({ ...base, day: undefined }), anchor, unresolved: 'vague' };
    if (unit !== 'day' && unit !== 'week') return { type: 'TIME', value: vague, anchor: 'none' };
    const centre = day + sign * Math.round(days);
    const slack = Math.floor(ROUNDING[unit] ?? 0);
    return {
      type: 'DATE',
      value: formatDay(centre),
      edtf: formatDay(centre),
      range: { first: centre - slack, last: centre + slack },
      anchor,
      told: fromDay(centre),
    };
  }
  const shift = Math.round(sign * amount * months);
  const day = dayOf(base);
  if (form.exact && day !== undefined) {
    const exact = addMonths(day, shift);
    return {
      type: 'DATE',
      value: formatDay(exact),
      edtf: formatDay(exact),
      range: { first: exact, last: exact },
      anchor,
      told: fromDay(exact),
    };
  }
  const index = base.year * 12 + (base.month ?? 1) - 1 + shift;
  const year = Math.floor(index / 12);
  if (year < 1) return { type: 'DATE', value: vague, anchor: 'none', unresolved: 'vague' };
  const fine = unit === 'month' || unit === 'quarter';
  if (fine && base.month === undefined)
    return { type: 'DATE', value: dateValue({ year }), edtf: dateValue({ year }), range: yearRange(year), anchor };
  const date: PartialDate = fine ? { year, month: index - year * 12 + 1 } : { year };
  const slack = ROUNDING[unit] ?? 0;
  const around = addMonthsTo(base, shift);
  const range = { first: around.first - slack, last: around.last + slack };
  const value =
    unit === 'decade' ? pad(Math.floor(year / 10), 3) : unit === 'century' ? pad(Math.floor(year / 100), 2) : dateValue(date);
  return {
    type: 'DATE',
    value,
    range,
    anchor,
    edtf: unit === 'decade' ? `${value}X` : unit === 'century' ? `${value}XX` : dateValue(date),
    told: date,
  };
}

function addMonthsTo(base: PartialDate, months: number): DayRange {
  const { first, last } = rangeOf(base);
  return { first: addMonths(first, months), last: addMonths(last, months) };
}

export function holiday(time: WrittenTime, form: Extract<Form, { kind: 'holiday' }>, story: Narrative): Resolution {
  let year = form.year;
  let anchor: TimeAnchor = 'explicit';
  if (year === undefined) {
    const inStory = story.anchorsHere(time.tense) && !story.last!.bc;
    const base = inStory ? story.last : story.document;
    anchor = inStory ? 'context' : 'document';
    const probe = holidayIn(form.holiday, base?.year ?? 2000);
    if (!base || probe === undefined) return unresolved(time, 'XXXX-XX-XX', story);
    const month = fromDay(probe).month;
    if (inStory) year = yearInStory(base, month);
    else if (base.month === undefined) year = base.year;
    else year = nearestMonth(base as PartialDate & { month: number }, month, form.reference, time.tense);
  }
  const day = holidayIn(form.holiday, year);
  return day === undefined
    ? { type: 'DATE', value: `${pad(year, 4)}-XX-XX`, anchor: 'none', unresolved: 'vague' }
    : dated(time, fromDay(day), anchor);
}

export function clockAlone(time: WrittenTime, story: Narrative): Resolution {
  const day =
    story.last &&
    dayOf(story.last) !== undefined &&
    (story.told || story.anchorsHere(undefined) || story.document === undefined || dayOf(story.document) !== undefined)
      ? story.last
      : story.document;
  const date = dayOf(day);
  if (date === undefined) return unresolved(time, 'XXXX-XX-XX', story);
  return { ...dated(time, fromDay(date), day === story.document ? 'document' : 'context'), told: undefined };
}
