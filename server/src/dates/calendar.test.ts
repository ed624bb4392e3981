import { describe, expect, it } from 'vitest';
import { addMonths, daysInMonth, fromDay, isLeapYear, isRealDate, toDay, weekdayOf } from './calendar';

const at = (text: string) => toDay(...(text.split('-').map(Number) as [number, number, number]));

describe('day numbers', () => {
  it('count from 1970-01-01', () => {
    expect(toDay(1970, 1, 1)).toBe(0);
    expect(toDay(1969, 12, 31)).toBe(-1);
    expect(toDay(2000, 3, 1)).toBe(11017);
  });

  it('agree with Date over eight centuries, in both directions, with the weekday', () => {
    for (let day = toDay(1600, 1, 1); day <= toDay(2400, 12, 31); day += 13) {
      const date = new Date(day * 86_400_000);
      const expected = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      expect(fromDay(day)).toEqual(expected);
      expect(toDay(expected.year, expected.month, expected.day)).toBe(day);
      expect(weekdayOf(day)).toBe(date.getUTCDay());
    }
  });

  it('go through year 0 and below without a jump', () => {
    for (let day = toDay(-5, 1, 1); day <= toDay(5, 1, 1); day++) {
      const { year, month, day: date } = fromDay(day);
      expect(isRealDate(year, month, date)).toBe(true);
      expect(toDay(year, month, date)).toBe(day);
      expect(weekdayOf(day)).toBe((weekdayOf(day - 1) + 1) % 7);
    }
  });
});

describe('real dates', () => {
  it.each([
    [2024, 2, 29, true], [2023, 2, 29, false], [1900, 2, 29, false], [2000, 2, 29, true],
    [2023, 4, 31, false], [2023, 13, 1, false], [2023, 0, 1, false], [2023, 1, 0, false], [2023, 12, 31, true],
  ])('%i-%i-%i: %s', (year, month, day, real) => {
    expect(isRealDate(year, month, day)).toBe(real);
  });

  it('knows the lengths of months and leap years', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysInMonth(2023, month))).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect([1900, 2000, 2023, 2024, -4, 0].map(isLeapYear)).toEqual([false, true, false, true, true, true]);
  });
});

describe('addMonths', () => {
  it.each([
    ['2024-01-31', 1, '2024-02-29'], ['2023-01-31', 1, '2023-02-28'], ['2024-03-15', -3, '2023-12-15'],
    ['2024-12-31', 2, '2025-02-28'], ['2024-02-29', 12, '2025-02-28'], ['2024-05-05', 0, '2024-05-05'], ['2024-01-31', -2, '2023-11-30'],
  ])('%s %i months: %s', (day, months, expected) => {
    expect(fromDay(addMonths(at(day), months))).toEqual(fromDay(at(expected)));
  });
});
