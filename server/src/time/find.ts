import { parseEdtfDate } from '../dates/edtf';
import type { Span } from '../text/span';
import type { BlockReading, ParsedDocument } from '../text/types';
import type { WrittenTime } from './form';
import { Narrative, firstYear, isNarrative, partialOf, type PartialDate } from './narrative';
import type { Resolution } from './resolution';
import { resolveTime } from './resolve';
import { modifiedRange, rangeEdtf } from './modified';
import type { DateOrder, DocumentDate, Duration, TimeExpression, WrittenDate } from './types';
import { readTimes } from './written';

/**
 * All time expressions of a document in order, without overlaps, resolved against the document's date and what the text tells
 * before them.
 * @param readings one per block, in the order of `parsed.blocks`
 * @param dateOrder how the house writes 03/04/2026; without it such a date stays unresolved, with both readings
 */
export function findTimes(
  parsed: ParsedDocument,
  readings: readonly BlockReading[],
  date: DocumentDate,
  dateOrder?: DateOrder,
): readonly TimeExpression[] {
  const written = readings.map((reading) => readTimes(reading));
  const story = new Narrative(partialOf(date.range), isNarrative(written, date), firstYear(written));
  const times: TimeExpression[] = [];
  written.forEach((inBlock, block) => {
    const base = parsed.blocks[block]?.start;
    if (base === undefined || inBlock.length === 0) return;
    story.enter(block);
    const reading = readings[block]!;
    let opening: Resolution | undefined;
    let quotation = 0;
    for (let index = 0; index < inBlock.length; index++) {
      const time = inBlock[index]!;
      const resolution =
        clockOfNext(time, inBlock[index + 1], parsed.blocks[block]!.prose, story) ??
        inOrder(resolveTime(time, story, time.partner === -1 ? opening : undefined), dateOrder);
      opening = time.partner === 1 ? resolution : undefined;
      move(story, time, resolution);
      while (quotation < reading.quotations.length && reading.quotations[quotation]!.end <= time.start) quotation++;
      const around = reading.quotations[quotation];
      times.push({
        ...expression(time, resolution, base),
        ...(time.partner !== undefined && { rangePartner: times.length + time.partner }),
        block,
        sentence: time.sentence,
        quoted:
          parsed.blocks[block]!.kind === 'quotation' ||
          (around !== undefined && around.start <= time.start && time.end <= around.end),
      });
    }
  });
  return times;
}

/** Takes the house's reading of an ambiguous numeric date; both readings stay on record. */
function inOrder(resolution: Resolution, order: DateOrder | undefined): Resolution {
  if (!resolution.readings || !order) return resolution;
  const reading = resolution.readings[order === 'day-month-year' ? 0 : 1]!;
  const read = parseEdtfDate(reading);
  return read ? { ...resolution, value: reading, edtf: reading, range: read.range, anchor: 'explicit', unresolved: undefined } : resolution;
}

const CLOCK_GAP = 8;

/** "at 11 a.m. on 11 November 1918": a time of day that the date right after it dates. */
function clockOfNext(time: WrittenTime, next: WrittenTime | undefined, prose: string, story: Narrative): Resolution | undefined {
  if (time.form.kind !== 'clock' || next?.form.kind !== 'calendar' || next.start - time.end > CLOCK_GAP) return undefined;
  if (next.form.day === undefined && next.form.weekday === undefined) return undefined;
  if (!/^,?\s+(?:on\s+)?(?:the\s+)?$/.test(prose.slice(time.end, next.start))) return undefined;
  const { told, anchor } = resolveTime(next, story, undefined);
  if (told?.day === undefined) return undefined;
  return { ...resolveTime({ ...next, clock: time.clock, part: time.part }, story, undefined), anchor, told: undefined };
}

/** Lets the story go on to a date it tells. A year in brackets or a bare adjective ("the 1974 coup") does not move it. */
function move(story: Narrative, time: WrittenTime, { told, anchor }: Resolution): void {
  if (!told || time.impossible) return;
  if (anchor === 'explicit') {
    if (!inPassing(time, told, story)) story.tell(told, 'explicit');
    return;
  }
  // "Thirty years later Paris is silent": the text is back in its own time, and the story stays where it was.
  const backHome = time.form.kind === 'distance' && told.month === undefined && told.year === story.document?.year && !story.told;
  if (backHome) return;
  if (anchor === 'context') story.tell(told, 'context');
  else if (anchor === 'document' && !story.told) story.tell(told, 'document');
}

/** Years away from the story at which a bare year or a date in brackets is a glance aside. */
const ASIDE = 2;
/** Years that told history may leap over within a sentence. */
const LEAP = 10;

/** A date that is mentioned without taking the story there: "the 1974 coup", "since 1986", "(1934)". */
function inPassing(time: WrittenTime, told: PartialDate, story: Narrative): boolean {
  const { form, preposition } = time;
  if (form.kind !== 'calendar' || (story.last === undefined && story.told)) return false;
  const near = story.last !== undefined && !story.last.bc === !told.bc && Math.abs(story.last.year - told.year) <= ASIDE;
  if (story.told && near) return time.partner === -1 && form.month === undefined;
  if (time.bracketed) return true;
  if (told.month !== undefined) return false;
  if (time.partner !== undefined) return !story.told || time.partner === -1;
  if (time.opens) return false;
  const reachable = story.last === undefined || Math.abs(story.last.year - told.year) <= LEAP;
  return !(story.told && reachable && (preposition === 'in' || preposition === 'during'));
}

function expression(
  time: WrittenTime,
  resolution: Resolution,
  base: number,
): Omit<TimeExpression, 'block' | 'sentence' | 'quoted'> {
  const { told: _told, range, edtf, ...resolved } = resolution;
  const narrowed = range && time.mod ? modifiedRange(range, time.mod) : range;
  const narrowedEdtf = narrowed && narrowed !== range ? rangeEdtf(range!, time.mod!, narrowed) : edtf;
  return {
    start: base + time.start,
    end: base + time.end,
    text: time.text,
    ...resolved,
    ...(narrowedEdtf !== undefined && { edtf: narrowedEdtf }),
    ...(narrowed && { range: narrowed }),
    ...(time.mod && { mod: time.mod }),
    ...(time.written && { written: shiftedDate(time.written, base) }),
    ...(time.duration && { duration: shiftedDuration(time.duration, base) }),
    ...(time.direction && { direction: time.direction }),
    ...(time.preposition && { preposition: time.preposition }),
    ...(time.impossible && { impossible: time.impossible }),
  };
}

function shifted(span: Span | undefined, base: number): Span | undefined {
  return span && { start: span.start + base, end: span.end + base };
}

function shiftedDate(written: WrittenDate, base: number): WrittenDate {
  const { year, month, day, weekday } = written;
  const spans = {
    weekdaySpan: shifted(written.weekdaySpan, base),
    dateSpan: shifted(written.dateSpan, base),
    daySpan: shifted(written.daySpan, base),
    monthSpan: shifted(written.monthSpan, base),
    yearSpan: shifted(written.yearSpan, base),
  };
  return Object.fromEntries(Object.entries({ year, month, day, weekday, ...spans }).filter(([, value]) => value !== undefined));
}

function shiftedDuration(duration: Duration, base: number): Duration {
  const amountSpan = shifted(duration.amountSpan, base);
  return { ...duration, ...(amountSpan && { amountSpan }) };
}
