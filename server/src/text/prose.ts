import type { Span } from './span';

/** What stands in the place of markup: see `Block.prose`. */
export const JOINER = '\u2060';
export const OBJECT = '\ufffc';

/** A stretch of the source and what its characters become. `insert` (shorter than the span) stands first: a decoded entity. */
export interface Blank extends Span {
  readonly filler: string;
  readonly insert?: string;
}

/** Source text with the same length in which only `\n` breaks lines and NUL is white space. */
export function normalizeBreaks(text: string): string {
  const broken = text.includes('\r') ? text.replace(/\r\n/g, ' \n').replace(/\r/g, '\n') : text;
  return broken.includes('\0') ? broken.replace(/\0/g, ' ') : broken;
}

/**
 * Prose of `[start, end)` of a text whose line breaks are normalised: blanks are sorted by start and do not overlap; line
 * breaks inside a blank stay, so that lines keep their place.
 */
export function blankOut(text: string, start: number, end: number, blanks: readonly Blank[]): string {
  let prose = '';
  let position = start;
  for (const blank of blanks) {
    const from = Math.max(blank.start, position);
    const to = Math.min(blank.end, end);
    if (to <= from) continue;
    prose += text.slice(position, from);
    const insert = blank.insert ?? '';
    prose += insert + fill(text.slice(from + insert.length, to), blank.filler);
    position = to;
  }
  return prose + text.slice(position, end);
}

function fill(slice: string, filler: string): string {
  if (!slice.includes('\n')) return filler.repeat(slice.length);
  return slice.replace(/[^\n]/g, filler);
}

/**
 * Start and end of the prose without white space and transparent characters at its ends, relative to it; undefined when
 * nothing is left to read.
 */
export function contentSpan(prose: string): Span | undefined {
  let start = 0;
  let end = prose.length;
  while (start < end && isEmpty(prose.charCodeAt(start))) start++;
  while (end > start && isEmpty(prose.charCodeAt(end - 1))) end--;
  return start < end && /[\p{L}\p{N}]/u.test(prose) ? { start, end } : undefined;
}

function isEmpty(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x3000;
}
