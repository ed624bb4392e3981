import type { SyntaxNode } from '@lezer/common';
import { GFM, parser as commonMark } from '@lezer/markdown';
import { decodeEntity } from './entities';
import { blankOut, contentSpan, JOINER, OBJECT, type Blank } from './prose';
import type { Span } from './span';
import type { Block, BlockKind, Comment } from './types';

const parser = commonMark.configure(GFM);
/** Inline HTML that only dresses the words inside; other tags stand for something. */
const DRESSING = /^<\/?(?:a|abbr|b|bdi|bdo|big|cite|del|em|font|i|ins|mark|q|s|small|span|strong|u|wbr)\b/i;
const HEADING = /^(?:ATX|Setext)Heading(\d)$/;

type Emphasis = Span & { readonly strong: boolean };
type BlockExtra = Pick<Block, 'level' | 'cell'>;

/**
 * Blocks and comments of a Markdown text (CommonMark and GFM). `text` has normalised line breaks; `start` is where the body
 * begins, behind front matter. Spans are offsets into `text`.
 */
export function readMarkdown(text: string, start: number): { blocks: Block[]; comments: Comment[] } {
  const trimmed = trimLines(text, start);
  const reader = new MarkdownReader(text, trimmed.toOffset);
  const tree = parser.parse(trimmed.text);
  reader.children(tree.topNode, { kind: 'paragraph', quoted: false, depth: 0 });
  reader.blocks.sort((a, b) => a.start - b.start);
  return { blocks: reader.blocks, comments: reader.comments };
}

interface Context {
  readonly kind: BlockKind;
  readonly quoted: boolean;
  readonly depth: number;
}

/** Lists, quotations and emphasis nested deeper than this are not read. */
const MAX_DEPTH = 100;

class MarkdownReader {
  readonly blocks: Block[] = [];
  readonly comments: Comment[] = [];
  private tables = 0;
  private inlineDepth = 0;

  constructor(
    private readonly text: string,
    private readonly toOffset: (position: number) => number,
  ) {}

  children(node: SyntaxNode, context: Context): void {
    if (context.depth > MAX_DEPTH) return;
    for (let child = node.firstChild; child; child = child.nextSibling) this.block(child, context);
  }

  private block(node: SyntaxNode, context: Context): void {
    const { name } = node;
    switch (name) {
      case 'Paragraph':
      case 'Task':
        this.prose(node, context.quoted ? 'quotation' : context.kind);
        return;
      case 'Blockquote':
        this.children(node, { ...context, quoted: !this.isAlert(node), depth: context.depth + 1 });
        return;
      case 'BulletList':
      case 'OrderedList':
      case 'ListItem':
        this.children(node, { ...context, kind: 'listItem', depth: context.depth + 1 });
        return;
      case 'Table':
        this.table(node, context);
        return;
      case 'CommentBlock':
      case 'HTMLBlock':
        this.findComments(this.from(node), this.to(node));
        return;
    }
    const heading = HEADING.exec(name);
    if (heading) this.prose(node, context.quoted ? 'quotation' : 'heading', { level: Number(heading[1]) });
  }

  /** `> [!NOTE]` is the writer's own box, not a quotation. */
  private isAlert(node: SyntaxNode): boolean {
    const start = this.from(node);
    const head = this.text.slice(start, Math.min(this.to(node), start + 40)).split('\n', 1)[0]!;
    return /^>\s?\[!\w+\]\s*$/.test(head);
  }

  private table(node: SyntaxNode, context: Context): void {
    const table = this.tables++;
    let row = 0;
    for (let line = node.firstChild; line; line = line.nextSibling) {
      if (line.name !== 'TableHeader' && line.name !== 'TableRow') continue;
      // An empty cell has no node, so columns are counted by the bars between cells.
      let column = 0;
      let first = true;
      for (let cell = line.firstChild; cell; cell = cell.nextSibling) {
        if (cell.name === 'TableDelimiter') {
          if (!first || cell.from > line.from) column++;
        } else if (cell.name === 'TableCell') {
          this.prose(cell, context.quoted ? 'quotation' : 'tableCell', { cell: { table, row, column } });
        }
        first = false;
      }
      row++;
    }
  }

  private prose(node: SyntaxNode, kind: BlockKind, extra: BlockExtra = {}): void {
    const blanks: Blank[] = [];
    const emphasis: Emphasis[] = [];
    this.inline(node, blanks, emphasis);
    this.add(kind, this.from(node), this.to(node), blanks, emphasis, extra);
  }

  private add(
    kind: BlockKind, from: number, to: number, blanks: readonly Blank[], emphasis: readonly Emphasis[], extra: BlockExtra,
  ): void {
    const prose = blankOut(this.text, from, to, blanks);
    const content = contentSpan(prose);
    if (!content) return;
    const start = from + content.start;
    const end = from + content.end;
    this.blocks.push({
      kind,
      start,
      end,
      prose: prose.slice(content.start, content.end),
      emphasis: emphasis.map((span) => ({
        start: Math.max(0, span.start - start),
        end: Math.min(span.end, end) - start,
        strong: span.strong,
      })),
      ...extra,
    });
  }

  /** Collects what is not prose under a node, in order. */
  private inline(node: SyntaxNode, blanks: Blank[], emphasis: Emphasis[]): void {
    if (this.inlineDepth > MAX_DEPTH) return;
    this.inlineDepth++;
    for (let child = node.firstChild; child; child = child.nextSibling) this.inlineNode(child, blanks, emphasis);
    this.inlineDepth--;
  }

  private inlineNode(node: SyntaxNode, blanks: Blank[], emphasis: Emphasis[]): void {
    const start = this.from(node);
    const end = this.to(node);
    const blank = (filler: string, insert?: string): void => {
      blanks.push({ start, end, filler, ...(insert !== undefined && { insert }) });
    };
    switch (node.name) {
      case 'EmphasisMark':
      case 'StrikethroughMark':
      case 'LinkMark':
        return blank(JOINER);
      case 'HeaderMark':
      case 'QuoteMark':
      case 'ListMark':
      case 'TaskMarker':
        return blank(' ');
      case 'HardBreak':
        return blank(' ');
      case 'Escape':
        blanks.push({ start, end: start + 1, filler: JOINER });
        return;
      case 'Entity': {
        const decoded = decodeEntity(this.text.slice(start, end));
        return decoded === undefined ? blank(OBJECT) : blank(JOINER, decoded);
      }
      case 'Comment':
        this.findComments(start, end);
        return blank(OBJECT);
      case 'HTMLTag':
        return blank(DRESSING.test(this.text.slice(start, end)) ? JOINER : OBJECT);
      case 'InlineCode':
      case 'ProcessingInstruction':
      case 'Autolink':
      case 'URL':
        return blank(OBJECT);
      case 'Image':
        this.image(node);
        return blank(OBJECT);
      case 'Link':
        return this.link(node, blanks, emphasis);
      case 'Emphasis':
      case 'StrongEmphasis':
        emphasis.push({ start, end, strong: node.name === 'StrongEmphasis' });
    }
    this.inline(node, blanks, emphasis);
  }

  /** The words of a link are prose; its brackets and its target are markup. `[^1]` is a note's mark, `[!NOTE]` a box's. */
  private link(node: SyntaxNode, blanks: Blank[], emphasis: Emphasis[]): void {
    const start = this.from(node);
    const end = this.to(node);
    const second = this.text[start + 1];
    const close = closingMark(node);
    if (second === '^' || second === '!' || !close) {
      blanks.push({ start, end, filler: JOINER });
      return;
    }
    this.upTo(close, node.firstChild, blanks, emphasis);
    blanks.push({ start: this.from(close), end, filler: JOINER });
  }

  /** The nodes from `first` to `close`, which is left out. */
  private upTo(close: SyntaxNode, first: SyntaxNode | null, blanks: Blank[], emphasis: Emphasis[]): void {
    for (let child = first; child && child.from < close.from; child = child.nextSibling) this.inlineNode(child, blanks, emphasis);
  }

  private image(node: SyntaxNode): void {
    const close = closingMark(node);
    const open = node.firstChild;
    if (!close || !open) return;
    const blanks: Blank[] = [];
    const emphasis: Emphasis[] = [];
    this.upTo(close, open.nextSibling, blanks, emphasis);
    this.add('caption', this.to(open), this.from(close), blanks, emphasis, {});
  }

  private findComments(from: number, to: number): void {
    collectComments(this.text, from, to, this.comments);
  }

  private from(node: SyntaxNode): number {
    return this.toOffset(node.from);
  }

  private to(node: SyntaxNode): number {
    return this.toOffset(node.to);
  }
}

/**
 * The body without white space at line ends, which means nothing here, but behind the rule of a table keeps the parser from
 * seeing the table (and CRLF leaves a space at each line end); and the way back from a position in it to an offset in `text`.
 */
function trimLines(text: string, start: number): { text: string; toOffset: (position: number) => number } {
  const kept: string[] = [];
  // Positions in the trimmed text behind which something was taken out, and what must be added behind each.
  const cuts: number[] = [];
  const shifts: number[] = [];
  let shift = start;
  let from = start;
  for (let line = start; line < text.length; ) {
    const found = text.indexOf('\n', line);
    const end = found < 0 ? text.length : found;
    let trimmed = end;
    while (trimmed > line && (text.charCodeAt(trimmed - 1) === 0x20 || text.charCodeAt(trimmed - 1) === 0x09)) trimmed--;
    if (trimmed < end) {
      kept.push(text.slice(from, trimmed));
      cuts.push(trimmed - shift);
      shift += end - trimmed;
      shifts.push(shift);
      from = end;
    }
    line = end + 1;
  }
  kept.push(text.slice(from));
  const toOffset = (position: number): number => {
    let low = 0;
    let high = cuts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cuts[middle]! < position) low = middle + 1;
      else high = middle;
    }
    return position + (low === 0 ? start : shifts[low - 1]!);
  };
  return { text: kept.join(''), toOffset };
}

/** The mark `]` that closes the words of a link or the alternative text of an image. */
function closingMark(node: SyntaxNode): SyntaxNode | undefined {
  let marks = 0;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name === 'LinkMark' && ++marks === 2) return child;
  }
  return undefined;
}

/** Adds the `<!-- … -->` comments that begin in `[from, to)`; one without an end runs to `to`. */
export function collectComments(text: string, from: number, to: number, comments: Comment[]): void {
  let position = from;
  for (;;) {
    const start = text.indexOf('<!--', position);
    if (start < 0 || start >= to) return;
    const close = text.indexOf('-->', start + 4);
    const closed = close >= 0 && close + 3 <= to;
    const end = closed ? close + 3 : to;
    comments.push({ start, end, text: text.slice(start + 4, closed ? close : to).trim() });
    position = end;
  }
}
