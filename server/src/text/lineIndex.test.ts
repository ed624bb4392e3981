import { describe, expect, it } from 'vitest';
import { LineIndex, lineColumn } from './lineIndex';

describe('LineIndex', () => {
  const text = 'ab\r\ncd\re😀f\n';
  const index = new LineIndex(text);
  it('knows the three line ends', () => expect(index.lineCount).toBe(4));
  it.each([[0, 1, 1], [2, 1, 3], [3, 1, 4], [4, 2, 1], [7, 3, 1], [10, 3, 4], [11, 3, 5], [12, 4, 1]])('offset %i', (offset, line, column) => {
    expect(index.position(offset)).toEqual({ line, column });
  });
  it('clamps', () => {
    expect(index.position(-5)).toEqual({ line: 1, column: 1 });
    expect(index.position(99)).toEqual({ line: 4, column: 1 });
  });
  it('gives the text of a line', () => {
    expect([1, 2, 3, 4, 5].map((line) => index.lineText(line))).toEqual(['ab', 'cd', 'e😀f', '', '']);
  });
});

it('finds one position', () => expect(lineColumn('a\nbc', 3)).toEqual({ line: 2, column: 2 }));
