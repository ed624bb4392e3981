import { isDash } from './lexemes';
import { glued, lowerAt, type Lexemes } from './walk';

/** A number in words or digits; `amount` undefined for "several" and "a few". */
export interface Quantity {
  readonly amount?: number;
  readonly last: number;
  /** Written as "a" or "an": a single one, and no good place for a fix. */
  readonly article: boolean;
}

/**
 * Reads "five", "twenty-three", "a hundred", "two hundred and fifty", "1,000", "2.5", "half a", "a couple of", "several",
 * "two-and-a-half".
 * Undefined when no number starts at `index`.
 */
export function quantityAt(lexemes: Lexemes, index: number): Quantity | undefined {
  const lexeme = lexemes[index];
  if (!lexeme) return undefined;
  if (lexeme.digits >= 0) return digitsAt(lexemes, index);
  switch (lexeme.lower) {
    case 'a':
    case 'an':
      return articleAt(lexemes, index);
    case 'half': {
      const next = lowerAt(lexemes, index + 1);
      if (next === 'a' || next === 'an') return { amount: 0.5, last: index + 2, article: false };
      return isDash(lexemes[index + 1]) && lowerAt(lexemes, index + 2) === 'a'
        ? { amount: 0.5, last: index + 4, article: false }
        : undefined;
    }
    case 'several':
    case 'few':
    case 'many':
      return { last: index + 1, article: false };
    case 'couple':
      return { amount: 2, last: index + (lowerAt(lexemes, index + 1) === 'of' ? 2 : 1), article: false };
    case 'dozen':
      return { amount: 12, last: index + 1, article: false };
    default:
      return lexeme.entry?.type === 'number' ? wordsAt(lexemes, index) : undefined;
  }
}

function articleAt(lexemes: Lexemes, index: number): Quantity | undefined {
  const next = lowerAt(lexemes, index + 1);
  switch (next) {
    case 'few':
      return { last: index + 2, article: false };
    case 'couple':
      return { amount: 2, last: index + (lowerAt(lexemes, index + 2) === 'of' ? 3 : 2), article: false };
    case 'dozen':
      return { amount: 12, last: index + 2, article: false };
    case 'hundred':
      return { amount: 100, last: index + 2, article: false };
    case 'thousand':
      return { amount: 1000, last: index + 2, article: false };
    case 'quarter': // of an hour, of a century
      return lowerAt(lexemes, index + 2) === 'of' && /^an?$/.test(lowerAt(lexemes, index + 3))
        ? { amount: 0.25, last: index + 4, article: false }
        : undefined;
    case 'half':
      return isDash(lexemes[index + 2]) ? { amount: 0.5, last: index + 3, article: false } : undefined;
    default:
      return { amount: 1, last: index + 1, article: true };
  }
}

function digitsAt(lexemes: Lexemes, index: number): Quantity | undefined {
  const lexeme = lexemes[index]!;
  const before = lexemes[index - 1];
  if (before && glued(lexemes, index) && !/[("'“‘[\s]/.test(before.lower) && !isDash(before)) return undefined;
  let amount = lexeme.digits;
  let last = index + 1;
  while (lowerAt(lexemes, last) === ',' && glued(lexemes, last) && lexemes[last + 1]?.width === 3 && glued(lexemes, last + 1)) {
    amount = amount * 1000 + lexemes[last + 1]!.digits;
    last += 2;
  }
  if (
    lowerAt(lexemes, last) === '.' &&
    glued(lexemes, last) &&
    (lexemes[last + 1]?.digits ?? -1) >= 0 &&
    glued(lexemes, last + 1)
  ) {
    amount += lexemes[last + 1]!.digits / 10 ** lexemes[last + 1]!.width;
    last += 2;
  } else if (lowerAt(lexemes, last) === '½' && glued(lexemes, last)) {
    amount += 0.5;
    last++;
  }
  return andAHalf(lexemes, { amount, last, article: false });
}

function wordsAt(lexemes: Lexemes, index: number): Quantity {
  let total = 0;
  let current = 0;
  let last = index;
  for (let at = index; at < lexemes.length && at < index + 14; at++) {
    const lexeme = lexemes[at]!;
    const entry = lexeme.entry;
    if (entry?.type === 'number') {
      // "twenty three" goes on, "five six" does not.
      if (current % 100 !== 0 && !(current % 10 === 0 && entry.value < 10 && current % 100 >= 20)) break;
      current += entry.value;
    } else if (lexeme.lower === 'hundred') current = Math.max(1, current) * 100;
    else if (lexeme.lower === 'thousand') {
      total += Math.max(1, current) * 1000;
      current = 0;
    } else if (
      (isDash(lexeme) || (lexeme.lower === 'and' && (current >= 100 || total > 0))) &&
      lexemes[at + 1]?.entry?.type === 'number'
    )
      continue;
    else break;
    last = at + 1;
  }
  return andAHalf(lexemes, { amount: total + current, last, article: false });
}

/** "three and a half", "three-and-a-half". */
function andAHalf(lexemes: Lexemes, quantity: { amount: number; last: number; article: boolean }): Quantity {
  let at = quantity.last;
  if (isDash(lexemes[at])) at++;
  if (lowerAt(lexemes, at) !== 'and') return quantity;
  at++;
  if (isDash(lexemes[at])) at++;
  if (lowerAt(lexemes, at) !== 'a') return quantity;
  at++;
  if (isDash(lexemes[at])) at++;
  return lowerAt(lexemes, at) === 'half' ? { amount: quantity.amount + 0.5, last: at + 1, article: false } : quantity;
}
