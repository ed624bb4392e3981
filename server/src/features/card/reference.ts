import { describeDay, describeRange } from '../../dates/edtf';
import type { DayRange } from '../../dates/interval';
import type { Analysis } from '../../analysis/types';
import type { Period } from '../../knowledge/types';

/** The day for which a card speaks, and how it says so. */
export interface Reference {
  readonly range: DayRange;
  /** "on 3 February 2026", "in March 2014", "now, as of 1 February 2026". */
  readonly label: string;
}

/** The date of the text; where it has none, the day up to which the knowledge was checked. */
export function referenceOf(analysis: Analysis): Reference {
  const { range } = analysis.date;
  if (range && Number.isFinite(range.first) && Number.isFinite(range.last)) {
    return { range, label: `${range.first === range.last ? 'on' : 'in'} ${describeRange(range)}` };
  }
  const { asOf } = analysis.knowledge;
  return { range: { first: asOf, last: asOf }, label: `now, as of ${describeDay(asOf)}` };
}

/** The reference for a fact checked up to `asOf`: a later text is answered for `asOf`, and told so. */
export function within(reference: Reference, asOf: number): Reference {
  if (reference.range.first <= asOf) return reference;
  return { range: { first: asOf, last: asOf }, label: `as of ${describeDay(asOf)}` };
}

/** Whether a period is over before the reference, or begins only after it; undefined when it holds or cannot be told. */
export function sideOf(period: Period, reference: Reference): 'earlier' | 'later' | undefined {
  if (period.to && period.to.range.last < reference.range.first) return 'earlier';
  if (period.endUnknown && (period.from === undefined || period.from.range.first <= reference.range.last)) return 'earlier';
  if (period.from && period.from.range.first > reference.range.last) return 'later';
  return undefined;
}
