import { ABBREVIATIONS, SENTENCE_STARTERS } from './abbreviations';
import type { Sentence, Token } from './types';

const ENDERS = new Set(['.', '!', '?', '\u2026', '\u061f', '\u06d4', '\u0964', '\u0965', '\u3002', '\uff01', '\uff1f', '\uff0e']);
/** Ends that need no space behind them. */
const WIDE_ENDERS = new Set(['\u3002', '\uff01', '\uff1f', '\uff0e']);
const CLOSERS = new Set(['"', "'", "''", '\u201d', '\u2019', '\u201c', '\u00bb', '\u203a', ')', ']',
  '\u300d', '\u300f', '\uff09', '\u300b']);
const OPENERS = new Set(['"', "'", '``', '\u201c', '\u2018', '\u201e', '\u00ab', '\u2039', '(', '[',
  '\u300c', '\u300e', '\uff08', '\u300a', '\u00bf', '\u00a1']);

/**
 * Groups tokens into sentences; every token belongs to exactly one. A sentence ends at . ! ? … (with the quotation marks and
 * brackets that close behind it) when white space and a beginning follow: a capital, a number, an opening mark, a script
 * without case. The stop of an abbreviation ends one only where the abbreviation can stand last and the next word is a typical
 * first word ("the U.S. The …"). Line breaks do not count.
 */
export function splitSentences(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  // Straight double marks in the sentence so far: the second of a pair closes.
  let marks = 0;
  for (let index = 0; index < tokens.length; index++) {
    if (tokens[index]!.text.charCodeAt(0) === 0x22) marks++;
    const last = endAfter(tokens, first, index, marks);
    if (last === 0 || last >= tokens.length) continue;
    sentences.push(sentenceOf(tokens, first, last));
    first = last;
    index = last - 1;
    marks = 0;
  }
  if (first < tokens.length) sentences.push(sentenceOf(tokens, first, tokens.length));
  return sentences;
}

function sentenceOf(tokens: readonly Token[], first: number, last: number): Sentence {
  return { start: tokens[first]!.start, end: tokens[last - 1]!.end, first, last };
}

/** Index behind the sentence's last token if the token at `index` ends it, else 0. */
function endAfter(tokens: readonly Token[], first: number, index: number, marks: number): number {
  const token = tokens[index]!;
  const { text } = token;
  if (token.kind === 'word') {
    if (text.charCodeAt(text.length - 1) !== 0x2e) return 0;
    const next = tokens[index + 1];
    if (!next || !next.spaceBefore || !startsUpper(next) || !SENTENCE_STARTERS.has(next.lower)) return 0;
    return mayEndSentence(text) ? index + 1 : 0;
  }
  if (token.kind !== 'punctuation') return 0;
  const head = text[0]!;
  if (!ENDERS.has(head)) return 0;
  if (text === '.' && index === first + 1 && isListNumber(tokens[first]!)) return 0;
  let last = index + 1;
  for (; last < tokens.length && isClosing(tokens, last, marks); last++) if (tokens[last]!.text.charCodeAt(0) === 0x22) marks++;
  const next = tokens[last];
  if (!next) return 0;
  if (WIDE_ENDERS.has(head)) return last;
  if (!next.spaceBefore) return text === '.' && isForgottenSpace(tokens[index - 1], next) ? last : 0;
  return begins(next) ? last : 0;
}

/** "those in need.And most": a full word, the stop and a capitalised word with no space in between. */
function isForgottenSpace(before: Token | undefined, next: Token): boolean {
  if (before?.kind !== 'word' || before.shape !== 'lower' || before.text.length < 3) return false;
  return next.shape === 'capital' && next.text.length > 1;
}

/** "U.S.", "Inc.", "a.m." may; "Gen." and "No." never do. Initials and acronyms are not in the list and may. */
function mayEndSentence(text: string): boolean {
  return ABBREVIATIONS.get(text.slice(0, -1)) ?? text !== 'No.';
}

function isListNumber(token: Token): boolean {
  return token.kind === 'number' && token.text.length <= 3;
}

/**
 * A closing mark glued to what stands before it, or a spaced straight mark ( said . " He ) that is the second of a pair in
 * this sentence.
 */
function isClosing(tokens: readonly Token[], index: number, marks: number): boolean {
  const token = tokens[index]!;
  if (token.kind !== 'punctuation') return false;
  if (ENDERS.has(token.text)) return !token.spaceBefore;
  if (!CLOSERS.has(token.text) && token.text[0] !== '"') return false;
  if (!token.spaceBefore || token.text === "''") return true;
  return token.text[0] === '"' && (tokens[index + 1]?.spaceBefore ?? true) && marks % 2 === 1;
}

function begins(token: Token): boolean {
  switch (token.kind) {
    case 'number':
    case 'object':
      return true;
    case 'word':
      return token.shape !== 'lower';
    default:
      return OPENERS.has(token.text) || /^["\u2013\u2014\ud83c-\ud83e]/.test(token.text);
  }
}

function startsUpper(token: Token): boolean {
  return token.shape === 'capital' || token.shape === 'upper' || token.shape === 'mixed';
}
