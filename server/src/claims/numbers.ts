import type { Token } from '../text/types';

const UNITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen',
  'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const WORDS = new Map<string, number>();
UNITS.forEach((word, i) => WORDS.set(word, i));
TENS.forEach((word, tens) => {
  if (!word) return;
  WORDS.set(word, tens * 10);
  for (let unit = 1; unit <= 9; unit++) WORDS.set(`${word}-${UNITS[unit]!}`, tens * 10 + unit);
});

/** Value of a whole number written as one word ("twenty-seven") or in digits ("27", "1,000"); undefined for anything else. */
export function numberValue(text: string): number | undefined {
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  return /^\d{1,3}(?:,\d{3})*$|^\d{1,9}$/.test(text) ? Number(text.replaceAll(',', '')) : undefined;
}

/** A whole number at token `i`; `end` is the token after it. "twenty seven" in two words counts as one number. */
export function readNumber(tokens: readonly Token[], i: number): { readonly value: number; readonly end: number } | undefined {
  const token = tokens[i];
  if (!token || (token.kind !== 'number' && token.kind !== 'word')) return undefined;
  const value = numberValue(token.lower);
  return value === undefined ? undefined : { value, end: i + 1 };
}

/**
 * Writes a whole number as its neighbour was written: in words where the old one was in words (capital kept), else in digits.
 * Numbers from 100 on are always digits.
 */
export function writeNumberLike(value: number, old: string): string {
  if (/^\d/.test(old) || value >= 100 || value < 0) return String(value);
  const word = value < 20 ? UNITS[value]! : TENS[Math.floor(value / 10)]! + (value % 10 ? `-${UNITS[value % 10]!}` : '');
  return /^\p{Lu}/u.test(old) ? word[0]!.toUpperCase() + word.slice(1) : word;
}
