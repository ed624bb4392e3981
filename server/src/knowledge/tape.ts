import type { EdtfDate } from '../dates/edtf';
import { Column, ExtentReader, pack, packExtents, WIDE, type Extents } from './packed';
import type { Origin, Period, Provenance } from './types';

/** What the numbers of the artefact refer to. */
export interface Tables {
  /** All texts of printable ASCII in one piece, the ids of the entities first and in their order. */
  readonly plain: string;
  readonly extents: Extents;
  /** Texts with other letters; their numbers count down from {@link LAST_TEXT}. Apart, so that the many plain ones take one byte a letter. */
  readonly special: readonly string[];
  /** For each date, packed: its first day, and twice its length in days less one, plus 1 when it is approximate. */
  readonly dates: string;
  /** Two numbers for each provenance: the text of the source, and the as-of day. */
  readonly checked: readonly number[];
  /** Paths of files. */
  readonly paths: readonly string[];
}

/** Room is left above it for the codes of optional texts. */
export const LAST_TEXT = 91 ** 3 - 3;
/** Days are counted from 1970; the tables know no numbers below 0. */
const DAY_ZERO = 30_000_000;
const PLAIN = /^[\x20-\x7e]*$/;

/** Collects texts, dates, provenances and paths in the order of their first use. */
export class TableWriter {
  private readonly plain = new Map<string, number>();
  private readonly special = new Map<string, number>();
  private readonly dateIndex = new Map<string, number>();
  private readonly dateNumbers: number[] = [];
  private readonly checkedIndex = new Map<string, number>();
  private readonly checkedNumbers: number[] = [];
  private readonly pathIndex = new Map<string, number>();

  tables(): Tables {
    const plain = [...this.plain.keys()];
    return {
      plain: plain.join(''),
      extents: packExtents(plain.map((text) => text.length)),
      special: [...this.special.keys()],
      dates: pack(this.dateNumbers, WIDE),
      checked: this.checkedNumbers,
      paths: [...this.pathIndex.keys()],
    };
  }

  text(value: string): number {
    return PLAIN.test(value) ? intern(this.plain, value) : LAST_TEXT - intern(this.special, value);
  }

  /** Number of plain texts so far. */
  get size(): number {
    return this.plain.size;
  }

  path(value: string): number {
    return intern(this.pathIndex, value);
  }

  date({ range, approximate }: EdtfDate): number {
    const code = (range.last - range.first) * 2 + (approximate ? 1 : 0);
    const index = intern(this.dateIndex, `${range.first} ${code}`);
    if (index * 2 === this.dateNumbers.length) this.dateNumbers.push(range.first + DAY_ZERO, code);
    return index;
  }

  checked({ source, asOf }: Provenance): number {
    const index = intern(this.checkedIndex, `${asOf} ${source}`);
    if (index * 2 === this.checkedNumbers.length) this.checkedNumbers.push(this.text(source), asOf);
    return index;
  }
}

function intern(table: Map<string, number>, value: string): number {
  let index = table.get(value);
  if (index === undefined) table.set(value, (index = table.size));
  return index;
}

/** Writes values as numbers that refer to the tables. */
export class TapeWriter {
  readonly numbers: number[] = [];

  constructor(readonly tables: TableWriter) {}

  number(value: number): void {
    this.numbers.push(value);
  }

  flag(value: boolean): void {
    this.numbers.push(value ? 1 : 0);
  }

  text(value: string): void {
    this.numbers.push(this.codeOf(value));
  }

  optionalText(value: string | undefined): void {
    this.numbers.push(value === undefined ? 0 : this.codeOf(value) + 1);
  }

  protected codeOf(text: string): number {
    return this.tables.text(text);
  }

  choice<T extends string>(values: readonly T[], value: T): void {
    const index = values.indexOf(value);
    if (index < 0) throw new RangeError(`"${value}" is none of ${values.join(', ')}`);
    this.numbers.push(index);
  }

  optionalChoice<T extends string>(values: readonly T[], value: T | undefined): void {
    this.numbers.push(value === undefined ? 0 : values.indexOf(value) + 1);
  }

  list<T>(items: readonly T[], write: (item: T) => void): void {
    this.numbers.push(items.length);
    items.forEach(write);
  }

  texts(items: readonly string[]): void {
    this.list(items, (item) => this.text(item));
  }

  date(value: EdtfDate | undefined): void {
    this.numbers.push(value ? this.tables.date(value) + 1 : 0);
  }

  /** The end is 0 when open, 1 when unknown. */
  period({ from, to, endUnknown }: Period): void {
    this.date(from);
    this.numbers.push(to ? this.tables.date(to) + 2 : endUnknown ? 1 : 0);
  }

  checked(value: Provenance): void {
    this.numbers.push(this.tables.checked(value));
  }

  origin(value: Origin | undefined): void {
    this.numbers.push(value ? this.tables.path(value.file) + 1 : 0);
    if (value) this.numbers.push(value.line);
  }
}

/** The tables of an artefact. A text, date or provenance is made when it is first asked for; equal ones are one object. */
export class TableReader {
  private readonly plain: string;
  private readonly extents: ExtentReader;
  private readonly special: readonly string[];
  private readonly dateColumn: Column;
  private readonly checkedNumbers: readonly number[];
  private readonly paths: readonly string[];
  private readonly texts: (string | undefined)[];
  private readonly dates: (EdtfDate | undefined)[];
  private readonly provenances: (Provenance | undefined)[] = [];

  constructor({ plain, extents, special, dates, checked, paths }: Tables) {
    this.plain = plain;
    this.extents = new ExtentReader(extents);
    this.special = special;
    this.dateColumn = new Column(dates, WIDE);
    this.checkedNumbers = checked;
    this.paths = paths;
    this.texts = new Array<string | undefined>(this.extents.size);
    this.dates = new Array<EdtfDate | undefined>(this.dateColumn.length >> 1);
  }

  text(index: number): string {
    if (index >= this.extents.size) return this.special[LAST_TEXT - index]!;
    const known = this.texts[index];
    if (known !== undefined) return known;
    const start = this.extents.start(index);
    return (this.texts[index] = this.plain.slice(start, start + this.extents.length(index)));
  }

  date(index: number): EdtfDate {
    const known = this.dates[index];
    if (known !== undefined) return known;
    const first = this.dateColumn.at(index * 2) - DAY_ZERO;
    const code = this.dateColumn.at(index * 2 + 1);
    return (this.dates[index] = { range: { first, last: first + (code >> 1) }, approximate: (code & 1) === 1 });
  }

  checked(index: number): Provenance {
    return (this.provenances[index] ??= {
      source: this.text(this.checkedNumbers[index * 2]!), asOf: this.checkedNumbers[index * 2 + 1]!,
    });
  }

  path(index: number): string {
    return this.paths[index]!;
  }
}

/**
 * Reads what {@link TapeWriter} wrote, in the same order, from any position on. Reading is timed: no #private fields here (older bundle targets
 * make WeakMap look-ups of them).
 */
export class TapeReader {
  protected readonly tape: Column;

  /** @param position of the number to be read next */
  constructor(packed: string | Column, protected readonly tables: TableReader, public position = 0) {
    this.tape = typeof packed === 'string' ? new Column(packed) : packed;
  }

  get length(): number {
    return this.tape.length;
  }

  /** A reader of the same tape at another position. */
  at(position: number): TapeReader {
    return new TapeReader(this.tape, this.tables, position);
  }

  number(): number {
    return this.tape.at(this.position++);
  }

  skip(count: number): void {
    this.position += count;
  }

  flag(): boolean {
    return this.number() === 1;
  }

  text(): string {
    return this.textOf(this.number());
  }

  optionalText(): string | undefined {
    const code = this.number();
    return code === 0 ? undefined : this.textOf(code - 1);
  }

  protected textOf(code: number): string {
    return this.tables.text(code);
  }

  choice<T extends string>(values: readonly T[]): T {
    return values[this.number()]!;
  }

  optionalChoice<T extends string>(values: readonly T[]): T | undefined {
    const code = this.number();
    return code === 0 ? undefined : values[code - 1];
  }

  list<T>(read: () => T): T[] {
    const items: T[] = [];
    for (let length = this.number(); length > 0; length--) items.push(read());
    return items;
  }

  texts(): string[] {
    const items: string[] = [];
    for (let length = this.number(); length > 0; length--) items.push(this.text());
    return items;
  }

  date(): EdtfDate | undefined {
    const code = this.number();
    return code === 0 ? undefined : this.tables.date(code - 1);
  }

  period(): Period {
    const from = this.date();
    const code = this.number();
    return { from, to: code > 1 ? this.tables.date(code - 2) : undefined, endUnknown: code === 1 ? true : undefined };
  }

  checked(): Provenance {
    return this.tables.checked(this.number());
  }

  origin(): Origin | undefined {
    const code = this.number();
    return code === 0 ? undefined : { file: this.tables.path(code - 1), line: this.number() };
  }
}
