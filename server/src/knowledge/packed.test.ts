import { describe, expect, it } from 'vitest';
import { Column, ExtentReader, pack, packExtents, WIDE, type Width } from './packed';

describe('packed numbers', () => {
  it.each<[Width, number]>([[3, 91 ** 3 - 1], [WIDE, 91 ** 4 - 1], [1, 90]])('of %i digits are read as they were written', (width, greatest) => {
    const numbers = [0, 1, 56, 57, 58, 90, greatest, 0];
    const packed = pack(numbers, width);
    expect(packed).toHaveLength(numbers.length * width);
    const column = new Column(packed, width);
    expect(Array.from({ length: column.length }, (_, i) => column.at(i))).toEqual(numbers);
  });

  it('need no escapes in JSON', () => {
    const packed = pack(Array.from({ length: 9000 }, (_, i) => i));
    expect(JSON.stringify(packed)).toHaveLength(packed.length + 2);
  });

  it.each([-1, 0.5, NaN, 91 ** 3])('%d is refused', (number) => expect(() => pack([number])).toThrow(RangeError));

  it('tell where parts lie, near marks and far from them', () => {
    const lengths = Array.from({ length: 50 }, (_, i) => (i * 7) % 5);
    const extents = new ExtentReader(packExtents(lengths));
    let start = 0;
    lengths.forEach((length, i) => {
      expect([extents.start(i), extents.length(i)]).toEqual([start, length]);
      start += length;
    });
    expect(extents.size).toBe(50);
  });
});
