import { addMonths, fromDay, type Day } from '../dates/calendar';
import { describeRange } from '../dates/edtf';
import type { DayRange } from '../dates/interval';
import { writeNumberLike } from '../claims/numbers';
import type { Discourse } from '../claims/discourse';
import { attachedTimes } from '../claims/eventAt';
import { eventDates } from '../knowledge/eventDates';
import type { Event } from '../knowledge/types';
import type { Duration, TimeExpression } from '../time/types';
import { factOf, replace } from './fixes';
import type { Draft, Rule, RuleContext } from './rule';

/** Units coarse enough that a miscount is a slip and not rounding, in months. */
const MONTHS: Partial<Record<Duration['unit'], number>> = { month: 1, year: 12, decade: 120, century: 1200 };
/** Between a distance and the date that it is reckoned from, only these may stand. */
const BETWEEN = new Set([',', 'on', 'in', '(', '–', '—', '-', 'at', 'early', 'late', 'the', 'today', 'this', 'week', 'month', 'day', ':', 'exactly', 'to']);
const LONGEST_CLAUSE = 14;

/** A distance in the text ("five years ago") and the date to which it must lead. */
interface Pairing {
  readonly distance: TimeExpression;
  readonly target: DayRange;
  /** Set when the date is known from the facts and not from the text. */
  readonly event?: Event;
  readonly date?: TimeExpression;
}

export const relativeDateMismatch: Rule = {
  id: 'relative-date-mismatch',
  title: 'Years since and ago',
  description: '"Five years ago" or "four years since" beside a date, or of an event, that is another number of years away.',
  defaultSeverity: 'warning',
  yieldsTo: ['impossible-date'],
  *check(context) {
    const today = context.discourse.date.range;
    if (!today || today.last - today.first > 31) return;
    for (const pairing of pairings(context)) {
      const draft = judge(context, pairing, today);
      if (draft) yield draft;
    }
  },
};

function* pairings(context: RuleContext): Iterable<Pairing> {
  const { discourse } = context;
  for (let i = 0; i < discourse.times.length; i++) {
    const distance = discourse.times[i]!;
    if (!distance.duration || MONTHS[distance.duration.unit] === undefined || !context.mayJudge(distance)) continue;
    if (continuesDistance(discourse, i) || countsFromElsewhere(discourse, i)) continue;
    const ago = distance.direction === 'ago';
    const since = !ago && saysSince(discourse, distance);
    if (!ago && !since) continue;
    const date = explicitDate(discourse, i, ago);
    if (date) yield { distance, target: date.range!, date };
    else yield* eventPairing(discourse, i, distance, since);
  }
}

/** "four years and three months since": the months are no distance of their own. */
function continuesDistance(discourse: Discourse, index: number): boolean {
  const distance = discourse.times[index]!;
  const previous = discourse.times[index - 1];
  return previous?.block === distance.block && previous.duration !== undefined && discourse.wordsBetween(previous.end, distance.start).join(' ') === 'and';
}

/** "He said in 2016 that it was two years since": counted at another time than the text's own. A dateline is the text's own. */
function countsFromElsewhere(discourse: Discourse, index: number): boolean {
  const distance = discourse.times[index]!;
  return discourse.timesIn(distance.block, distance.sentence).map((i) => discourse.times[i]!).some((time) =>
    time.start < distance.start && time.anchor === 'explicit' && time.range?.first !== discourse.date.range?.first
    && discourse.wordsBetween(time.end, distance.start).length > 2);
}

/** "It is four years since", "Forty years after": a duration that runs up to the day of the text. */
function saysSince(discourse: Discourse, time: TimeExpression): boolean {
  const [word, next] = discourse.wordsAfter(time.end, 2);
  if (word === 'since' || (word === 'ago' && next === 'since')) return true;
  if (word !== 'after' && word !== 'on' && word !== 'from') return false;
  // "Forty years after X" opens a sentence and counts to today; in mid-sentence it counts from another moment.
  const sentence = discourse.sentenceSpan(time.block, time.sentence);
  return word === 'after' && discourse.wordsBetween(sentence.start, time.start).length === 0 && isPresentClause(discourse, time);
}

function isPresentClause(discourse: Discourse, time: TimeExpression): boolean {
  const words = discourse.sentenceWords(time.block, time.sentence);
  return words.some((word) => word === 'is' || word === 'are' || word === 'has' || word === 'have');
}

/** The explicit date that the distance explains: directly beside "ago", or in the clause behind "since". */
function explicitDate(discourse: Discourse, index: number, ago: boolean): TimeExpression | undefined {
  const distance = discourse.times[index]!;
  const candidates = discourse.timesIn(distance.block, distance.sentence)
    .map((i) => discourse.times[i]!)
    .filter((time) => time.anchor === 'explicit' && time.type === 'DATE' && time.range !== undefined && time.duration === undefined
      && time.range.last - time.range.first <= 366 && time.rangePartner === undefined && time.range.first <= (discourse.date.range?.last ?? Infinity)
      && !isAttribute(discourse, time));
  const after = candidates.find((time) => time.start >= distance.end);
  if (after) {
    const words = discourse.wordsBetween(distance.end, after.start);
    if (ago ? words.length <= 4 && words.every((word) => BETWEEN.has(word)) : words.length <= LONGEST_CLAUSE && !words.includes(';')) return after;
  }
  if (!ago) return undefined;
  const before = candidates.filter((time) => time.end <= distance.start).at(-1);
  if (!before) return undefined;
  const words = discourse.wordsBetween(before.end, distance.start);
  return words.length >= 1 && words.length <= 2 && words.every((word) => word === ',' || word === '(' || word === '—' || word === '–') ? before : undefined;
}

/** "the 2015 Agenda": the year belongs to a name and dates nothing here. */
function isAttribute(discourse: Discourse, time: TimeExpression): boolean {
  const [next] = discourse.tokensAfter(time.end, 1);
  return time.written?.month === undefined && next !== undefined && next.kind === 'word' && next.shape === 'capital';
}

/** "Russia launched its invasion of Ukraine four years ago", "ten years since the annexation of Crimea". */
function* eventPairing(discourse: Discourse, index: number, distance: TimeExpression, since: boolean): Iterable<Pairing> {
  for (const i of discourse.mentionsIn(distance.block, distance.sentence)) {
    const mention = discourse.mentions[i]!;
    if (mention.kind !== 'event' || mention.entity === undefined || mention.quoted) continue;
    const event = discourse.knowledge.entity(mention.entity);
    if (event?.kind !== 'event' || event.start.approximate) continue;
    const span = mention.phraseSpan ?? mention;
    const linked = since
      ? span.start >= distance.end && discourse.wordsBetween(distance.end, span.start).length <= 4 && attachedTimes(discourse, i).length === 0
      : attachedTimes(discourse, i).includes(index);
    if (linked) yield { distance, target: event.start.range, event };
  }
}

function judge(context: RuleContext, pairing: Pairing, today: DayRange): Draft | undefined {
  const { distance, target, event } = pairing;
  const duration = distance.duration!;
  const targets = event ? eventDates(event).map(({ range }) => range) : [target];
  if (targets.some((range) => agrees(duration, range, today))) return undefined;
  const unit = MONTHS[duration.unit]!;
  const months = monthsBetween(target.first + Math.floor((target.last - target.first) / 2), today.first);
  const right = target.first === target.last ? Math.floor((monthsBetween(target.first, today.first) + 0.2) / unit) : Math.round(months / unit);
  const { discourse } = context;
  const old = duration.amountSpan && discourse.parsed.source.text.slice(duration.amountSpan.start, duration.amountSpan.end);
  const unitName = right <= 1 ? duration.unit : `${duration.unit === 'century' ? 'centurie' : duration.unit}s`;
  return {
    start: distance.start,
    end: distance.end,
    message: `From ${describeRange(target)} to ${describeRange(today)} is ${right < 1 ? 'less than a' : right} ${unitName}${event ? ` (${event.name})` : ''}, not ${duration.amount}.`,
    fixes: right >= 1 && duration.amountSpan && old !== undefined ? [replace(duration.amountSpan, numberLike(right, old))] : [],
    related: pairing.date ? [{ span: pairing.date, message: 'The date' }] : [],
    ...(event ? { fact: factOf(event) } : {}),
  };
}

/** Rounding to a unit either way is fine; so is what the approximate words allow. */
function agrees(duration: Duration, target: DayRange, today: DayRange): boolean {
  const unit = MONTHS[duration.unit]!;
  const least = monthsBetween(target.last, today.first) / unit;
  const most = monthsBetween(target.first, today.last) / unit;
  const { amount } = duration;
  const slack = duration.unit === 'decade' || duration.unit === 'century' ? 0.5 : amount % 1 !== 0 ? 0.5 : amount >= 25 && amount % 5 === 0 ? 2 : 1;
  if (duration.approximate === 'more') return most > amount - 0.2 && least < amount + Math.max(2, amount / 4);
  if (duration.approximate === 'less') return least < amount + 0.2 && most > amount - Math.max(2, amount / 4);
  const rounding = duration.approximate === 'about' ? Math.max(slack, 1, amount / 5) : slack;
  return most > amount - rounding && least < amount + rounding;
}

/** Whole and broken months from one day to a later one. */
function monthsBetween(from: Day, to: Day): number {
  const a = fromDay(from);
  const b = fromDay(to);
  let months = (b.year - a.year) * 12 + b.month - a.month;
  if (addMonths(from, months) > to) months--;
  return months + (to - addMonths(from, months)) / 31;
}

function numberLike(value: number, old: string): string {
  const written = writeNumberLike(value, old);
  return /^an?$/i.test(old) ? (value === 1 ? old : writeNumberLike(value, 'two')) : written;
}
