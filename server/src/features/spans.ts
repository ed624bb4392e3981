import type { Span } from '../text/span';

/** Whether `offset` lies in the span or at one of its ends: a cursor behind the last letter is on the word. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/**
 * The item at an offset in a list sorted by start without overlaps; a cursor between two adjacent items is on the second.
 * Binary search.
 */
export function itemAt<T extends Span>(items: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  const item = items[low - 1];
  return item && touches(item, offset) ? item : undefined;
}
