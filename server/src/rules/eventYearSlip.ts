import type { Discourse } from '../claims/discourse';
import { fromDay, weekdayOf } from '../dates/calendar';
import { describeRange } from '../dates/edtf';
import { gap, overlaps } from '../dates/interval';
import { eventDates, eventExtent } from '../knowledge/eventDates';
import type { Event } from '../knowledge/types';
import type { TimeExpression } from '../time/types';
import { allEvents, involved } from './eventsInText';
import { factOf, replace } from './fixes';
import type { Draft, RuleContext } from './rule';

const FARTHEST_YEARS = 10;
/** News on the anniversary itself carries the anniversary's date. */
const NEWS_DAYS = 60;
/** Only invasions, wars and coups are looked for by their day, and only where the sentence tells of such a thing. */
const VIOLENT_TYPES = new Set(['war', 'invasion', 'attack', 'coup']);
const VIOLENT = new Set([
  'army', 'armies', 'troops', 'tanks', 'forces', 'soldiers', 'invaded', 'invasion', 'crossed', 'attacked', 'attack', 'attacks', 'bombed', 'bombing', 'war', 'overran', 'stormed', 'marched', 'occupied',
  'coup', 'overthrew', 'overthrown', 'seized', 'toppled', 'missiles', 'warplanes', 'aircraft', 'gunmen', 'paratroopers', 'ashore', 'landed',
]);
const ANNIVERSARY = new Set(['anniversary', 'anniversaries', 'marked', 'marks', 'commemorated', 'commemorates', 'remembered', 'vigil', 'memorial', 'years', 'year', 'again', 'later', 'commemoration', 'ceremony']);

/**
 * The right day with the wrong year: a full date that has day and month of a known event while two of its parties stand in the sentence.
 * Silent on anniversaries, while the event lasted, and near the document's own date.
 */
export function* eventYearSlips(context: RuleContext): Iterable<Draft> {
  const { discourse } = context;
  const documentRange = discourse.date.range;
  for (const time of discourse.times) {
    const { written, range } = time;
    if (!range || written?.year === undefined || written.month === undefined || written.day === undefined || range.first !== range.last) continue;
    if (!context.mayJudge(time) || (documentRange && gap(documentRange, range) < NEWS_DAYS)) continue;
    const words = discourse.sentenceWords(time.block, time.sentence);
    if (words.some((word) => ANNIVERSARY.has(word))) continue;
    // Where the weekday bears the date out, the year is no slip.
    if (written.weekday !== undefined && weekdayOf(range.first) === written.weekday) continue;
    if (!words.some((word) => VIOLENT.has(word))) continue;
    const event = eventOfThatDay(discourse, time);
    if (!event) continue;
    const year = fromDay(event.start.range.first).year;
    yield {
      start: time.start,
      end: time.end,
      message: `${event.name[0]!.toUpperCase()}${event.name.slice(1)} is dated ${describeRange(event.start.range)}, not ${written.year}.`,
      fixes: written.yearSpan ? [replace(written.yearSpan, String(year), { title: `Change the year to ${year}` })] : [],
      related: [],
      fact: factOf(event),
    };
  }
}

function eventOfThatDay(discourse: Discourse, time: TimeExpression): Event | undefined {
  const { written, range } = time;
  const present = new Set(discourse.mentionsIn(time.block, time.sentence).flatMap((i) => {
    const { entity } = discourse.mentions[i]!;
    return entity === undefined ? [] : involved(discourse, entity);
  }));
  const candidates = allEvents(discourse).filter((event) => {
    const { first, last } = event.start.range;
    if (first !== last || event.start.approximate || event.parties.length < 2) return false;
    const start = fromDay(first);
    return VIOLENT_TYPES.has(event.type) && start.month === written!.month && start.day === written!.day
      && start.year !== written!.year && Math.abs(start.year - written!.year!) <= FARTHEST_YEARS
      && event.parties.filter((party) => present.has(party)).length >= 2
      && !overlaps(eventExtent(event), range!) && !eventDates(event).some((date) => overlaps(date.range, range!));
  });
  // An invasion and the war that it began share their first day.
  const [first] = candidates;
  return first && candidates.every((event) => event.start.range.first === first.start.range.first) ? first : undefined;
}
