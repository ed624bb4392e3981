import { type Lexeme, isDash } from './lexemes';
import type { Entry } from './lexicon';
import { type Lexemes, glued, lowerAt, startsSentence } from './walk';

type MonthEntry = Extract<Entry, { type: 'month' }>;

type WeekdayEntry = Extract<Entry, { type: 'weekday' }>;

export interface MonthAt {
  readonly month: number;
  readonly first: number;
  readonly last: number;
  readonly entry: MonthEntry;
}

/** A month name with a capital; an abbreviation takes its full stop along. */
export function monthAt(lexemes: Lexemes, index: number): MonthAt | undefined {
  const lexeme = lexemes[index];
  if (lexeme?.entry?.type !== 'month' || !lexeme.capital) return undefined;
  const stop =
    lexeme.entry.abbreviated &&
    lowerAt(lexemes, index + 1) === '.' &&
    lexemes[index + 2] !== undefined &&
    lexemes[index + 2]!.digits >= 0;
  return { month: lexeme.entry.month, first: index, last: index + (stop ? 2 : 1), entry: lexeme.entry };
}

export function weekdayAt(lexemes: Lexemes, index: number): WeekdayEntry | undefined {
  const lexeme = lexemes[index];
  return lexeme?.entry?.type === 'weekday' && lexeme.capital ? lexeme.entry : undefined;
}

export const MONTH_CONTEXT: ReadonlySet<string> = new Set([
  'in', 'by', 'since', 'until', 'till', 'during', 'before', 'after', 'of', 'from', 'to', 'and', 'between', 'throughout',
  'through', 'for', 'or', 'early', 'late', 'mid', 'around', 'about', '(', 'into', 'than', 'last', 'next', 'this', 'that',
  'previous', 'following', 'towards', 'every', 'each',
]);

/** Given names: with a capital after them they are people unless a preposition of time stands before. */
const NAMES: ReadonlySet<string> = new Set([
  'april', 'may', 'june', 'august', 'march',
]);

export function isMonthAlone(lexemes: Lexemes, month: MonthAt): boolean {
  const lexeme = lexemes[month.first]!;
  const before = lexemes[month.first - 1];
  const after = lexemes[month.last];
  const context = before !== undefined && (MONTH_CONTEXT.has(before.lower) || isDash(before));
  if (glued(lexemes, month.first) && !isDash(before) && before!.lower !== '(' && before!.lower !== '“' && before!.lower !== '"')
    return false;
  if (month.entry.abbreviated) return context && before!.lower !== 'of' && lexeme.lower.endsWith('.') && !month.entry.ambiguous;
  const named = after !== undefined && after.capital && after.spaceBefore && after.entry === undefined;
  if (NAMES.has(lexeme.lower)) {
    if (!context) return false;
    if (named && before!.lower !== 'in' && before!.lower !== 'since' && before!.lower !== 'until' && before!.lower !== 'during')
      return false;
    if (
      lexeme.lower === 'march' &&
      after &&
      ['on', 'to', 'of', 'by', 'for', 'against'].includes(after.lower) &&
      before!.lower !== 'in' &&
      before!.lower !== 'since' &&
      before!.lower !== 'until'
    )
      return false;
    if (lexeme.lower === 'march' && lowerAt(lexemes, month.first - 2) === 'long') return false;
    if (lexeme.lower === 'may' && startsSentence(lexemes, month.first)) return false;
    return !isPerson(before!, after);
  }
  if (context) return true;
  if (before && before.capital && before.entry === undefined && before.spaceBefore && !startsSentence(lexemes, month.first - 1))
    return false;
  return !named || startsSentence(lexemes, month.first);
}

/** "of May" and "to May" before a verb of saying: the politician. */
function isPerson(before: Lexeme, after: Lexeme | undefined): boolean {
  if (before.lower !== 'and' && before.lower !== 'to' && before.lower !== 'of' && before.lower !== 'for') return false;
  return (
    after !== undefined && (after.lower === 'said' || after.lower === 'says' || after.lower === 'told' || after.lower === "'s")
  );
}
