import type { Span } from './span';

/** What the editor or the command line hands over. Offsets everywhere are UTF-16 offsets into `text`. */
export interface SourceDocument {
  readonly text: string;
  readonly format: 'markdown' | 'plaintext';
  /** Last path segment, when there is one: a date in it can be the document's date. */
  readonly fileName?: string;
}

export type BlockKind = 'heading' | 'paragraph' | 'listItem' | 'tableCell' | 'quotation' | 'caption';

/**
 * A stretch of prose. `prose` has the length of the source slice, with everything that is not prose blanked, so that
 * `block.start + i` is the document offset of `prose[i]`:
 * markup (`**`, link brackets, escapes) becomes U+2060 (word joiner: transparent, a word goes on across it), a line break in
 * the source stays `\n`, list and quotation markers at line starts become spaces, and code, URLs, HTML, comments and images' targets
 * become U+FFFC (object replacement: something stands here, but not prose).
 * All of a block's reading is a pure function of (kind, prose, emphasis), so that an edit re-reads one block.
 */
export interface Block extends Span {
  readonly kind: BlockKind;
  readonly prose: string;
  /** Heading level 1–6, for headings. */
  readonly level?: number;
  /** Italic or bold spans, relative to the block: a title of a work may stand in italics. */
  readonly emphasis: readonly (Span & { readonly strong: boolean })[];
  /** For table cells: row and column from 0 (row 0 is the header) and the number of the table in the document. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
}

export type TokenKind = 'word' | 'number' | 'punctuation' | 'object';

/** Spans relative to the block. "U.S." and "Saint-Petersburg", "al-Assad", "O'Brien" are one word; "Iran's" is "Iran" and "'s". */
export interface Token extends Span {
  readonly kind: TokenKind;
  /** Surface with word joiners removed. */
  readonly text: string;
  /** `fold(text)`, case kept. */
  readonly folded: string;
  /** `folded` in lower case. */
  readonly lower: string;
  readonly shape: 'lower' | 'capital' | 'upper' | 'mixed' | 'other';
  /** Whether white space (or the block's start) stands before it. */
  readonly spaceBefore: boolean;
}

/** Tokens `first` (included) to `last` (not included) of the block; span relative to the block. */
export interface Sentence extends Span {
  readonly first: number;
  readonly last: number;
}

/** Somebody else's words, or a title: rules are silent here unless a setting says otherwise. Span relative to the block, marks included. */
export interface Quotation extends Span {
  /** speech: in quotation marks; block: a quoted block; title: italics or a short quoted title. */
  readonly kind: 'speech' | 'block' | 'title';
}

/** What one block reads as; pure function of the block. */
export interface BlockReading {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
}

export interface FrontMatter extends Span {
  /** Top-level scalar keys in order; spans are document offsets of key and value. */
  readonly entries: readonly FrontMatterEntry[];
  /** A YAML error, as one line, with its document offset; the document is still analysed. */
  readonly problem?: { readonly message: string; readonly span: Span };
  /** Parsed value, for structured keys such as `foreign-desk`. */
  readonly data: Readonly<Record<string, unknown>>;
}

export interface FrontMatterEntry {
  readonly key: string;
  readonly value: string;
  readonly keySpan: Span;
  readonly valueSpan: Span;
}

/** An HTML comment in Markdown, or a line comment form `<!-- … -->` in plain text: may hold an ignore instruction. */
export interface Comment extends Span {
  readonly text: string;
}

export interface ParsedDocument {
  readonly source: SourceDocument;
  readonly frontMatter?: FrontMatter;
  readonly blocks: readonly Block[];
  readonly comments: readonly Comment[];
  /** Parts that were not read, with the reason ("binary data", "line over 100,000 characters"). */
  readonly skipped: readonly (Span & { readonly reason: string })[];
}
