import { describe, expect, it } from 'vitest';
import { parseEdtfDate } from '../dates/edtf';
import { escapeMarkdown, markdownLink } from './markdown';
import { capitalise, edtfText, findingText, listText, periodText, sourceName } from './wording';

const date = (text: string) => parseEdtfDate(text)!;

describe('wording', () => {
  it.each([
    ['own', 'Foreign Desk'],
    ['wikidata-2022', 'Wikidata, 2022'],
    ['factbook-2026', 'World Factbook, February 2026'],
    ['some-list-2019', 'Some list, 2019'],
    ['', ''],
  ])('names the source %s', (key, name) => {
    expect(sourceName(key)).toBe(name);
  });

  it.each([
    ['2026-02-03', '3 February 2026'],
    ['2014-03', 'March 2014'],
    ['1991~', 'about 1991'],
    ['2014-02-20/2014-03-26', '20 February 2014 to 26 March 2014'],
    ['2014/..', '2014 to now'],
    ['2021-21', 'spring 2021'],
    ['2021-34', 'the second quarter of 2021'],
    ['204X', 'the 2040s'],
    ['20XX', 'the 21st century'],
    ['12XX', 'the 13th century'],
    ['nonsense', 'nonsense'],
  ])('writes %s in words', (edtf, text) => {
    expect(edtfText(edtf)).toBe(text);
  });

  it('writes periods', () => {
    expect(periodText({ from: date('2012'), to: date('2014-05') })).toBe('2012 – May 2014');
    expect(periodText({ from: date('2012') })).toBe('since 2012');
    expect(periodText({ to: date('2012') })).toBe('until 2012');
    expect(periodText({ from: date('2012'), endUnknown: true })).toBe('2012 – ?');
    expect(periodText({ endUnknown: true })).toBe('in the past');
    expect(periodText({})).toBe('');
  });

  it('puts source and as-of date at the end of a message', () => {
    const base = { start: 0, end: 1, rule: 'x', severity: 'error', fixes: [], related: [] } as const;
    expect(findingText({ ...base, message: 'It is so.', fact: { source: 'own', asOf: '2026-02-01' } })).toBe('It is so (Foreign Desk, as of 1 February 2026).');
    expect(findingText({ ...base, message: 'It is so', fact: { source: 'own', asOf: 'someday' } })).toBe('It is so (Foreign Desk, as of someday)');
    expect(findingText({ ...base, message: 'It is so.' })).toBe('It is so.');
  });

  it('lists and capitalises', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listText)).toEqual(['', 'a', 'a and b', 'a, b and c']);
    expect(['', 'ärger', 'ok'].map(capitalise)).toEqual(['', 'Ärger', 'Ok']);
  });
});

describe('Markdown', () => {
  it.each([
    ['[a](command:x)', '\\[a\\](command:x)'],
    ['<img src=x>', '\\<img src=x\\>'],
    ['a\nb\r\n# c', 'a b \\# c'],
    ['1. first', '1\\. first'],
    ['- item', '\\- item'],
    ['&lt;', '\\&lt;'],
    ['a_b*c`d|e~f\\g', 'a\\_b\\*c\\`d\\|e\\~f\\\\g'],
    ['Côte d’Ivoire (Abidjan)', 'Côte d’Ivoire (Abidjan)'],
  ])('shows %j as it is', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it('keeps a link target in its brackets', () => {
    expect(markdownLink('a]b', 'https://example.org/a b)c')).toBe('[a\\]b](https://example.org/a%20b%29c)');
  });
});
