import { expect, it } from 'vitest';
import { tokenize } from './tokens';
import { countWords, splitHyphenated } from './wordParts';

function parts(prose: string): [string, number, number][] {
  return splitHyphenated(tokenize(prose).at(-1)!, prose).map(({ text, start, end }) => [text, start, end]);
}

it('splits hyphenated words with offsets', () => {
  expect(parts('the Franco-German')).toEqual([['Franco', 4, 10], ['German', 11, 17]]);
  expect(parts('U.S.-led')).toEqual([['U.S.', 0, 4], ['led', 5, 8]]);
  expect(parts('S-400')).toEqual([['S', 0, 1], ['400', 2, 5]]);
});

it('sees through markup', () => {
  expect(parts('\u2060Fran\u2060co\u2060-\u2060German')).toEqual([['Franco', 1, 8], ['German', 11, 17]]);
});

it('keeps kinds, shapes and the space in front', () => {
  const prose = 'x mid-July';
  const [first, second] = splitHyphenated(tokenize(prose)[1]!, prose);
  expect(first).toMatchObject({ shape: 'lower', spaceBefore: true, lower: 'mid' });
  expect(second).toMatchObject({ shape: 'capital', spaceBefore: false, lower: 'july' });
});

it('gives nothing for other tokens', () => {
  expect(parts('Oslo')).toEqual([]);
  expect(parts('-')).toEqual([]);
});

it('counts words and numbers, not possessives', () => {
  expect(countWords({ tokens: tokenize('Norway’s 11-member group, in 2022.') })).toBe(6);
});
