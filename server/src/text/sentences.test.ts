import { describe, expect, it } from 'vitest';
import { splitSentences } from './sentences';
import { tokenize } from './tokens';

function split(prose: string): string[] {
  return splitSentences(tokenize(prose)).map(({ start, end }) => prose.slice(start, end));
}

describe('sentences end', () => {
  it.each<[string, string[]]>([
    ['One came. Two left.', ['One came.', 'Two left.']],
    ['Why? Nobody knew! Then…  Then it rained.', ['Why?', 'Nobody knew!', 'Then…', 'Then it rained.']],
    ['“We stay.” He left.', ['“We stay.”', 'He left.']],
    ['(It failed.) They went on.', ['(It failed.)', 'They went on.']],
    ['It fell by 3.67. 40 men left.', ['It fell by 3.67.', '40 men left.']],
    ['He lives in the U.S. The others do not.', ['He lives in the U.S.', 'The others do not.']],
    ['It opened at 5 p.m. They closed it at 6 p.m. on Sunday.', ['It opened at 5 p.m.', 'They closed it at 6 p.m. on Sunday.']],
    ['He bought Holm Inc. It failed.', ['He bought Holm Inc.', 'It failed.']],
    ['It ended.\nNobody came.', ['It ended.', 'Nobody came.']],
    ['他来了。她走了！', ['他来了。', '她走了！']],
    ['وصل الوزير. ثم غادر؟ نعم', ['وصل الوزير.', 'ثم غادر؟', 'نعم']],
    ['He said . " The end . " Why ?', ['He said .', '" The end . "', 'Why ?']],
    ['It was all they had in need.Then it rained.', ['It was all they had in need.', 'Then it rained.']],
    ['It was late. al-Rashid slept.', ['It was late.', 'al-Rashid slept.']],
  ])('%s', (prose, expected) => expect(split(prose)).toEqual(expected));
});

describe('sentences go on', () => {
  it.each([
    'Gen. Holm met Sen. Ruiz in St. Malo on Feb. 3 at No. 10.',
    'The U.S. Senate and the U.N. Security Council met.',
    'J. Q. Holm and W. Ruiz signed.',
    'OSLO, March 3, 2022 (Newswire) — Ministers met.',
    '“What now?” he asked.',
    'It rose 3.67 points, etc. and fell.',
    'A line\nbroken by hand\nThree times',
    'See art. 5 and p. 3 of the treaty.',
    '1. Ministers met.',
    'Wait... what happened.',
  ])('%s', (prose) => expect(split(prose)).toEqual([prose]));
});

it('puts every token in exactly one sentence', () => {
  const tokens = tokenize('A. B! “C.” D? e. F (g.) H… 1. 2.');
  const sentences = splitSentences(tokens);
  expect(sentences[0]!.first).toBe(0);
  expect(sentences.at(-1)!.last).toBe(tokens.length);
  sentences.slice(1).forEach((sentence, index) => expect(sentence.first).toBe(sentences[index]!.last));
});

it('gives no sentence for an empty block', () => expect(split('')).toEqual([]));
