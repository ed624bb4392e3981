import { daysInMonth, isRealDate } from '../dates/calendar';
import { MONTH_NAMES } from '../dates/edtf';
import type { TimeExpression } from '../time/types';
import { replace } from './fixes';
import type { Rule } from './rule';
import type { Fix } from './types';

export const impossibleDate: Rule = {
  id: 'impossible-date',
  title: 'Impossible date',
  description: 'A date that no calendar has, such as 31 April, or 29 February in a year that is no leap year.',
  defaultSeverity: 'error',
  *check(context) {
    for (const time of context.discourse.times) {
      if (!time.impossible || !context.mayJudge(time)) continue;
      const message = messageFor(time);
      if (message === undefined) continue;
      yield { start: time.written?.dateSpan?.start ?? time.start, end: time.written?.dateSpan?.end ?? time.end, message, fixes: fixesFor(time), related: [] };
    }
  },
};

function messageFor(time: TimeExpression): string | undefined {
  const { year, month, day } = time.written ?? {};
  if (time.impossible === 'month') return month === undefined ? undefined : `There is no month ${month}.`;
  if (month === undefined || day === undefined || month < 1 || month > 12) return undefined;
  const length = daysInMonth(year ?? 2000, month);
  const name = MONTH_NAMES[month - 1]!;
  return month === 2 && year !== undefined ? `February ${year} has ${length} days.` : `${name} has ${length} days.`;
}

function fixesFor(time: TimeExpression): Fix[] {
  const { year, month, day, daySpan, monthSpan } = time.written ?? {};
  if (month === undefined || day === undefined) return [];
  if (time.impossible === 'month') {
    // "2022-13-05": day and month may have been swapped.
    const swapped = daySpan && monthSpan && isRealDate(year ?? 2000, day, month);
    return swapped
      ? [{ title: 'Swap day and month', edits: [{ ...daySpan, newText: pad(month) }, { ...monthSpan, newText: pad(day) }].sort((a, b) => a.start - b.start) }]
      : [];
  }
  const fixes: Fix[] = [];
  const length = daysInMonth(year ?? 2000, month);
  if (daySpan && day <= 31) fixes.push(replace(daySpan, String(length), { title: `Change to ${length} ${MONTH_NAMES[month - 1]!}`, preferred: day === length + 1 }));
  if (daySpan && monthSpan && day === length + 1 && month < 12 && monthSpan.end - monthSpan.start > 2) {
    const next = MONTH_NAMES[month]!;
    const edits = [{ ...daySpan, newText: '1' }, { ...monthSpan, newText: next }].sort((a, b) => a.start - b.start);
    fixes.push({ title: `Change to 1 ${next}`, edits });
  }
  return fixes;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
