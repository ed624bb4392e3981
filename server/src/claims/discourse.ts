import type { Knowledge } from '../knowledge/api';
import type { Mention } from '../mentions/types';
import type { Span } from '../text/span';
import type { Block, BlockReading, ParsedDocument, Token } from '../text/types';
import type { DocumentDate, TimeExpression } from '../time/types';

/** What the layers before claims have found in one text. */
export interface DiscourseParts {
  readonly parsed: ParsedDocument;
  readonly readings: readonly BlockReading[];
  readonly date: DocumentDate;
  readonly times: readonly TimeExpression[];
  readonly mentions: readonly Mention[];
  readonly knowledge: Knowledge;
}

/**
 * The text as claims and rules see it: mentions and times by sentence, and the words around and between them. Offsets are document
 * offsets; words are given in lower case, punctuation included, so that patterns read like text.
 */
export class Discourse {
  readonly parsed: ParsedDocument;
  readonly readings: readonly BlockReading[];
  readonly date: DocumentDate;
  readonly times: readonly TimeExpression[];
  readonly mentions: readonly Mention[];
  readonly knowledge: Knowledge;
  private readonly mentionsBySentence = new Map<number, number[]>();
  private readonly timesBySentence = new Map<number, number[]>();

  constructor(parts: DiscourseParts) {
    this.parsed = parts.parsed;
    this.readings = parts.readings;
    this.date = parts.date;
    this.times = parts.times;
    this.mentions = parts.mentions;
    this.knowledge = parts.knowledge;
    index(this.mentions, this.mentionsBySentence);
    index(this.times, this.timesBySentence);
  }

  /** Indexes of the mentions of a sentence, in order. */
  mentionsIn(block: number, sentence: number): readonly number[] {
    return this.mentionsBySentence.get(key(block, sentence)) ?? NONE;
  }

  /** Indexes of the time expressions of a sentence, in order. */
  timesIn(block: number, sentence: number): readonly number[] {
    return this.timesBySentence.get(key(block, sentence)) ?? NONE;
  }

  /** Number of the block that holds the offset, or of the last one before it; -1 before the first. */
  blockAt(offset: number): number {
    const blocks = this.parsed.blocks;
    let low = 0;
    let high = blocks.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (blocks[middle]!.start <= offset) low = middle + 1;
      else high = middle - 1;
    }
    return high;
  }

  /** Words that lie wholly between two offsets of one block; empty when they are in different blocks. */
  wordsBetween(start: number, end: number): string[] {
    const number = this.blockAt(start);
    if (number < 0 || end < start) return [];
    const block = this.parsed.blocks[number]!;
    const tokens = this.readings[number]!.tokens;
    const words: string[] = [];
    for (let i = firstTokenAt(tokens, start - block.start); i < tokens.length; i++) {
      const token = tokens[i]!;
      if (token.end + block.start > end) break;
      words.push(token.lower);
    }
    return words;
  }

  /** Whether two offsets stand in one block. */
  sameBlock(a: number, b: number): boolean {
    return this.blockAt(a) === this.blockAt(b);
  }

  /** The last `count` words of the sentence's block before an offset, nearest last. */
  wordsBefore(offset: number, count: number): string[] {
    return this.tokensBefore(offset, count).map((token) => token.lower);
  }

  /** The first `count` words of the block from an offset on. */
  wordsAfter(offset: number, count: number): string[] {
    return this.tokensAfter(offset, count).map((token) => token.lower);
  }

  /** Tokens before an offset in its block, nearest last, with spans relative to the block. */
  tokensBefore(offset: number, count: number): readonly Token[] {
    const number = this.blockAt(offset);
    if (number < 0) return [];
    const tokens = this.readings[number]!.tokens;
    const end = firstTokenAt(tokens, offset - this.parsed.blocks[number]!.start);
    return tokens.slice(Math.max(0, end - count), end);
  }

  /** Tokens from an offset on in its block, with spans relative to the block. */
  tokensAfter(offset: number, count: number): readonly Token[] {
    const number = this.blockAt(offset);
    if (number < 0) return [];
    const tokens = this.readings[number]!.tokens;
    const start = firstTokenAt(tokens, offset - this.parsed.blocks[number]!.start);
    return tokens.slice(start, start + count);
  }

  /** Whether the mention is an organisation whose members we know. */
  isBloc(mention: number): boolean {
    const { kind, entity } = this.mentions[mention]!;
    return kind === 'organisation' && entity !== undefined && this.knowledge.memberships(entity).length > 0;
  }

  block(number: number): Block {
    return this.parsed.blocks[number]!;
  }

  /** Span of a sentence in document offsets. */
  sentenceSpan(block: number, sentence: number): Span {
    const { start } = this.parsed.blocks[block]!;
    const span = this.readings[block]!.sentences[sentence]!;
    return { start: start + span.start, end: start + span.end };
  }

  /** All words of a sentence, lower case. */
  sentenceWords(block: number, sentence: number): string[] {
    const { tokens, sentences } = this.readings[block]!;
    const { first, last } = sentences[sentence]!;
    return tokens.slice(first, last).map((token) => token.lower);
  }
}

const NONE: readonly number[] = [];

function key(block: number, sentence: number): number {
  return block * 65536 + sentence;
}

function index(items: readonly { readonly block: number; readonly sentence: number }[], into: Map<number, number[]>): void {
  items.forEach((item, i) => {
    const at = key(item.block, item.sentence);
    const list = into.get(at);
    if (list) list.push(i);
    else into.set(at, [i]);
  });
}

/** Index of the first token that starts at or after an offset relative to the block. */
function firstTokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
