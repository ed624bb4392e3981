import type { Parsed, Unit } from './form';
import { isDash, type Lexeme } from './lexemes';
import { quantityAt } from './numbers';
import { durationValue } from './timex';
import type { Duration } from './types';
import { lowerAt, type Lexemes } from './walk';

export interface UnitAt {
  readonly unit: Unit;
  readonly plural: boolean;
  readonly last: number;
  /** How many of the unit one of the word is: two weeks for a fortnight. */
  readonly times: number;
}

export function unitAt(lexemes: Lexemes, index: number): UnitAt | undefined {
  const lexeme = lexemes[index];
  if (lexeme?.entry?.type === 'unit') return { unit: lexeme.entry.unit, plural: lexeme.entry.plural, last: index + 1, times: 1 };
  return lexeme?.lower === 'fortnight' ? { unit: 'week', plural: false, last: index + 1, times: 2 } : undefined;
}

interface Approximation {
  readonly approximate: NonNullable<Duration['approximate']>;
  readonly last: number;
}

/** "more than", "nearly", "just over", "at least", "about": what makes an amount inexact, and where it ends. */
export function approximationAt(lexemes: Lexemes, index: number): Approximation | undefined {
  const lower = lowerAt(lexemes, index);
  const next = lowerAt(lexemes, index + 1);
  switch (lower) {
    case 'more':
    case 'less':
    case 'fewer':
      return next === 'than' ? { approximate: lower === 'more' ? 'more' : 'less', last: index + 2 } : undefined;
    case 'at':
      if (next !== 'least' && next !== 'most') return undefined;
      return { approximate: next === 'least' ? 'more' : 'less', last: index + 2 };
    case 'just':
    case 'well':
    case 'a':
      if (lower === 'a' ? next !== 'little' : next === 'just' || next === 'well' || next === 'a') return undefined;
      return approximationAt(lexemes, lower === 'a' ? index + 2 : index + 1);
    case 'close':
      return next === 'to' ? { approximate: 'less', last: index + 2 } : undefined;
    default: {
      const entry = lexemes[index]?.entry;
      return entry?.type === 'approximate' ? { approximate: entry.approximate, last: index + 1 } : undefined;
    }
  }
}

const BEFORE_RATE: ReadonlySet<string> = new Set([
  'times', 'once', 'twice', 'dollars', 'euros', 'barrels', 'percent', 'people', 'tonnes', 'hours', 'days',
]);
const FILLERS: ReadonlySet<string> = new Set([
  'more', 'full', 'long', 'straight', 'consecutive', 'short', 'whole', 'successive', 'bloody', 'turbulent', 'solid', 'mere',
  'brutal', 'calendar', 'difficult',
]);

/**
 * Amounts of time and what hangs on them: "four years", "nearly half a century", "five-year", "two weeks later", "a year ago",
 * "18 years old".
 */
export function durationAt(lexemes: Lexemes, index: number): Parsed | undefined {
  const approximation = approximationAt(lexemes, index);
  const from = approximation?.last ?? index;
  let quantity = quantityAt(lexemes, from);
  let at = quantity?.last ?? from;
  if (!quantity) return undefined;
  if (quantity.article && from > 0 && rated(lexemes, from)) {
    // "15 a year", "twice a week": a rate.
    const rate = unitAt(lexemes, at);
    return rate && !rate.plural && rate.unit !== 'second'
      ? { form: { kind: 'set', value: durationValue(1, rate.unit) }, first: index, last: rate.last }
      : undefined;
  }
  const hyphenated = isDash(lexemes[at]);
  if (hyphenated) at++;
  let filler = false;
  if (!hyphenated && FILLERS.has(lowerAt(lexemes, at)) && !quantity.article) {
    filler = true;
    at++;
  } else if (quantity.article && lowerAt(lexemes, at) === 'full') at++;
  else if (quantity.article && lexemes[at] !== undefined && (lexemes[at]!.digits >= 0 || lexemes[at]!.entry?.type === 'number')) {
    // "a 20 year low", "a five-year high": the article belongs to the noun that follows.
    const inner = quantityAt(lexemes, at);
    if (!inner || isDash(lexemes[inner.last]) || !unitAt(lexemes, inner.last) || unitAt(lexemes, inner.last)!.plural)
      return undefined;
    quantity = inner;
    at = inner.last;
  }
  const unit = unitAt(lexemes, at);
  if (!unit) return undefined;
  if (quantity.article && (unit.plural || unit.unit === 'second' || unit.unit === 'quarter' || unit.unit === 'weekend'))
    return undefined;
  if (quantity.amount === undefined && !unit.plural) return undefined;
  if (isSomeDay(lexemes, index, unit)) return undefined;
  const last = unit.last;
  const amount = quantity.amount === undefined ? undefined : quantity.amount * unit.times;
  const half = lowerAt(lexemes, last) === 'and' && lowerAt(lexemes, last + 1) === 'a' && lowerAt(lexemes, last + 2) === 'half';
  const total = half && amount !== undefined ? amount + 0.5 : amount;
  const end = half ? last + 3 : last;
  // "a decade-long siege", "year-long" keep the word that makes them adjectives; "five years of age" its noun.
  return directed(lexemes, index, end, {
    unit: unit.unit,
    amount: total,
    approximate: approximation?.approximate,
    hyphenated,
    filler,
    amountSpan: { start: lexemes[from]!.start, end: lexemes[(quantity.last > from ? quantity.last : from + 1) - 1]!.end },
  });
}

/** "one day", for some day: a measure only where the words around it measure. */
function isSomeDay(lexemes: Lexemes, index: number, unit: UnitAt): boolean {
  if (lowerAt(lexemes, index) !== 'one' || unit.last !== index + 2 || unit.unit !== 'day') return false;
  if (/^(?:for|in|within|after|only|just|lasted|than|took|by|least|about)$/.test(lowerAt(lexemes, index - 1))) return false;
  return !/^(?:later|ago|earlier|after|before|old|and|or|to)$/.test(lowerAt(lexemes, unit.last));
}

function rated(lexemes: Lexemes, index: number): boolean {
  const before = lexemes[index - 1]!;
  return before.digits >= 0 || BEFORE_RATE.has(before.lower);
}

interface Measured {
  readonly unit: Unit;
  readonly amount?: number;
  readonly approximate?: Duration['approximate'];
  readonly hyphenated: boolean;
  readonly filler: boolean;
  readonly amountSpan: { readonly start: number; readonly end: number };
}

/** Adds what follows the amount ("ago", "later", "earlier", "old") and tells durations from distances. */
function directed(lexemes: Lexemes, first: number, last: number, measured: Measured): Parsed {
  const { unit, amount } = measured;
  const duration = toDuration(measured);
  const after = lowerAt(lexemes, last);
  const value = durationValue(amount, unit);
  const approximateMod =
    measured.approximate === 'more'
      ? 'MORE_THAN'
      : measured.approximate === 'less'
        ? 'LESS_THAN'
        : measured.approximate && 'APPROX';
  const base = { first, ...(duration && { duration }), ...(approximateMod && { mod: approximateMod as Parsed['mod'] }) };
  if (!measured.hyphenated) {
    const far = distance(lexemes, last, after);
    if (far) {
      return {
        ...base,
        last: far.last,
        direction: far.sign < 0 ? 'ago' : 'later',
        form: { kind: 'distance', unit, amount, sign: far.sign, from: far.from, ...(far.exact && { exact: true }) },
      };
    }
    if (after === 'old' || (after === 'of' && lowerAt(lexemes, last + 1) === 'age')) {
      return { ...base, last: last + (after === 'old' ? 1 : 2), form: { kind: 'duration', value } };
    }
  } else if (isDash(lexemes[last]) && (lowerAt(lexemes, last + 1) === 'old' || lowerAt(lexemes, last + 1) === 'long')) {
    return { ...base, last: last + 2, form: { kind: 'duration', value } };
  }
  const before = lowerAt(lexemes, first - 1);
  const direction =
    after === 'since' || after === 'after' || after === 'into'
      ? ('since' as const)
      : before === 'for'
        ? ('for' as const)
        : undefined;
  return { ...base, last, ...(direction && { direction }), form: { kind: 'duration', value } };
}

function distance(
  lexemes: Lexemes,
  last: number,
  after: string,
): { sign: 1 | -1; from: 'now' | 'context'; last: number; exact?: boolean } | undefined {
  switch (after) {
    case 'ago':
      return lowerAt(lexemes, last + 1) === 'today'
        ? { sign: -1, from: 'now', last: last + 2, exact: true }
        : { sign: -1, from: 'now', last: last + 1 };
    case 'later':
    case 'afterwards':
    case 'afterward':
      return lowerAt(lexemes, last + 1) === 'than' ? undefined : { sign: 1, from: 'context', last: last + 1 };
    case 'earlier':
    case 'previously':
      return lowerAt(lexemes, last + 1) === 'than' ? undefined : { sign: -1, from: 'context', last: last + 1 };
    case 'before':
      return endsClause(lexemes[last + 1]) ? { sign: -1, from: 'context', last: last + 1 } : undefined;
    case 'hence':
      return { sign: 1, from: 'now', last: last + 1 };
    case 'from':
      return lowerAt(lexemes, last + 1) === 'now' ? { sign: 1, from: 'now', last: last + 2 } : undefined;
    default:
      return undefined;
  }
}

function endsClause(lexeme: Lexeme | undefined): boolean {
  return lexeme === undefined || /^[.,;:!?)–—]$/.test(lexeme.lower);
}

const DURATION_UNITS: ReadonlySet<string> = new Set([
  'day', 'week', 'month', 'year', 'decade', 'century', 'hour', 'minute',
]);

function toDuration(measured: Measured): Duration | undefined {
  if (measured.amount === undefined || !DURATION_UNITS.has(measured.unit)) return undefined;
  return {
    amount: measured.amount,
    unit: measured.unit as Duration['unit'],
    ...(measured.approximate && { approximate: measured.approximate }),
    amountSpan: measured.amountSpan,
  };
}

/** "years", "for decades", "months": an amount that is not given. Also "year-long". */
export function bareUnitAt(lexemes: Lexemes, index: number): Parsed | undefined {
  const unit = unitAt(lexemes, index);
  if (!unit || unit.unit === 'quarter' || unit.unit === 'second') return undefined;
  if (!unit.plural) {
    if (!isDash(lexemes[unit.last]) || lowerAt(lexemes, unit.last + 1) !== 'long') return undefined;
    return {
      first: index,
      last: unit.last + 2,
      form: { kind: 'duration', value: durationValue(1, unit.unit) },
      duration: toDuration({
        unit: unit.unit,
        amount: 1,
        hyphenated: true,
        filler: false,
        amountSpan: { start: lexemes[index]!.start, end: lexemes[index]!.end },
      }),
    };
  }
  const after = lowerAt(lexemes, unit.last);
  const before = lowerAt(lexemes, index - 1);
  const far = distance(lexemes, unit.last, after);
  if (far && after !== 'from') {
    return {
      first: index,
      last: far.last,
      direction: far.sign < 0 ? 'ago' : 'later',
      form: { kind: 'distance', unit: unit.unit, sign: far.sign, from: far.from },
    };
  }
  const given = before === 'for' || before === 'within' || before === 'after' || before === 'in' || before === 'of';
  return given && (before !== 'of' || /^(?:thousands|hundreds|dozens|tens)$/.test(lowerAt(lexemes, index - 2)) === false)
    ? {
        first: index,
        last: unit.last,
        ...(before === 'for' && { direction: 'for' as const }),
        form: { kind: 'duration', value: durationValue(undefined, unit.unit) },
      }
    : undefined;
}
