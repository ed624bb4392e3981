import { CharClass, classAt, stripTransparent } from './characters';
import { fold } from './fold';
import { isHyphen, tokenize } from './tokens';
import type { BlockReading, Token } from './types';

/**
 * The parts of a hyphenated word ("Russian-Ukrainian", "U.S.-led", "mid-July") as tokens with their own spans in the block;
 * the hyphens are left out. `prose` is the block's, because a token can hold markup that its `text` leaves out. A token
 * without an inner hyphen gives an empty list.
 */
export function splitHyphenated(token: Token, prose: string): Token[] {
  if (token.kind !== 'word' || !/[-\u2010\u2011]/.test(token.text)) return [];
  const parts: Token[] = [];
  let start = token.start;
  for (let index = token.start; index <= token.end; index++) {
    if (index < token.end && !isHyphen(prose.charCodeAt(index))) continue;
    const head = tokenize(prose.slice(start, index))[0];
    if (head) {
      let end = index;
      while (classAt(prose, end - 1) === CharClass.Joiner) end--;
      const text = stripTransparent(prose.slice(start + head.start, end));
      const folded = fold(text);
      const spaceBefore = parts.length === 0 && token.spaceBefore;
      parts.push({ ...head, start: start + head.start, end, text, folded, lower: folded.toLowerCase(), spaceBefore });
    }
    start = index + 1;
  }
  return parts.length > 1 ? parts : [];
}

/** Number of words and numbers in a reading; a possessive 's does not count. */
export function countWords(reading: Pick<BlockReading, 'tokens'>): number {
  let count = 0;
  for (const token of reading.tokens) {
    if (token.kind === 'number' || (token.kind === 'word' && token.lower !== "'s")) count++;
  }
  return count;
}
