import { describe, expect, it } from 'vitest';
import { fromDay, toDay } from './calendar';
import { describeDay, describeRange, formatDay, formatRange, parseEdtf, parseEdtfDate, weekdayName } from './edtf';

// The package brings no type declarations.
const { default: edtf } = await import('edtf' as string) as { default: (text: string) => { readonly min: number; readonly max: number } };

const DAY = 86_400_000;
const range = (text: string) => parseEdtfDate(text)!.range;

/** Range of days as the edtf package reads it; undefined when it refuses. It takes 29 February of any year, which no calendar has. */
function reference(text: string): { first: number; last: number } | undefined {
  if (text.includes('-02-29') && new Date(`${text.slice(0, 4)}-02-29T00:00Z`).getUTCMonth() !== 1) return undefined;
  try {
    const { min, max } = edtf(text);
    return { first: Math.floor(min / DAY), last: Math.floor(max / DAY) };
  } catch {
    return undefined;
  }
}

describe('parseEdtfDate', () => {
  it('agrees with the edtf package on dates of each precision', () => {
    const texts = ['0000', '0001', '0999', '-0044', '-0044-03', '-0044-03-15', '-0001-12', '199X', '20XX', '2014', '2014~', '2014?', '2014%', '2014-05~', '2014-05-09?'];
    for (let year = 1890; year <= 2030; year += 7) {
      texts.push(String(year));
      for (let month = 0; month <= 13; month++) {
        const yearMonth = `${year}-${String(month).padStart(2, '0')}`;
        texts.push(yearMonth, ...[0, 1, 28, 29, 30, 31, 32].map((day) => `${yearMonth}-${String(day).padStart(2, '0')}`));
      }
    }
    for (const text of texts) expect([text, parseEdtfDate(text)?.range]).toEqual([text, reference(text)]);
    expect(texts.length).toBeGreaterThan(2000);
  });

  it('agrees with the edtf package on quarters and halves', () => {
    for (const text of ['2014-33', '2014-34', '2014-35', '2014-36', '2014-40', '2014-41']) {
      expect([text, range(text)]).toEqual([text, reference(text)]);
    }
  });

  // The package puts spring in January and lets four-month groups last five; ISO 8601-2 gives 21 as "Spring", 37 as the first of three.
  it('reads Northern seasons from March, winter into the next year, and thirds of a year', () => {
    expect(formatRange(range('2014-21'))).toBe('2014-03-01/2014-05-31');
    expect(formatRange(range('2014-24'))).toBe('2014-12-01/2015-02-28');
    expect(formatRange(range('2015-24'))).toBe('2015-12-01/2016-02-29');
    expect(formatRange(range('2014-37'))).toBe('2014-01-01/2014-04-30');
    expect(formatRange(range('2014-39'))).toBe('2014-09-01/2014-12-31');
    expect(formatRange(range('-0010-36'))).toBe('-0010-10-01/-0010-12-31');
  });

  it('tells approximate dates', () => {
    expect(['1991~', '1991?', '1991-05%', '1991', '1991-05-01'].map((text) => parseEdtfDate(text)!.approximate)).toEqual([true, true, true, false, false]);
  });

  it.each(['', '14', '2014-1', '2014-13', '2014-02-30', '2014-00-10', '2014-21-05', '201X-05', '2X14', '2014-03-18T10:00', ' 2014', '2014 ', '2014/2015', 'unknown'])(
    'refuses "%s"', (text) => {
      expect(parseEdtfDate(text)).toBeUndefined();
    },
  );
});

describe('parseEdtf', () => {
  it('agrees with the edtf package on intervals', () => {
    for (const text of ['2014-02-20/2014-03-26', '2004-06/2006-08', '1964/2008', '1985-04-12/..', '../1985-04', '2019-12-31/2020']) {
      const interval = parseEdtf(text)!;
      const { min, max } = edtf(text);
      expect([text, interval.from!.range.first, interval.to!.range.last]).toEqual([text, Math.floor(min / DAY), Math.floor(max / DAY)]);
    }
  });

  it('keeps unknown ends apart from open ones', () => {
    expect(parseEdtf('2014/')).toEqual({ from: parseEdtfDate('2014'), to: undefined });
    expect(parseEdtf('/2014')).toEqual({ from: undefined, to: parseEdtfDate('2014') });
    expect(parseEdtf('2014/..')!.to!.range.last).toBe(Infinity);
  });

  it('makes an interval of a single date', () => {
    expect(parseEdtf('2014-03')).toEqual({ from: parseEdtfDate('2014-03'), to: parseEdtfDate('2014-03') });
  });

  it.each(['', '/', '2014/2010', '2014-05-02/2014-05-01', '2014//2015', '2014/2015/2016', 'x/2014', '2014/x'])('refuses "%s"', (text) => {
    expect(parseEdtf(text)).toBeUndefined();
  });
});

describe('formatting', () => {
  it.each(['2014', '2014-03', '2014-02', '2014-03-18', '-0044', '-0044-03', '-0044-03-15', '0099', '0000'])('writes %s as it was read', (text) => {
    expect(formatRange(range(text))).toBe(text);
  });

  it('reads back what it writes, for stretches of any length', () => {
    for (let first = toDay(2019, 11, 1); first < toDay(2020, 4, 1); first += 3) {
      for (const length of [0, 1, 27, 28, 29, 30, 365, 366, 800]) {
        const interval = parseEdtf(formatRange({ first, last: first + length }))!;
        expect([interval.from!.range.first, interval.to!.range.last]).toEqual([first, first + length]);
      }
    }
  });

  it('writes open ends', () => {
    expect(formatRange({ first: 0, last: Infinity })).toBe('1970-01-01/..');
    expect(formatRange({ first: -Infinity, last: 0 })).toBe('../1970-01-01');
    expect(formatRange({ first: -Infinity, last: Infinity })).toBe('../..');
  });

  it('describes ranges as people write them', () => {
    expect(describeRange(range('2022-09-06'))).toBe('6 September 2022');
    expect(describeRange(range('2014-03'))).toBe('March 2014');
    expect(describeRange(range('2014'))).toBe('2014');
    expect(describeRange(range('0987'))).toBe('987');
    expect(describeRange({ first: toDay(2014, 2, 20), last: toDay(2014, 3, 26) })).toBe('20 February 2014 to 26 March 2014');
    expect(describeRange({ first: toDay(2014, 2, 20), last: Infinity })).toBe('20 February 2014 to now');
  });

  it('names days and weekdays', () => {
    const day = toDay(2022, 2, 24);
    expect(formatDay(day)).toBe('2022-02-24');
    expect(describeDay(day)).toBe('24 February 2022');
    expect(weekdayName(day)).toBe('Thursday');
    expect(fromDay(day)).toEqual({ year: 2022, month: 2, day: 24 });
  });
});
