import { ALWAYS, type DayRange } from '../dates/interval';
import { eventExtent } from '../knowledge/eventDates';
import type { Discourse } from './discourse';
import type { StatementTime } from './types';

/** A date this far before the document's own moves the story into the past. */
const SHIFT_DAYS = 60;
/** Wider times ("the 20th century") say nothing about the moment of a statement. */
const WIDEST_DAYS = 366 * 12;
/** A date behind one of these bounds a duration; it is not when the sentence plays. */
const BOUNDING = new Set(['since', 'until', 'till', 'by', 'before', 'after', 'from', 'to', 'for']);
const PAST = new Set(['was', 'were', 'had', 'did', 'went', 'came', 'took', 'became', 'began', 'said', 'told', 'met', 'led', 'held', 'gave', 'made']);
const PRESENT = new Set(['is', 'are', 'has', 'have', 'says', 'will', 'does', 'do', 'can', 'may', 'must', 'wants', 'expects', 'leads', 'heads']);

/**
 * The times for which a sentence may speak. A careful reader allows the document's date, any date in the sentence, and, in the past tense, any
 * earlier moment to which the text has moved so far. A claim counts as contradicted only when it fits none of them: that keeps titles
 * in historical prose ("President Kennedy was shown the prints") silent.
 */
export class StatementTimes {
  private readonly shifts: { readonly offset: number; readonly range: DayRange }[];

  constructor(private readonly discourse: Discourse) {
    this.shifts = narrativeShifts(discourse);
  }

  /** Times for the sentence that holds `offset`. */
  at(block: number, sentence: number): StatementTime {
    const { discourse } = this;
    const span = discourse.sentenceSpan(block, sentence);
    const ranges: DayRange[] = [];
    let explicit: DayRange | undefined;
    for (const i of discourse.timesIn(block, sentence)) {
      const time = discourse.times[i]!;
      if (time.type === 'SET' || time.type === 'DURATION') continue;
      if (time.value === 'PAST_REF' || (time.range && !usable(time.range))) ranges.push(ALWAYS);
      if (!time.range || !usable(time.range)) continue;
      ranges.push(time.range);
      if (time.anchor === 'explicit' && !BOUNDING.has(time.preposition ?? '')) explicit ??= time.range;
    }
    for (const i of discourse.mentionsIn(block, sentence)) ranges.push(...eventRanges(discourse, i));
    const hasOwn = ranges.length > 0;
    const documentRange = discourse.date.range;
    if (documentRange) ranges.push(documentRange);
    if (!isPresent(discourse.sentenceWords(block, sentence)) || !documentRange) {
      for (const shift of this.shifts) {
        if (shift.offset >= span.end) break;
        ranges.push(shift.range);
      }
    }
    const basis = hasOwn ? 'sentence' : ranges.length > (documentRange ? 1 : 0) ? 'narrative' : documentRange ? 'document' : 'none';
    return { ranges, main: explicit ?? documentRange ?? ranges[0], basis };
  }
}

/** Earlier moments to which the text moves, in order of the text. */
function narrativeShifts(discourse: Discourse): { offset: number; range: DayRange }[] {
  const before = discourse.date.range ? discourse.date.range.first - SHIFT_DAYS : Infinity;
  const shifts: { offset: number; range: DayRange }[] = [];
  for (const time of discourse.times) {
    if (!time.range || time.type === 'SET' || time.type === 'DURATION' || !usable(time.range)) continue;
    if (time.preposition !== undefined && BOUNDING.has(time.preposition) && time.anchor !== 'explicit') continue;
    if (time.range.first < before) shifts.push({ offset: time.start, range: time.range });
  }
  discourse.mentions.forEach((mention, i) => {
    for (const range of eventRanges(discourse, i)) {
      if (range.first < before) shifts.push({ offset: mention.start, range });
    }
  });
  return shifts.sort((a, b) => a.offset - b.offset);
}

/** When a mentioned event began and, unless it is too long to say much, while it lasted. */
function eventRanges(discourse: Discourse, mention: number): readonly DayRange[] {
  const { kind, entity } = discourse.mentions[mention]!;
  if (kind !== 'event' || entity === undefined) return [];
  const event = discourse.knowledge.entity(entity);
  if (event?.kind !== 'event') return [];
  const extent = eventExtent(event);
  return usable(extent) ? [extent] : [event.start.range];
}

function usable(range: DayRange): boolean {
  return range.last - range.first <= WIDEST_DAYS;
}

/** Present tense throughout: a present form and no past one. "-ed" counts as past, which at worst keeps a rule silent. */
function isPresent(words: readonly string[]): boolean {
  let present = false;
  for (const word of words) {
    if (PAST.has(word) || (word.length > 4 && word.endsWith('ed'))) return false;
    if (PRESENT.has(word)) present = true;
  }
  return present;
}
