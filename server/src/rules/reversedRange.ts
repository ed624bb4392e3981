import { isRealDate, toDay } from '../dates/calendar';
import type { Span } from '../text/span';
import type { TimeExpression } from '../time/types';
import type { Draft, Rule, RuleContext } from './rule';

const QUANTITIES = new Set(['level', 'levels', 'prices', 'values', 'terms', 'dollars', 'figures', 'rates', 'standards']);
const MOVING = new Set(['moved', 'moving', 'move', 'moves', 'brought', 'bring', 'bringing', 'pushed', 'shifted', 'shifting', 'changed', 'changing', 'advanced', 'advancing', 'rescheduled', 'back', 'forward', 'corrected', 'revised', 'amended']);
/** A range without years that runs over New Year is taken as one up to this many days. */
const LONGEST_OVER_NEW_YEAR = 250;

export const reversedRange: Rule = {
  id: 'reversed-range',
  title: 'Range that runs backwards',
  description: 'A range of dates whose end lies before its start.',
  defaultSeverity: 'warning',
  *check(context) {
    for (const time of context.discourse.times) {
      const partner = time.rangePartner === undefined ? undefined : context.discourse.times[time.rangePartner];
      if (!partner || partner.start > time.start || !context.mayJudge(time)) continue;
      const draft = judge(context, partner, time);
      if (draft) yield draft;
    }
  },
};

function judge(context: RuleContext, first: TimeExpression, second: TimeExpression): Draft | undefined {
  if (first.impossible || second.impossible || !runsBackwards(first, second)) return undefined;
  // "from 2019 to 1990 levels" compares quantities.
  if (QUANTITIES.has(context.discourse.wordsAfter(second.end, 1)[0] ?? '')) return undefined;
  // "moved from December 2024 to December 2023" tells of a change, not of a stretch of time.
  if (context.discourse.wordsBefore(first.start, 12).some((word) => MOVING.has(word))) return undefined;
  const text = context.discourse.parsed.source.text;
  const [a, b] = sides(first, second);
  const left = text.slice(a.start, a.end);
  const right = text.slice(b.start, b.end);
  return {
    start: first.start,
    end: second.end,
    message: `The range runs backwards: ${left} comes after ${right}.`,
    fixes: [{ title: `Change to '${right}${text.slice(a.end, b.start)}${left}'`, edits: [{ ...a, newText: right }, { ...b, newText: left }], preferred: true }],
    related: [],
  };
}

/**
 * What changes places: the day numbers in "28–16 October", day and month in "9 June to 2 March 2012" (the year stays last), else the whole
 * expressions.
 */
function sides(first: TimeExpression, second: TimeExpression): [{ start: number; end: number }, { start: number; end: number }] {
  const a = first.written;
  const b = second.written;
  if (a?.daySpan && b?.daySpan) {
    const sharesMonth = !within(a.monthSpan, first) || a.monthSpan.end > second.start;
    if (sharesMonth) return [span(a.daySpan), span(b.daySpan)];
    if (!within(a.yearSpan, first) && within(b.yearSpan, second) && b.yearSpan.start > b.daySpan.start) {
      const end = Math.max(b.daySpan.end, b.monthSpan?.end ?? 0);
      return [span(first), { start: second.start, end }];
    }
  }
  return [span(first), span(second)];
}

function within(part: Span | undefined, whole: Span): part is Span {
  return part !== undefined && part.start >= whole.start && part.end <= whole.end;
}

function span({ start, end }: { readonly start: number; readonly end: number }): { start: number; end: number } {
  return { start, end };
}

function runsBackwards(first: TimeExpression, second: TimeExpression): boolean {
  const a = first.written;
  const b = second.written;
  if (!a || !b) return false;
  const year = a.year ?? b.year;
  if (a.year !== undefined && b.year !== undefined && a.year !== b.year) {
    // "1998–92" may be shorthand; only whole four-digit years are compared.
    return a.year > b.year && a.year >= 1000 && b.year >= 1000;
  }
  const month = a.month ?? b.month;
  const later = b.month ?? a.month;
  if (a.day === undefined && b.day === undefined && a.month !== undefined && b.month !== undefined && a.year !== undefined && a.year === b.year) return a.month > b.month;
  if (month === undefined || later === undefined || a.day === undefined || b.day === undefined) return false;
  const reckoned = year ?? 2001;
  if (!isRealDate(reckoned, month, a.day) || !isRealDate(reckoned, later, b.day)) return false;
  const start = toDay(reckoned, month, a.day);
  const end = toDay(reckoned, later, b.day);
  if (end >= start) return false;
  // "28 December to 3 January" runs over New Year; "24 February to 17 January" would last most of a year.
  if (a.month !== undefined && b.month !== undefined && a.month !== b.month && a.year === undefined) return end + 365 - start > LONGEST_OVER_NEW_YEAR;
  return true;
}
