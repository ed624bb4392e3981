import { type Parts, build, dayExists } from './calendarParts';
import type { Parsed } from './form';
import { isDash } from './lexemes';
import { MONTH_CONTEXT, type MonthAt, isMonthAlone, monthAt, weekdayAt } from './months';
import { type DayNumber, type Lexemes, dayNumberAt, glued, lowerAt, standsAlone } from './walk';
import { bareYears } from './yearRanges';
import { type YearNumber, yearAt } from './years';

const RANGE_WORDS: ReadonlySet<string> = new Set([
  'to', 'until', 'till', 'through', 'and', 'or',
]);

/**
 * Dates that begin at `index` with a weekday, a day, a month or a year, in any common order. One answer for a date, several for
 * what shares a
 * month or a year: "16–28 October", "1990–91".
 */
export function calendarDatesAt(lexemes: Lexemes, index: number): Parsed[] | undefined {
  const lexeme = lexemes[index]!;
  let at = index;
  let weekday: Parts['weekday'];
  const weekdayEntry = weekdayAt(lexemes, index);
  if (weekdayEntry && !weekdayEntry.plural) {
    let next = index + 1;
    if (weekdayEntry.abbreviated && lowerAt(lexemes, next) === '.') next++;
    weekday = { value: weekdayEntry.weekday, first: index, last: next };
    if (lowerAt(lexemes, next) === ',') next++;
    if (lowerAt(lexemes, next) === 'the' && dayNumberAt(lexemes, next + 1)?.ordinal) next++;
    at = next;
  }
  const dated = dayFirst(lexemes, at, index, weekday) ?? monthFirst(lexemes, at, index, weekday);
  if (dated) return dated;
  if (weekday) return undefined;
  return lexeme.digits >= 0 ? bareYears(lexemes, index) : undefined;
}

/** Days that one list may hold in front of their month: "3, 4, 5 and 6 May". */
const LONGEST_LIST = 6;

function dayFirst(lexemes: Lexemes, at: number, first: number, weekday: Parts['weekday'], depth = 0): Parsed[] | undefined {
  const day = dayNumberAt(lexemes, at);
  if (!day) return undefined;
  const lexeme = lexemes[at]!;
  if (lexeme.digits >= 0 && !dayStandsAlone(lexemes, at, day)) return undefined;
  const single = monthAfterDay(lexemes, day.last);
  if (single) {
    const { month, year, end } = withYear(lexemes, single);
    return [build(lexemes, { weekday, day, month, year }, first, end, yearReference(lexemes, end))].map((date) =>
      extended(lexemes, date),
    );
  }
  // "28–16 October", "16 to 28 October", "3, 4 and 5 May".
  const connector = lexemes[day.last];
  if (!connector || !(isDash(connector) || RANGE_WORDS.has(connector.lower) || connector.lower === ',')) return undefined;
  if (depth >= LONGEST_LIST) return undefined;
  const rest = dayFirst(lexemes, day.last + 1, day.last + 1, undefined, depth + 1);
  const partner = rest?.[0];
  if (!partner || partner.form.kind !== 'calendar' || partner.form.month === undefined || partner.form.day === undefined)
    return undefined;
  const spans = partner.written!;
  const impossible = !dayExists(day.day, partner.form.month, partner.form.year);
  const ranged =
    isDash(connector) ||
    connector.lower === 'to' ||
    connector.lower === 'until' ||
    connector.lower === 'till' ||
    connector.lower === 'through' ||
    (connector.lower === 'and' && lowerAt(lexemes, first - 1) === 'between');
  const date = build(lexemes, { weekday, day }, first, day.last, { month: partner.form.month, year: partner.form.year });
  const opening: Parsed = {
    ...date,
    written: {
      ...date.written,
      month: spans.month,
      monthSpan: spans.monthSpan,
      ...(spans.year !== undefined && { year: spans.year, yearSpan: spans.yearSpan }),
    },
    ...(impossible && { impossible: 'day' as const }),
    ...(ranged && { partner: 1 as const }),
  };
  return [opening, ranged ? { ...partner, partner: -1 } : partner, ...rest!.slice(1)];
}

const NUMBERED: ReadonlySet<string> = new Set([
  'article', 'articles', 'chapter', 'section', 'page', 'paragraph', 'protocol', 'phase', 'point', 'no', 'number', 'room',
  'channel', 'gate', 'platform', 'group', 'part',
]);

function dayStandsAlone(lexemes: Lexemes, at: number, day: DayNumber): boolean {
  if (!day.ordinal && !standsAlone(lexemes, at)) return false;
  const before = lexemes[at - 1];
  if (before && NUMBERED.has(before.lower)) return false;
  return !(
    before &&
    glued(lexemes, at) &&
    (before.lower === '.' || before.lower === '/' || before.lower === ':') &&
    (lexemes[at - 2]?.digits ?? -1) >= 0
  );
}

function monthAfterDay(lexemes: Lexemes, at: number): MonthAt | undefined {
  let next = at;
  if (lowerAt(lexemes, next) === 'of') next++;
  else if (
    isDash(lexemes[next]) &&
    glued(lexemes, next) &&
    glued(lexemes, next + 1) &&
    lexemes[next + 1]?.entry?.type === 'month'
  )
    next++;
  return monthAt(lexemes, next);
}

interface YearAfter {
  readonly month: MonthAt;
  readonly year?: YearNumber;
  readonly end: number;
}

/** The year after a month or a day: "February 2022", "February, 2022", "February of 2022", "Feb-2022". */
function withYear(lexemes: Lexemes, month: MonthAt, from = month.last): YearAfter {
  let next = from;
  const word = lowerAt(lexemes, next);
  if (word === ',' || word === 'of' || (isDash(lexemes[next]) && glued(lexemes, next) && glued(lexemes, next + 1))) next++;
  const year = yearAt(lexemes, next);
  if (year && !(next === from && word !== '' && !lexemes[next]!.spaceBefore) && !countFollows(lexemes, year, word === ',')) {
    return { month, year, end: year.last };
  }
  return { month, end: from };
}

function countFollows(lexemes: Lexemes, year: YearNumber, comma: boolean): boolean {
  return comma && /^(?:people|soldiers|men|troops|women|civilians)$/.test(lowerAt(lexemes, year.last));
}

/** "of that year", "of the same year", "that year" after a month or a day. The words belong to the expression. */
function yearReference(
  lexemes: Lexemes,
  at: number,
): { yearReference?: 'that' | 'next' | 'last' | 'this' | 'following' | 'previous' } {
  const of = lowerAt(lexemes, at) === 'of' ? at + 1 : at;
  const the = lowerAt(lexemes, of) === 'the' ? of + 1 : of;
  const word = lexemes[the];
  if (word?.entry?.type !== 'reference' || lowerAt(lexemes, the + 1) !== 'year') return {};
  switch (word.entry.reference) {
    case 'that':
    case 'same':
      return { yearReference: 'that' };
    case 'next':
    case 'last':
    case 'this':
    case 'following':
    case 'previous':
      return { yearReference: word.entry.reference };
    default:
      return {};
  }
}

/** Takes "of that year" and "of the following year" into the expression; "of next year" stays an expression of its own. */
function extended(lexemes: Lexemes, date: Parsed): Parsed {
  if (date.form.kind !== 'calendar' || date.form.yearReference === undefined) return date;
  if (date.form.yearReference !== 'that' && date.form.yearReference !== 'following' && date.form.yearReference !== 'previous')
    return date;
  let last = date.last;
  while (lowerAt(lexemes, last) !== 'year') last++;
  return { ...date, last: last + 1 };
}

function monthFirst(lexemes: Lexemes, at: number, first: number, weekday: Parts['weekday']): Parsed[] | undefined {
  const month = monthAt(lexemes, at);
  if (!month) return undefined;
  const day = dayNumberAt(lexemes, month.last);
  if (day && lexemes[day.first]!.digits >= 0 && isDayAfterMonth(lexemes, month, day))
    return monthDay(lexemes, month, day, first, weekday);
  const theDay = lowerAt(lexemes, month.last) === 'the' ? dayNumberAt(lexemes, month.last + 1) : undefined;
  if (theDay?.ordinal) return monthDay(lexemes, month, theDay, first, weekday);
  if (weekday) return undefined;
  const { year, end } = withYear(lexemes, month);
  if (year) return [build(lexemes, { month, year }, first, end)];
  if (!isMonthAlone(lexemes, month)) return undefined;
  return [extended(lexemes, build(lexemes, { month }, first, month.last, yearReference(lexemes, month.last)))];
}

function isDayAfterMonth(lexemes: Lexemes, month: MonthAt, day: DayNumber): boolean {
  if (!lexemes[day.first]!.spaceBefore) return false;
  if (!day.ordinal && !standsAlone(lexemes, day.first)) return false;
  if (day.ordinal || yearAt(lexemes, lowerAt(lexemes, day.last) === ',' ? day.last + 1 : day.last)) return true;
  const after = lexemes[day.last];
  if (!after || !after.spaceBefore || lowerAt(lexemes, month.first - 1) !== 'in') return true;
  // "in May 12 soldiers were killed": a count, not a day.
  return after.capital || after.entry !== undefined || !/^\p{Ll}{3,}(?:s|men|people)$/u.test(after.lower);
}

function monthDay(lexemes: Lexemes, month: MonthAt, day: DayNumber, first: number, weekday: Parts['weekday']): Parsed[] {
  const connector = lexemes[day.last];
  if (connector && (isDash(connector) || RANGE_WORDS.has(connector.lower))) {
    const second = dayNumberAt(lexemes, day.last + 1);
    if (
      second &&
      second.last > 0 &&
      lexemes[second.first]!.digits >= 0 &&
      standsAloneOrOrdinal(lexemes, second) &&
      !monthAfterDay(lexemes, second.last) &&
      (isDash(connector) || !countedAfter(lexemes, second.last))
    ) {
      const { year, end } = withYear(lexemes, month, second.last);
      const ranged =
        isDash(connector) ||
        connector.lower === 'to' ||
        connector.lower === 'through' ||
        connector.lower === 'until' ||
        (connector.lower === 'and' && lowerAt(lexemes, first - 1) === 'between');
      const opening = build(lexemes, { weekday, day, month }, first, day.last, year && { year: year.year, bc: year.bc });
      const closing = build(lexemes, { day: second, year }, second.first, end, { month: month.month });
      return [
        { ...opening, ...impossibility(day.day, month.month, year), ...(ranged && { partner: 1 as const }) },
        {
          ...closing,
          written: { ...closing.written, month: month.month, monthSpan: opening.written!.monthSpan },
          ...impossibility(second.day, month.month, year),
          ...(ranged && { partner: -1 as const }),
        },
      ];
    }
  }
  const { year, end } = withYear(lexemes, month, day.last);
  return [extended(lexemes, build(lexemes, { weekday, day, month, year }, first, end, year ? {} : yearReference(lexemes, end)))];
}

function impossibility(day: number, month: number, year: YearNumber | undefined): { impossible?: 'day' } {
  return dayExists(day, month, year && !year.bc ? year.year : undefined) ? {} : { impossible: 'day' };
}

function standsAloneOrOrdinal(lexemes: Lexemes, day: DayNumber): boolean {
  return day.ordinal || standsAlone(lexemes, day.first) || isDash(lexemes[day.first - 1]);
}

function countedAfter(lexemes: Lexemes, at: number): boolean {
  const after = lexemes[at];
  return (
    after !== undefined &&
    after.spaceBefore &&
    !after.capital &&
    /^\p{Ll}{3,}$/u.test(after.lower) &&
    after.entry === undefined &&
    !MONTH_CONTEXT.has(after.lower)
  );
}
