import { build } from './calendarParts';
import type { Parsed } from './form';
import { isDash } from './lexemes';
import { type Lexemes, glued, lowerAt } from './walk';
import { type YearNumber, shortYearAt, yearAt } from './years';

/** "2014", "2014–16", "1990/91", "240–238 BC". */
export function bareYears(lexemes: Lexemes, index: number): Parsed[] | undefined {
  const dash = lexemes[index + 1];
  const rangeMark = dash !== undefined && (isDash(dash) || dash.lower === '/');
  if (rangeMark && lexemes[index]!.width >= 2) {
    const closing = yearAt(lexemes, index + 2);
    if (closing?.bc && lexemes[index]!.width <= 4 && lexemes[index]!.digits > 0) {
      const opening: YearNumber = { year: lexemes[index]!.digits, bc: true, first: index, last: index + 1 };
      return pair(lexemes, opening, closing);
    }
  }
  const width = lexemes[index]!.width;
  if (width !== 4 && !yearAt(lexemes, index)) return undefined;
  if (rangeMark && width === 4 && lexemes[index]!.digits >= 1000 && lexemes[index]!.digits <= 2199) {
    const first = lexemes[index]!;
    const short = shortYearAt(lexemes, index + 2, first.digits);
    const full = dash.lower === '/' ? undefined : yearAt(lexemes, index + 2);
    const closing = short ?? full;
    const opening: YearNumber = { year: first.digits, bc: false, first: index, last: index + 1 };
    if (closing && yearAt(lexemes, index, true) !== undefined) return pair(lexemes, opening, closing);
    if (closing && !glued(lexemes, index)) {
      const bare = yearAt(lexemes, index + 2, true);
      if (bare ?? short) return isCountRange(lexemes, index, closing) ? undefined : pair(lexemes, opening, closing);
    }
  }
  const year = yearAt(lexemes, index, true);
  return year && [build(lexemes, { year }, index, year.last)];
}

function isCountRange(lexemes: Lexemes, index: number, closing: YearNumber): boolean {
  return (
    (yearAt(lexemes, closing.first, true) === undefined && lexemes[closing.first]!.width === 4) ||
    lowerAt(lexemes, index - 1) === 'some'
  );
}

function pair(lexemes: Lexemes, opening: YearNumber, closing: YearNumber): Parsed[] {
  return [
    { ...build(lexemes, { year: opening }, opening.first, opening.last), partner: 1 },
    { ...build(lexemes, { year: closing }, closing.first, closing.last), partner: -1 },
  ];
}
