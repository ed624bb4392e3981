import type { Discourse } from '../claims/discourse';
import { attachedTimes } from '../claims/eventAt';
import { fromDay } from '../dates/calendar';
import { describeRange } from '../dates/edtf';
import { eventExtent } from '../knowledge/eventDates';
import type { Event } from '../knowledge/types';
import type { TimeExpression } from '../time/types';
import { allEvents, datedWithin, eventsInText, involved, sameFamily, takesUpKind, type EventInText } from './eventsInText';
import { factOf, replace } from './fixes';
import type { Draft, Rule } from './rule';

/** A year farther off than this is more likely another event than a slip. */
const FARTHEST_YEARS = 5;
const LONGEST_DAYS = 400;
const TYPE_WORDS: Readonly<Record<string, string>> = {
  war: 'war', invasion: 'invasion', coup: 'coup', putsch: 'coup', revolution: 'revolution', uprising: 'revolution', summit: 'summit', treaty: 'treaty', agreement: 'treaty',
  accord: 'treaty', accords: 'treaty', election: 'election', elections: 'election', referendum: 'referendum', annexation: 'annexation', attack: 'attack', attacks: 'attack',
  independence: 'independence', crisis: 'crisis', disaster: 'disaster',
};

export const eventDateConflict: Rule = {
  id: 'event-date-conflict',
  title: 'One event, two dates',
  description: 'A kind of event with a year ("the 1974 coup") that fits no event of the text, which dates one of that kind a few years away.',
  defaultSeverity: 'warning',
  yieldsTo: ['event-date-mismatch', 'weekday-mismatch'],
  *check(context) {
    const { discourse } = context;
    const known = eventsInText(discourse);
    if (known.length === 0) return;
    for (const { word, time, type } of typedYears(discourse)) {
      if (!context.mayJudge(time)) continue;
      const draft = judge(discourse, known, type, time, word);
      if (draft) yield draft;
    }
  },
};

interface TypedYear {
  readonly type: string;
  readonly word: string;
  readonly time: TimeExpression;
}

/** "the 1974 coup", "the invasion of 1983": a year and a kind of event, and no more to say which. */
function* typedYears(discourse: Discourse): Iterable<TypedYear> {
  for (let i = 0; i < discourse.times.length; i++) {
    const time = discourse.times[i]!;
    if (time.anchor !== 'explicit' || time.written?.year === undefined || time.written.month !== undefined || !time.range || time.duration) continue;
    const [after] = discourse.wordsAfter(time.end, 1);
    const [noun, of] = discourse.wordsBefore(time.written.yearSpan?.start ?? time.start, 2);
    const word = after !== undefined && TYPE_WORDS[after] ? after : (of === 'of' || of === 'in') && noun !== undefined && TYPE_WORDS[noun] ? noun : undefined;
    if (word === undefined || resolvedElsewhere(discourse, i, time)) continue;
    yield { type: TYPE_WORDS[word]!, word, time };
  }
}

/** The year belongs to an event that is named in full, which event-date-mismatch judges. */
function resolvedElsewhere(discourse: Discourse, index: number, time: TimeExpression): boolean {
  return discourse.mentionsIn(time.block, time.sentence).some((i) => {
    const mention = discourse.mentions[i]!;
    return mention.kind === 'event' && mention.entity !== undefined && !takesUpKind(mention) && attachedTimes(discourse, i).includes(index);
  });
}

function judge(discourse: Discourse, known: readonly EventInText[], type: string, time: TimeExpression, word: string): Draft | undefined {
  const range = time.range!;
  const present = new Set(discourse.mentions.flatMap((mention) => (mention.entity === undefined ? [] : involved(discourse, mention.entity))));
  const possible = allEvents(discourse).some((event) => sameFamily(event.type, type)
    && [...event.parties, ...event.places].some((id) => present.has(id))
    && (datedWithin(event, range) || (eventExtent(event).first <= range.last && range.first <= eventExtent(event).last)));
  if (possible) return undefined;
  const candidates = known.filter(({ event }) => sameFamily(event.type, type) && isShort(event) && yearsOff(event.start.range.first, range.first) <= FARTHEST_YEARS);
  const [candidate] = candidates;
  if (candidates.length !== 1 || !candidate) return undefined;
  const year = fromDay(candidate.event.start.range.first).year;
  const yearSpan = time.written!.yearSpan ?? time;
  return {
    start: yearSpan.start,
    end: yearSpan.end,
    message: `The text speaks of the ${word} of ${time.written!.year}, but ${candidate.event.name} is dated ${describeRange(candidate.event.start.range)}.`,
    fixes: [replace(yearSpan, String(year))],
    related: [{ span: candidate.span, message: candidate.event.name }],
    fact: factOf(candidate.event),
  };
}

/** A long war has a year of its own for everybody; only what was over within a year is known by one. */
function isShort(event: Event): boolean {
  const { first, last } = eventExtent(event);
  return last - first <= LONGEST_DAYS;
}

function yearsOff(a: number, b: number): number {
  return Math.abs(fromDay(a).year - fromDay(b).year);
}
