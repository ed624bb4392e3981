import { describe, expect, it } from 'vitest';
import { tokenize } from './tokens';

/** Tokens as "text/kind", words bare. */
function show(prose: string): string {
  return tokenize(prose).map((token) => (token.kind === 'word' ? token.text : `${token.text}/${token.kind[0]!}`)).join(' ');
}

function shapes(prose: string): string[] {
  return tokenize(prose).map((token) => token.shape);
}

describe('words', () => {
  it.each([
    ['Iran’s fleet', 'Iran ’s fleet'],
    ["Norway's", "Norway 's"],
    ["NORWAY'S", "NORWAY 'S"],
    ["the students' hall", "the students '/p hall"],
    ["don't O'Brien Sana'a d'Ivoire", "don't O'Brien Sana'a d'Ivoire"],
    ["a driver's-side door", "a driver's-side door"],
    ['al-Rashid of Saint-Malo', 'al-Rashid of Saint-Malo'],
    ['Israeli-Palestinian', 'Israeli-Palestinian'],
    ['Bosnia‐Herzegovina', 'Bosnia‐Herzegovina'],
    ['then-president', 'then-president'],
    ['G20 F-16 U-2 Covid-19 S-400', 'G20 F-16 U-2 Covid-19 S-400'],
    ['mid-1990s Post-2014 mid-July', 'mid -/p 1990s/n Post -/p 2014/n mid-July'],
    ['AT&T and R & D', 'AT&T and R &/p D'],
    ['and/or', 'and //p or'],
  ])('%s', (prose, expected) => expect(show(prose)).toBe(expected));
});

describe('stops', () => {
  it.each([
    ['the U.S. Senate', 'the U.S. Senate'],
    ['the U.N.', 'the U.N.'],
    ['U.S.-led, U.S.’s', 'U.S.-led ,/p U.S. ’s'],
    ['Washington, D.C., today', 'Washington ,/p D.C. ,/p today'],
    ['J. Q. Holm and J.-P. Roux', 'J. Q. Holm and J.-P. Roux'],
    ['Gen. Holm on Feb. 3', 'Gen. Holm on Feb. 3/n'],
    ['FEB. 3', 'FEB. 3/n'],
    ['No. 5 and no.', 'No. 5/n and no ./p'],
    ['at 5 p.m. sharp', 'at 5/n p.m. sharp'],
    ['He sat. It rained.', 'He sat ./p It rained ./p'],
    ['wait...', 'wait .../p'],
    ['vitamin a. more', 'vitamin a ./p more'],
    ['А. Б. Иванов', 'А. Б. Иванов'],
  ])('%s', (prose, expected) => expect(show(prose)).toBe(expected));
});

describe('numbers', () => {
  it.each([
    ['1,000 3.67 1,234,567.', '1,000/n 3.67/n 1,234,567/n ./p'],
    ['4,25', '4/n ,/p 25/n'],
    ['60% $5bn', '60/n %/p $/p 5bn/n'],
    ['20th 1990s 2nd 2022’s', '20th/n 1990s/n 2nd/n 2022/n ’s'],
    ['2022-02-24 2022-02 2014-16', '2022-02-24/n 2022/n -/p 02/n 2014/n -/p 16/n'],
    ['2022-02-245', '2022/n -/p 02/n -/p 245/n'],
    ['24/2/2022 24.02.2022 2022/2/24 2011/12', '24/2/2022/n 24.02.2022/n 2022/2/24/n 2011/n //p 12/n'],
    ['28–16 October', '28/n –/p 16/n October'],
    ['11-member 20th-century', '11/n -/p member 20th/n -/p century'],
    ['24-Feb-2022', '24/n -/p Feb -/p 2022/n'],
    ['14:30, 3:1', '14:30/n ,/p 3/n :/p 1/n'],
    ["'90s", "'/p 90s/n"],
    ['٢٠٢٢', '٢٠٢٢/n'],
  ])('%s', (prose, expected) => expect(show(prose)).toBe(expected));
});

describe('other scripts and symbols', () => {
  it('keeps combining marks in the word and folds them away', () => {
    const [token] = tokenize('Cafe\u0301');
    expect(token).toMatchObject({ text: 'Cafe\u0301', folded: 'Cafe', lower: 'cafe', start: 0, end: 5, shape: 'capital' });
  });
  it('makes one word of a run of ideographs', () => expect(show('北京说。東京タワー')).toBe('北京说 。/p 東京タワー'));
  it('splits ideographs from Latin', () => expect(show('北京NATO')).toBe('北京 NATO'));
  it('reads right-to-left words with their marks', () => expect(show('قال الوَزير\u200f.')).toBe('قال الوَزير ./p'));
  it('keeps a zero-width non-joiner in the word', () => expect(tokenize('می\u200cخواهم')).toHaveLength(1));
  it('makes one token of an emoji sequence', () => {
    expect(tokenize('👩‍👩‍👧 👍🏽 ✈️').map(({ start, end, kind }) => [start, end, kind])).toEqual([
      [0, 8, 'punctuation'], [9, 13, 'punctuation'], [14, 16, 'punctuation'],
    ]);
  });
  it('survives lone surrogates and controls', () => expect(show('a\ud800b \udc00\0c')).toBe('a \ud800/p b \udc00/p c'));
});

describe('markup', () => {
  it('goes on through word joiners inside a word', () => {
    const [first, second] = tokenize('\u2060\u2060Ki\u2060\u2060yv\u2060\u2060\u2060\u2019s');
    expect(first).toMatchObject({ text: 'Kiyv', folded: 'Kiyv', start: 2, end: 8 });
    expect(second).toMatchObject({ text: '’s', lower: "'s", spaceBefore: false, end: 13 });
  });
  it('drops soft hyphens', () => expect(tokenize('Rus\u00adsia')[0]).toMatchObject({ text: 'Russia', folded: 'Russia', end: 7 }));
  it('makes objects of blanked stretches', () => expect(show('see \ufffc\ufffc\ufffc.')).toBe('see \ufffc\ufffc\ufffc/o ./p'));
});

describe('shape and space', () => {
  it('tells shapes', () => {
    expect(shapes('lower Capital UPPER McDonald al-Rashid Saint-Malo O’Brien U.S. A 北 12')).toEqual([
      'lower', 'capital', 'upper', 'mixed', 'mixed', 'capital', 'capital', 'upper', 'capital', 'other', 'other',
    ]);
  });
  it('notes white space in front', () => {
    expect(tokenize('“Yes,” he\nsaid').map((token) => token.spaceBefore)).toEqual([true, false, false, false, true, true]);
  });
});
