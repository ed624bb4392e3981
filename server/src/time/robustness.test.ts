import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../dates/edtf';
import { timesOf } from './testing/times';

/** Mulberry32: a small seeded generator, so that a failure can be repeated. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS = (
  'the a an of in on by from to until between and or since before after for , . : ; ( ) – - / \' ’ " 24 31 3rd 2022 1991 1990s 12:30 11.38 p.m. 2022-02-30 24/2/2022 ' +
  '03.04.2026 0 00 99999999999 1,000 2.5 ½ January May march Feb. Sept Friday Sunday Mon. early mid late later earlier end middle beginning last next this that same following previous ' +
  'every each per year years month weeks day days decade century fortnight quarter quarters half second first twenty twenty-three hundred three and-a-half ago old long today ' +
  "tomorrow now recent future spring fall winter Christmas Easter Good Q3 H1 BC AD GMT o'clock noon midnight morning night '90s nineties 9/11 9 11 \u2060 \ufffc é 日本 🙂 \u0301 will was " +
  "more than at least close to couple few several dozen New Year's Day"
).split(' ');

describe('robustness', () => {
  it('never throws, and every span lies in the document, in order and apart', () => {
    const random = generator(20220303);
    for (let round = 0; round < 1500; round++) {
      let text = '';
      for (let word = 0; word < 40; word++)
        text += WORDS[Math.floor(random() * WORDS.length)]! + (random() < 0.75 ? ' ' : random() < 0.1 ? '\n\n' : '');
      const date = round % 3 === 0 ? undefined : round % 3 === 1 ? '2022-03-03' : '2026';
      const { times } = timesOf(text, date, round % 2 === 0 ? 'plaintext' : 'markdown');
      let end = 0;
      times.forEach((time, index) => {
        expect(time.start, text).toBeGreaterThanOrEqual(end);
        expect(time.end, text).toBeGreaterThan(time.start);
        end = time.end;
        if (time.range) expect(time.range.first, text).toBeLessThanOrEqual(time.range.last);
        if (time.edtf !== undefined) expect(parseEdtf(time.edtf), `${time.edtf} of ${text}`).toBeDefined();
        if (time.impossible) expect(time.range, text).toBeUndefined();
        if (time.rangePartner !== undefined) expect(times[time.rangePartner]?.rangePartner, text).toBe(index);
        for (const span of [
          time.written?.daySpan,
          time.written?.monthSpan,
          time.written?.yearSpan,
          time.written?.weekdaySpan,
          time.duration?.amountSpan,
        ]) {
          if (span) expect(span.start >= 0 && span.end <= text.length && span.start < span.end, text).toBe(true);
        }
      });
      expect(end, text).toBeLessThanOrEqual(text.length);
    }
  });

  it('reads long runs of one word in linear time', () => {
    const measure = (word: string, count: number) => {
      const start = performance.now();
      timesOf(word.repeat(count), '2022-03-03');
      return performance.now() - start;
    };
    for (const word of ['the ', 'twenty-', '12 and ', '12, ', 'early ', 'May ', '1990–', 'a half ', 'more than ', 'last ']) {
      measure(word, 500);
      // A quadratic walk would take a hundred times as long for ten times the text.
      expect(measure(word, 20_000), word).toBeLessThan(Math.max(400, measure(word, 2_000) * 60));
    }
  });
});
