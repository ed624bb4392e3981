import { parseEdtfDate, type EdtfDate } from '../dates/edtf';
import type { SourcePeriod } from './source';
import type { Period } from './types';

/** A date that has passed the schema; undefined stays undefined. */
export function toDate(text: string | undefined): EdtfDate | undefined {
  return text === undefined ? undefined : parseEdtfDate(text);
}

export function toPeriod({ from, to }: SourcePeriod): Period {
  return {
    ...(from !== undefined && { from: parseEdtfDate(from) }),
    ...(to === 'unknown' ? { endUnknown: true } : to !== undefined && { to: parseEdtfDate(to) }),
  };
}

/** Day number of a full date that has passed the schema. */
export function toDayNumber(text: string): number {
  return parseEdtfDate(text)!.range.first;
}
