import type { SeasonCode, Unit } from './form';

const UNIT_CODES: Readonly<Record<Unit, string>> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  weekend: 'WE',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'DE',
  century: 'CE',
};

/** TIMEX3 duration: "P4Y", "PT30M", "P2.5Y", and "PXD" where the amount is not given. */
export function durationValue(amount: number | undefined, unit: Unit): string {
  if (amount === 0.5) {
    if (unit === 'century') return 'P50Y';
    if (unit === 'decade') return 'P5Y';
    if (unit === 'year') return 'P6M';
    if (unit === 'hour') return 'PT30M';
    if (unit === 'day') return 'PT12H';
  }
  if (amount === 0.25) {
    if (unit === 'century') return 'P25Y';
    if (unit === 'hour') return 'PT15M';
    if (unit === 'year') return 'P3M';
  }
  const clock = unit === 'second' || unit === 'minute' || unit === 'hour';
  return `P${clock ? 'T' : ''}${amount ?? 'X'}${UNIT_CODES[unit]}`;
}

export function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

/** "2022", "2022-02", "2022-02-24", "BC0264", "XXXX-02-24": the TIMEX3 value of a date of which some parts may be unknown. */
export function dateValue(date: { year?: number; bc?: boolean; month?: number; day?: number }): string {
  const year = date.year === undefined ? 'XXXX' : `${date.bc ? 'BC' : ''}${pad(date.year, 4)}`;
  if (date.month === undefined) return date.day === undefined ? year : `${year}-XX-${pad(date.day, 2)}`;
  return date.day === undefined ? `${year}-${pad(date.month, 2)}` : `${year}-${pad(date.month, 2)}-${pad(date.day, 2)}`;
}

/** Months of a season in the North: first month and length. A winter is named for the year in which it begins. */
export const SEASON_MONTHS: Readonly<Record<SeasonCode, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };
/** EDTF codes of the seasons. */
export const SEASON_EDTF: Readonly<Record<SeasonCode, number>> = { SP: 21, SU: 22, FA: 23, WI: 24 };

/** ISO 8601 week of a day number: year and week. The week belongs to the year of its Thursday. */
export function isoWeek(
  day: number,
  toDay: (year: number, month: number, date: number) => number,
  yearOf: (day: number) => number,
): { year: number; week: number } {
  const weekday = (((day + 3) % 7) + 7) % 7;
  const thursday = day - weekday + 3;
  const year = yearOf(thursday);
  return { year, week: Math.floor((thursday - toDay(year, 1, 1)) / 7) + 1 };
}
