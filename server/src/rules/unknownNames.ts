import type { Discourse } from '../claims/discourse';
import type { Span } from '../text/span';
import type { Token } from '../text/types';

/** A capitalised word that belongs to no mention and no time expression. */
export interface UnknownWord extends Span {
  readonly text: string;
  readonly folded: string;
  readonly block: number;
  readonly sentence: number;
  /** First word of its sentence: the capital may be the sentence's. */
  readonly initial: boolean;
  readonly quoted: boolean;
  /** Behind "of" and a capital: "District of Columbia". */
  readonly inLongerName: boolean;
  /** In a heading set in title case, any word has a capital. */
  readonly titleCase: boolean;
  /** Neighbours in the sentence. */
  readonly previous?: Token;
  readonly next?: Token;
}

/** Words that open sentences and are no part of a name. */
const OPENERS = new Set(['later', 'then', 'when', 'while', 'but', 'and', 'so', 'if', 'in', 'on', 'at', 'by', 'for', 'from', 'to', 'with', 'the', 'a', 'an', 'this', 'that', 'as', 'since', 'after', 'before',
  'because', 'although', 'though', 'yet', 'now', 'today', 'yesterday', 'here', 'there', 'his', 'her', 'its', 'their', 'both', 'neither', 'only', 'even', 'like', 'unlike', 'under', 'over', 'among',
  'between', 'behind', 'during', 'until', 'meanwhile', 'earlier', 'soon', 'still', 'perhaps', 'why', 'how', 'what', 'where', 'who', 'did', 'does', 'was', 'were', 'is', 'are', 'has', 'had', 'not', 'or', 'nor']);

/** Capitalised words of the text that nothing has recognised, in order. */
export function* unknownWords(discourse: Discourse): Iterable<UnknownWord> {
  let m = 0;
  let t = 0;
  const { mentions, times } = discourse;
  for (let block = 0; block < discourse.readings.length; block++) {
    const reading = discourse.readings[block]!;
    const { start: offset, kind } = discourse.block(block);
    for (let number = 0; number < reading.sentences.length; number++) {
      const sentence = reading.sentences[number]!;
      const titleCase = kind === 'heading' && mostlyCapital(reading.tokens.slice(sentence.first, sentence.last));
      for (let i = sentence.first; i < sentence.last; i++) {
        const token = reading.tokens[i]!;
        if (token.kind !== 'word' || (token.shape !== 'capital' && token.shape !== 'mixed') || token.text.length < 2) continue;
        const start = offset + token.start;
        const end = offset + token.end;
        while (m < mentions.length && mentions[m]!.end <= start) m++;
        while (t < times.length && times[t]!.end <= start) t++;
        if (m < mentions.length && mentions[m]!.start < end) continue;
        if (t < times.length && times[t]!.start < end) continue;
        yield {
          start, end, text: token.text, folded: token.folded, block, sentence: number, titleCase,
          initial: !reading.tokens.slice(sentence.first, i).some((before) => before.kind === 'word' || before.kind === 'number'),
          quoted: reading.quotations.some((quotation) => quotation.start <= token.start && token.end <= quotation.end),
          inLongerName: i > sentence.first + 1 && reading.tokens[i - 1]!.lower === 'of' && isCapitalised(reading.tokens[i - 2]),
          previous: i > sentence.first ? reading.tokens[i - 1] : undefined,
          next: i + 1 < sentence.last ? reading.tokens[i + 1] : undefined,
        };
      }
    }
  }
}

function mostlyCapital(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.kind === 'word' && token.text.length > 3);
  return words.length > 1 && words.filter((token) => token.shape !== 'lower').length > words.length / 2;
}

/** Titles before a name, which are no part of it. */
export const HONORIFICS: ReadonlySet<string> = new Set(['mr', 'mr.', 'mrs', 'mrs.', 'ms', 'ms.', 'dr', 'dr.', 'prof', 'prof.', 'professor', 'sir', 'lady', 'lord', 'general', 'gen.', 'marshal', 'admiral', 'commander', 'major', 'lieutenant', 'sergeant', 'minister', 'senator', 'governor', 'mayor', 'bishop', 'colonel', 'captain', 'sheikh', 'father', 'sister', 'judge', 'madame', 'señor']);

export function opensSentence(word: string): boolean {
  return OPENERS.has(word);
}

/** Whether a neighbour is a capitalised word other than a sentence opener, so that a name goes on there. */
export function isCapitalised(token: Token | undefined): boolean {
  return token !== undefined && !OPENERS.has(token.lower) && token.kind === 'word' && (token.shape === 'capital' || token.shape === 'mixed' || (token.shape === 'upper' && token.text.length > 1));
}
