import { describe, expect, it } from 'vitest';
import { ALWAYS, contains, gap, intersect, overlaps } from './interval';

const range = (first: number, last: number) => ({ first, last });

describe('day ranges', () => {
  it('overlap when they share a day', () => {
    expect(overlaps(range(1, 3), range(3, 5))).toBe(true);
    expect(overlaps(range(1, 3), range(4, 5))).toBe(false);
    expect(overlaps(range(1, 9), range(4, 5))).toBe(true);
    expect(overlaps(ALWAYS, range(4, 5))).toBe(true);
  });

  it('contain what lies wholly within', () => {
    expect(contains(range(1, 5), range(1, 5))).toBe(true);
    expect(contains(range(1, 5), range(2, 6))).toBe(false);
    expect(contains(ALWAYS, range(-9, 9))).toBe(true);
    expect(contains(range(-9, 9), ALWAYS)).toBe(false);
  });

  it('intersect in their common days, or not at all', () => {
    expect(intersect(range(1, 5), range(3, 9))).toEqual(range(3, 5));
    expect(intersect(range(1, 5), ALWAYS)).toEqual(range(1, 5));
    expect(intersect(range(1, 2), range(3, 9))).toBeUndefined();
  });

  it('have a gap in days, 0 when they touch or overlap', () => {
    expect(gap(range(1, 2), range(5, 6))).toBe(3);
    expect(gap(range(5, 6), range(1, 2))).toBe(3);
    expect(gap(range(1, 5), range(5, 9))).toBe(0);
    expect(gap(range(1, 9), range(3, 4))).toBe(0);
  });
});
