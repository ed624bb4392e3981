/**
 * Numbers in a string, a fixed number of digits to base 91 for each, so that the n-th is read in place: nothing is decoded when the artefact is
 * opened, and JSON reads one string faster than thousands of numbers. The digits are the printable ASCII characters but for the space, the
 * exclamation mark and those that JSON escapes.
 */
const BASE = 91;
const ZERO = 35;
const BACKSLASH = 92;
/** Digits of a number below 753,571, and of one below 68 million. */
export const NARROW = 3;
export const WIDE = 4;
export type Width = 1 | typeof NARROW | typeof WIDE;

/** Packs whole numbers from 0. Throws RangeError when one does not fit. */
export function pack(numbers: readonly number[], width: Width = NARROW): string {
  const limit = BASE ** width;
  const digits = new Uint16Array(numbers.length * width);
  let at = 0;
  for (const number of numbers) {
    if (!(number >= 0 && number < limit && Number.isInteger(number))) throw new RangeError(`${number} does not fit the knowledge artefact`);
    let rest = number;
    for (let i = at + width - 1; i >= at; i--) {
      const code = ZERO + (rest % BASE);
      digits[i] = code < BACKSLASH ? code : code + 1;
      rest = Math.floor(rest / BASE);
    }
    at += width;
  }
  let text = '';
  for (let start = 0; start < digits.length; start += 8192) text += String.fromCharCode(...digits.subarray(start, start + 8192));
  return text;
}

/** Packed numbers, read in place. */
export class Column {
  readonly length: number;

  constructor(private readonly text: string, private readonly width: Width = NARROW) {
    this.length = text.length / width;
  }

  at(index: number): number {
    const { text, width } = this;
    let number = 0;
    for (let i = index * width, end = i + width; i < end; i++) {
      const code = text.charCodeAt(i);
      number = number * BASE + (code > BACKSLASH ? code - ZERO - 1 : code - ZERO);
    }
    return number;
  }
}

/**
 * Where each of many parts lies that follow each other, packed: their lengths, which compress well, and where every {@link STRIDE}th begins, so that
 * none is far from a known place.
 */
export interface Extents {
  readonly lengths: string;
  readonly marks: string;
}

const STRIDE = 16;

export function packExtents(lengths: readonly number[]): Extents {
  const marks: number[] = [];
  let start = 0;
  lengths.forEach((length, i) => {
    if (i % STRIDE === 0) marks.push(start);
    start += length;
  });
  return { lengths: pack(lengths), marks: pack(marks, WIDE) };
}

export class ExtentReader {
  /** Number of parts. */
  readonly size: number;
  private readonly lengths: Column;
  private readonly marks: Column;

  constructor({ lengths, marks }: Extents) {
    this.lengths = new Column(lengths);
    this.marks = new Column(marks, WIDE);
    this.size = this.lengths.length;
  }

  start(index: number): number {
    let start = this.marks.at(Math.floor(index / STRIDE));
    for (let i = index - (index % STRIDE); i < index; i++) start += this.lengths.at(i);
    return start;
  }

  length(index: number): number {
    return this.lengths.at(index);
  }
}
