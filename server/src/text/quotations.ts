import type { Block, Quotation, Token } from './types';

/** Which marks close what an opening mark opened. */
const CLOSING: Readonly<Record<string, string>> = {
  '\u201c': '\u201d', '\u201e': '\u201c\u201d', '\u00ab': '\u00bb', '\u00bb': '\u00ab', '\u2018': '\u2019',
  '\u201a': '\u2018\u2019', '\u2039': '\u203a',
  '\u300c': '\u300d', '\u300e': '\u300f', '\u201d': '\u201d', '"': '"', "'": "'", '``': "''",
};
const MARKS = new Set([...Object.keys(CLOSING), ...Object.values(CLOSING).join(''), "''"]);
const SINGLE = new Set(["'", '\u2018', '\u2019']);
const BEFORE_OPENING = new Set(['(', '[', '{', '\u2014', '\u2013', '-', '/', '\u2026', '...', ...MARKS]);
const MAX_TITLE_WORDS = 8;
/** Tokens within which a single mark must find its partner. */
const MAX_LOOK_AHEAD = 400;
const MAX_DEPTH = 8;

interface Open {
  readonly mark: string;
  readonly token: number;
}

/**
 * Finds other people's words in a block. Marks pair as “…” «…» »…« „…“ ‘…’ `…` straight "…" and '…' and nest; inner quotations
 * are listed after the outer one. Apostrophes are told from single marks by position: a single mark opens only where a closing
 * one follows in the block ("students' rights", "’90s" are none), or, when curly, at the block's start or after a colon or
 * comma, where a speech that goes on in the next paragraph begins. A double mark left open runs to the block's end. Italics of
 * one to eight words that begin with a capital are titles. A block of kind `quotation` is one quotation of kind `block`.
 */
export function findQuotations(block: Pick<Block, 'kind' | 'prose' | 'emphasis'>, tokens: readonly Token[]): Quotation[] {
  if (block.kind === 'quotation') return [{ start: 0, end: block.prose.length, kind: 'block' }];
  const found: Quotation[] = [];
  findSpeech(block.prose.length, tokens, found);
  findTitles(block, tokens, found);
  return found.length > 1 ? found.sort((a, b) => a.start - b.start || b.end - a.end) : found;
}

function findSpeech(length: number, tokens: readonly Token[], found: Quotation[]): void {
  const stack: Open[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.kind !== 'punctuation') continue;
    // Doubled straight marks come from tables that were exported as text; they mean what one means.
    const mark = token.text[0] === '"' ? '"' : token.text;
    if (!MARKS.has(mark)) continue;
    const spaceBefore = token.spaceBefore;
    const spaceAfter = tokens[index + 1]?.spaceBefore ?? true;
    const opener = lastOpener(stack, mark);
    if (opener >= 0 && closes(tokens, index, mark, spaceBefore, spaceAfter)) {
      found.push({ start: tokens[stack[opener]!.token]!.start, end: token.end, kind: 'speech' });
      stack.length = opener;
    } else if (stack.length < MAX_DEPTH && opens(tokens, index, mark, spaceBefore, spaceAfter)) {
      stack.push({ mark, token: index });
    }
  }
  for (const open of stack) {
    if (SINGLE.has(open.mark) && !startsSpeech(tokens, open.token)) continue;
    found.push({ start: tokens[open.token]!.start, end: length, kind: 'speech' });
  }
}

function lastOpener(stack: readonly Open[], mark: string): number {
  for (let index = stack.length - 1; index >= 0; index--) if (CLOSING[stack[index]!.mark]!.includes(mark)) return index;
  return -1;
}

function closes(tokens: readonly Token[], index: number, mark: string, spaceBefore: boolean, spaceAfter: boolean): boolean {
  switch (mark) {
    case '"':
      return !spaceBefore || spaceAfter;
    case "'":
    case '\u2019':
      if (spaceBefore) return false;
      return !isPluralPossessive(tokens, index, mark);
    default:
      return true;
  }
}

function opens(tokens: readonly Token[], index: number, mark: string, spaceBefore: boolean, spaceAfter: boolean): boolean {
  const free = spaceBefore || index === 0 || BEFORE_OPENING.has(tokens[index - 1]!.text);
  switch (mark) {
    case '"':
      return free;
    case "'":
    case '\u2018':
      if (!free || spaceAfter || isElision(tokens, index)) return false;
      return closerAhead(tokens, index, mark) || (mark !== "'" && startsSpeech(tokens, index));
    case '\u201d':
    case '\u00bb':
    case '\u201a':
      return free && !spaceAfter;
    case '\u2019':
    case '\u203a':
    case "''":
    case '\u300d':
    case '\u300f':
      return false;
    default:
      return true;
  }
}

/** "'90s", "'tis": an apostrophe for what is left out. */
function isElision(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  if (next === undefined) return false;
  return next.kind === 'number' ? /^\d\ds?$/.test(next.text) : /^(?:tis|twas|em|til|n|cause)$/.test(next.lower);
}

/** Whether a single mark that can close stands further on. */
function closerAhead(tokens: readonly Token[], index: number, mark: string): boolean {
  const closer = CLOSING[mark]!;
  const end = Math.min(tokens.length, index + MAX_LOOK_AHEAD);
  for (let i = index + 2; i < end; i++) {
    const token = tokens[i]!;
    if (token.text === closer && !token.spaceBefore) return true;
  }
  return false;
}

/**
 * "the students' rights' sake": after an s and before a word, when another mark follows that can close before a new one opens.
 */
function isPluralPossessive(tokens: readonly Token[], index: number, mark: string): boolean {
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (before?.kind !== 'word' || !before.lower.endsWith('s') || after?.kind !== 'word' || !after.spaceBefore) return false;
  const end = Math.min(tokens.length, index + MAX_LOOK_AHEAD);
  for (let i = index + 1; i < end; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'punctuation') continue;
    if (token.text === '\u2018' || (token.text === mark && token.spaceBefore)) return false;
    if (token.text === mark) return true;
  }
  return false;
}

function startsSpeech(tokens: readonly Token[], index: number): boolean {
  if (index === 0) return true;
  const before = tokens[index - 1]!.text;
  return before === ':' || before === ',';
}

function findTitles(block: Pick<Block, 'prose' | 'emphasis'>, tokens: readonly Token[], found: Quotation[]): void {
  for (const span of block.emphasis) {
    if (span.strong) continue;
    const inside = tokensIn(tokens, span.start, span.end);
    if (inside.length === 0 || inside.length === tokens.length) continue;
    const words = inside.filter((token) => token.kind === 'word' || token.kind === 'number');
    const first = words[0];
    if (!first || words.length > MAX_TITLE_WORDS || first.kind !== 'word') continue;
    if (first.shape === 'lower' || first.shape === 'other') continue;
    found.push({ start: span.start, end: span.end, kind: 'title' });
  }
}

function tokensIn(tokens: readonly Token[], start: number, end: number): Token[] {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  const inside: Token[] = [];
  while (low < tokens.length && tokens[low]!.end <= end) inside.push(tokens[low++]!);
  return inside;
}
