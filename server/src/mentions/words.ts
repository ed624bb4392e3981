import { wordKey } from '../knowledge/nameKeys';
import type { BlockReading, Token } from '../text/types';

/** What stands between a word and the one before it. */
export const Gap = {
  /** White space only. */
  Space: 0,
  /** A hyphen or a dash without spaces: "Russian-Ukrainian". */
  Joined: 1,
  Comma: 2,
  /** An opening bracket, after white space or not. */
  Bracket: 3,
  /** Other punctuation, a quotation mark, or something that is not prose. */
  Hard: 4,
  /** The word begins a sentence. */
  Sentence: 5,
} as const;

export const Shape = { Lower: 0, Capital: 1, Upper: 2, Mixed: 3, Other: 4 } as const;

/**
 * The words of a block, hyphenated compounds cut into their parts, as parallel arrays. Spans are relative to the block. The possessive
 * ending is no word but a flag on the word that bears it; numbers are words of shape `Other`.
 */
export interface BlockWords {
  readonly count: number;
  readonly start: readonly number[];
  readonly end: readonly number[];
  /** Look-up key, see `wordKey`. */
  readonly key: readonly string[];
  readonly shape: readonly number[];
  /** What stands before the word. */
  readonly gap: readonly number[];
  /** Whether "'s" or an apostrophe follows. */
  readonly possessive: readonly boolean[];
  readonly sentence: readonly number[];
}

const SHAPES = { lower: Shape.Lower, capital: Shape.Capital, upper: Shape.Upper, mixed: Shape.Mixed, other: Shape.Other } as const;

/** Reads the words of a block; linear in the number of tokens. */
export function blockWords(reading: BlockReading): BlockWords {
  const start: number[] = [];
  const end: number[] = [];
  const key: string[] = [];
  const shape: number[] = [];
  const gap: number[] = [];
  const possessive: boolean[] = [];
  const sentence: number[] = [];
  const { tokens, sentences } = reading;
  let current = 0;
  let pending: number = Gap.Sentence;
  const push = (from: number, to: number, word: string, form: number, before: number) => {
    start.push(from);
    end.push(to);
    key.push(word);
    shape.push(form);
    gap.push(before);
    possessive.push(false);
    sentence.push(current);
  };
  for (let i = 0; i < tokens.length; i++) {
    while (current + 1 < sentences.length && i >= sentences[current]!.last) {
      current++;
      pending = Gap.Sentence;
    }
    const token = tokens[i]!;
    if (token.kind === 'punctuation') {
      pending = afterPunctuation(token, tokens[i + 1], pending, key, possessive, end);
      continue;
    }
    if (token.kind === 'object') {
      pending = Math.max(pending, Gap.Hard);
      continue;
    }
    const { lower } = token;
    if (!token.spaceBefore && lower === "'s" && key.length > 0) {
      possessive[key.length - 1] = true;
      continue;
    }
    if (token.kind === 'number' || lower.indexOf('-') < 0) {
      const plain = lower.indexOf('.') < 0 && lower.indexOf("'") < 0;
      const form = token.kind === 'number' ? Shape.Other : plain ? SHAPES[token.shape] : shapeOf(token.folded);
      push(token.start, token.end, plain ? lower : wordKey(lower), form, pending);
    } else {
      pushParts(token, pending, push);
    }
    pending = Gap.Space;
  }
  return { count: key.length, start, end, key, shape, gap, possessive, sentence };
}

function afterPunctuation(
  token: Token, next: Token | undefined, pending: number, key: string[], possessive: boolean[], end: number[],
): number {
  const last = key.length - 1;
  const touches = last >= 0 && !token.spaceBefore && end[last] === token.start;
  const nextTouches = next !== undefined && !next.spaceBefore;
  switch (token.folded) {
    case '-':
    case '\u2013':
    case '/':
      return touches && nextTouches && pending === Gap.Space ? Gap.Joined : Math.max(pending, Gap.Hard);
    case ',':
      return Math.max(pending, Gap.Comma);
    case '(':
    case '[':
      return Math.max(pending, Gap.Bracket);
    case "'":
      if (touches && !nextTouches && key[last]!.endsWith('s')) {
        possessive[last] = true;
        return pending;
      }
      return Math.max(pending, Gap.Hard);
    case '+':
      if (touches) {
        key[last] += '+';
        end[last] = token.end;
        return pending;
      }
      return Math.max(pending, Gap.Hard);
    case '.':
      return touches && key[last]!.length === 1 && pending === Gap.Space ? pending : Math.max(pending, Gap.Hard);
    default:
      return Math.max(pending, Gap.Hard);
  }
}

/** Cuts a hyphenated token at its hyphens; markup inside makes the parts' places uncertain, then the token stays whole. */
function pushParts(
  token: Token, gap: number, push: (from: number, to: number, word: string, form: number, before: number) => void,
): void {
  if (token.text.length !== token.end - token.start || token.folded.length !== token.text.length) {
    push(token.start, token.end, wordKey(token.lower), SHAPES[token.shape], gap);
    return;
  }
  let before = gap;
  let from = 0;
  const { folded } = token;
  while (from <= folded.length) {
    const hyphen = folded.indexOf('-', from);
    const to = hyphen < 0 ? folded.length : hyphen;
    if (to > from) {
      const part = folded.slice(from, to);
      push(token.start + from, token.start + to, wordKey(part), shapeOf(part), before);
      before = Gap.Joined;
    }
    if (hyphen < 0) break;
    from = to + 1;
  }
}

function shapeOf(word: string): number {
  const first = word.charAt(0);
  const lower = word.toLowerCase();
  const upper = word.toUpperCase();
  if (lower === upper) return Shape.Other;
  if (word === lower) return Shape.Lower;
  const letters = lower.length - (lower.match(/[.']/g)?.length ?? 0);
  if (word === upper) return letters > 1 ? Shape.Upper : Shape.Capital;
  return first === first.toUpperCase() && word.slice(1) === lower.slice(1) ? Shape.Capital : Shape.Mixed;
}
