import { readFrontMatter } from './frontMatter';
import { readMarkdown } from './markdown';
import { readPlainText } from './plainText';
import { normalizeBreaks } from './prose';
import type { ParsedDocument, SourceDocument } from './types';

export const MAX_LINE = 100_000;
/** How much of the text is looked at to tell binary data, and the share of control characters that makes it so. */
const SAMPLE = 20_000;
const BINARY_SHARE = 0.02;

type Skipped = ParsedDocument['skipped'][number];

/**
 * Splits a document into blocks of prose, front matter and comments; see `Block` for what prose is. Offsets are UTF-16 offsets
 * into `source.text`, blocks are sorted by start (a caption lies within the block that shows its image). Binary data and lines
 * over 100,000 characters are not read but listed in `skipped`. Never throws on any text.
 */
export function parseDocument(source: SourceDocument): ParsedDocument {
  const { text } = source;
  if (isBinary(text)) {
    return { source, blocks: [], comments: [], skipped: [{ start: 0, end: text.length, reason: 'binary data' }] };
  }
  const skipped = findLongLines(text);
  const body = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const frontMatter = readFrontMatter(text, body, source.format === 'plaintext');
  const start = frontMatter?.end ?? body;
  const normal = normalizeBreaks(text);
  const { blocks, comments } =
    (source.format === 'markdown' && tryMarkdown(eraseAll(normal, skipped), start)) || readPlainText(normal, start, skipped);
  return { source, blocks, comments, skipped, ...(frontMatter && { frontMatter }) };
}

/** Markdown nested so deeply that the parser runs out of stack is read as plain text. */
function tryMarkdown(text: string, start: number): ReturnType<typeof readMarkdown> | undefined {
  try {
    return readMarkdown(text, start);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** NUL, other controls and replacement characters in more than one of fifty characters. */
function isBinary(text: string): boolean {
  const length = Math.min(text.length, SAMPLE);
  let strange = 0;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    if ((code < 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09 && code !== 0x0c) || code === 0xfffd) strange++;
  }
  return strange > 4 && strange > length * BINARY_SHARE;
}

function findLongLines(text: string): Skipped[] {
  const skipped: Skipped[] = [];
  if (text.length <= MAX_LINE) return skipped;
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (end - start > MAX_LINE) skipped.push({ start, end, reason: 'line over 100,000 characters' });
    start = end + 1;
  }
  return skipped;
}

function eraseAll(text: string, spans: readonly Skipped[]): string {
  let result = '';
  let position = 0;
  for (const { start, end } of spans) {
    result += text.slice(position, start) + ' '.repeat(end - start);
    position = end;
  }
  return result + text.slice(position);
}
