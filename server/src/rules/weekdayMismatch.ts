import { daysInMonth, fromDay, isRealDate, toDay, weekdayOf, type Day, type Weekday } from '../dates/calendar';
import { describeDay, WEEKDAY_NAMES } from '../dates/edtf';
import type { TimeExpression } from '../time/types';
import { replace } from './fixes';
import type { Draft, Rule, RuleContext } from './rule';
import type { Fix } from './types';

/** Years around the written one in which the weekday is looked for, when the year may be the slip. */
const YEARS_AROUND = [-1, 1, -2, 2];

const PAIRING = new Set(['and', 'to', 'or', '-', '–', '—', '/', 'through', 'until', 'till']);
const WEEKDAYS: ReadonlySet<string> = new Set(WEEKDAY_NAMES.flatMap((name) => [name.toLowerCase(), name.slice(0, 3).toLowerCase()]));

export const weekdayMismatch: Rule = {
  id: 'weekday-mismatch',
  title: 'Weekday against date',
  description: 'A weekday that does not match the date it stands with.',
  defaultSeverity: 'warning',
  *check(context) {
    for (const claim of context.claimsOf('weekday-of')) {
      const draft = judge(context, context.discourse.times[claim.time]!);
      if (draft) yield draft;
    }
  },
};

function judge(context: RuleContext, time: TimeExpression): Draft | undefined {
  const { written } = time;
  if (written?.weekday === undefined || written.month === undefined || written.day === undefined || !written.weekdaySpan) return undefined;
  if (isSecondOfPair(context, written.weekdaySpan.start)) return undefined;
  const day = dayOf(context, time);
  if (day === undefined || weekdayOf(day) === written.weekday) return undefined;
  const right = WEEKDAY_NAMES[weekdayOf(day)];
  const text = context.discourse.parsed.source.text;
  const writtenWeekday = text.slice(written.weekdaySpan.start, written.weekdaySpan.end);
  return {
    start: written.weekdaySpan.start,
    end: time.end,
    message: `${describeDay(day)} is a ${right}, not a ${WEEKDAY_NAMES[written.weekday]}.`,
    // Without a year in the text the date was reckoned from the document's date, which is less sure.
    ...(written.year === undefined && time.anchor === 'none' ? { severity: 'information' as const } : {}),
    fixes: [
      replace(written.weekdaySpan, shapeLike(writtenWeekday, right), { preferred: written.year !== undefined }),
      ...dayFixes(context, time, day, written.weekday),
      ...yearFixes(time, written.weekday),
    ],
    related: [],
  };
}

/** "on Wednesday and Thursday, 6 and 7 November": two weekdays share two dates, and which goes with which is not said here. */
function isSecondOfPair(context: RuleContext, start: number): boolean {
  const words = context.discourse.wordsBefore(start, 2);
  const joint = words.at(-1);
  return joint !== undefined && PAIRING.has(joint) && WEEKDAYS.has(words.at(-2) ?? '');
}

/** The day that is written, or, without a year, the one that the time layer reckoned, if it has that month and day. */
function dayOf(context: RuleContext, time: TimeExpression): Day | undefined {
  const { year, month, day, weekday } = time.written!;
  if (year !== undefined) return isRealDate(year, month!, day!) ? toDay(year, month!, day!) : undefined;
  const today = context.discourse.date.range;
  if (time.anchor === 'context' && today) {
    // A year guessed from the story is no ground for a slip: the weekday must miss the text's own year as well.
    const own = fromDay(today.first).year;
    if (!isRealDate(own, month!, day!)) return undefined;
    const inOwnYear = toDay(own, month!, day!);
    return weekdayOf(inOwnYear) === weekday || !time.range || weekdayOf(time.range.first) === weekday ? undefined : inOwnYear;
  }
  if (!time.range || time.range.first !== time.range.last) return undefined;
  const resolved = fromDay(time.range.first);
  return resolved.month === month && resolved.day === day ? time.range.first : undefined;
}

/** The nearest days of the same month on which the weekday falls. */
function dayFixes(context: RuleContext, time: TimeExpression, day: Day, weekday: Weekday): Fix[] {
  const span = time.written!.daySpan;
  if (!span) return [];
  const { year, month, day: number } = fromDay(day);
  const ahead = (weekday - weekdayOf(day) + 7) % 7;
  return [ahead, ahead - 7]
    .map((shift) => number + shift)
    .filter((candidate) => candidate >= 1 && candidate <= daysInMonth(year, month))
    .sort((a, b) => Math.abs(a - number) - Math.abs(b - number))
    .map((candidate) => {
      const old = context.discourse.parsed.source.text.slice(span.start, span.end);
      const suffix = /\d(?:st|nd|rd|th)$/i.test(old) ? ordinalSuffix(candidate) : '';
      const digits = /^0\d/.test(old) ? String(candidate).padStart(2, '0') : String(candidate);
      return replace(span, digits + suffix, { title: `Change the day to ${WEEKDAY_NAMES[weekday]}, ${describeDay(toDay(year, month, candidate))}` });
    });
}

function yearFixes(time: TimeExpression, weekday: Weekday): Fix[] {
  const { year, month, day, yearSpan } = time.written!;
  if (year === undefined || !yearSpan) return [];
  return YEARS_AROUND.map((shift) => year + shift)
    .filter((candidate) => isRealDate(candidate, month!, day!) && weekdayOf(toDay(candidate, month!, day!)) === weekday)
    .slice(0, 1)
    .map((candidate) => replace(yearSpan, String(candidate), { title: `Change the year to ${candidate}` }));
}

function shapeLike(old: string, name: string): string {
  const bare = old.replace(/\.$/, '');
  const short = bare.length <= 5 && !WEEKDAY_NAMES.some((full) => full.toLowerCase() === bare.toLowerCase());
  const shaped = short ? name.slice(0, 3) + (old.endsWith('.') ? '.' : '') : name;
  return old === old.toUpperCase() ? shaped.toUpperCase() : shaped;
}

function ordinalSuffix(n: number): string {
  if (n % 100 >= 11 && n % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th';
}
