import { fromDay, toDay, type Day } from '../dates/calendar';
import type { DayRange } from '../dates/interval';
import type { WrittenTime } from './form';
import type { DocumentDate } from './types';

/** A date of which the finer parts may be unknown. */
export interface PartialDate {
  readonly year: number;
  readonly bc?: boolean;
  readonly month?: number;
  readonly day?: number;
}

export function partialOf(range: DayRange | undefined): PartialDate | undefined {
  if (!range || !Number.isFinite(range.first) || !Number.isFinite(range.last)) return undefined;
  const first = fromDay(range.first);
  const last = fromDay(range.last);
  if (range.first === range.last) return first;
  if (first.year !== last.year) return undefined;
  return first.month === last.month ? { year: first.year, month: first.month } : { year: first.year };
}

export function dayOf(date: PartialDate | undefined): Day | undefined {
  return date?.month !== undefined && date.day !== undefined && !date.bc ? toDay(date.year, date.month, date.day) : undefined;
}

/**
 * Explicit years that must lie away from the document's year, and how many to one deictic word, for a text to count as told
 * history.
 */
const NARRATIVE_MINIMUM = 4;
const NARRATIVE_RATIO = 3;

/**
 * Whether the text tells history: most of its dates carry years away from the document's own, and it hardly points at its own
 * days
 * ("today", "on Wednesday"). In such a text "June" is the June of the year being told.
 */
export function isNarrative(blocks: readonly (readonly WrittenTime[])[], date: DocumentDate): boolean {
  const year = date.range && partialOf(date.range)?.year;
  let told = 0;
  let pointing = 0;
  for (const times of blocks) {
    for (const { form } of times) {
      if (
        form.kind === 'deictic' ||
        (form.kind === 'unit' && (form.reference === 'this' || form.reference === 'last' || form.reference === 'next'))
      )
        pointing++;
      else if (form.kind === 'calendar') {
        if (form.year !== undefined && (year === undefined || Math.abs(form.year - year) > 1)) told++;
        else if (form.year === undefined && form.weekday !== undefined && form.day === undefined) pointing++;
      }
    }
  }
  return told >= NARRATIVE_MINIMUM && told >= NARRATIVE_RATIO * pointing;
}

/** The first date with a year of its own in the text. */
export function firstYear(blocks: readonly (readonly WrittenTime[])[]): PartialDate | undefined {
  for (const times of blocks) {
    for (const { form } of times)
      if (form.kind === 'calendar' && form.year !== undefined) return { year: form.year, ...(form.bc && { bc: true }) };
  }
  return undefined;
}

/**
 * What the text has dated so far, walked through in order: the date being told, and how it came about. One instance serves one
 * resolution of one
 * document.
 */
export class Narrative {
  /** The date most recently told. */
  last: PartialDate | undefined;
  /** Whether that date came from a year written in the text, and in which block. */
  private explicitBlock = -1;
  private block = -1;

  /**
   * @param told whether the text tells history
   * @param first first year written in the text: where told history begins, when dates without a year come before it
   */
  constructor(
    readonly document: PartialDate | undefined,
    readonly told: boolean,
    first: PartialDate | undefined,
  ) {
    if (told) this.last = first;
  }

  enter(block: number): void {
    this.block = block;
  }

  /** Remembers a date. `explicit`: a year stands in the text, in a place that moves the story there. */
  tell(date: PartialDate, how: 'explicit' | 'context' | 'document'): void {
    this.last = date;
    this.explicitBlock = how === 'document' ? -1 : this.block;
  }

  /** Whether a date without a year belongs to the year being told rather than to the document's own time. */
  anchorsHere(tense: WrittenTime['tense']): boolean {
    if (this.last === undefined) return false;
    if (this.document === undefined || this.told) return true;
    if (this.explicitBlock !== this.block || this.last.year === this.document.year) return false;
    return this.last.year > this.document.year || tense !== 'future';
  }
}

/**
 * The year of a month without one in told history: that of the date before, the next one when the story has passed the turn of
 * the year.
 */
export function yearInStory(last: PartialDate, month: number): number {
  if (last.month === undefined) return last.year;
  if (last.month >= 10 && month <= 3) return last.year + 1;
  if (last.month <= 2 && month >= 11) return last.year - 1;
  return last.year;
}
