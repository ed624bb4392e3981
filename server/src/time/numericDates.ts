import { isRealDate } from '../dates/calendar';
import type { Parsed } from './form';
import { glued, lowerAt, type Lexemes } from './walk';

/**
 * Dates of digits that begin at `index`: 2022-02-24, 24.02.2022, 24/2/2022, 2022/02/24. Both readings of one that can be read in
 * two ways
 * are left to the resolver; one that no calendar has is marked.
 */
export function numericDateAt(lexemes: Lexemes, index: number): Parsed[] | undefined {
  const first = lexemes[index]!;
  const mark = lowerAt(lexemes, index + 1);
  if (mark !== '-' && mark !== '.' && mark !== '/') return undefined;
  const second = lexemes[index + 2];
  const third = lexemes[index + 4];
  if (!second || !third || second.digits < 0 || third.digits < 0 || lowerAt(lexemes, index + 3) !== mark) return undefined;
  for (let at = index + 1; at <= index + 4; at++) if (!glued(lexemes, at)) return undefined;
  const before = lexemes[index - 1];
  if (before && glued(lexemes, index) && /[\p{L}\d./-]/u.test(before.lower)) return undefined;
  if (before && /^(?:version|v|release|build|firmware|section|article|paragraph)$/.test(before.lower)) return undefined;
  const after = lexemes[index + 5];
  if (after && glued(lexemes, index + 5) && /[\d/]/.test(after.lower)) return undefined;
  if (
    after &&
    glued(lexemes, index + 5) &&
    after.lower === mark &&
    (lexemes[index + 6]?.digits ?? -1) >= 0 &&
    glued(lexemes, index + 6)
  )
    return undefined;
  if (second.width > 2) return undefined;
  const place = (at: number) => ({ start: lexemes[at]!.start, end: lexemes[at]!.end });
  const dateSpan = { start: first.start, end: third.end };

  const exact = (year: number, month: number, day: number, at: readonly [number, number, number]): Parsed[] => {
    const [y, m, d] = at;
    return [
      {
        form: { kind: 'calendar', year, month, day },
        written: { year, month, day, yearSpan: place(y), monthSpan: place(m), daySpan: place(d), dateSpan },
        ...(!isRealDate(year, month, day) && { impossible: month < 1 || month > 12 ? ('month' as const) : ('day' as const) }),
        first: index,
        last: isoTimeEnd(lexemes, index + 5),
      },
    ];
  };

  if (first.width === 4) {
    if (first.digits < 1000 || first.digits > 2199 || third.width > 2 || mark === '.') return undefined;
    // A catalogue number such as 1999-45-87 is no slip in a date.
    if ((second.digits > 12 && third.digits > 31) || second.digits === 0 || third.digits === 0 || second.digits > 31)
      return undefined;
    return exact(first.digits, second.digits, third.digits, [index, index + 2, index + 4]);
  }
  if (first.width > 2 || third.width !== 4 || third.digits < 1000 || third.digits > 2199) return undefined;
  const [a, b, year] = [first.digits, second.digits, third.digits];
  if (a < 1 || b < 1) return undefined;
  if (mark !== '/' || a > 12 || a === b) {
    if (mark === '/' && a > 31) return undefined;
    if (b > 12 && a <= 12) return exact(year, a, b, [index + 4, index, index + 2]);
    return a > 39 || b > 39 ? undefined : exact(year, b, a, [index + 4, index + 2, index]);
  }
  if (b > 12) return exact(year, a, b, [index + 4, index, index + 2]);
  return [
    {
      form: { kind: 'numeric', a, b, year },
      written: { year, yearSpan: place(index + 4), dateSpan },
      first: index,
      last: index + 5,
    },
  ];
}

/** "T10:30:00Z" after an ISO date belongs to it. */
function isoTimeEnd(lexemes: Lexemes, at: number): number {
  if (lowerAt(lexemes, at) !== 't' || !glued(lexemes, at)) return at;
  let end = at + 1;
  while (end < at + 16 && glued(lexemes, end) && (lexemes[end]!.digits >= 0 || /^[:.+\-z]$/.test(lexemes[end]!.lower))) end++;
  return end;
}
