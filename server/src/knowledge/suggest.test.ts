import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from './suggest';

describe('nearest', () => {
  it.each([
    ['ukriane', ['ukraine', 'bahrain', 'iran'], 'ukraine'],
    ['holdrs', ['holders', 'titles'], 'holders'],
    ['metonym-of', ['metonymOf', 'name'], 'metonymOf'],
    ['xi-jingping', ['xi-jinping', 'li-peng'], 'xi-jinping'],
    ['ab', ['ac', 'xyz'], 'ac'],
  ])('%s', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });

  it('suggests nothing that is not near', () => {
    expect(nearest('france', ['germany', 'spain'])).toBeUndefined();
    expect(nearest('x', [])).toBeUndefined();
    expect(didYouMean('france', ['germany'])).toBe('');
  });
});
