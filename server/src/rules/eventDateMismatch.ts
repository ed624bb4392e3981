import type { EventAtClaim } from '../claims/types';
import type { Discourse } from '../claims/discourse';
import { fromDay } from '../dates/calendar';
import { describeRange } from '../dates/edtf';
import { gap, overlaps, type DayRange } from '../dates/interval';
import { eventDates, eventExtent } from '../knowledge/eventDates';
import type { Event } from '../knowledge/types';
import type { TimeExpression } from '../time/types';
import { eventYearSlips } from './eventYearSlip';
import { takesUpKind } from './eventsInText';
import { factOf, replace } from './fixes';
import type { Draft, Rule, RuleContext } from './rule';
import type { Fix, Related } from './types';

/** Dates farther off than this belong to another chapter of history and are not offered. */
const FARTHEST_FIX_DAYS = 15 * 366;

export const eventDateMismatch: Rule = {
  id: 'event-date-mismatch',
  title: 'Date of an event',
  description: 'An event of which we know the dates, given another date.',
  defaultSeverity: 'warning',
  *check(context) {
    for (const claim of context.claimsOf('event-at')) {
      const draft = judge(context, claim);
      if (draft) yield draft;
    }
    yield* eventYearSlips(context);
  },
};

function judge(context: RuleContext, claim: EventAtClaim): Draft | undefined {
  const { discourse } = context;
  const event = discourse.knowledge.entity(claim.event);
  if (event?.kind !== 'event' || fits(event, claim) || takesUpKind(discourse.mentions[claim.mention]!)) return undefined;
  const time = discourse.times[claim.time]!;
  // "four years ago" against the facts is what relative-date-mismatch words better.
  if (time.direction === 'ago') return undefined;
  return {
    start: time.start,
    end: time.end,
    message: `${sentenceCase(datesText(event, claim))}. The text has '${time.text}'.`,
    fixes: fixesFor(discourse, event, claim, time),
    related: [
      { span: discourse.mentions[claim.mention]!, message: event.name },
      ...otherStatements(context, claim),
    ],
    fact: factOf(event),
    slip: `${event.id}:${time.text}`,
  };
}

/** Whether a claim agrees with any date that a careful writer may give. */
export function fits(event: Event, claim: Pick<EventAtClaim, 'aspect' | 'range' | 'tolerance'>): boolean {
  const range: DayRange = { first: claim.range.first - claim.tolerance, last: claim.range.last + claim.tolerance };
  if (claim.aspect === 'whole' && overlaps(range, eventExtent(event))) return true;
  const dates = eventDates(event);
  const wanted = claim.aspect === 'end' ? dates.filter((date) => date.what !== 'start') : claim.aspect === 'start' ? dates.filter((date) => date.what !== 'end') : dates;
  // An event that goes on, or whose end we do not know, can be said to end on any later day.
  if (claim.aspect === 'end' && !event.end) return true;
  return wanted.some((date) => overlaps(range, date.range)) || approximate(event, range);
}

/** A start that is itself only known roughly is not held against a date in the same two years. */
function approximate(event: Event, range: DayRange): boolean {
  return event.start.approximate && gap(event.start.range, range) < 730;
}

/** "Iraqi invasion of Kuwait: began 2 August 1990". */
function datesText(event: Event, claim: EventAtClaim): string {
  if (claim.aspect === 'end' && event.end) return `${event.name}: ended ${describeRange(event.end.range)}`;
  const lasting = event.end !== undefined || event.ongoing;
  const others = otherYears(event).map(({ date, what }) => `; ${what} ${describeRange(date.range)}`).join('');
  return `${event.name}: ${lasting ? 'began ' : ''}${describeRange(event.start.range)}${others}`;
}

/** Listed dates in years of their own, at most two: those of the start's year say nothing new. */
function otherYears(event: Event): Event['dates'] {
  const years = new Set([fromDay(event.start.range.first).year]);
  return event.dates.filter(({ date }) => {
    if (gap(date.range, event.start.range) > FARTHEST_FIX_DAYS) return false;
    const { year } = fromDay(date.range.first);
    return Number.isFinite(date.range.first) && !years.has(year) && years.add(year);
  }).slice(0, 2);
}

function sentenceCase(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}

function fixesFor(discourse: Discourse, event: Event, claim: EventAtClaim, time: TimeExpression): Fix[] {
  const { yearSpan, year } = time.written ?? {};
  const seen = new Set<string>();
  const fixes: Fix[] = [];
  const targets = (claim.aspect === 'end' && event.end ? [event.end.range] : [event.start.range, ...event.dates.map(({ date }) => date.range)])
    .filter((range) => gap(range, claim.range) < FARTHEST_FIX_DAYS);
  const text = discourse.parsed.source.text;
  for (const range of targets) {
    if (!Number.isFinite(range.first)) continue;
    const right = fromDay(range.first).year;
    const span = yearSpan ?? yearIn(text, time, year);
    const others = span && `${text.slice(time.start, span.start)}${right}${text.slice(span.end, time.end)}`;
    const newText = others && rangeFits(event, claim, range, right) ? others : describeRange(range);
    if (seen.has(newText) || newText === text.slice(time.start, time.end)) continue;
    seen.add(newText);
    fixes.push(replace(time, newText));
    if (fixes.length === 2) break;
  }
  return fixes;
}

/** Whether only the year is wrong: the written date moved to the right year touches the event. */
function rangeFits(event: Event, claim: EventAtClaim, range: DayRange, right: number): boolean {
  const shift = Math.round((right - fromDay(claim.range.first).year) * 365.2425);
  const moved = { first: claim.range.first + shift - 2, last: claim.range.last + shift + 2 };
  return overlaps(moved, range) || (claim.range.last - claim.range.first > 31 && eventDates(event).some((date) => overlaps(moved, date.range)));
}

function yearIn(text: string, time: TimeExpression, year: number | undefined): { start: number; end: number } | undefined {
  const match = /(?<!\d)\d{4}(?!\d)/.exec(text.slice(time.start, time.end));
  if (!match || (year !== undefined && Number(match[0]) !== year)) return undefined;
  return { start: time.start + match.index, end: time.start + match.index + 4 };
}

/** Where the text dates the same event, or a part of it, otherwise. */
function otherStatements(context: RuleContext, claim: EventAtClaim): Related[] {
  const { discourse } = context;
  const event = discourse.knowledge.entity(claim.event) as Event;
  return context.claimsOf('event-at')
    .filter((other) => other !== claim && relatedEvents(discourse, other.event, event) && !overlaps(other.range, claim.range))
    .slice(0, 3)
    .map((other) => ({ span: discourse.times[other.time]!, message: `The text says '${discourse.times[other.time]!.text}' here.` }));
}

/** The same event, or two between the same parties, such as a war and the invasion that is part of it. */
function relatedEvents(discourse: Discourse, id: string, event: Event): boolean {
  if (id === event.id) return true;
  const other = discourse.knowledge.entity(id);
  return other?.kind === 'event' && event.parties.length > 1 && event.parties.every((party) => other.parties.includes(party));
}
