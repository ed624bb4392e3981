import { daysInMonth, fromDay, isRealDate, toDay, weekdayOf, type Day } from './calendar';
import type { DayRange } from './interval';

/**
 * The part of EDTF (ISO 8601-2:2019, Extended Date/Time Format) that the project uses, read to day ranges:
 * `2014`, `2014-03`, `2014-03-18`, decades and centuries (`201X`, `20XX`), seasons and quarters (`2014-21` … `2014-36`, `-40/-41`
 * for halves), qualifiers (`1991~`, `1991?`, `1991%`), and intervals (`2014-02-20/2014-03-26`, open `..`, unknown end empty).
 */
export interface EdtfDate {
  /** Days among which the date lies. */
  readonly range: DayRange;
  /** True for `~`, `?` and `%`. */
  readonly approximate: boolean;
}

export interface EdtfInterval {
  /** Missing when the start is unknown; `first` is -Infinity when it is open. */
  readonly from?: EdtfDate;
  readonly to?: EdtfDate;
}

const DATE = /^(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}))?(?:-(\d{2}))?([~?%])?$/;
/** First month and length in months of EDTF sub-year groupings, level 2 (Northern seasons start in March). */
const SUB_YEAR: Readonly<Record<number, readonly [number, number]>> = {
  21: [3, 3], 22: [6, 3], 23: [9, 3], 24: [12, 3],
  33: [1, 3], 34: [4, 3], 35: [7, 3], 36: [10, 3],
  37: [1, 4], 38: [5, 4], 39: [9, 4],
  40: [1, 6], 41: [7, 6],
};

export function monthRange(year: number, month: number, length = 1): DayRange {
  const end = year * 12 + month - 1 + length;
  const endYear = Math.floor(end / 12);
  return { first: toDay(year, month, 1), last: toDay(endYear, end - endYear * 12 + 1, 1) - 1 };
}

export function yearRange(first: number, last = first): DayRange {
  return { first: toDay(first, 1, 1), last: toDay(last, 12, 31) };
}

/** Reads one EDTF date (no interval). Returns undefined for what is not EDTF or is no real date. */
export function parseEdtfDate(text: string): EdtfDate | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [, yearText, monthText, dayText, qualifier] = match as unknown as [string, string, string?, string?, string?];
  const approximate = qualifier !== undefined;
  if (yearText.includes('X')) {
    if (monthText !== undefined) return undefined;
    return {
      range: yearRange(Number(yearText.replaceAll('X', '0')), Number(yearText.replaceAll('X', '9'))),
      approximate,
    };
  }
  const year = Number(yearText);
  if (monthText === undefined) return { range: yearRange(year), approximate };
  const month = Number(monthText);
  const group = SUB_YEAR[month];
  if (group) return dayText === undefined ? { range: monthRange(year, group[0], group[1]), approximate } : undefined;
  if (month < 1 || month > 12) return undefined;
  if (dayText === undefined) return { range: monthRange(year, month), approximate };
  if (!isRealDate(year, month, Number(dayText))) return undefined;
  const day = toDay(year, month, Number(dayText));
  return { range: { first: day, last: day }, approximate };
}

/**
 * Reads an EDTF date or interval; a single date is an interval whose two ends are that date. Undefined for what is neither, and for an
 * interval that surely ends before it begins.
 */
export function parseEdtf(text: string): EdtfInterval | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) {
    const date = parseEdtfDate(text);
    return date && { from: date, to: date };
  }
  const from = parseEnd(text.slice(0, slash), -Infinity);
  const to = parseEnd(text.slice(slash + 1), Infinity);
  if (from === null || to === null || (!from && !to)) return undefined;
  if (from && to && from.range.first > to.range.last) return undefined;
  return { from, to };
}

function parseEnd(text: string, open: number): EdtfDate | undefined | null {
  if (text === '') return undefined;
  if (text === '..') return { range: { first: open, last: open }, approximate: false };
  return parseEdtfDate(text) ?? null;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function formatYear(year: number): string {
  return year < 0 ? `-${pad(-year, 4)}` : pad(year, 4);
}

/** `YYYY-MM-DD` of a finite day, with a minus sign in front for years before 0. */
export function formatDay(day: Day): string {
  const { year, month, day: date } = fromDay(day);
  return `${formatYear(year)}-${pad(month, 2)}-${pad(date, 2)}`;
}

/** The shortest EDTF form of a range: a day, a month, a year, else an interval. */
export function formatRange(range: DayRange): string {
  if (!Number.isFinite(range.first) || !Number.isFinite(range.last)) {
    return `${Number.isFinite(range.first) ? formatDay(range.first) : '..'}/${Number.isFinite(range.last) ? formatDay(range.last) : '..'}`;
  }
  if (range.first === range.last) return formatDay(range.first);
  const a = fromDay(range.first);
  const b = fromDay(range.last);
  if (a.day === 1 && a.year === b.year && b.day === daysInMonth(b.year, b.month)) {
    if (a.month === 1 && b.month === 12) return formatYear(a.year);
    if (a.month === b.month) return `${formatYear(a.year)}-${pad(a.month, 2)}`;
  }
  return `${formatDay(range.first)}/${formatDay(range.last)}`;
}

/**
 * The EDTF form of a date as {@link parseEdtfDate} reads it, its inverse but for the qualifier: every approximate date gets `~`. A range that is no
 * single EDTF date comes out as an interval.
 */
export function formatEdtfDate({ range, approximate }: EdtfDate): string {
  const text = formatRange(range);
  return `${text.includes('/') ? unspecified(range) ?? subYear(range) ?? text : text}${approximate ? '~' : ''}`;
}

/** `199X`, `19XX` */
function unspecified(range: DayRange): string | undefined {
  const { year } = fromDay(range.first);
  for (const [length, mark] of [[10, 'X'], [100, 'XX']] as const) {
    const whole = yearRange(year, year + length - 1);
    if (year >= 0 && year % length === 0 && whole.first === range.first && whole.last === range.last) return formatYear(year).slice(0, -mark.length) + mark;
  }
  return undefined;
}

function subYear(range: DayRange): string | undefined {
  const { year } = fromDay(range.first);
  for (const [code, [month, length]] of Object.entries(SUB_YEAR)) {
    const group = monthRange(year, month, length);
    if (group.first === range.first && group.last === range.last) return `${formatYear(year)}-${code}`;
  }
  return undefined;
}

export const MONTH_NAMES = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const;
export const WEEKDAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** A range as people write it in messages: "6 September 2022", "March 2014", "2014", "20 February 2014 to 26 March 2014". */
export function describeRange(range: DayRange): string {
  const edtf = formatRange(range);
  if (edtf.includes('/')) {
    const end = (day: Day, open: string) => (Number.isFinite(day) ? describeDay(day) : open);
    return `${end(range.first, 'the beginning')} to ${end(range.last, 'now')}`;
  }
  if (range.first === range.last) return describeDay(range.first);
  const { year, month } = fromDay(range.first);
  return range.last - range.first < 31 ? `${MONTH_NAMES[month - 1]!} ${year}` : String(year);
}

/** "6 September 2022". */
export function describeDay(day: Day): string {
  const { year, month, day: date } = fromDay(day);
  return `${date} ${MONTH_NAMES[month - 1]!} ${year}`;
}

/** "Tuesday". */
export function weekdayName(day: Day): string {
  return WEEKDAY_NAMES[weekdayOf(day)];
}
