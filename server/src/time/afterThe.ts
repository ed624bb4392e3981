import { calendarDatesAt } from './calendarDates';
import { monthAt } from './months';
import { unitAt } from './durations';
import type { Parsed } from './form';
import { isDash } from './lexemes';
import { decadeAt, ordinalPeriodAt, portionAt, seasonAt } from './periods';
import { referenceAt } from './relative';
import { type Lexemes, dayNumberAt, lowerAt } from './walk';

/** What can follow "the": periods, references, days of the month, decades, "the night of 18 April". */
export function articleAt(
  lexemes: Lexemes,
  index: number,
  period: (index: number, first: number) => Parsed | undefined,
): Parsed | undefined {
  const next = lexemes[index + 1];
  if (!next) return undefined;
  const portion = next.entry !== undefined ? portionAt(lexemes, index + 1, index) : undefined;
  if (portion) return portion;
  const mark = /^['’‘]$/.test(next.lower) && lexemes[index + 2] !== undefined;
  if (mark) return decadeAt(lexemes, index + 2, index);
  if (next.lower === 'time' && lowerAt(lexemes, index + 2) === 'being')
    return { form: { kind: 'reference', value: 'PRESENT_REF' }, first: index, last: index + 3 };
  if (restOf(lexemes, index)) {
    const unit = unitAt(lexemes, index + 1)!;
    return { form: { kind: 'unit', unit: unit.unit, reference: 'the' }, first: index, last: unit.last };
  }
  if (next.lower === 'weekend')
    return { form: { kind: 'unit', unit: 'weekend', reference: 'the' }, first: index, last: index + 2 };
  if (next.lower === 'year' || next.lower === 'years') {
    const year = calendarDatesAt(lexemes, index + 2)?.[0];
    if (year?.form.kind === 'calendar' && year.form.year !== undefined && year.form.month === undefined)
      return { ...year, first: index };
  }
  if (
    next.lower === 'day' ||
    next.lower === 'night' ||
    next.lower === 'year' ||
    next.lower === 'week' ||
    next.lower === 'month'
  ) {
    const sides = sideOfDay(lexemes, index);
    if (sides) return sides;
  }
  if ((next.lower === 'early' || next.lower === 'late') && lexemes[index + 2]?.entry?.type === 'part') {
    const hours = lowerAt(lexemes, index + 3) === 'hours' ? 1 : 0;
    return partOf(lexemes, index, index + 2, index + 3 + hours);
  }
  if (next.entry === undefined && next.digits < 0 && next.lower !== 'second') {
    return next.lower === 'very' ? period(index, index) : undefined;
  }
  switch (next.entry?.type) {
    case 'reference':
      return referenceAt(lexemes, index + 1, index) ?? ordinalPeriodAt(lexemes, index + 1, index);
    case 'season':
      return seasonAt(lexemes, index + 1, index);
    case 'part':
      return partOf(lexemes, index, index + 1, index + 2);
    case 'mod':
      return period(index, index) ?? period(index + 1, index);
    case 'month':
      return monthBefore(lexemes, index);
    case 'decadeName':
      return decadeAt(lexemes, index + 1, index);
    case 'constant':
      return next.lower === 'future' && !namesThing(lexemes, index + 2)
        ? { form: { kind: 'reference', value: 'FUTURE_REF' }, first: index, last: index + 2 }
        : undefined;
    default:
  }
  const decade = decadeAt(lexemes, index + 1, index);
  if (decade) return decade;
  const ordinal = ordinalPeriodAt(lexemes, index + 1, index);
  if (ordinal) return ordinal;
  return theDay(lexemes, index);
}

/** "the rest of the year", "to end the day down": a unit that goes on, from what is around it. */
function restOf(lexemes: Lexemes, index: number): boolean {
  const unit = unitAt(lexemes, index + 1);
  if (!unit || unit.plural || !/^(?:day|week|month|year|decade)$/.test(unit.unit)) return false;
  const after = lowerAt(lexemes, unit.last);
  if (after === 'of' || after === 'before' || after === 'after' || isDash(lexemes[unit.last])) return false;
  const before = lowerAt(lexemes, index - 1);
  if (before === 'of') return /^(?:rest|remainder|course|most|part|half)$/.test(lowerAt(lexemes, index - 2));
  return /^(?:end|ended|ending|finish|finished|close|closed|ends|throughout)$/.test(before);
}

/** Whether a noun follows: "the future king". */
function namesThing(lexemes: Lexemes, index: number): boolean {
  const after = lexemes[index];
  return (
    after !== undefined &&
    after.entry === undefined &&
    /^\p{L}/u.test(after.lower) &&
    !/^(?:of|is|will|for|and|as|in|to|with|may|are|but|was|would|could|can|when|that|by|or|he|she|they|it|we)$/.test(after.lower)
  );
}

/** "the September before", "the March after": reckoned from what was told. */
function monthBefore(lexemes: Lexemes, index: number): Parsed | undefined {
  const month = monthAt(lexemes, index + 1);
  const side = month && lowerAt(lexemes, month.last);
  if (!month || month.entry.abbreviated || (side !== 'before' && side !== 'after')) return undefined;
  const after = lowerAt(lexemes, month.last + 1);
  if (after !== '' && !/^[.,;:!?)–—]$/.test(after)) return undefined;
  const monthSpan = { start: lexemes[month.first]!.start, end: lexemes[month.last - 1]!.end };
  return {
    form: { kind: 'calendar', month: month.month, reference: side === 'before' ? 'previous' : 'following' },
    written: { month: month.month, monthSpan, dateSpan: monthSpan },
    first: index,
    last: month.last + 1,
  };
}

/** "the day before", "the year after" at the end of a clause: reckoned from what was told. */
function sideOfDay(lexemes: Lexemes, index: number): Parsed | undefined {
  const unit = unitAt(lexemes, index + 1);
  const side = lowerAt(lexemes, index + 2);
  if (!unit || (side !== 'before' && side !== 'after' && side !== 'previous')) return undefined;
  const after = lowerAt(lexemes, index + 3);
  if (after !== '' && !/^[.,;:!?)–—]$/.test(after)) return undefined;
  return {
    form: { kind: 'unit', unit: unit.unit, reference: side === 'after' ? 'following' : 'previous' },
    first: index,
    last: index + 3,
  };
}

/** "the 20th", "the 5th of that month", "the 24th of February": a day whose month may stand elsewhere. */
function theDay(lexemes: Lexemes, index: number): Parsed | undefined {
  const day = dayNumberAt(lexemes, index + 1);
  if (!day) return undefined;
  const dated = calendarDatesAt(lexemes, index + 1)?.[0];
  if (dated?.form.kind === 'calendar' && dated.form.month !== undefined)
    return dated.partner === undefined ? { ...dated, first: index } : undefined;
  if (!day.ordinal || lexemes[day.first]!.digits < 0 || day.day > 31) return undefined;
  const before = lowerAt(lexemes, index - 1);
  const daySpan = { start: lexemes[day.first]!.start, end: lexemes[day.last - 1]!.end };
  const written = { day: day.day, daySpan, dateSpan: daySpan };
  if (lowerAt(lexemes, day.last) === 'of' && /^(?:that|the|this)$/.test(lowerAt(lexemes, day.last + 1))) {
    const at = lowerAt(lexemes, day.last + 2) === 'same' ? day.last + 3 : day.last + 2;
    if (lowerAt(lexemes, at) !== 'month') return undefined;
    return { form: { kind: 'calendar', day: day.day, monthReference: 'that' }, written, first: index, last: at + 1 };
  }
  const after = lexemes[day.last];
  const ends =
    after === undefined ||
    /^[.,;:)–—]$/.test(after.lower) ||
    (after.entry === undefined && /^(?:and|the|a|his|her|to|it|they|he|was|were|but|with)$/.test(after.lower));
  if (!ends || !/^(?:on|by|until|till|since|before|after|from|of)$/.test(before)) return undefined;
  return { form: { kind: 'calendar', day: day.day, monthReference: 'that' }, written, first: index, last: day.last };
}

/** "the night of 18 April 1775", "the morning of the 5th", "the evening". */
function partOf(lexemes: Lexemes, index: number, part: number, of: number): Parsed | undefined {
  const entry = lexemes[part]!.entry;
  if (entry?.type !== 'part') return undefined;
  if (lowerAt(lexemes, of) === 'of') {
    const article = lowerAt(lexemes, of + 1) === 'the';
    const date = article ? theDay(lexemes, of + 1) : calendarDatesAt(lexemes, of + 1)?.[0];
    if (
      date &&
      date.form.kind === 'calendar' &&
      date.partner === undefined &&
      (date.form.day !== undefined || date.form.weekday !== undefined)
    ) {
      return { ...date, part: entry.part, first: index };
    }
    return undefined;
  }
  if (
    !/^(?:in|during|by|until|throughout)$/.test(lowerAt(lexemes, index - 1)) ||
    lexemes[part]!.lower.endsWith('s') ||
    part !== index + 1
  )
    return undefined;
  return { form: { kind: 'unit', unit: 'day', reference: 'the' }, part: entry.part, first: index, last: part + 1 };
}
