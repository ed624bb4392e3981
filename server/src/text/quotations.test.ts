import { describe, expect, it } from 'vitest';
import { readBlock } from './blockReading';
import type { Block } from './types';

function quoted(prose: string, extra: Partial<Pick<Block, 'kind' | 'emphasis'>> = {}): string[] {
  return readBlock({ kind: 'paragraph', prose, emphasis: [], ...extra }).quotations.map(
    ({ start, end, kind }) => (kind === 'speech' ? '' : `${kind}:`) + prose.slice(start, end),
  );
}

describe('marks that pair', () => {
  it.each<[string, string[]]>([
    ['He said “yes” and “no”.', ['“yes”', '“no”']],
    ['He said "yes," then "no".', ['"yes,"', '"no"']],
    ['Il dit « oui » puis «non».', ['« oui »', '«non»']],
    ['Er sagt „ja“ und »nein«.', ['„ja“', '»nein«']],
    ['Han sade ”ja” och ”nej”.', ['”ja”', '”nej”']],
    ['He said ‘yes’ and left.', ['‘yes’']],
    ["A 'new era' began.", ["'new era'"]],
    ['“He told me ‘go’ twice.”', ['“He told me ‘go’ twice.”', '‘go’']],
    ['他说「好」。', ['「好」']],
    ["The report said ``one thing'' only .", ["``one thing''"]],
    ['He said " yes " and " no " .', ['" yes "', '" no "']],
    ['He said ""yes"" twice.', ['""yes""']],
    ['("Yes," he said.)', ['"Yes,"']],
    ['‘The students’ rights are safe,’ he said, ‘for now.’', ['‘The students’ rights are safe,’', '‘for now.’']],
    ['‘I don’t know’, she said.', ['‘I don’t know’']],
  ])('%s', (prose, expected) => expect(quoted(prose)).toEqual(expected));
});

describe('apostrophes and strays', () => {
  it.each([
    "the students' rights and the teachers' pay",
    'the ’90s and the ’80s',
    "the '90s were the bosses' years",
    'It’s Iran’s and Laos’ border',
    "'Abd al-Rashid spoke",
    'met ‘Ali in Sana’a',
    'a 12" gun',
  ])('%s', (prose) => expect(quoted(prose)).toEqual([]));
});

describe('left open', () => {
  it('runs to the end of the block', () => expect(quoted('He said: “We stay. And we')).toEqual(['“We stay. And we']));
  it('counts a single mark at the start', () => expect(quoted('‘We stay. And we')).toEqual(['‘We stay. And we']));
});

describe('blocks and titles', () => {
  it('takes a quoted block whole', () => expect(quoted('All “of” it', { kind: 'quotation' })).toEqual(['block:All “of” it']));
  it('takes short italics with a capital as a title', () => {
    const prose = 'In \u2060The Long Road\u2060 she writes';
    expect(quoted(prose, { emphasis: [{ start: 3, end: 18, strong: false }] })).toEqual([`title:${prose.slice(3, 18)}`]);
  });
  it.each<[string, number, number, boolean]>([
    ['In The Long Road she writes', 3, 16, true],
    ['It was very odd indeed', 7, 11, false],
    ['Oslo, 3 March', 0, 13, false],
    ['He read One Two Three Four Five Six Seven Eight Nine aloud', 8, 52, false],
  ])('no title: %s', (prose, start, end, strong) => expect(quoted(prose, { emphasis: [{ start, end, strong }] })).toEqual([]));
});
