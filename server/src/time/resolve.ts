import { daysInMonth, fromDay, toDay, weekdayOf } from '../dates/calendar';
import type { CalendarForm, WrittenTime } from './form';
import { type Narrative, type PartialDate, dayOf, yearInStory } from './narrative';
import { nearestDay, nearestMonth, weekdayNear } from './nearest';
import { type Resolution, dated, referredYear, unresolved } from './resolution';
import { century, decade, partOfYear, portion } from './resolvePeriods';
import { clockAlone, deictic, distance, holiday, unitReference } from './resolvePointing';
import { dateValue } from './timex';
import type { TimeAnchor } from './types';

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
      return portion(form, calendar({ ...time, form: form.of }, form.of, story, undefined));
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
