/** What a UTF-16 code unit can be for the tokenizer. Surrogates are looked at in pairs, see {@link classAt}. */
export const enum CharClass {
  Unknown,
  /** White space and control characters. */
  Space,
  Lower,
  Upper,
  /** Letters without case: Arabic, Hangul, Devanagari … */
  Letter,
  /** Han, Hiragana and Katakana, which are written without spaces. */
  Ideograph,
  Digit,
  /** Combining marks and the joiners that shape letters; never start a word. */
  Mark,
  /** Transparent: word joiner, soft hyphen, zero-width space, byte-order mark, direction marks. */
  Joiner,
  /** U+FFFC. */
  Object,
  /** First half of a surrogate pair, or a lone half. */
  Surrogate,
  Other,
}

const TRANSPARENT = /[\u2060\u00ad\u200b\ufeff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/;
const TRANSPARENT_ALL = new RegExp(TRANSPARENT.source, 'g');
const table = new Uint8Array(65536);

function classify(char: string): CharClass {
  const code = char.charCodeAt(0);
  if (code === 0xfffc) return CharClass.Object;
  if (TRANSPARENT.test(char)) return CharClass.Joiner;
  if (/[\s\p{Cc}]/u.test(char)) return CharClass.Space;
  if (/[\p{M}\u200c\u200d]/u.test(char)) return CharClass.Mark;
  if (/\p{N}/u.test(char) && !/\p{Nl}/u.test(char)) return CharClass.Digit;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc]/u.test(char)) return CharClass.Ideograph;
  if (/[\p{Lu}\p{Lt}]/u.test(char)) return CharClass.Upper;
  if (/\p{Ll}/u.test(char)) return CharClass.Lower;
  if (/[\p{L}\p{Nl}]/u.test(char)) return CharClass.Letter;
  return CharClass.Other;
}

/** Class of the character that begins at `index`; a surrogate pair is classed as a whole, a lone half is `Surrogate`. */
export function classAt(text: string, index: number): CharClass {
  const code = text.charCodeAt(index);
  const known = table[code]!;
  if (known !== CharClass.Unknown) {
    return known === CharClass.Surrogate ? classOfPair(text, index) : known;
  }
  if (code >= 0xd800 && code <= 0xdfff) {
    table[code] = CharClass.Surrogate;
    return classOfPair(text, index);
  }
  return (table[code] = classify(text[index]!));
}

function classOfPair(text: string, index: number): CharClass {
  const point = text.codePointAt(index)!;
  return point > 0xffff ? classify(String.fromCodePoint(point)) : CharClass.Surrogate;
}

/** Length in code units of the character at `index`: 2 for a surrogate pair, else 1. */
export function charLength(text: string, index: number): 1 | 2 {
  const code = text.charCodeAt(index);
  if (code < 0xd800 || code > 0xdbff) return 1;
  const low = text.charCodeAt(index + 1);
  return low >= 0xdc00 && low <= 0xdfff ? 2 : 1;
}

/** Whether the class can stand inside a word of letters (not ideographs, which make words of their own). */
export function isLetterClass(kind: CharClass): boolean {
  return kind === CharClass.Lower || kind === CharClass.Upper || kind === CharClass.Letter;
}

/** The text without transparent characters. */
export function stripTransparent(text: string): string {
  return text.replace(TRANSPARENT_ALL, '');
}

/** End of the symbol that was read up to `end`, with its marks, its skin tone and what zero-width joiners tie on to it. */
export function emojiEnd(text: string, end: number): number {
  for (;;) {
    const code = text.charCodeAt(end);
    if (code === 0x200d) {
      end += 1;
      if (end < text.length && classAt(text, end) === CharClass.Other) end += charLength(text, end);
    } else if (code === 0xfe0f || code === 0x20e3) {
      end += 1;
    } else {
      const point = code >= 0xd800 ? text.codePointAt(end) : undefined;
      if (point === undefined || point < 0x1f3fb || point > 0x1f3ff) return end;
      end += 2;
    }
  }
}
