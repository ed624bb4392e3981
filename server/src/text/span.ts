/** A half-open stretch of the document, `start` included and `end` not, in UTF-16 code units as LSP counts. Never code points. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function spansOverlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export function spanContains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
