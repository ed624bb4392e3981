import { calendarDatesAt } from './calendarDates';
import { monthAt, weekdayAt } from './months';
import { dayPartAt } from './clock';
import { approximationAt, unitAt } from './durations';
import type { DayPart, Parsed, Reference, Unit } from './form';
import { isDash } from './lexemes';
import { quantityAt } from './numbers';
import { modifierAt, seasonAt } from './periods';
import { durationValue } from './timex';
import { type Lexemes, dayNumberAt, lowerAt } from './walk';

const POINTING_UNITS: ReadonlySet<Unit> = new Set([
  'day', 'week', 'weekend', 'month', 'quarter', 'year', 'decade', 'century',
]);

/** "this", "last", "next", "that", "the same", "the following" with a unit, weekday, month, season or part of a day. */
export function referenceAt(lexemes: Lexemes, index: number, first = index): Parsed | undefined {
  const entry = lexemes[index]?.entry;
  if (entry?.type !== 'reference' || entry.reference === 'the') return undefined;
  let reference: Reference = entry.reference;
  let at = index + 1;
  const word = lexemes[index]!.lower;
  const article = first !== index;
  // "his last year in office", "the last week of the war": of something, not before now.
  if (!article && word !== 'this' && word !== 'that' && OWNERS.has(lowerAt(lexemes, index - 1))) return undefined;
  if (
    (reference === 'that' || reference === 'this') &&
    (lowerAt(lexemes, at) === 'same' || lowerAt(lexemes, at) === 'past' || lowerAt(lexemes, at) === 'coming')
  ) {
    if (lowerAt(lexemes, at) === 'past') reference = 'last';
    if (lowerAt(lexemes, at) === 'coming') reference = 'next';
    at++;
  }
  if ((word === 'past' || word === 'same' || word === 'prior' || word === 'current') && !article) return undefined;
  // "the next day" in a story is the following one; "next week" is not.
  if (article && reference === 'next' && word === 'next') reference = 'following';
  const season = seasonAt(lexemes, at, first, reference);
  if (season) return season;
  const weekday = weekdayAt(lexemes, at);
  if (weekday && !weekday.plural && !weekday.abbreviated) {
    // "on the last Sunday": of something that the words do not name.
    if (article && word === 'last') return undefined;
    const part = dayPartAt(lexemes, at + 1);
    return {
      form: { kind: 'calendar', weekday: weekday.weekday, reference },
      written: { weekday: weekday.weekday, weekdaySpan: { start: lexemes[at]!.start, end: lexemes[at]!.end } },
      ...(part && { part: part.part }),
      first,
      last: part?.last ?? at + 1,
    };
  }
  const month = monthAt(lexemes, at);
  if (month && !month.entry.abbreviated) {
    if (dayNumberAt(lexemes, month.last) && reference === 'that') return undefined;
    const span = { start: lexemes[month.first]!.start, end: lexemes[month.last - 1]!.end };
    const dated = calendarDatesAt(lexemes, at)?.[0];
    if (dated?.form.kind === 'calendar' && (dated.form.day !== undefined || dated.form.year !== undefined)) {
      return dated.form.year !== undefined ? undefined : { ...dated, form: { ...dated.form, reference }, first };
    }
    return {
      form: { kind: 'calendar', month: month.month, reference },
      written: { month: month.month, monthSpan: span, dateSpan: span },
      first,
      last: month.last,
    };
  }
  const part = dayPartAt(lexemes, at);
  if (
    part &&
    (word === 'last' ||
      word === 'this' ||
      word === 'that' ||
      word === 'following' ||
      word === 'next' ||
      word === 'same' ||
      word === 'previous')
  ) {
    return { form: dayForm(reference, part.part, word), part: part.part, first, last: part.last };
  }
  return unitReference(lexemes, at, first, reference, word, article);
}

const OWNERS: ReadonlySet<string> = new Set([
  'the', 'his', 'her', 'its', 'their', 'our', 'my', 'your', 'whose', 'a', "'s", '’s', 'very',
]);

function dayForm(reference: Reference, part: DayPart, word: string): Parsed['form'] {
  if (word === 'this') return { kind: 'deictic', offset: 0 };
  if (word === 'last' && part === 'NI') return { kind: 'deictic', offset: -1 };
  return { kind: 'unit', unit: 'day', reference };
}

function unitReference(
  lexemes: Lexemes,
  at: number,
  first: number,
  reference: Reference,
  word: string,
  article: boolean,
): Parsed | undefined {
  const approximation = approximationAt(lexemes, at);
  const from = approximation?.last ?? at;
  const quantity = lexemes[from]?.lower === 'a' || lexemes[from]?.lower === 'an' ? undefined : quantityAt(lexemes, from);
  const unit = unitAt(lexemes, quantity?.last ?? from);
  if (!unit) return undefined;
  if (quantity) {
    if (!unit.plural || unit.unit === 'second' || reference === 'same') return undefined;
    const base = { first, last: unit.last };
    const value = durationValue(quantity.amount, unit.unit);
    return { ...base, form: { kind: 'duration', value } };
  }
  if (unit.plural) {
    if (
      article &&
      (word === 'past' ||
        word === 'last' ||
        word === 'coming' ||
        word === 'next' ||
        word === 'following' ||
        word === 'previous' ||
        word === 'preceding')
    ) {
      return { form: { kind: 'duration', value: durationValue(undefined, unit.unit) }, first, last: unit.last };
    }
    return undefined;
  }
  if (!POINTING_UNITS.has(unit.unit)) return undefined;
  // "the last day of the summit", "the last year of the war": a part of something else.
  if (article && lowerAt(lexemes, unit.last) === 'of') return undefined;
  if (article && word === 'current' && unit.unit === 'day') return undefined;
  if (isDash(lexemes[unit.last])) return undefined;
  if (word === 'past' && unit.unit !== 'day')
    return { form: { kind: 'duration', value: durationValue(1, unit.unit) }, first, last: unit.last };
  const part = unit.unit === 'day' ? dayPartAt(lexemes, unit.last) : undefined;
  return {
    form: { kind: 'unit', unit: unit.unit, reference },
    ...(part && { part: part.part }),
    first,
    last: part?.last ?? unit.last,
  };
}

/**
 * Periods with a modifier: "early 2012", "mid-March", "the end of last year", "later that year", "earlier today", "late on
 * Friday".
 */
export function modifiedAt(
  lexemes: Lexemes,
  index: number,
  first: number,
  whole: (index: number) => Parsed | undefined,
): Parsed | undefined {
  const modifier = modifierAt(lexemes, index);
  if (!modifier) return undefined;
  const at = modifier.last;
  const word = lexemes[index]!.lower;
  if (lowerAt(lexemes, at) === 'the') {
    const unit = unitAt(lexemes, at + 1);
    if (
      unit &&
      !unit.plural &&
      /^(?:day|week|month|year|decade|century|quarter)$/.test(unit.unit) &&
      lowerAt(lexemes, unit.last) !== 'of'
    ) {
      return { form: { kind: 'unit', unit: unit.unit, reference: 'the' }, mod: modifier.mod, first, last: unit.last };
    }
  }
  // Two modifiers in a row make no period.
  if (lexemes[at]?.entry?.type === 'mod' || (lowerAt(lexemes, at) === 'the' && lexemes[at + 1]?.entry?.type === 'mod'))
    return undefined;
  const period = whole(at);
  if (!period || period.mod !== undefined || period.partner === -1) return undefined;
  switch (period.form.kind) {
    case 'calendar':
    case 'decade':
    case 'century':
    case 'unit':
      break;
    case 'deictic':
      if (modifier.of) return undefined;
      break;
    default:
      return undefined;
  }
  if ((word === 'later' || word === 'earlier') && period.form.kind === 'calendar' && period.form.reference === undefined) {
    // "two days later on Friday", "later in 1990": only with "in" or "on".
    if (!/^(?:in|on)$/.test(lowerAt(lexemes, index + 1))) return undefined;
  }
  if (
    (word === 'late' || word === 'early') &&
    period.form.kind === 'calendar' &&
    period.form.day !== undefined &&
    lowerAt(lexemes, index + 1) !== 'on'
  ) {
    return isDash(lexemes[index + 1]) ? undefined : { ...period, mod: modifier.mod, first };
  }
  return { ...period, mod: modifier.mod, first };
}
