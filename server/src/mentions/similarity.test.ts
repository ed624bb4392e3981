import { describe, expect, it } from 'vitest';
import { editDistance, nameSimilarity } from './similarity';

describe('nameSimilarity', () => {
  it.each([
    ['Shoigu', 'Xuzhou'], ['Kishida', 'Kishinev'], ['Petro', 'Petra'], ['Merkel', 'Merkle'], ['Gaddafi', 'Qaddafi'],
    ['Zelensky', 'Zelenskyy'], ['Khrushchev', 'Chruschtschow'], ['Caputova', 'Čaputová'], ['Halliwell', 'Haliwell'],
  ])('finds %s and %s alike', (a, b) => {
    expect(nameSimilarity(a, b)).toBeGreaterThanOrEqual(0.7);
    expect(nameSimilarity(b, a)).toBeCloseTo(nameSimilarity(a, b), 10);
  });

  it('puts Lavrov and Lvov in the middle', () => {
    expect(nameSimilarity('Lavrov', 'Lvov')).toBeGreaterThan(0.55);
    expect(nameSimilarity('Lavrov', 'Lvov')).toBeLessThan(0.85);
  });

  it.each([['Putin', 'Beijing'], ['Wang', 'Washington'], ['Biden', 'Berlin'], ['Scholz', 'Paris'], ['Modi', 'Delhi']])(
    'finds %s and %s unlike', (a, b) => expect(nameSimilarity(a, b)).toBeLessThan(0.55),
  );

  it('answers 1 for the same name and 0 for what has no letters', () => {
    expect(nameSimilarity('Erdoğan', 'Erdogan')).toBe(1);
    expect(nameSimilarity('', 'Erdogan')).toBe(0);
    expect(nameSimilarity('習近平', 'Xi')).toBe(0);
  });
});

describe('editDistance', () => {
  it('counts swaps once and gives up beyond the bound', () => {
    expect(editDistance('Merkel', 'Merkle')).toBe(1);
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('kitten', 'sitting', 2)).toBe(3);
    expect(editDistance('a', 'abcdefgh', 2)).toBe(3);
    expect(editDistance('', '', 0)).toBe(0);
  });
});
