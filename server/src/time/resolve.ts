import { addMonths, daysInMonth, fromDay, toDay, weekdayOf, type Day } from '../dates/calendar';
import { formatDay, formatRange, monthRange, yearRange } from '../dates/edtf';
import type { DayRange } from '../dates/interval';
import type { CalendarForm, Form, Reference, Unit, WrittenTime } from './form';
import { holidayIn } from './holidays';
import { dayOf, yearInStory, type Narrative, type PartialDate } from './narrative';
import { SEASON_EDTF, SEASON_MONTHS, dateValue, isoWeek, pad } from './timex';
import type { TimeAnchor, TimeExpression, TimeType } from './types';
import { nearestDay, nearestMonth, weekdayNear } from './nearest';

/** What resolution adds to a written expression. */
export type Resolution = Pick<TimeExpression, 'type' | 'value' | 'edtf' | 'range' | 'anchor' | 'unresolved' | 'readings'> & {
  /** The date that the story has reached with this expression. */
  readonly told?: PartialDate;
};

/**
 * Resolves one written expression against the document's date and what the text has told so far, which it moves on.
 * @param opening the resolved other end, for the second end of a range
 */
export function resolveTime(time: WrittenTime, story: Narrative, opening: Resolution | undefined): Resolution {
  const { form } = time;
  switch (form.kind) {
    case 'calendar':
      return calendar(time, form, story, opening);
    case 'numeric': {
      const readings = [
        dateValue({ year: form.year, month: form.b, day: form.a }),
        dateValue({ year: form.year, month: form.a, day: form.b }),
      ];
      return { type: 'DATE', value: dateValue({ year: form.year }), anchor: 'none', unresolved: 'ambiguous', readings };
    }
    case 'portion':
      return portion(time, form, story);
    case 'decade':
      return decade(form.start, form.short, story);
    case 'century':
      return century(form.century, form.bc);
    case 'unit':
      return unitReference(time, form.unit, form.reference, story);
    case 'deictic':
      return deictic(time, form.offset, story);
    case 'reference':
      return { type: 'DATE', value: form.value, anchor: 'none' };
    case 'distance':
      return distance(form, story);
    case 'duration':
      return { type: 'DURATION', value: form.value, anchor: 'none' };
    case 'set':
      return { type: 'SET', value: form.value, anchor: 'none' };
    case 'holiday':
      return holiday(time, form, story);
    case 'clock':
      return clockAlone(time, story);
  }
}

/** A resolved date with its day range, and time of day when the expression has one. */
function dated(time: WrittenTime, date: PartialDate, anchor: TimeAnchor): Resolution {
  const range = rangeOf(date);
  const type: TimeType = time.part || time.clock ? 'TIME' : 'DATE';
  const value = dateValue(date) + timeOfDay(time);
  return { type, value, edtf: edtfOf(date), range, anchor, told: date };
}

function timeOfDay(time: WrittenTime): string {
  if (time.clock) return `T${pad(time.clock.hour, 2)}:${pad(time.clock.minute ?? 0, 2)}${time.clock.zone ?? ''}`;
  return time.part ? `T${time.part}` : '';
}

function rangeOf(date: PartialDate): DayRange {
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

function unresolved(time: WrittenTime, value: string, story: Narrative): Resolution {
  return {
    type: time.part || time.clock ? 'TIME' : 'DATE',
    value: value + timeOfDay(time),
    anchor: 'none',
    unresolved: story.document === undefined ? 'no-document-date' : 'vague',
  };
}

function calendar(time: WrittenTime, form: CalendarForm, story: Narrative, opening: Resolution | undefined): Resolution {
  if (time.impossible) return { type: 'DATE', value: dateValue(form), anchor: form.year === undefined ? 'none' : 'explicit' };
  if (form.season || form.quarter || form.half) return partOfYear(time, form, story);
  if (form.year !== undefined) {
    return dated(time, { year: form.year, bc: form.bc, month: form.month, day: form.day }, 'explicit');
  }
  if (form.month !== undefined) return withoutYear(time, { ...form, month: form.month }, story, opening);
  if (form.weekday !== undefined && form.day === undefined) return weekday(time, form, form.weekday, story);
  if (form.day !== undefined) {
    const { last } = story;
    if (last?.month === undefined || last.bc || form.day > daysInMonth(last.year, last.month))
      return unresolved(time, dateValue({ day: form.day }), story);
    return dated(time, { year: last.year, month: last.month, day: form.day }, 'context');
  }
  return unresolved(time, 'XXXX', story);
}

/** Year meant by "that year", "next year", "last year" in the story or from the document. */
function referredYear(reference: Reference, story: Narrative): { year: number; anchor: TimeAnchor } | undefined {
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

function withoutYear(
  time: WrittenTime,
  form: CalendarForm & { readonly month: number },
  story: Narrative,
  opening: Resolution | undefined,
): Resolution {
  const { month, day } = form;
  const finish = (year: number, anchor: TimeAnchor): Resolution => {
    if (day !== undefined && day > daysInMonth(year, month)) return unresolved(time, dateValue({ month, day }), story);
    return dated(time, { year, month, day }, anchor);
  };
  if (form.yearReference) {
    const referred = referredYear(form.yearReference, story);
    return referred ? finish(referred.year, referred.anchor) : unresolved(time, dateValue({ month, day }), story);
  }
  const matching = form.weekday !== undefined && day !== undefined ? yearByWeekday(form.weekday, month, day, story) : undefined;
  if (matching) return finish(matching.year, matching.anchor);
  if (opening?.told?.month !== undefined && time.partner === -1 && !opening.told.bc) {
    const from = opening.told as PartialDate & { month: number };
    // "from November to February" passes the turn of the year; "24 February to 17 January" would take eleven months and stays for
    // a rule to judge.
    const rolls = month < from.month && (day === undefined || from.day === undefined || month + 12 - from.month <= 6);
    return finish(from.year + (rolls ? 1 : 0), opening.anchor === 'explicit' ? 'context' : opening.anchor);
  }
  const { reference } = form;
  if (reference === 'that' || reference === 'same' || reference === 'following' || reference === 'previous') {
    const { last } = story;
    if (last && !last.bc) {
      const later = last.month === undefined || month > last.month;
      if (reference === 'following') return finish(last.year + (later ? 0 : 1), 'context');
      if (reference === 'previous')
        return finish(last.year - (last.month !== undefined && month < last.month ? 0 : 1), 'context');
      return finish(last.year, 'context');
    }
  }
  if (reference === undefined || reference === 'the' || reference === 'same' || (reference === 'this' && story.told)) {
    if (story.anchorsHere(time.tense) && !story.last!.bc) return finish(yearInStory(story.last!, month), 'context');
  }
  const { document } = story;
  if (document === undefined) return unresolved(time, dateValue({ month, day }), story);
  if (document.month === undefined) {
    return reference === 'last'
      ? finish(document.year - 1, 'document')
      : reference === 'next'
        ? finish(document.year + 1, 'document')
        : finish(document.year, 'document');
  }
  const own = document as PartialDate & { month: number };
  const year =
    day === undefined ? nearestMonth(own, month, reference, time.tense) : nearestDay(own, month, day, reference, time.tense);
  return finish(year, 'document');
}

/**
 * "Saturday, 25 February": the weekday tells which of the years in question is meant, the document's own (or one beside it) or
 * the year being told.
 * Undefined when none of them has that weekday.
 */
function yearByWeekday(
  wanted: number,
  month: number,
  day: number,
  story: Narrative,
): { year: number; anchor: TimeAnchor } | undefined {
  const fits = (year: number) => day <= daysInMonth(year, month) && weekdayOf(toDay(year, month, day)) === wanted;
  const own = story.document;
  const told = story.last?.bc ? undefined : story.last?.year;
  if (story.told && told !== undefined && fits(told)) return { year: told, anchor: 'context' };
  if (own && fits(own.year)) return { year: own.year, anchor: 'document' };
  if (told !== undefined && fits(told)) return { year: told, anchor: 'context' };
  // Around the turn of the year the neighbour is as near as the document's own.
  if (own?.month !== undefined) {
    const beside = own.month <= 3 && month >= 10 ? own.year - 1 : own.month >= 10 && month <= 3 ? own.year + 1 : undefined;
    if (beside !== undefined && fits(beside)) return { year: beside, anchor: 'document' };
  }
  return undefined;
}

function weekday(time: WrittenTime, form: CalendarForm, wanted: number, story: Narrative): Resolution {
  const value = `XXXX-WXX-${wanted === 0 ? 7 : wanted}`;
  const told = dayOf(story.last);
  const inStory =
    story.told ||
    (story.anchorsHere(time.tense) && form.reference === undefined) ||
    form.reference === 'following' ||
    form.reference === 'that' ||
    form.reference === 'previous' ||
    (form.article === true && told !== undefined);
  if (inStory && told !== undefined) {
    const shift =
      form.reference === 'previous' ? -(((weekdayOf(told) - wanted + 6) % 7) + 1) : (wanted - weekdayOf(told) + 7) % 7;
    return dated(time, fromDay(told + (shift === 0 && form.reference === 'following' ? 7 : shift)), 'context');
  }
  const own = dayOf(story.document);
  if (own === undefined || (inStory && story.told)) return unresolved(time, value, story);
  return dated(time, fromDay(weekdayNear(own, wanted, form.reference, time.tense)), 'document');
}

function partOfYear(time: WrittenTime, form: CalendarForm, story: Narrative): Resolution {
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
function portion(time: WrittenTime, form: Extract<Form, { kind: 'portion' }>, story: Narrative): Resolution {
  const whole = calendar({ ...time, form: form.of }, form.of, story, undefined);
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

function decade(start: number, short: boolean, story: Narrative): Resolution {
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

function century(number: number, bc: boolean): Resolution {
  if (bc) {
    const range = yearRange(1 - number * 100, -(number - 1) * 100);
    return { type: 'DATE', value: `BC${pad(number, 2)}`, edtf: formatRange(range), range, anchor: 'explicit' };
  }
  const value = pad(number - 1, 2);
  // Popular centuries: 1900 to 1999, and so is TIMEX3's; the day of the turn is in neither one's way.
  return { type: 'DATE', value, edtf: `${value}XX`, range: yearRange((number - 1) * 100, number * 100), anchor: 'explicit' };
}

function unitReference(time: WrittenTime, unit: Unit, reference: Reference, story: Narrative): Resolution {
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

function deictic(time: WrittenTime, offset: number, story: Narrative): Resolution {
  const own = dayOf(story.document);
  return own === undefined ? unresolved(time, 'XXXX-XX-XX', story) : dated(time, fromDay(own + offset), 'document');
}

/** Days on either side of a counted distance that a rounding writer may mean. */
const ROUNDING: Partial<Record<Unit, number>> = { week: 3, month: 15, quarter: 45, year: 183, decade: 1826, century: 18262 };

function distance(form: Extract<Form, { kind: 'distance' }>, story: Narrative): Resolution {
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

function holiday(time: WrittenTime, form: Extract<Form, { kind: 'holiday' }>, story: Narrative): Resolution {
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

function clockAlone(time: WrittenTime, story: Narrative): Resolution {
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
