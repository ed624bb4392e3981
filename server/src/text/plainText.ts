import { collectComments } from './markdown';
import { blankOut, contentSpan, OBJECT, type Blank } from './prose';
import type { Span } from './span';
import type { Block, BlockKind, Comment } from './types';

const URL = /\b(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"“”«»]{1,2000}|\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gi;
const BULLET = /^[ \t]*(?:[•‣▪◦·*+-]|\d{1,3}[.)])[ \t]+/;
const WORD = /[\p{L}\p{N}]/u;
const SENTENCE_END = /[.!?…:;]["'”’»)\]]*\s*$/;
const MONTH = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?'
  + '|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
/** A line that is only a date, or a by-line: not a heading. */
const DATE_LINE = new RegExp(
  `^(?:(?:${WEEKDAY},? )?(?:${DAY}(?: of)? ${MONTH}|${MONTH} ${DAY}),? ?(?:\\d{4})?`
  + '|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4})$',
  'i',
);
const LONG_LINE = 120;
const MAX_HEADING_LENGTH = 120;
const MAX_HEADING_WORDS = 16;
const MAX_HEADINGS_IN_A_ROW = 3;

/** A line of the text without its break; spans are document offsets. */
interface Line extends Span {
  readonly text: string;
}

interface Piece {
  readonly lines: readonly Line[];
  kind: BlockKind;
  level?: number;
}

/**
 * Blocks of a plain text whose line breaks are normalised. Paragraphs stand between blank lines. Within a group of lines the
 * whole document decides: where long lines or full stops at line ends show that each line is a paragraph, each is a block; in
 * hard-wrapped text lines join. Bullets begin list items; groups whose lines all begin with `>` are quotations; a short line
 * without a final stop that stands in front of a paragraph is a heading. `skip` are stretches not to be read (sorted).
 */
export function readPlainText(text: string, start: number, skip: readonly Span[]): { blocks: Block[]; comments: Comment[] } {
  const comments: Comment[] = [];
  collectComments(text, start, Math.max(start, text.lastIndexOf('-->') + 3), comments);
  const groups = groupLines(text, start, skip, comments);
  const perLine = linesAreParagraphs(groups);
  const width = widestLine(groups);
  const pieces = groups.flatMap((group) => splitGroup(group, perLine, width));
  markHeadings(pieces);
  const blocks: Block[] = [];
  for (const piece of pieces) {
    const block = toBlock(text, piece, comments);
    if (block) blocks.push(block);
  }
  return { blocks, comments };
}

/** Lines between blank ones. Lines without a letter or digit (rules, underlines) count as blank, and so do skipped ones. */
function groupLines(text: string, start: number, skip: readonly Span[], comments: readonly Comment[]): Line[][] {
  const groups: Line[][] = [];
  let group: Line[] = [];
  let nextSkip = 0;
  let nextComment = 0;
  let position = start;
  while (position < text.length) {
    const found = text.indexOf('\n', position);
    const end = found < 0 ? text.length : found;
    while (nextSkip < skip.length && skip[nextSkip]!.end <= position) nextSkip++;
    while (nextComment < comments.length && comments[nextComment]!.end <= position) nextComment++;
    const skipped = nextSkip < skip.length && skip[nextSkip]!.start <= position;
    const comment = comments[nextComment];
    const indent = leadingSpace(text, position, end);
    const onlyComment = comment !== undefined && comment.start <= position + indent && comment.end >= end;
    const line = { start: position, end, text: skipped ? '' : text.slice(position, end) };
    if (!skipped && !onlyComment && WORD.test(line.text)) {
      group.push(line);
    } else if (group.length > 0) {
      groups.push(group);
      group = [];
    }
    position = end + 1;
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

function leadingSpace(text: string, from: number, to: number): number {
  let index = from;
  while (index < to && text.charCodeAt(index) <= 0x20) index++;
  return index - from;
}

/**
 * Whether in this document each line is a paragraph: most of the text stands in long lines, or most lines that others follow
 * end a sentence.
 */
function linesAreParagraphs(groups: readonly (readonly Line[])[]): boolean {
  let characters = 0;
  let inLong = 0;
  let followed = 0;
  let ended = 0;
  for (const group of groups) {
    if (group.length < 2) continue;
    group.forEach((line, index) => {
      characters += line.text.length;
      if (line.text.length > LONG_LINE) inLong += line.text.length;
      if (index < group.length - 1) {
        followed++;
        if (SENTENCE_END.test(line.text.slice(-20))) ended++;
      }
    });
  }
  return inLong * 2 > characters || ended * 10 >= followed * 6;
}

/** Length of the longest line that stands with others: where the text was wrapped. */
function widestLine(groups: readonly (readonly Line[])[]): number {
  let width = 0;
  for (const group of groups) {
    if (group.length > 1) for (const line of group) width = Math.max(width, line.text.length);
  }
  return width;
}

function splitGroup(group: readonly Line[], perLine: boolean, width: number): Piece[] {
  if (group.every((line) => /^\s*>/.test(line.text))) return [{ lines: group, kind: 'quotation' }];
  const pieces: { lines: Line[]; kind: BlockKind }[] = [];
  group.forEach((line, index) => {
    const before = group[index - 1];
    const last = pieces.at(-1);
    const bullet = BULLET.test(line.text) && (!before || last!.kind === 'listItem' || SENTENCE_END.test(before.text.slice(-20)));
    if (!before || bullet || perLine || breaksHard(before, line, width)) {
      pieces.push({ lines: [line], kind: bullet ? 'listItem' : 'paragraph' });
    } else {
      last!.lines.push(line);
    }
  });
  return pieces;
}

/**
 * In wrapped text a short line was broken on purpose when the next word would have fitted by far and begins with a capital or
 * a digit.
 */
function breaksHard(before: Line, line: Line, width: number): boolean {
  return before.text.trim().length < width * 0.6 && /^\s*["'“‘«„(]?[\p{Lu}\p{N}]/u.test(line.text);
}

function markHeadings(pieces: Piece[]): void {
  for (let index = 0; index < pieces.length; index++) {
    let end = index;
    while (end < pieces.length && isHeadingLine(pieces[end]!, end === 0)) end++;
    if (end === index) continue;
    if (end - index <= MAX_HEADINGS_IN_A_ROW && opensParagraph(pieces, end)) {
      for (let i = index; i < end; i++) {
        pieces[i]!.kind = 'heading';
        pieces[i]!.level = i === 0 ? 1 : 2;
      }
    }
    index = end;
  }
}

/**
 * Whether a list or a paragraph longer than the line before `index` follows there; by-lines and dates in between do not count.
 */
function opensParagraph(pieces: readonly Piece[], index: number): boolean {
  let next = index;
  while (next < pieces.length && isMetaLine(pieces[next]!)) next++;
  const follower = pieces[next];
  if (!follower) return false;
  if (follower.kind !== 'paragraph' || follower.lines.length > 1) return true;
  return firstLine(follower).length > firstLine(pieces[index - 1]!).length;
}

function firstLine(piece: Piece): string {
  return piece.lines[0]!.text.trim();
}

function isMetaLine(piece: Piece): boolean {
  const text = firstLine(piece);
  return piece.lines.length === 1 && text.length <= MAX_HEADING_LENGTH && (DATE_LINE.test(text) || /^by /i.test(text));
}

function isHeadingLine(piece: Piece, first: boolean): boolean {
  if (piece.kind !== 'paragraph' || piece.lines.length !== 1) return false;
  const text = firstLine(piece);
  if (text.length > MAX_HEADING_LENGTH || text.split(/\s+/).length > MAX_HEADING_WORDS) return false;
  if (/[.,;:…—–-]["'”’»)\]]*$/.test(text) || (!first && /[!?]["'”’»)\]]*$/.test(text))) return false;
  if (/^(?:\p{Ll}|["'“‘«„].*["'”’»]$)/u.test(text)) return false;
  return !isMetaLine(piece);
}

function toBlock(text: string, piece: Piece, comments: readonly Comment[]): Block | undefined {
  const start = piece.lines[0]!.start;
  const end = piece.lines.at(-1)!.end;
  const blanks: Blank[] = [];
  for (const line of piece.lines) {
    const marker = markerOf(piece, line);
    if (marker !== '') blanks.push({ start: line.start, end: line.start + marker.length, filler: ' ' });
  }
  blankAddresses(text.slice(start, end), start, blanks);
  for (const comment of comments) {
    if (comment.end > start && comment.start < end) blanks.push({ start: comment.start, end: comment.end, filler: OBJECT });
  }
  blanks.sort((a, b) => a.start - b.start);
  const prose = blankOut(text, start, end, blanks);
  const content = contentSpan(prose);
  if (!content) return undefined;
  return {
    kind: piece.kind,
    start: start + content.start,
    end: start + content.end,
    prose: prose.slice(content.start, content.end),
    emphasis: [],
    ...(piece.level !== undefined && { level: piece.level }),
  };
}

/** The bullet of a list item's first line, or the marks of a quoted line. */
function markerOf(piece: Piece, line: Line): string {
  if (piece.kind === 'quotation') return /^[\s>]*/.exec(line.text)![0];
  return piece.kind === 'listItem' && line === piece.lines[0] ? (BULLET.exec(line.text)?.[0] ?? '') : '';
}

function blankAddresses(slice: string, offset: number, blanks: Blank[]): void {
  if (!slice.includes('://') && !slice.includes('@') && !slice.includes('www.')) return;
  for (const match of slice.matchAll(URL)) {
    const address = match[0].replace(/[.,;:!?'’)\]]+$/, '');
    const start = offset + match.index;
    blanks.push({ start, end: start + address.length, filler: OBJECT });
  }
}
