import { toDay, weekdayOf, type Day, type Weekday } from '../dates/calendar';
import type { Parsed, Reference } from './form';
import { glued, lowerAt, type Lexemes } from './walk';
import { yearAt } from './years';

interface Holiday {
  readonly words: readonly string[];
  readonly id: string;
}

/** Days with a name, longest first for each first word. Movable feasts of other calendars are recognised but given no day. */
const HOLIDAYS: readonly Holiday[] = [
  { words: ['christmas', 'day'], id: 'christmas' },
  { words: ['christmas', 'eve'], id: 'christmasEve' },
  { words: ['christmas'], id: 'christmas' },
  { words: ['boxing', 'day'], id: 'boxingDay' },
  { words: ['new', 'year', 's', 'eve'], id: 'newYearsEve' },
  { words: ['new', 'year', 's', 'day'], id: 'newYear' },
  { words: ['good', 'friday'], id: 'goodFriday' },
  { words: ['easter', 'sunday'], id: 'easter' },
  { words: ['easter', 'monday'], id: 'easterMonday' },
  { words: ['easter'], id: 'easter' },
  { words: ['halloween'], id: 'halloween' },
  { words: ['thanksgiving', 'day'], id: 'thanksgiving' },
  { words: ['thanksgiving'], id: 'thanksgiving' },
  { words: ['bastille', 'day'], id: 'bastilleDay' },
  { words: ['anzac', 'day'], id: 'anzacDay' },
  { words: ['ramadan'], id: 'ramadan' },
  { words: ['nowruz'], id: 'nowruz' },
  { words: ['diwali'], id: 'diwali' },
];

const FIRST_WORDS = new Map<string, Holiday[]>();
for (const holiday of HOLIDAYS) FIRST_WORDS.set(holiday.words[0]!, [...(FIRST_WORDS.get(holiday.words[0]!) ?? []), holiday]);

/** Nouns that make the day's name part of another name: "the Good Friday Agreement", "the Easter Rising". */
const PART_OF_NAME: ReadonlySet<string> = new Set([
  'agreement', 'accord', 'accords', 'rising', 'island', 'offensive', 'bombing', 'bombings', 'truce', 'war', 'tree', 'market',
  'massacre', 'islands',
]);

/** A named day, with its year when one follows: "Christmas Day 1971", "Good Friday". */
export function holidayAt(lexemes: Lexemes, index: number): Parsed | undefined {
  const candidates = FIRST_WORDS.get(lexemes[index]!.lower);
  if (!candidates || !lexemes[index]!.capital) return undefined;
  for (const { words, id } of candidates) {
    if (!words.every((word, offset) => matches(lowerAt(lexemes, index + offset), word))) continue;
    let last = index + words.length;
    if (PART_OF_NAME.has(lowerAt(lexemes, last))) return undefined;
    const year = yearAt(lexemes, lowerAt(lexemes, last) === ',' || lowerAt(lexemes, last) === 'of' ? last + 1 : last);
    const before = lexemes[index - 1]?.entry;
    const reference: Reference | undefined =
      before?.type === 'reference' && before.reference !== 'the' ? before.reference : undefined;
    if (year) last = year.last;
    return {
      form: { kind: 'holiday', holiday: id, ...(year && { year: year.year }), ...(reference && { reference }) },
      ...(year && {
        written: { year: year.year, yearSpan: { start: lexemes[year.first]!.start, end: lexemes[year.last - 1]!.end } },
      }),
      first: index,
      last,
    };
  }
  return undefined;
}

function matches(lower: string, word: string): boolean {
  return word === 's' ? /^['’]s$/.test(lower) : lower === word;
}

/** "9/11" without a year, which names a day of 2001. */
export function nineElevenAt(lexemes: Lexemes, index: number): Parsed | undefined {
  if (lexemes[index]!.digits !== 9 || lowerAt(lexemes, index + 1) !== '/' || lexemes[index + 2]?.digits !== 11) return undefined;
  if (
    !glued(lexemes, index + 1) ||
    !glued(lexemes, index + 2) ||
    (glued(lexemes, index + 3) && /[/\d\p{L}]/u.test(lowerAt(lexemes, index + 3)))
  )
    return undefined;
  return { form: { kind: 'calendar', year: 2001, month: 9, day: 11 }, first: index, last: index + 3 };
}

/** Day of a holiday in a year; undefined for those of calendars that are not reckoned here. */
export function holidayIn(id: string, year: number): Day | undefined {
  switch (id) {
    case 'christmas':
      return toDay(year, 12, 25);
    case 'christmasEve':
      return toDay(year, 12, 24);
    case 'boxingDay':
      return toDay(year, 12, 26);
    case 'newYear':
      return toDay(year, 1, 1);
    case 'newYearsEve':
      return toDay(year, 12, 31);
    case 'halloween':
      return toDay(year, 10, 31);
    case 'bastilleDay':
      return toDay(year, 7, 14);
    case 'anzacDay':
      return toDay(year, 4, 25);
    case 'easter':
      return easterSunday(year);
    case 'goodFriday':
      return easterSunday(year) - 2;
    case 'easterMonday':
      return easterSunday(year) + 1;
    case 'thanksgiving':
      return nthWeekday(year, 11, 4, 4);
    default:
      return undefined;
  }
}

function nthWeekday(year: number, month: number, weekday: Weekday, n: number): Day {
  const first = toDay(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7;
}

/** Gregorian Easter Sunday by the anonymous algorithm (Meeus, "Astronomical Algorithms", chapter 8). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return toDay(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}
