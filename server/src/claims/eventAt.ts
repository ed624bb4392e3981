import type { DayRange } from '../dates/interval';
import type { Mention } from '../mentions/types';
import type { Span } from '../text/span';
import type { TimeExpression } from '../time/types';
import type { Discourse } from './discourse';
import { modalityOf } from './modality';
import type { EventAtClaim } from './types';

/** Words that may stand between an event and its date without parting them. */
const JOINING = new Set([
  'in', 'on', 'of', 'at', 'the', 'a', 'that', 'which', ',', '(', 'began', 'begun', 'started', 'broke', 'out', 'took', 'place', 'was', 'were', 'signed', 'launched',
  'ended', 'happened', 'occurred', 'came', 'concluded', 'agreed', 'adopted', 'held', 'back', 'late', 'and', 'has', 'had', 'been', 'it', 'its', 'as', "'s", 'by', 'here', 'when', 'first',
]);
/** A date behind one of these is another moment than the event's. */
const OTHER_MOMENT = new Set(['before', 'after', 'by', 'for', 'during', 'ahead', 'prior']);
/** An event behind one of these is what something else is about, and the date is that other thing's. */
const NOT_ITSELF = new Set([
  'trial', 'about', 'book', 'books', 'film', 'films', 'celebration', 'celebrations', 'anniversary', 'anniversaries', 'commemoration', 'commemorations', 'memory', 'memories', 'history', 'inquiry',
  'investigation', 'report', 'debate', 'study', 'account', 'story', 'documentary', 'play', 'novel', 'exhibition', 'museum', 'monument', 'veterans', 'victims', 'survivors', 'legacy', 'consequences', 'over',
]);
const MEASURING = new Set(['after', 'before', 'within', 'of', 'until']);
const LONGEST_DAYS = 366 * 2;
const ENDING = new Set(['ended', 'concluded', 'over', 'end', 'until', 'till']);
const STARTING = new Set(['began', 'begun', 'started', 'broke', 'launched', 'since', 'start', 'outbreak', 'beginning', 'invaded', 'signed']);

/** "the outbreak of the war in early 2012", "Iraq invaded Kuwait on 2 August 1990", "the 1973 coup". Event and date in one sentence. */
export function eventAtClaims(discourse: Discourse): EventAtClaim[] {
  const claims: EventAtClaim[] = [];
  const taken = new Set<number>();
  discourse.mentions.forEach((mention, i) => {
    if (mention.kind !== 'event' || mention.entity === undefined) return;
    for (const time of attachedTimes(discourse, i)) {
      if (taken.has(time)) continue;
      taken.add(time);
      claims.push(toClaim(discourse, i, mention.entity, time));
    }
  });
  return claims;
}

/** The dates that the text gives for an event mention: indexes of time expressions, nearest first, at most one on each side. */
export function attachedTimes(discourse: Discourse, event: number): number[] {
  const mention = discourse.mentions[event]!;
  const span = mention.phraseSpan ?? mention;
  const times = discourse.timesIn(mention.block, mention.sentence).filter((i) => datesSomething(discourse.times[i]!));
  const inside = times.find((i) => discourse.times[i]!.start >= span.start && discourse.times[i]!.end <= span.end);
  if (inside !== undefined) return [inside];
  const lead = discourse.wordsBefore(span.start, 5);
  if (lead.some((word) => NOT_ITSELF.has(word))) return [];
  // "ten years after the fall of the Wall, in 1999": the date behind the comma is the later moment's.
  const measured = lead.some((word) => MEASURING.has(word));
  const after = times.find((i) => discourse.times[i]!.start >= span.end);
  const apart = measured && discourse.wordsAfter(span.end, 1)[0] === ',';
  if (after !== undefined && !apart && joins(discourse, span.end, discourse.times[after]!, event)) return [after];
  const before = times.filter((i) => discourse.times[i]!.end <= span.start).at(-1);
  if (before !== undefined && leads(discourse, discourse.times[before]!, span)) return [before];
  return [];
}

function datesSomething(time: TimeExpression): boolean {
  if (!time.range || (time.type !== 'DATE' && time.type !== 'TIME')) return false;
  // "today's dollars", "last month": what is near the day of the text is seldom the event's own date.
  if ((time.anchor !== 'explicit' && time.direction !== 'ago') || time.readings) return false;
  if (time.preposition !== undefined && OTHER_MOMENT.has(time.preposition)) return false;
  if (time.direction === 'later' || time.rangePartner !== undefined) return false;
  return time.range.last - time.range.first <= LONGEST_DAYS;
}

const ARTICLES = new Set(['the', 'a', 'an', 'its', 'their', 'his', 'her']);

function joins(discourse: Discourse, from: number, time: TimeExpression, event: number): boolean {
  const words = discourse.wordsBetween(from, time.start);
  if (words.length > 7 || !words.every((word) => JOINING.has(word))) return false;
  // "the Charter and the 1982 Convention", "rejected the euro in a 2003 referendum": a year behind an article belongs to the noun that follows.
  if (words.includes('and') || (ARTICLES.has(words.at(-1) ?? '') && time.written?.month === undefined && time.direction === undefined)) return false;
  // Between event and date, no other event may claim the date.
  const { block, sentence } = discourse.mentions[event]!;
  return !discourse.mentionsIn(block, sentence).some((i) => i !== event && discourse.mentions[i]!.kind === 'event' && discourse.mentions[i]!.start >= from && discourse.mentions[i]!.end <= time.start);
}

/** "the 1973 coup", "On 2 August 1990, Iraq invaded": date directly before the event. */
function leads(discourse: Discourse, time: TimeExpression, event: Span): boolean {
  const words = discourse.wordsBetween(time.end, event.start);
  if (words.length === 0) return true;
  if (words.length > 2 || time.preposition === undefined) return false;
  return words.every((word) => word === ',' || word === 'the' || word === 'when');
}

function toClaim(discourse: Discourse, index: number, event: string, timeIndex: number): EventAtClaim {
  const mention = discourse.mentions[index]!;
  const time = discourse.times[timeIndex]!;
  const range = time.range!;
  const start = Math.min(mention.phraseSpan?.start ?? mention.start, time.start);
  const end = Math.max(mention.phraseSpan?.end ?? mention.end, time.end);
  return {
    type: 'event-at', start, end,
    modality: modalityOf(discourse, start, end, mention.quoted || time.quoted),
    block: mention.block, sentence: mention.sentence, event, mention: index, time: timeIndex,
    aspect: aspectOf(discourse, mention, time),
    range,
    tolerance: toleranceOf(time, range),
  };
}

function aspectOf(discourse: Discourse, mention: Mention, time: TimeExpression): EventAtClaim['aspect'] {
  if (mention.aspect !== undefined && mention.aspect !== 'whole') return mention.aspect;
  const span = mention.phraseSpan ?? mention;
  const words = time.start >= span.end ? discourse.wordsBetween(span.end, time.start) : [];
  // "the 1998 agreement", "the agreement of 1998": a treaty lasts, and its year is that of its making.
  if (isTreaty(discourse, mention) && time.written?.year !== undefined && (words.join(' ') === 'of' || time.end <= span.start || time.preposition === 'of')) return 'start';
  if (time.preposition !== undefined) words.push(time.preposition);
  if (words.some((word) => ENDING.has(word))) return 'end';
  return words.some((word) => STARTING.has(word)) ? 'start' : 'whole';
}

function isTreaty(discourse: Discourse, mention: Mention): boolean {
  const event = mention.entity === undefined ? undefined : discourse.knowledge.entity(mention.entity);
  return event?.kind === 'event' && event.type === 'treaty';
}

/**
 * Days by which a careful but rounding writer may be off: a day for exact dates (time zones), and for "four years ago" one unit either
 * way.
 */
function toleranceOf(time: TimeExpression, range: DayRange): number {
  if (time.duration && time.direction) {
    const days = { minute: 1, hour: 1, day: 1, week: 7, month: 31, year: 366, decade: 1830, century: 18300 }[time.duration.unit];
    return Math.max(days, time.duration.approximate ? (time.duration.amount * days) / 5 : 0);
  }
  return range.first === range.last ? 1 : 0;
}
