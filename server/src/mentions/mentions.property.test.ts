import { describe, expect, it } from 'vitest';
import { fixture } from './testing/fixture';
import { mentionsOf } from './testing/underlines';

const PIECES = ['Russian', 'Russia', "'s", 'president', 'President', 'of', 'the', 'Dalenko', 'Viktor', 'Olga', 'Maretska', 'war', 'in', 'Ukraine', '-', ',', '. ', '(', ')', 'SCO', 'Shanghai',
  'Cooperation', 'Organisation', 'former', 'ex-', 'then', 'Moscow', 'said', 'Kremlin', 'and', 'Georgia', 'Chen', 'Guowei', 'V.', 'Mr', 'minister', 'foreign', 'invasion', 'Kuwait',
  'Iraq', '2014', 'May', '“', '”', '🕊', 'مرحبا', '北京', 'Č', '\u2060', '\n', '\n\n', '# ', '**', 'elect', 'Secretary', 'Security', 'Council', '’', 'PRESIDENT', 'MOSCOW', 'U.S.', 'a'];

/** A small fixed generator (Park and Miller), so that a failure can be repeated. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

describe('any text', () => {
  it('gives sorted mentions that do not overlap, with spans that show their text and links that exist', () => {
    const next = random(20260201);
    for (let round = 0; round < 400; round++) {
      let text = '';
      for (let i = 0; i < 40; i++) text += PIECES[Math.floor(next() * PIECES.length)]! + (next() < 0.8 ? ' ' : '');
      const mentions = mentionsOf(text, fixture, round % 2 === 0 ? 'plaintext' : 'markdown');
      let end = 0;
      mentions.forEach((mention, i) => {
        expect(mention.start, text).toBeGreaterThanOrEqual(end);
        expect(mention.end, text).toBeGreaterThan(mention.start);
        end = mention.end;
        if (mention.entity !== undefined) expect(fixture.entity(mention.entity), text).toBeDefined();
        if (mention.office?.ofMention !== undefined) {
          expect(mention.office.ofMention).not.toBe(i);
          expect(mentions[mention.office.ofMention]).toBeDefined();
        }
        if (mention.office) {
          expect(mention.office.wholeSpan.start).toBeLessThanOrEqual(mention.office.titleSpan.start);
          expect(mention.office.wholeSpan.end).toBeGreaterThanOrEqual(mention.office.titleSpan.end);
        }
        if (round % 2 === 0) expect(text.slice(mention.start, mention.end).replaceAll('\u2060', '').replaceAll('\n', ' '), text).toBe(mention.text.replaceAll('\n', ' '));
      });
    }
  });
});
