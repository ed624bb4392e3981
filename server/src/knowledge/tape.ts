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
  readonly #strings = new Map<string, number>();
  readonly #dates = new Map<string, number>();
  readonly #checked = new Map<string, number>();
  readonly #dateNumbers: number[] = [];
  readonly #checkedNumbers: number[] = [];

  tables(): Tables {
    return { strings: [...this.#strings.keys()], dates: this.#dateNumbers, checked: this.#checkedNumbers };
  }

  number(value: number): void {
    this.numbers.push(value);
  }

  flag(value: boolean): void {
    this.numbers.push(value ? 1 : 0);
  }

  text(value: string): void {
    this.numbers.push(this.#intern(value));
  }

  optionalText(value: string | undefined): void {
    this.numbers.push(value === undefined ? 0 : this.#intern(value) + 1);
  }

  choice<T extends string>(values: readonly T[], value: T): void {
    const index = values.indexOf(value);
    if (index < 0) throw new RangeError(`"${value}" is none of ${values.join(', ')}`);
    this.numbers.push(index);
  }

  list<T>(items: readonly T[], write: (item: T) => void): void {
    this.numbers.push(items.length);
    items.forEach(write);
  }

  texts(items: readonly string[]): void {
    this.list(items, (item) => this.text(item));
  }

  date(value: EdtfDate | undefined): void {
    this.numbers.push(value ? this.#internDate(value) + 1 : 0);
  }

  /** The end is 0 when open, 1 when unknown. */
  period({ from, to, endUnknown }: Period): void {
    this.date(from);
    this.numbers.push(to ? this.#internDate(to) + 2 : endUnknown ? 1 : 0);
  }

  checked({ source, asOf }: Provenance): void {
    const key = `${asOf} ${source}`;
    let index = this.#checked.get(key);
    if (index === undefined) {
      index = this.#checked.size;
      this.#checked.set(key, index);
      this.#checkedNumbers.push(this.#intern(source), asOf);
    }
    this.numbers.push(index);
  }

  #intern(value: string): number {
    let index = this.#strings.get(value);
    if (index === undefined) {
      index = this.#strings.size;
      this.#strings.set(value, index);
    }
    return index;
  }

  #internDate({ range, approximate }: EdtfDate): number {
    const code = (range.last - range.first) * 2 + (approximate ? 1 : 0);
    const key = `${range.first} ${code}`;
    let index = this.#dates.get(key);
    if (index === undefined) {
      index = this.#dates.size;
      this.#dates.set(key, index);
      this.#dateNumbers.push(range.first, code);
    }
    return index;
  }
}

/** Reads what {@link TapeWriter} wrote, in the same order. Equal dates are one object. */
export class TapeReader {
  readonly #numbers: readonly number[];
  readonly #strings: readonly string[];
  readonly #dates: EdtfDate[] = [];
  readonly #checked: Provenance[] = [];
  #position = 0;

  constructor(numbers: readonly number[], { strings, dates, checked }: Tables) {
    this.#numbers = numbers;
    this.#strings = strings;
    for (let i = 0; i < dates.length; i += 2) {
      const first = dates[i]!;
      const code = dates[i + 1]!;
      this.#dates.push({ range: { first, last: first + (code >> 1) }, approximate: (code & 1) === 1 });
    }
    for (let i = 0; i < checked.length; i += 2) this.#checked.push({ source: strings[checked[i]!]!, asOf: checked[i + 1]! });
  }

  /** Whether all has been read, and no more than all. */
  atEnd(): boolean {
    return this.#position === this.#numbers.length;
  }

  number(): number {
    return this.#numbers[this.#position++]!;
  }

  flag(): boolean {
    return this.number() === 1;
  }

  text(): string {
    return this.#strings[this.number()]!;
  }

  optionalText(): string | undefined {
    return this.#strings[this.number() - 1];
  }

  choice<T extends string>(values: readonly T[]): T {
    return values[this.number()]!;
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
    return this.#dates[this.number() - 1];
  }

  period(): Period {
    const from = this.date();
    const code = this.number();
    const period: { from?: EdtfDate; to?: EdtfDate; endUnknown?: boolean } = {};
    if (from) period.from = from;
    if (code > 1) period.to = this.#dates[code - 2]!;
    if (code === 1) period.endUnknown = true;
    return period;
  }

  checked(): Provenance {
    return this.#checked[this.number()]!;
  }
}
