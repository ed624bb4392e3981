import { calendarDatesAt } from './calendarDates';
import type { Parsed, Reference, SeasonCode } from './form';
import { unitAt } from './durations';
import { isDash } from './lexemes';
import { quantityAt } from './numbers';
import { durationValue } from './timex';
import { glued, lowerAt, ordinalAt, type Lexemes } from './walk';
import { shortYearAt, yearAt } from './years';

/** "that year", "last year", "the year" (of a period that is told), with an optional "of" and "the". */
export function yearPhraseAt(
  lexemes: Lexemes,
  index: number,
): { readonly reference: Reference; readonly last: number } | undefined {
  let at = lowerAt(lexemes, index) === 'of' ? index + 1 : index;
  const article = lowerAt(lexemes, at) === 'the';
  if (article) at++;
  const word = lexemes[at];
  if (word?.lower === 'year' && article) return { reference: 'the', last: at + 1 };
  if (word?.entry?.type !== 'reference' || lowerAt(lexemes, at + 1) !== 'year') return undefined;
  return { reference: word.entry.reference === 'same' ? 'that' : word.entry.reference, last: at + 2 };
}

/** The year that a period is in: "2016", "of 2016", "that year". Empty when none is named. */
function yearOfPeriod(
  lexemes: Lexemes,
  at: number,
): { year?: number; bc?: boolean; yearReference?: Reference; last: number; yearIndex?: number } {
  let next = at;
  if (lowerAt(lexemes, next) === 'of' || lowerAt(lexemes, next) === ',' || lowerAt(lexemes, next) === 'in') next++;
  const year = yearAt(lexemes, next);
  if (year) {
    // "the winter of 1990–91" is one winter.
    const second =
      isDash(lexemes[year.last]) || lowerAt(lexemes, year.last) === '/'
        ? shortYearAt(lexemes, year.last + 1, year.year)
        : undefined;
    return { year: year.year, bc: year.bc, last: second?.last ?? year.last, yearIndex: next };
  }
  const phrase = yearPhraseAt(lexemes, at);
  return phrase && phrase.reference !== 'the' ? { yearReference: phrase.reference, last: phrase.last } : { last: at };
}

function writtenYear(lexemes: Lexemes, index: number | undefined): Pick<Parsed, 'written'> {
  if (index === undefined) return {};
  const yearSpan = { start: lexemes[index]!.start, end: lexemes[index]!.end };
  return { written: { year: lexemes[index]!.digits, yearSpan, dateSpan: yearSpan } };
}

const SEASON_BEFORE: ReadonlySet<string> = new Set([
  'in', 'by', 'since', 'until', 'till', 'during', 'before', 'after', 'the', 'this', 'last', 'next', 'that', 'early', 'late',
  'mid', 'of', 'and', 'previous', 'following', 'coming', 'through', 'throughout', 'from', 'to', '-', 'every', 'each', 'same',
]);

/**
 * "spring 2022", "the summer of 1995", "in autumn", "that winter". "Fall" and "spring" are more often verbs: alone they need a
 * preposition.
 */
export function seasonAt(lexemes: Lexemes, index: number, first = index, reference?: Reference): Parsed | undefined {
  const entry = lexemes[index]?.entry;
  if (entry?.type !== 'season') return undefined;
  const season: SeasonCode = entry.season;
  const { last, yearIndex, ...year } = yearOfPeriod(lexemes, index + 1);
  const dated = yearIndex !== undefined || year.yearReference !== undefined;
  if (!dated) {
    const before = lowerAt(lexemes, index - 1);
    if (glued(lexemes, index) || (isDash(lexemes[index + 1]) && glued(lexemes, index + 1))) return undefined;
    if (!SEASON_BEFORE.has(before)) return undefined;
    const after = lexemes[index + 1];
    if (after && (after.lower === 'of' || after.lower === 'in' || after.lower === 'guards')) return undefined;
    const pointed = reference !== undefined && reference !== 'the';
    if (
      !pointed &&
      (before === 'the' || before === 'to' || before === 'of' || before === 'from') &&
      (entry.season === 'FA' || entry.season === 'SP') &&
      lexemes[index]!.lower !== 'autumn' &&
      !/^(?:in|by|since|until|during|of)$/.test(lowerAt(lexemes, index - 2))
    )
      return undefined;
    if (after && /^(?:olympics|olympic|games|school|palace|camp|house|war)$/.test(after.lower)) return undefined;
    if (lexemes[index]!.capital && after?.capital) return undefined;
  }
  return {
    form: { kind: 'calendar', season, ...year, ...(reference && reference !== 'the' && { reference }) },
    ...writtenYear(lexemes, year.bc ? undefined : yearIndex),
    first,
    last,
  };
}

/** "Q3 2024", "H1 2023", "Q2". */
export function quarterCodeAt(lexemes: Lexemes, index: number): Parsed | undefined {
  const lexeme = lexemes[index]!;
  const letter = lexeme.lower;
  if ((letter !== 'q' && letter !== 'h') || !lexeme.capital) return undefined;
  const number = lexemes[index + 1];
  if (
    !number ||
    !glued(lexemes, index + 1) ||
    number.width !== 1 ||
    number.digits < 1 ||
    number.digits > (letter === 'q' ? 4 : 2)
  )
    return undefined;
  const { last, yearIndex, ...year } = yearOfPeriod(lexemes, index + 2);
  if (yearIndex === undefined && letter === 'h') return undefined;
  const part = letter === 'q' ? { quarter: number.digits } : { half: number.digits };
  return { form: { kind: 'calendar', ...part, ...year }, ...writtenYear(lexemes, yearIndex), first: index, last };
}

/** After "the": "first quarter of 2023", "second half of last year", "final quarter", "20th century", "early 19th century". */
export function ordinalPeriodAt(lexemes: Lexemes, index: number, first: number): Parsed | undefined {
  const word = lowerAt(lexemes, index);
  const ordinal =
    word === 'final' || word === 'last'
      ? { value: -1, last: index + 1 }
      : word === 'latter'
        ? { value: 2, last: index + 1 }
        : ordinalAt(lexemes, index);
  if (!ordinal) return undefined;
  let at = ordinal.last;
  const hyphen = isDash(lexemes[at]);
  if (hyphen) at++;
  const noun = lowerAt(lexemes, at);
  if (noun === 'century' || noun === 'centuries') {
    if (ordinal.value < 1 || ordinal.value > 30) return undefined;
    const era = lowerAt(lexemes, at + 1);
    const bc = era === 'bc' || era === 'bce';
    return { form: { kind: 'century', century: ordinal.value, bc }, first, last: at + (bc ? 2 : 1) };
  }
  if (noun !== 'quarter' && noun !== 'half') return undefined;
  const count = noun === 'quarter' ? 4 : 2;
  const value = ordinal.value === -1 ? count : ordinal.value;
  if (value > count) return undefined;
  const { last, yearIndex, ...year } = yearOfPeriod(lexemes, at + 1);
  const ofMonth = noun === 'half' && lowerAt(lexemes, at + 1) === 'of' ? calendarDatesAt(lexemes, at + 2)?.[0] : undefined;
  if (ofMonth && ofMonth.form.kind === 'calendar' && ofMonth.form.month !== undefined) {
    return { ...ofMonth, first, mod: value === 1 ? 'START' : 'END' };
  }
  // "the first half" of a match, "the second quarter" of a town: without a year only a quarter with a preposition of time is one.
  if (yearIndex === undefined && year.yearReference === undefined) {
    if (lowerAt(lexemes, at + 1) === 'of' && /^(?:the)$/.test(lowerAt(lexemes, at + 2)) && lowerAt(lexemes, at + 3) === 'year') {
      const part = noun === 'quarter' ? { quarter: value } : { half: value };
      return { form: { kind: 'calendar', ...part, yearReference: 'the' }, first, last: at + 4 };
    }
    if (
      noun === 'half' ||
      lowerAt(lexemes, at + 1) === 'of' ||
      (!/^(?:in|for|during|since|by)$/.test(lowerAt(lexemes, first - 1)) && !hyphen)
    )
      return undefined;
  }
  const part = noun === 'quarter' ? { quarter: value } : { half: value };
  return { form: { kind: 'calendar', ...part, ...year }, ...writtenYear(lexemes, yearIndex), first, last };
}

/** After "the": "last week of August", "first two months of 1939", "final days of 1999": part of a period that is named. */
export function portionAt(lexemes: Lexemes, index: number, first: number): Parsed | undefined {
  const word = lowerAt(lexemes, index);
  const from =
    word === 'last' || word === 'final' || word === 'closing'
      ? ('end' as const)
      : word === 'first' || word === 'opening'
        ? ('start' as const)
        : undefined;
  if (!from) return undefined;
  const quantity = quantityAt(lexemes, index + 1);
  const unit = unitAt(lexemes, quantity?.last ?? index + 1);
  if (!unit || lowerAt(lexemes, unit.last) !== 'of' || (unit.plural && quantity?.amount === undefined)) return undefined;
  const at = lowerAt(lexemes, unit.last + 1) === 'the' ? unit.last + 2 : unit.last + 1;
  const period = calendarDatesAt(lexemes, at)?.[0] ?? seasonAt(lexemes, at, at);
  if (period?.form.kind !== 'calendar' || period.form.day !== undefined || period.partner !== undefined) return undefined;
  const amount = (quantity?.amount ?? 1) * unit.times;
  return {
    form: { kind: 'portion', unit: unit.unit, amount, from, of: period.form, value: durationValue(amount, unit.unit) },
    ...(period.written && { written: period.written }),
    first,
    last: period.last,
  };
}

/** "1990s", "'90s", "the nineties" (after "the"). */
export function decadeAt(lexemes: Lexemes, index: number, first: number): Parsed | undefined {
  const lexeme = lexemes[index];
  if (!lexeme) return undefined;
  if (lexeme.entry?.type === 'decadeName') {
    const article = lowerAt(lexemes, index - 1);
    return article === 'the' || article === 'early' || article === 'late' || article === 'mid' || isDash(lexemes[index - 1])
      ? { form: { kind: 'decade', start: lexeme.entry.decade, short: true }, first, last: index + 1 }
      : undefined;
  }
  if (lexeme.digits < 0 || lexeme.digits % 10 !== 0) return undefined;
  const mark = /^['’‘]$/.test(lowerAt(lexemes, index + 1)) && glued(lexemes, index + 1);
  const letter = index + (mark ? 2 : 1);
  const suffix = lowerAt(lexemes, letter);
  if (!(suffix === 's' || (!mark && /^['’]s$/.test(suffix))) || !glued(lexemes, letter)) return undefined;
  if (lexeme.width === 4 && lexeme.digits >= 1000 && lexeme.digits <= 2190) {
    return { form: { kind: 'decade', start: lexeme.digits, short: false }, first, last: letter + 1 };
  }
  if (lexeme.width !== 2 || suffix !== 's' || lexeme.digits < 10) return undefined;
  const before = lowerAt(lexemes, index - 1);
  const quoted = /^['’‘]$/.test(before);
  // "in his 60s" is an age, "the 60s" a decade.
  if (!quoted && before !== 'the' && before !== 'early' && before !== 'late') return undefined;
  if (!quoted && /^(?:his|her|their|its|my|in)$/.test(lowerAt(lexemes, index - (before === 'the' ? 1 : 2)))) return undefined;
  return {
    form: { kind: 'decade', start: lexeme.digits, short: true },
    first: quoted && first === index ? index - 1 : first,
    last: letter + 1,
  };
}

/**
 * A modifier in front of a period: "early", "mid-", "late", "the end of", "the beginning of", "late in", and where the period
 * starts.
 */
export function modifierAt(
  lexemes: Lexemes,
  index: number,
): { readonly mod: 'START' | 'MID' | 'END'; readonly last: number; readonly of: boolean } | undefined {
  let at = index;
  const article = lowerAt(lexemes, at) === 'the';
  if (article) at++;
  if (
    article &&
    /^(?:very|latter|early|late)$/.test(lowerAt(lexemes, at)) &&
    /^(?:part|days|months|stages|years|end|beginning|start|half)$/.test(lowerAt(lexemes, at + 1)) &&
    lowerAt(lexemes, at + 2) === 'of'
  ) {
    const first = lowerAt(lexemes, at);
    const second = lowerAt(lexemes, at + 1);
    return { mod: first === 'early' || second === 'beginning' || second === 'start' ? 'START' : 'END', last: at + 3, of: true };
  }
  const entry = lexemes[at]?.entry;
  if (entry?.type !== 'mod') return undefined;
  let next = at + 1;
  const word = lexemes[at]!.lower;
  const noun = word === 'end' || word === 'beginning' || word === 'start' || word === 'middle' || word === 'close';
  if (noun) {
    if (lowerAt(lexemes, next) !== 'of' && !(isDash(lexemes[next]) && word === 'end')) return undefined;
    next++;
  } else if (isDash(lexemes[next])) next++;
  else if (
    lowerAt(lexemes, next) === 'in' ||
    lowerAt(lexemes, next) === 'on' ||
    (word === 'midway' && lowerAt(lexemes, next) === 'through')
  )
    next++;
  return { mod: entry.mod, last: next, of: noun };
}
