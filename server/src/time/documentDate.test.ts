import { describe, expect, it } from 'vitest';
import { timesOf } from './testing/times';

function dateOf(text: string, format: 'markdown' | 'plaintext' = 'plaintext', fileName?: string, override?: string) {
  const { date } = timesOf(text, override, format, fileName);
  return [date.source, date.edtf, date.span && text.slice(date.span.start, date.span.end)];
}

describe('resolveDocumentDate', () => {
  it.each([
    ['OSLO, March 3, 2022 (Nordpress) — The fjord froze.', 'March 3, 2022'],
    ['OSLO, 3 March 2022 – The fjord froze.', '3 March 2022'],
    ['Oslo, Thursday 3 March 2022. The fjord froze.', '3 March 2022'],
    ['(OSLO, 3 March 2022) The fjord froze.', '3 March 2022'],
    ['NEW DELHI, Mar. 3, 2022 - The river rose.', 'Mar. 3, 2022'],
    ['A headline of some kind\n\nSAN JOSÉ, Costa Rica, March 3, 2022 -- The river rose.', 'March 3, 2022'],
  ])('reads the dateline of %s', (text, written) => expect(dateOf(text)).toEqual(['dateline', '2022-03-03', written]));

  it.each([
    ['The fjord froze\n\n3 March 2022\n\nIt was cold.', '3 March 2022'],
    ['The fjord froze\n\nThursday 3 March 2022\n\nIt was cold.', '3 March 2022'],
    ['The fjord froze\n\nPublished: 3 March 2022, 10:15 GMT\n\nIt was cold.', '3 March 2022'],
    ['The fjord froze\n\nBy Ragnhild Moe | Updated March 3, 2022\n\nIt was cold.', 'March 3, 2022'],
  ])('reads the line with the date of %s', (text, written) => expect(dateOf(text)).toEqual(['byline', '2022-03-03', written]));

  it.each([
    ['date: 2022-03-03', '2022-03-03'],
    ['date: 2022-03-03T23:30:00+02:00', '2022-03-03T23:30:00+02:00'],
    ['pubDate: "3 March 2022"', '3 March 2022'],
    ['published: Thursday, March 3, 2022', 'Thursday, March 3, 2022'],
    ['date-published: 2022-03-03', '2022-03-03'],
    ['updated: 2024-01-01\ndate: 2022-03-03', '2022-03-03'],
  ])('reads front matter %s', (entry) =>
    expect(dateOf(`---\ntitle: Ice\n${entry}\n---\n\nThe fjord froze.`, 'markdown').slice(0, 2)).toEqual([
      'frontMatter',
      '2022-03-03',
    ]),
  );

  it('reads the year of a headline, and does not take another year for it', () => {
    expect(dateOf('# Norway and Iceland 2024: what the fishermen want\n\nThey want cod.', 'markdown')).toEqual([
      'headline',
      '2024',
      '2024',
    ]);
    expect(dateOf('# What has changed since 2014\n\nNot much.', 'markdown')).toEqual(['none', undefined, undefined]);
    expect(dateOf('# Remembering the 1974 coup\n\nNot much.', 'markdown')).toEqual(['none', undefined, undefined]);
  });

  it('reads the file name last', () => {
    expect(dateOf('The fjord froze.', 'markdown', '2022-03-03-fjord.md')).toEqual(['fileName', '2022-03-03', undefined]);
    expect(dateOf('The fjord froze.', 'markdown', 'fjord_20220303.md')).toEqual(['fileName', '2022-03-03', undefined]);
    expect(dateOf('The fjord froze.', 'markdown', '2022-13-03-fjord.md')).toEqual(['none', undefined, undefined]);
    expect(dateOf('OSLO, March 4, 2022 - The fjord froze.', 'markdown', '2022-03-03.md').slice(0, 2)).toEqual([
      'dateline',
      '2022-03-04',
    ]);
  });

  it('lets the user decide, and passes over what is no date', () => {
    expect(dateOf('OSLO, March 3, 2022 - Ice.', 'plaintext', undefined, '2024-05')).toEqual(['user', '2024-05', undefined]);
    expect(dateOf('OSLO, March 3, 2022 - Ice.', 'plaintext', undefined, 'soon').slice(0, 2)).toEqual(['dateline', '2022-03-03']);
  });

  it.each([
    ['The fjord froze on 3 March 2022 and thawed later.'],
    ['On March 3, 2022 - a Thursday - the fjord froze.'],
    ['OSLO, March 3 - The fjord froze.'],
    ['Ragnhild Moe was born in Oslo on 3 March 2022. She slept.'],
    [''],
  ])('finds no date for %s', (text) => expect(dateOf(text)[0]).toBe('none'));

  it('does not labour over a line of capitals', () => {
    const start = performance.now();
    expect(dateOf(`${'A'.repeat(57)}! March 3, 2022 - ice melts.`)[0]).toBe('none');
    expect(performance.now() - start).toBeLessThan(500);
  });
});
