import { ABBREVIATIONS, BEFORE_NUMBERS } from './abbreviations';
import { CharClass, charLength, classAt, emojiEnd, isLetterClass, stripTransparent } from './characters';
import { fold } from './fold';
import { isDigitAt, isYearAt, numberEnd } from './numbers';
import type { Token, TokenKind } from './types';

/** Punctuation that is one token when repeated. */
const RUNS = new Set(['.', '-', '`', "'", '"', '\u2014', '!', '?']);

const NUMBER_PREFIXES = new Set(['mid', 'pre', 'post', 'early', 'late']);

/** Whether the code unit is a hyphen that can join the parts of a word. */
export function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011;
}

/** Whether the code unit is written for an apostrophe: ' ’ ‘ ` ´. */
export function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2018 || code === 0x60 || code === 0xb4;
}

/**
 * Splits the prose of a block (see `Block.prose`) into tokens, in one walk over its code units. Spans are UTF-16 offsets into
 * `prose`, sorted, never overlapping, and cover everything but white space and transparent characters.
 *
 * - Words keep inner apostrophes ("don't", "O'Brien"), hyphens ("al-Assad", "F-16"), the stops of acronyms and initials
 *   ("U.S.", "J.") and the stop of known abbreviations ("Gen.", "Feb."). A hyphen before four digits or after a small prefix
 *   splits: "mid-1990s" is three tokens. The possessive is a word token of its own ("'s"), so is no other apostrophe.
 * - Numbers begin with a digit: "1,000", "3.67", "20th", "1990s", "5bn", "14:30", "2022-02-24", "24/2/2022", "24.02.2022".
 *   Other hyphens and dashes between digits are tokens: "2014-16" and "28–16" are three.
 * - A run of Han, Hiragana and Katakana is one word of shape `other`; a run of U+FFFC is one `object`; an emoji sequence is
 *   one `punctuation`.
 */
export function tokenize(prose: string): Token[] {
  return new Tokenizer(prose).run();
}

class Tokenizer {
  private readonly tokens: Token[] = [];
  private position = 0;
  private space = true;

  constructor(private readonly text: string) {}

  run(): Token[] {
    const { text } = this;
    while (this.position < text.length) {
      const kind = classAt(text, this.position);
      switch (kind) {
        case CharClass.Space:
          this.space = true;
          this.position++;
          break;
        case CharClass.Joiner:
          this.position++;
          break;
        case CharClass.Digit:
          this.number();
          break;
        case CharClass.Lower:
        case CharClass.Upper:
        case CharClass.Letter:
          this.word();
          break;
        case CharClass.Ideograph:
          this.emit('word', this.position, this.runOf(CharClass.Ideograph), 'other');
          break;
        case CharClass.Object:
          this.emit('object', this.position, this.runOf(CharClass.Object), 'other');
          break;
        default:
          this.punctuation();
      }
    }
    return this.tokens;
  }

  /** End of the run of one class (marks and transparent characters go with it) from the current position. */
  private runOf(kind: CharClass): number {
    const { text } = this;
    let end = this.position;
    let index = end;
    while (index < text.length) {
      const next = classAt(text, index);
      if (next !== kind && next !== CharClass.Mark && next !== CharClass.Joiner) break;
      index += charLength(text, index);
      if (next !== CharClass.Joiner) end = index;
    }
    return end;
  }

  private emit(kind: TokenKind, start: number, end: number, shape: Token['shape'], ascii = false, joined = !ascii): void {
    const slice = this.text.slice(start, end);
    const text = joined ? stripTransparent(slice) : slice;
    const folded = ascii ? text : fold(text);
    const lower = shape === 'lower' ? folded : folded.toLowerCase();
    this.tokens.push({ start, end, kind, text, folded, lower, shape, spaceBefore: this.space });
    this.space = false;
    this.position = end;
  }

  private punctuation(): void {
    const { text } = this;
    const start = this.position;
    const char = text[start]!;
    let end = start + charLength(text, start);
    const code = char.charCodeAt(0);
    if (RUNS.has(char)) {
      while (text[end] === char || (char === '!' && text[end] === '?') || (char === '?' && text[end] === '!')) end++;
    } else if (code > 0x2000) {
      end = emojiEnd(text, end);
    }
    this.emit('punctuation', start, end, 'other', code < 0x80, false);
  }

  private number(): void {
    const { text } = this;
    const start = this.position;
    let index = numberEnd(text, start);
    let ascii = true;
    let end = index;
    while (index < text.length) {
      const kind = classAt(text, index);
      if (kind === CharClass.Joiner) {
        index++;
        continue;
      }
      if (!isLetterClass(kind) && kind !== CharClass.Mark && kind !== CharClass.Digit) break;
      if (text.charCodeAt(index) > 0x7f) ascii = false;
      index += charLength(text, index);
      end = index;
    }
    for (let i = start; ascii && i < end; i++) if (text.charCodeAt(i) > 0x7f) ascii = false;
    this.emit('number', start, end, 'other', ascii);
    this.possessive();
  }

  private word(): void {
    const { text } = this;
    const length = text.length;
    const start = this.position;
    let end = start;
    let index = start;
    let ascii = true;
    let joined = false;
    // Shape: number of cased letters by kind, and whether a capital stands elsewhere than at the head of a part.
    let uppers = 0;
    let lowers = 0;
    let innerCapital = false;
    let firstUpper = false;
    let headOfPart = true;
    // Letters since the last full stop, for acronyms.
    let segment = 0;
    let segmentUpper = false;
    let stops = 0;

    scan: while (index < length) {
      const kind = classAt(text, index);
      switch (kind) {
        case CharClass.Upper:
          if (index === start) firstUpper = true;
          else if (!headOfPart) innerCapital = true;
          uppers++;
          segmentUpper = true;
          headOfPart = false;
          break;
        case CharClass.Lower:
          lowers++;
          headOfPart = false;
          break;
        case CharClass.Letter:
        case CharClass.Digit:
          headOfPart = false;
          break;
        case CharClass.Mark:
          ascii = false;
          index += charLength(text, index);
          end = index;
          continue;
        case CharClass.Joiner:
          joined = true;
          index++;
          continue;
        default: {
          const next = this.skipJoiners(index + 1);
          const code = text.charCodeAt(index);
          if (code === 0x2e) {
            // "U.S.", "J." followed by a name, "a.m."
            if (segment !== 1) break scan;
            const follows = next < length ? classAt(text, next) : CharClass.Space;
            if (isLetterClass(follows)) {
              if (!this.isSingleLetter(next)) break scan;
            } else if (stops === 0 && !(segmentUpper && this.initialFollowed(next))) {
              break scan;
            }
            stops++;
            segment = 0;
            segmentUpper = false;
            end = index + 1;
            index = end;
            headOfPart = true;
            continue;
          }
          if (next >= length) break scan;
          const follows = classAt(text, next);
          if (isHyphen(code)) {
            const numbered = follows === CharClass.Digit && (lowers === 0 || firstUpper) && this.joinsNumber(start, index, next);
            if (!isLetterClass(follows) && !numbered) break scan;
          } else if (isApostrophe(code)) {
            if (!isLetterClass(follows) || this.isPossessive(next)) break scan;
          } else if (code === 0x26) {
            if (lowers > 0 || follows !== CharClass.Upper) break scan;
          } else break scan;
          if (code > 0x7f || code === 0x60) ascii = false;
          if (code === 0x26) headOfPart = false;
          else headOfPart = true;
          segment = 0;
          segmentUpper = false;
          if (next > index + 1) joined = true;
          index = next;
          continue;
        }
      }
      if (text.charCodeAt(index) > 0x7f) ascii = false;
      segment++;
      index += charLength(text, index);
      end = index;
    }

    let spanJoined = joined;
    if (!spanJoined) spanJoined = hasJoiner(text, start, end, ascii);
    if (stops === 0 && text.charCodeAt(end) === 0x2e && text.charCodeAt(end + 1) !== 0x2e) {
      const surface = text.slice(start, end);
      if (ABBREVIATIONS.has(surface) || (BEFORE_NUMBERS.has(surface) && this.numberFollows(end + 1))) end++;
    }
    this.emit('word', start, end, shapeOf(uppers, lowers, firstUpper, innerCapital), ascii && !spanJoined, spanJoined);
    this.possessive();
  }

  /** Emits "'s" when it stands at the current position, glued to the word or number before. */
  private possessive(): void {
    const { text } = this;
    const start = this.skipJoiners(this.position);
    if (!isApostrophe(text.charCodeAt(start))) return;
    const letter = this.skipJoiners(start + 1);
    if (!this.isPossessive(letter)) return;
    this.emit('word', start, letter + 1, text[letter] === 's' ? 'lower' : 'other');
  }

  /** Whether the letter at `index` is an s that ends a possessive. */
  private isPossessive(index: number): boolean {
    const code = this.text.charCodeAt(index);
    if (code !== 0x73 && code !== 0x53) return false;
    const after = this.skipJoiners(index + 1);
    if (after >= this.text.length) return true;
    const kind = classAt(this.text, after);
    if (isLetterClass(kind) || kind === CharClass.Digit || kind === CharClass.Mark) return false;
    if (!isHyphen(this.text.charCodeAt(after)) || after + 1 >= this.text.length) return true;
    return !isLetterClass(classAt(this.text, after + 1));
  }

  private skipJoiners(index: number): number {
    while (index < this.text.length && classAt(this.text, index) === CharClass.Joiner) index++;
    return index;
  }

  /** Whether a lone letter stands at `index` (no second letter behind it). */
  private isSingleLetter(index: number): boolean {
    const after = index + charLength(this.text, index);
    if (after >= this.text.length) return true;
    const kind = classAt(this.text, after);
    return !isLetterClass(kind) && kind !== CharClass.Digit && kind !== CharClass.Mark;
  }

  /** "J. Smith", "J.-P. Martin", "J.K.": a capital follows the initial's stop, after one space or a hyphen. */
  private initialFollowed(index: number): boolean {
    if (index >= this.text.length) return false;
    const kind = classAt(this.text, index);
    if (kind !== CharClass.Space) return isHyphen(this.text.charCodeAt(index));
    const next = this.skipJoiners(index + 1);
    return next < this.text.length && classAt(this.text, next) === CharClass.Upper;
  }

  /** "F-16", "Covid-19", but not "Mid-90s" and not "May-2014". */
  private joinsNumber(start: number, hyphen: number, digit: number): boolean {
    return !isYearAt(this.text, digit) && !NUMBER_PREFIXES.has(this.text.slice(start, hyphen).toLowerCase());
  }

  private numberFollows(index: number): boolean {
    if (this.text[index] === ' ' || this.text[index] === '\u00a0') index++;
    return isDigitAt(this.text, index);
  }
}

function hasJoiner(text: string, start: number, end: number, ascii: boolean): boolean {
  if (ascii) return false;
  for (let i = start; i < end; i++) if (classAt(text, i) === CharClass.Joiner) return true;
  return false;
}

/** `Capital` words may have a capital at the head of each part: "Saint-Denis", "O'Brien". */
function shapeOf(uppers: number, lowers: number, firstUpper: boolean, innerCapital: boolean): Token['shape'] {
  if (uppers === 0) return lowers > 0 ? 'lower' : 'other';
  if (lowers === 0) return uppers === 1 ? 'capital' : 'upper';
  return firstUpper && !innerCapital ? 'capital' : 'mixed';
}
