import type { EdtfDate } from '../dates/edtf';
import type { Period, Provenance } from './types';

/**
 * What the numbers of the artefact refer to. `dates` holds two numbers for each date: its first day, and twice its length in days
 * less one, plus 1 when it is approximate. `checked` holds two for each provenance: the text of the source, and the as-of day.
 */
export interface Tables {
  readonly strings: readonly string[];
  readonly dates: readonly number[];
  readonly checked: readonly number[];
}

/** Writes values as numbers, interning texts, dates and provenances in the order of their first use. */
export class TapeWriter {
  readonly numbers: number[] = [];
  private readonly stringIndex = new Map<string, number>();
  private readonly dateIndex = new Map<string, number>();
  private readonly checkedIndex = new Map<string, number>();
  private readonly dateNumbers: number[] = [];
  private readonly checkedNumbers: number[] = [];

  tables(): Tables {
    return { strings: [...this.stringIndex.keys()], dates: this.dateNumbers, checked: this.checkedNumbers };
  }

  number(value: number): void {
    this.numbers.push(value);
  }

  flag(value: boolean): void {
    this.numbers.push(value ? 1 : 0);
  }

  text(value: string): void {
    this.numbers.push(this.intern(value));
  }

  optionalText(value: string | undefined): void {
    this.numbers.push(value === undefined ? 0 : this.intern(value) + 1);
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
    this.numbers.push(value ? this.internDate(value) + 1 : 0);
  }

  /** The end is 0 when open, 1 when unknown. */
  period({ from, to, endUnknown }: Period): void {
    this.date(from);
    this.numbers.push(to ? this.internDate(to) + 2 : endUnknown ? 1 : 0);
  }

  checked({ source, asOf }: Provenance): void {
    const key = `${asOf} ${source}`;
    let index = this.checkedIndex.get(key);
    if (index === undefined) {
      index = this.checkedIndex.size;
      this.checkedIndex.set(key, index);
      this.checkedNumbers.push(this.intern(source), asOf);
    }
    this.numbers.push(index);
  }

  private intern(value: string): number {
    let index = this.stringIndex.get(value);
    if (index === undefined) {
      index = this.stringIndex.size;
      this.stringIndex.set(value, index);
    }
    return index;
  }

  private internDate({ range, approximate }: EdtfDate): number {
    const code = (range.last - range.first) * 2 + (approximate ? 1 : 0);
    const key = `${range.first} ${code}`;
    let index = this.dateIndex.get(key);
    if (index === undefined) {
      index = this.dateIndex.size;
      this.dateIndex.set(key, index);
      this.dateNumbers.push(range.first, code);
    }
    return index;
  }
}

/**
 * Reads what {@link TapeWriter} wrote, in the same order. Equal dates are one object. Opening is timed: no #private fields here
 * (older bundle targets make WeakMap look-ups of them) and no index below 0 (a look-up by name in V8).
 */
export class TapeReader {
  private readonly tape: readonly number[];
  private readonly stringTable: readonly string[];
  private readonly dateTable: EdtfDate[] = [];
  private readonly checkedTable: Provenance[] = [];
  private position = 0;

  constructor(numbers: readonly number[], { strings, dates, checked }: Tables) {
    this.tape = numbers;
    this.stringTable = strings;
    for (let i = 0; i < dates.length; i += 2) {
      const first = dates[i]!;
      const code = dates[i + 1]!;
      this.dateTable.push({ range: { first, last: first + (code >> 1) }, approximate: (code & 1) === 1 });
    }
    for (let i = 0; i < checked.length; i += 2) this.checkedTable.push({ source: strings[checked[i]!]!, asOf: checked[i + 1]! });
  }

  /** Whether all has been read, and no more than all. */
  atEnd(): boolean {
    return this.position === this.tape.length;
  }

  number(): number {
    return this.tape[this.position++]!;
  }

  flag(): boolean {
    return this.number() === 1;
  }

  text(): string {
    return this.stringTable[this.number()]!;
  }

  optionalText(): string | undefined {
    const code = this.number();
    return code === 0 ? undefined : this.stringTable[code - 1];
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
    return code === 0 ? undefined : this.dateTable[code - 1];
  }

  period(): Period {
    const from = this.date();
    const code = this.number();
    return { from, to: code > 1 ? this.dateTable[code - 2] : undefined, endUnknown: code === 1 ? true : undefined };
  }

  checked(): Provenance {
    return this.checkedTable[this.number()]!;
  }
}
