import { describe, expect, it } from 'vitest';
import { formatRange } from '../dates/edtf';
import { timesOf, valuesOf } from './testing/times';

/** A Wednesday. */
const TODAY = '2023-06-14';

describe('narrative anchoring', () => {
  it("reads a month in a paragraph about a year as that year's", () => {
    expect(valuesOf('In July 1995 the enclave fell. In August the shelling went on.', TODAY)).toEqual([
      'July 1995 = 1995-07',
      'August = 1995-08',
    ]);
  });
  it('goes back to the document in the next paragraph', () => {
    expect(valuesOf('In July 1995 the enclave fell.\n\nThe court will rule in August.', TODAY)).toEqual([
      'July 1995 = 1995-07',
      'August = 2023-08',
    ]);
  });
  it('keeps the year in told history and passes the turn of the year', () => {
    const text =
      'War came on 3 April 1911. In 1912 the port fell.\n\nBy November 1912 the army was spent.\n\nIn December it withdrew.\n\nOn 4 January peace was signed. ' +
      'Later that year, in May 1913, it was broken.';
    expect(valuesOf(text, TODAY)).toEqual([
      '3 April 1911 = 1911-04-03',
      '1912 = 1912',
      'November 1912 = 1912-11',
      'December = 1912-12',
      '4 January = 1913-01-04',
      'Later that year = 1913 END',
      'May 1913 = 1913-05',
    ]);
  });
  it('does not take a glance aside for the story', () => {
    expect(valuesOf('The king, who has reigned since 1986, forbade petitions on 2 June.', TODAY)).toEqual([
      '1986 = 1986',
      '2 June = 2023-06-02',
    ]);
  });
  it('reads what would follow in the story as part of it', () => {
    expect(
      valuesOf(
        'Troops crossed on 2 August 1968 and in November the general set a deadline of 15 January. They would leave in June.',
        TODAY,
      ),
    ).toEqual(['2 August 1968 = 1968-08-02', 'November = 1968-11', '15 January = 1969-01-15', 'June = 1969-06']);
    expect(valuesOf('She said on Monday that talks would begin Friday.', TODAY)).toEqual([
      'Monday = 2023-06-12',
      'Friday = 2023-06-16',
    ]);
  });
  it('stays in the story when the text looks up from it', () => {
    expect(
      valuesOf(
        'On 10 July 1993 the ship sank. Thirty years later two towns still mourn. The minister resigned that September.',
        TODAY,
      ),
    ).toEqual(['10 July 1993 = 1993-07-10', 'Thirty years later = 2023', 'that September = 1993-09']);
  });
  it('lets the weekday choose the year', () => {
    expect(valuesOf('He was governor in May 2007. He won on Saturday, 25 February.', TODAY)).toEqual([
      'May 2007 = 2007-05',
      'Saturday, 25 February = 2023-02-25',
    ]);
  });
  it('says what it reckoned from', () => {
    const { times } = timesOf(
      'On 2 May 1999 they fled. On 9 May they were back. On Monday she wept.\n\nOn Monday he resigned.',
      TODAY,
    );
    expect(times.map((time) => [time.text, time.anchor])).toEqual([
      ['2 May 1999', 'explicit'],
      ['9 May', 'context'],
      ['Monday', 'context'],
      ['Monday', 'document'],
    ]);
  });
});

describe('what cannot be resolved', () => {
  it('leaves a weekday without a document date', () => {
    const [time] = timesOf('Talks will begin Wednesday.').times;
    expect(time).toMatchObject({ value: 'XXXX-WXX-3', unresolved: 'no-document-date', anchor: 'none' });
    expect(time!.range).toBeUndefined();
  });
  it('leaves a weekday when only the year is known', () => {
    expect(timesOf('Talks will begin Wednesday.', '2026').times[0]).toMatchObject({ value: 'XXXX-WXX-3', unresolved: 'vague' });
  });
  it('keeps both readings of an ambiguous date', () => {
    expect(timesOf('Signed 03/04/2026.', TODAY).times[0]).toMatchObject({
      unresolved: 'ambiguous',
      readings: ['2026-04-03', '2026-03-04'],
    });
  });
  it.each([
    ['On 31 April 1975 they left.', '1975-04-31'],
    ['On 29 February 2023 they left.', '2023-02-29'],
    ['On June 31 they left.', 'XXXX-06-31'],
    ['On 2016-11-31 they left.', '2016-11-31'],
    ['On 32 May 2001 they left.', '2001-05-32'],
  ])('%s is impossible', (text, value) => {
    const [time] = timesOf(text, TODAY).times;
    expect(time).toMatchObject({ impossible: 'day', value });
    expect(time!.range).toBeUndefined();
    expect(time!.edtf).toBeUndefined();
  });
  it('allows 29 February where a leap year may be meant', () => {
    expect(timesOf('On 29 February they left.', '2024-03-02').times[0]).toMatchObject({ value: '2024-02-29' });
    expect(timesOf('On 29 February 2000 they left.', TODAY).times[0]!.impossible).toBeUndefined();
  });
  it('finds an impossible month in an ISO date', () => {
    expect(timesOf('Filed 2016-13-01.', TODAY).times[0]).toMatchObject({ impossible: 'month' });
  });
});

describe('ranges', () => {
  const ends = (text: string, date = TODAY) =>
    timesOf(text, date).times.map((time) => [time.text, time.value, time.rangePartner]);
  it.each([
    [
      'From 24 February to 17 January 1991 it flew.',
      [
        ['24 February', '1991-02-24', 1],
        ['17 January 1991', '1991-01-17', 0],
      ],
    ],
    [
      'It ran 28–16 October 1962.',
      [
        ['28', '1962-10-28', 1],
        ['16 October 1962', '1962-10-16', 0],
      ],
    ],
    [
      'It ran 16 to 28 October 1962.',
      [
        ['16', '1962-10-16', 1],
        ['28 October 1962', '1962-10-28', 0],
      ],
    ],
    [
      'Between 3 and 5 May 2001.',
      [
        ['3', '2001-05-03', 1],
        ['5 May 2001', '2001-05-05', 0],
      ],
    ],
    [
      'From November to February 1991.',
      [
        ['November', '1990-11', 1],
        ['February 1991', '1991-02', 0],
      ],
    ],
    [
      'Between 2014 and 2016.',
      [
        ['2014', '2014', 1],
        ['2016', '2016', 0],
      ],
    ],
    [
      'March 5-9, 1918.',
      [
        ['March 5', '1918-03-05', 1],
        ['9, 1918', '1918-03-09', 0],
      ],
    ],
    [
      'From 30 June to 2 July 1934.',
      [
        ['30 June', '1934-06-30', 1],
        ['2 July 1934', '1934-07-02', 0],
      ],
    ],
  ])('%s', (text, expected) => expect(ends(text)).toEqual(expected));
  it('makes no range of a date that was moved', () => {
    expect(ends('They moved the deadline from December 2024 to December 2023.')).toEqual([
      ['December 2024', '2024-12', undefined],
      ['December 2023', '2023-12', undefined],
    ]);
  });
  it('makes no range of a list', () => {
    expect(ends('On 3 and 5 May 2001.')).toEqual([
      ['3', '2001-05-03', undefined],
      ['5 May 2001', '2001-05-05', undefined],
    ]);
  });
  it('marks the impossible end', () => {
    expect(timesOf('From 28 to 31 June 2001.', TODAY).times.map((time) => time.impossible)).toEqual([undefined, 'day']);
  });
});

describe('spans, ranges of days and details', () => {
  it('gives the spans of the parts of a date', () => {
    const text = 'Signed on Friday, 10 April 1998.';
    const { written } = timesOf(text, TODAY).times[0]!;
    const slice = (span?: { start: number; end: number }) => span && text.slice(span.start, span.end);
    expect([written!.weekdaySpan, written!.dateSpan, written!.daySpan, written!.monthSpan, written!.yearSpan].map(slice)).toEqual(
      ['Friday', '10 April 1998', '10', 'April', '1998'],
    );
    expect(written).toMatchObject({ weekday: 5, day: 10, month: 4, year: 1998 });
  });
  it('gives the span of an amount', () => {
    const text = 'It is almost four years since the vote.';
    const [time] = timesOf(text, TODAY).times;
    expect(time!.duration).toMatchObject({ amount: 4, unit: 'year', approximate: 'less' });
    expect(text.slice(time!.duration!.amountSpan!.start, time!.duration!.amountSpan!.end)).toBe('four');
    expect(time!.direction).toBe('since');
  });
  it.each([
    ['early 2012', '2012-01-01/2012-04-30'],
    ['mid-2012', '2012-05-01/2012-08-31'],
    ['late 2013', '2013-09-01/2013-12-31'],
    ['the 1990s', '1990-01-01/1999-12-31'],
    ['the last week of August 2014', '2014-08-25/2014-08-31'],
    ['winter 2010', '2010-12-01/2011-02-28'],
  ])('%s spans %s', (text, range) => expect(formatRange(timesOf(`It rained in ${text}.`, TODAY).times[0]!.range!)).toBe(range));
  it('says the preposition', () => {
    expect(timesOf('Since 2014, until 3 May 2015 and by the end of 2016.', TODAY).times.map((time) => time.preposition)).toEqual([
      'since',
      'until',
      'by',
    ]);
  });
  it('reads dates across markup with offsets into the source', () => {
    const text = 'It was signed on **3 March** 20*21* in Oslo, on [7 May 1999](https://example.org/2001-01-01).';
    const { times } = timesOf(text, TODAY, 'markdown');
    expect(times.map((time) => time.value)).toEqual(['2021-03-03', '1999-05-07']);
    expect(text.slice(times[0]!.start, times[0]!.end)).toContain('3 March** 20*21');
    expect(text.slice(times[1]!.start, times[1]!.end)).toBe('7 May 1999');
  });
  it('reads the same with CRLF', () => {
    const text = 'First.\n\nIt was signed on 3\nMarch 2021 in Oslo.\n\nOn Monday he left.';
    const windows = text.replaceAll('\n', '\r\n');
    expect(timesOf(windows, TODAY).times.map((time) => time.value)).toEqual(timesOf(text, TODAY).times.map((time) => time.value));
    for (const time of timesOf(windows, TODAY).times)
      expect(windows.slice(time.start, time.end).replace(/\s+/g, ' ')).toBe(time.text);
  });
  it('knows quoted times', () => {
    expect(timesOf('"We left in 1999," she said in 2003.', TODAY).times.map((time) => time.quoted)).toEqual([true, false]);
  });
});
