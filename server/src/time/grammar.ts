import { calendarDatesAt } from './calendarDates';
import { weekdayAt } from './months';
import { clockAt, dayPartAt } from './clock';
import { bareUnitAt, durationAt } from './durations';
import type { Parsed } from './form';
import { holidayAt, nineElevenAt } from './holidays';
import { isDash } from './lexemes';
import { numericDateAt } from './numericDates';
import { decadeAt, ordinalPeriodAt, quarterCodeAt, seasonAt, yearPhraseAt } from './periods';
import { articleAt } from './afterThe';
import { modifiedAt, referenceAt } from './relative';
import { setAt } from './sets';
import { dayNumberAt, glued, lowerAt, startsSentence, type Lexemes } from './walk';

const PRESENT: ReadonlySet<string> = new Set([
  'now', 'currently', 'nowadays', 'presently',
]);

/**
 * Time expressions that begin at a lexeme, the longest reading first; several when a range or a list shares its parts. Undefined
 * for what
 * begins none. Words that can begin none are turned away before this is called.
 */
export function expressionsAt(lexemes: Lexemes, index: number): Parsed[] | undefined {
  const lexeme = lexemes[index]!;
  if (lexeme.digits >= 0) return digits(lexemes, index);
  const one = wordAt(lexemes, index);
  if (one) return [one];
  const dates = calendarWith(lexemes, index);
  if (dates) return dates;
  const mod = lexeme.entry?.type === 'mod' ? modifiedDates(lexemes, index) : undefined;
  return mod;
}

function digits(lexemes: Lexemes, index: number): Parsed[] | undefined {
  const numeric = numericDateAt(lexemes, index);
  if (numeric) return numeric;
  const attack = nineElevenAt(lexemes, index);
  if (attack) return [attack];
  const decade = decadeAt(lexemes, index, index);
  if (decade) return [decade];
  const clock = clockAt(lexemes, index);
  if (clock) return [withDate(lexemes, clock)];
  const dates = calendarWith(lexemes, index);
  if (dates && (dates[0]!.form.kind !== 'calendar' || dates[0]!.form.month !== undefined)) return dates;
  const duration = durationAt(lexemes, index);
  if (duration) return [duration];
  const century = ordinalPeriodAt(lexemes, index, index);
  if (century) return [century];
  return dates ?? sharedUnit(lexemes, index);
}

/** Calendar dates, the last of which may be followed by a part of the day or a year phrase ("March last year"). */
function calendarWith(lexemes: Lexemes, index: number): Parsed[] | undefined {
  const dates = calendarDatesAt(lexemes, index);
  if (!dates) return undefined;
  const last = dates[dates.length - 1]!;
  const clock =
    last.form.kind === 'calendar' && last.form.day !== undefined && (lexemes[last.last]?.digits ?? -1) >= 0
      ? clockAt(lexemes, last.last)
      : undefined;
  if (clock) return [...dates.slice(0, -1), { ...last, clock: clock.clock, last: clock.last }];
  if (
    last.form.kind !== 'calendar' ||
    last.form.year !== undefined ||
    last.form.month === undefined ||
    last.form.yearReference !== undefined
  )
    return dates;
  const phrase = yearPhraseAt(lexemes, last.last);
  if (!phrase || phrase.reference === 'the' || lowerAt(lexemes, last.last) === 'of') return dates;
  return [...dates.slice(0, -1), { ...last, form: { ...last.form, yearReference: phrase.reference }, last: phrase.last }];
}

/** "60" of "between 60 and 90 days": takes its unit from what follows. */
function sharedUnit(lexemes: Lexemes, index: number): Parsed[] | undefined {
  const join = lexemes[index + 1];
  if (!join || !(isDash(join) || join.lower === 'to' || join.lower === 'and' || join.lower === 'or')) return undefined;
  if (join.lower === 'and' && lowerAt(lexemes, index - 1) !== 'between') return undefined;
  if (glued(lexemes, index) && !isDash(lexemes[index - 1])) return undefined;
  const second = durationAt(lexemes, index + 2);
  if (second?.form.kind !== 'duration' || lexemes[index]!.width > 3 || (lexemes[index + 2]?.digits ?? -1) < 0) return undefined;
  const value = second.form.value.replace(/\d[\d.]*/, String(lexemes[index]!.digits));
  return [{ form: { kind: 'duration', value }, first: index, last: index + 1 }, second];
}

/** "12:00 UTC Monday", "9 p.m. tomorrow": the clock and its day are one expression when nothing stands between. */
function withDate(lexemes: Lexemes, clock: Parsed): Parsed {
  const next = lexemes[clock.last];
  if (!next) return clock;
  const day =
    next.entry?.type === 'deictic'
      ? wordAt(lexemes, clock.last)
      : next.entry?.type === 'weekday' || next.entry?.type === 'month' || next.digits >= 0
        ? (calendarDatesAt(lexemes, clock.last)?.[0] ?? weekdayAlone(lexemes, clock.last))
        : undefined;
  if (!day || (day.form.kind === 'calendar' && day.form.day === undefined && day.form.weekday === undefined)) return clock;
  return { ...day, clock: clock.clock, first: clock.first };
}

function weekdayAlone(lexemes: Lexemes, index: number): Parsed | undefined {
  const weekday = weekdayAt(lexemes, index);
  if (!weekday || weekday.plural || weekday.abbreviated) return undefined;
  const next = lexemes[index + 1];
  // "the Sunday Times", "Black Friday", "Friday Night Lights"
  if (next?.capital && next.spaceBefore && next.entry === undefined && NEWSPAPERS.has(next.lower)) return undefined;
  const before = lexemes[index - 1];
  if (before?.capital && NAMED_DAYS.has(before.lower)) return undefined;
  const part = dayPartAt(lexemes, index + 1);
  const span = { start: lexemes[index]!.start, end: lexemes[index]!.end };
  return {
    form: { kind: 'calendar', weekday: weekday.weekday, ...(before?.lower === 'the' && { article: true }) },
    written: { weekday: weekday.weekday, weekdaySpan: span },
    ...(part && { part: part.part }),
    first: index,
    last: part?.last ?? index + 1,
  };
}

const NEWSPAPERS: ReadonlySet<string> = new Set([
  'times', 'telegraph', 'mirror', 'express', 'mail', 'herald', 'independent', 'post', 'world', 'tribune', 'agreement',
  'massacre', 'prayers',
]);
const NAMED_DAYS: ReadonlySet<string> = new Set([
  'black', 'bloody', 'super', 'cyber', 'ash', 'palm', 'good', 'holy', 'man', 'sheffield', 'maundy',
]);

function wordAt(lexemes: Lexemes, index: number): Parsed | undefined {
  const lexeme = lexemes[index]!;
  const entry = lexeme.entry!;
  switch (entry.type) {
    case 'weekday':
      if (!entry.plural && calendarDatesAt(lexemes, index)) return undefined;
      return entry.plural ? setAt(lexemes, index) : weekdayAlone(lexemes, index);
    case 'month':
      return undefined;
    case 'season':
      return seasonAt(lexemes, index, index);
    case 'number':
      return durationOrDay(lexemes, index);
    case 'ordinal':
      return ordinalPeriodAt(lexemes, index, index);
    case 'unit':
      return entry.unit === 'second' ? ordinalPeriodAt(lexemes, index, index) : bareUnitAt(lexemes, index);
    case 'set':
      return setAt(lexemes, index);
    case 'part':
      return partAlone(lexemes, index);
    case 'approximate':
      return durationAt(lexemes, index);
    case 'deictic':
      return deicticAt(lexemes, index);
    case 'constant':
      return constantAt(lexemes, index);
    case 'decadeName':
      return decadeAt(lexemes, index, index);
    case 'mod':
      return lexeme.lower === 'close'
        ? durationAt(lexemes, index)
        : modifiedAt(lexemes, index, index, (at) => single(lexemes, at));
    case 'reference':
      if (entry.reference === 'the')
        return articleAt(lexemes, index, (at, first) => modifiedAt(lexemes, at, first, (next) => single(lexemes, next)));
      return referenceAt(lexemes, index);
    case 'word':
      return wordsAt(lexemes, index);
    default:
      return undefined;
  }
}

function wordsAt(lexemes: Lexemes, index: number): Parsed | undefined {
  const lower = lexemes[index]!.lower;
  switch (lower) {
    case 'every':
    case 'each':
    case 'per':
      return setAt(lexemes, index);
    case 'q':
    case 'h':
      return quarterCodeAt(lexemes, index);
    case 'these':
      return lowerAt(lexemes, index + 1) === 'days'
        ? { form: { kind: 'reference', value: 'PRESENT_REF' }, first: index, last: index + 2 }
        : undefined;
    default:
      return holidayAt(lexemes, index) ?? durationAt(lexemes, index);
  }
}

function durationOrDay(lexemes: Lexemes, index: number): Parsed | undefined {
  return durationAt(lexemes, index) ?? (dayNumberAt(lexemes, index) ? ordinalPeriodAt(lexemes, index, index) : undefined);
}

function single(lexemes: Lexemes, index: number): Parsed | undefined {
  const lexeme = lexemes[index];
  if (!lexeme || (lexeme.entry === undefined && lexeme.digits < 0)) return undefined;
  const dates =
    lexeme.digits >= 0 || lexeme.entry?.type === 'month' || lexeme.entry?.type === 'weekday'
      ? calendarWith(lexemes, index)
      : undefined;
  if (lexeme.digits >= 0) return decadeAt(lexemes, index, index) ?? ordinalPeriodAt(lexemes, index, index) ?? dates?.[0];
  return dates?.[0] ?? wordAt(lexemes, index);
}

/** "early March to June", "mid-1990–91": the modifier belongs to the first of several dates. */
function modifiedDates(lexemes: Lexemes, index: number): Parsed[] | undefined {
  const one = modifiedAt(lexemes, index, index, (at) => single(lexemes, at));
  return one && [one];
}

function partAlone(lexemes: Lexemes, index: number): Parsed | undefined {
  const lexeme = lexemes[index]!;
  const before = lowerAt(lexemes, index - 1);
  if (
    lexeme.lower !== 'noon' &&
    lexeme.lower !== 'midnight' &&
    lexeme.lower !== 'midday' &&
    lexeme.lower !== 'dawn' &&
    lexeme.lower !== 'dusk'
  )
    return undefined;
  if (!/^(?:at|by|before|after|until|around|since|about|from)$/.test(before) || lexeme.capital) return undefined;
  return withDate(lexemes, {
    form: { kind: 'clock' },
    part: lexeme.lower === 'midnight' ? 'NI' : lexeme.lower === 'dawn' ? 'MO' : lexeme.lower === 'dusk' ? 'EV' : 'MI',
    first: index,
    last: index + 1,
  });
}

function deicticAt(lexemes: Lexemes, index: number): Parsed | undefined {
  const entry = lexemes[index]!.entry;
  if (entry?.type !== 'deictic') return undefined;
  // "USA Today", "Russia Today": a name.
  const before = lexemes[index - 1];
  if (lexemes[index]!.capital && before?.capital && before.spaceBefore !== undefined && !startsSentence(lexemes, index))
    return undefined;
  const part = entry.part ? undefined : dayPartAt(lexemes, index + 1);
  return {
    form: { kind: 'deictic', offset: entry.offset },
    ...((part ?? entry.part) && { part: part?.part ?? entry.part! }),
    first: index,
    last: part?.last ?? index + 1,
  };
}

function constantAt(lexemes: Lexemes, index: number): Parsed | undefined {
  const lower = lexemes[index]!.lower;
  const value = (lexemes[index]!.entry as { value: string }).value;
  if (PRESENT.has(lower)) {
    // "Right now"; "now-defunct" and "now that" say nothing of a time.
    if (
      isDash(lexemes[index + 1]) ||
      (lower === 'now' && (lexemes[index - 1]?.lower === 'until' || lexemes[index - 1]?.lower === 'from'))
    )
      return undefined;
    return { form: { kind: 'reference', value }, first: index, last: index + 1 };
  }
  if (lower === 'future') {
    return lowerAt(lexemes, index - 1) === 'near' || lowerAt(lexemes, index - 1) === 'in'
      ? { form: { kind: 'reference', value }, first: index, last: index + 1 }
      : undefined;
  }
  if (lower === 'recent') {
    const unit = lexemes[index + 1]?.entry;
    const last = unit?.type === 'unit' ? index + 2 : index + 1;
    return { form: { kind: 'reference', value }, first: index, last };
  }
  return { form: { kind: 'reference', value }, first: index, last: index + 1 };
}
