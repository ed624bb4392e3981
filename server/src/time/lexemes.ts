import type { Token } from '../text/types';
import { LEXICON, type Entry } from './lexicon';

/**
 * The unit that the grammar of time reads: finer than a token, for "mid-March", "2014–16", "24.02.2022" and "11.38" are read
 * piece by
 * piece. Offsets are relative to the block.
 */
export interface Lexeme {
  readonly lower: string;
  /** Meaning in the lexicon, if it has one. */
  readonly entry: Entry | undefined;
  /** Value of a run of digits, else -1. */
  readonly digits: number;
  /** Number of digits. */
  readonly width: number;
  readonly start: number;
  readonly end: number;
  readonly spaceBefore: boolean;
  readonly capital: boolean;
  /** Index of the token that it is part of. */
  readonly token: number;
}

const PIECE = /\d+|[^\d\s\p{P}\p{S}]+(?:['’][^\d\s\p{P}\p{S}]+)?|[\s\S]/gu;
const SIMPLE = /^[^\d\p{P}\p{S}]+$/u;

function isCapital(text: string): boolean {
  const letter = text.charAt(0);
  return letter !== letter.toLowerCase();
}

/** Tokens of a block as lexemes, in order. */
export function toLexemes(tokens: readonly Token[]): Lexeme[] {
  const lexemes: Lexeme[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    const known = LEXICON.get(token.lower);
    if (known || (token.kind === 'word' && SIMPLE.test(token.text))) {
      lexemes.push({
        lower: token.lower,
        entry: known,
        digits: -1,
        width: 0,
        start: token.start,
        end: token.end,
        spaceBefore: token.spaceBefore,
        capital: token.shape !== 'lower' && isCapital(token.text),
        token: index,
      });
    } else {
      split(token, index, lexemes);
    }
  }
  return lexemes;
}

/**
 * A token in pieces. Markup inside a token (its text is shorter than its span) leaves the pieces no offsets of their own: they
 * share the token's.
 */
function split(token: Token, index: number, into: Lexeme[]): void {
  const exact = token.end - token.start === token.text.length;
  for (const match of token.text.matchAll(PIECE)) {
    const text = match[0];
    const lower = text.toLowerCase();
    const code = text.charCodeAt(0);
    const isDigits = code >= 48 && code <= 57;
    into.push({
      lower,
      entry: isDigits ? undefined : LEXICON.get(lower),
      digits: isDigits && text.length <= 9 ? Number(text) : -1,
      width: isDigits ? text.length : 0,
      start: exact ? token.start + match.index : token.start,
      end: exact ? token.start + match.index + text.length : token.end,
      spaceBefore: match.index === 0 && token.spaceBefore,
      capital: isCapital(text),
      token: index,
    });
  }
}

const DASHES: ReadonlySet<string> = new Set([
  '-', '–', '—', '‐', '‑', '−',
]);

export function isDash(lexeme: Lexeme | undefined): boolean {
  return lexeme !== undefined && DASHES.has(lexeme.lower);
}
