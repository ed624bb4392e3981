import type { BlockReading } from '../text/types';
import type { Parsed, WrittenTime } from './form';
import { expressionsAt } from './grammar';
import { isDash, toLexemes, type Lexeme } from './lexemes';
import { PREPOSITIONS } from './lexicon';
import { tenseAt } from './tense';
import { lowerAt, type Lexemes } from './walk';

const cache = new WeakMap<BlockReading, readonly WrittenTime[]>();

/**
 * Time expressions that stand in one block, in order and without overlaps, as far as the block alone says what they mean. Offsets
 * are relative
 * to the block. Pure function of the reading, and kept with it, so that an edit elsewhere in the document costs nothing here.
 */
export function readTimes(reading: BlockReading): readonly WrittenTime[] {
  const known = cache.get(reading);
  if (known) return known;
  const times = walk(reading);
  cache.set(reading, times);
  return times;
}

function walk(reading: BlockReading): WrittenTime[] {
  const lexemes = toLexemes(reading.tokens);
  const found: Parsed[] = [];
  for (let index = 0; index < lexemes.length;) {
    const lexeme = lexemes[index]!;
    const parsed = lexeme.entry !== undefined || lexeme.digits >= 0 ? expressionsAt(lexemes, index) : undefined;
    if (!parsed) {
      index++;
      continue;
    }
    found.push(...parsed);
    index = Math.max(index + 1, parsed[parsed.length - 1]!.last);
  }
  if (found.length === 0) return [];
  linkRanges(lexemes, found);
  return finish(reading, lexemes, found);
}

/**
 * Joins "from A to B", "A–B" and "between A and B" of two dates; parts that the first leaves to the second are taken from there.
 */
function linkRanges(lexemes: Lexemes, found: Parsed[]): void {
  for (let index = 0; index + 1 < found.length; index++) {
    const a = found[index]!;
    const b = found[index + 1]!;
    if (a.form.kind !== 'calendar' || b.form.kind !== 'calendar' || a.partner !== undefined || b.partner !== undefined) continue;
    let at = a.last;
    if (lowerAt(lexemes, at) === ',') at++;
    const join = lexemes[at];
    if (!join) continue;
    const before = lowerAt(lexemes, a.first - 1);
    const ranged =
      isDash(join) ||
      (/^(?:to|until|till|through)$/.test(join.lower) &&
        (before === 'from' || a.form.day !== undefined || a.form.year === undefined || before === '(')) ||
      (join.lower === 'and' && before === 'between');
    if (ranged && before === 'from' && isMoved(lexemes, a.first - 2)) continue;
    const listed = join.lower === 'and' || join.lower === 'or' || join.lower === 'to';
    if (!ranged && !listed) continue;
    let next = at + 1;
    if (/^(?:the|on|in|about|around)$/.test(lowerAt(lexemes, next)) && next < b.first) next++;
    if (next !== b.first) continue;
    const form = { ...a.form };
    if (form.month === undefined && form.day !== undefined && b.form.month !== undefined) form.month = b.form.month;
    if (
      form.year === undefined &&
      form.month !== undefined &&
      b.form.year !== undefined &&
      form.reference === undefined &&
      form.yearReference === undefined
    ) {
      // "from November to February 1991" began the year before; with days on both sides the text may also be reversed, which is
      // for a rule to say.
      const rolls = ranged && b.form.month !== undefined && form.month > b.form.month && b.form.month + 12 - form.month <= 6;
      form.year = b.form.year - (rolls ? 1 : 0);
      if (b.form.bc) form.bc = true;
    }
    found[index] = { ...a, form, ...(ranged && { partner: 1 as const }) };
    if (ranged) found[index + 1] = { ...b, partner: -1 };
  }
}

const MOVED: ReadonlySet<string> = new Set([
  'deadline', 'moved', 'move', 'moving', 'brought', 'bringing', 'bring', 'postponed', 'postpone', 'postponing', 'delayed',
  'shifted', 'shift', 'changed', 'change', 'changing', 'rescheduled', 'extended', 'extend', 'extending', 'advanced', 'forward',
  'revised', 'corrected', 'pushed', 'brings',
]);

/** "moved the deadline from December 2024 to December 2023": no stretch of time but a date that became another. */
function isMoved(lexemes: Lexemes, at: number): boolean {
  for (let index = at; index >= Math.max(0, at - 8); index--) {
    const { lower } = lexemes[index]!;
    if (lower === '.' || lower === ';') return false;
    if (MOVED.has(lower)) return true;
  }
  return false;
}

function finish(reading: BlockReading, lexemes: readonly Lexeme[], found: readonly Parsed[]): WrittenTime[] {
  const { tokens, sentences } = reading;
  const times: WrittenTime[] = [];
  let sentence = 0;
  let from = 0;
  let to = 0;
  for (const parsed of found) {
    const { first, last, ...rest } = parsed;
    const token = lexemes[first]!.token;
    while (sentence < sentences.length - 1 && token >= sentences[sentence]!.last) sentence++;
    const bounds = sentences[sentence];
    if (bounds) {
      while (from < lexemes.length && lexemes[from]!.token < bounds.first) from++;
      to = Math.max(to, from);
      while (to < lexemes.length && lexemes[to]!.token < bounds.last) to++;
    } else to = lexemes.length;
    let start = lexemes[first]!.start;
    const end = lexemes[last - 1]!.end;
    if (times.length > 0 && start < times[times.length - 1]!.end) start = times[times.length - 1]!.end;
    if (end <= start) continue;
    const preposition = prepositionBefore(lexemes, first);
    const opener =
      lexemes[first - (preposition ? 1 : 0)]!.token === (bounds?.first ?? 0) || lexemes[first]!.token === (bounds?.first ?? 0);
    const bracketed = lowerAt(lexemes, first - 1) === '(' || (preposition !== undefined && lowerAt(lexemes, first - 2) === '(');
    const needsTense = rest.form.kind === 'calendar' && rest.form.year === undefined;
    const tense = needsTense ? tenseAt(lexemes, first, last, from, to) : undefined;
    times.push({
      ...rest,
      start,
      end,
      sentence,
      text: surface(tokens, lexemes, first, last),
      ...(preposition && { preposition }),
      ...(tense && { tense }),
      ...(opener && { opens: true }),
      ...(bracketed && { bracketed: true }),
    });
  }
  return times;
}

function prepositionBefore(lexemes: Lexemes, first: number): string | undefined {
  let at = first - 1;
  const near = lowerAt(lexemes, at);
  if (near === 'the' || near === 'this' || near === 'that') at--;
  const lower = lowerAt(lexemes, at);
  return PREPOSITIONS.has(lower) ? lower : undefined;
}

/** The words of an expression with single spaces and without markup. */
function surface(tokens: BlockReading['tokens'], lexemes: Lexemes, first: number, last: number): string {
  let text = '';
  for (let at = first; at < last; at++) {
    const lexeme = lexemes[at]!;
    const token = tokens[lexeme.token]!;
    if (at > first && lexeme.spaceBefore) text += ' ';
    const inToken = token.end - token.start === token.text.length;
    if (inToken) text += token.text.slice(lexeme.start - token.start, lexeme.end - token.start);
    else if (at === first || lexemes[at - 1]!.token !== lexeme.token) text += token.text;
  }
  return text;
}
