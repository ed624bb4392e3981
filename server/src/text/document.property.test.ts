import { describe, expect, it } from 'vitest';
import { readBlock } from './blockReading';
import { parseDocument } from './document';
import type { SourceDocument } from './types';

/** Small seeded generator (mulberry32), so that a failure repeats. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const PIECES = [
  'Oslo', 'the', 'U.S.', "Norway's", 'Gen.', 'al-Rashid', '2022-02-24', '1,000', '3.67', '20th', '11-member', 'J.', '北京', '。',
  'Ελλάδα', 'قال', 'cafe\u0301', '👩‍👩‍👧', '😀',
  '\ud800', '\udc00', '\0', '\f', '\u2060', '\u00ad', '\u200b', '\ufffc', '\ufeff', '“', '”', '"', "'", '‘', '’', '«', '»',
  '„', '(', ')', '.', '?', '!', '…', ',', ':', '—', '-',
  '*', '**', '_', '`', '[', ']', '](x)', '![', '<b>', '</b>', '<!--', '-->', '&amp;', '&eacute;', '\\', '|', '~~', '#', '>',
  '- ', '1. ', '---', '+++', '```', '===', 'a: b',
  'https://x.test', '\n', '\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\t', ' ', ' ', ' ', ' ', '    ', '\u2028', '\u00a0',
];

function randomText(random: () => number): string {
  let text = random() < 0.2 ? '---\n' : '';
  const length = 1 + Math.floor(random() * 80);
  for (let i = 0; i < length; i++) {
    text += PIECES[Math.floor(random() * PIECES.length)]!;
    if (random() < 0.5) text += ' ';
  }
  return text;
}

function ensure(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Entities are decoded; apart from them a character of prose is that of the source, or blank. */
function keepsSource(prose: string, source: string): boolean {
  for (let i = 0; i < prose.length; i++) if (prose[i] !== source[i] && !/[\u2060\ufffc \n]/.test(prose[i]!)) return false;
  return true;
}

function check(source: SourceDocument): void {
  const { text } = source;
  const { blocks, comments, frontMatter } = parseDocument(source);
  let previous = frontMatter?.end ?? 0;
  for (const block of blocks) {
    ensure(block.start >= previous, 'blocks in order, behind the front matter');
    previous = block.start;
    ensure(block.end > block.start && block.end <= text.length, 'block in the text');
    ensure(block.prose.length === block.end - block.start, 'prose as long as the source');
    ensure(!block.prose.includes('\r'), 'no CR in prose');
    if (!text.includes('&')) ensure(keepsSource(block.prose, text.slice(block.start, block.end)), 'prose is the source or blank');
    const reading = readBlock(block);
    let end = 0;
    for (const token of reading.tokens) {
      ensure(token.start >= end && token.end > token.start, 'tokens in order');
      ensure(token.text !== '' && !/[\u2060\s]/.test(token.text), 'token text');
      end = token.end;
    }
    ensure(end <= block.prose.length, 'tokens in the block');
    let first = 0;
    for (const sentence of reading.sentences) {
      ensure(sentence.first === first && sentence.last > first, 'sentences follow each other');
      ensure(sentence.start === reading.tokens[first]!.start, 'sentence start');
      first = sentence.last;
      ensure(sentence.end === reading.tokens[first - 1]!.end, 'sentence end');
    }
    ensure(first === reading.tokens.length, 'all tokens in sentences');
    for (const span of [...reading.quotations, ...block.emphasis]) {
      ensure(span.start >= 0 && span.end > span.start && span.end <= block.prose.length, 'quotations and emphasis in the block');
    }
  }
  for (const comment of comments) {
    ensure(text.startsWith('<!--', comment.start) && comment.end <= text.length, 'comments');
  }
}

describe.each(['markdown', 'plaintext'] as const)('random %s', (format) => {
  it('keeps every span inside its block, tokens in order and sentences whole', () => {
    for (let seed = 1; seed <= 1500; seed++) {
      const text = randomText(generator(seed));
      try {
        check({ text, format });
      } catch (error) {
        throw new Error(`seed ${seed}: ${JSON.stringify(text)}`, { cause: error });
      }
    }
  });
});

it('prose equals the source wherever it is not blanked', () => {
  const text = 'İstanbul — *Ελλάδα* 👩‍👩‍👧 cafe\u0301\r\nقال الوزير [北京](x) said.';
  const [block] = parseDocument({ text, format: 'markdown' }).blocks;
  for (const token of readBlock(block!).tokens) {
    if (!/\u2060|\ufffc/.test(block!.prose.slice(token.start, token.end))) {
      expect(text.slice(block!.start + token.start, block!.start + token.end)).toBe(token.text);
    }
  }
});
