import type { Column } from './packed';
import { LAST_TEXT, TapeReader, TapeWriter, type TableReader } from './tape';
import type { EntityId } from './types';

/**
 * Most texts of a record are either new, and then they follow each other in the table, or parts of the id: "Ada Vale", "Ada" and "Vale" of "ada-vale".
 * Said so they take a third of the space. A text's number is four times what follows, and 0 for a text new in the record (counted from the first such),
 * 1 for any other plain text, 2 for one with other letters (counted as in the table), 3 for words of the id.
 */
const NEW = 0;
const KNOWN = 1;
const SPECIAL = 2;
const FROM_ID = 3;
/** Words of an id are numbered with one digit to this base. */
const MOST_WORDS = 32;

export class RecordWriter extends TapeWriter {
  private base = 0;
  private words: readonly string[] = [];

  /** Begins the record of an entity. */
  begin(id: EntityId): void {
    this.base = this.tables.size;
    this.words = id.split('-', MOST_WORDS - 1);
  }

  /** Plain texts that the record has brought. */
  get brought(): number {
    return this.tables.size - this.base;
  }

  protected override codeOf(text: string): number {
    const part = this.partOfId(text);
    if (part >= 0) return part * 4 + FROM_ID;
    const index = this.tables.text(text);
    if (index >= this.tables.size) return (LAST_TEXT - index) * 4 + SPECIAL;
    return index >= this.base ? (index - this.base) * 4 + NEW : index * 4 + KNOWN;
  }

  private partOfId(text: string): number {
    const count = text.split(' ').length;
    for (let first = 0; first + count <= this.words.length; first++) {
      if (titled(this.words, first, first + count) === text) return first * MOST_WORDS + first + count;
    }
    return -1;
  }
}

export class RecordReader extends TapeReader {
  /** @param base number of the first text that the record brought */
  constructor(tape: Column, tables: TableReader, position: number, private readonly id: EntityId, private readonly base: number) {
    super(tape, tables, position);
  }

  protected override textOf(code: number): string {
    const number = code >> 2;
    switch (code & 3) {
      case NEW: return this.tables.text(this.base + number);
      case KNOWN: return this.tables.text(number);
      case SPECIAL: return this.tables.text(LAST_TEXT - number);
      default: return titled(this.id.split('-'), Math.floor(number / MOST_WORDS), number % MOST_WORDS);
    }
  }
}

function titled(words: readonly string[], first: number, last: number): string {
  let text = '';
  for (let i = first; i < last; i++) text += (i > first ? ' ' : '') + words[i]!.charAt(0).toUpperCase() + words[i]!.slice(1);
  return text;
}
