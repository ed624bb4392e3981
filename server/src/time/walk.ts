import { isDash, type Lexeme } from './lexemes';

/** Small questions about neighbouring lexemes that several parsers ask. Indexes out of range are answered with no. */
export type Lexemes = readonly Lexeme[];

export function lowerAt(lexemes: Lexemes, index: number): string {
  return lexemes[index]?.lower ?? '';
}

/** Whether the lexeme at `index` directly follows the one before it, with no space between. */
export function glued(lexemes: Lexemes, index: number): boolean {
  const lexeme = lexemes[index];
  return lexeme !== undefined && index > 0 && !lexeme.spaceBefore;
}

/** A run of digits that stands by itself: no "$2000", "1,500", "3.14", "F-16", "50%" on either side. */
export function standsAlone(lexemes: Lexemes, index: number): boolean {
  const before = lexemes[index - 1];
  if (before && !lexemes[index]!.spaceBefore) {
    if (CURRENCY.has(before.lower)) return false;
    if ((isDash(before) || JOINERS.has(before.lower)) && lexemes[index - 2] && glued(lexemes, index - 1)) {
      const earlier = lexemes[index - 2]!;
      // "A/PV.2096", "3.2014"; after a dash only what stands with a date: "March-2014" but not "F-2014".
      if (!isDash(before) ? before.lower !== ',' || earlier.digits >= 0 : earlier.digits < 0 && earlier.entry === undefined)
        return false;
    } else if (before.digits < 0 && /[\p{L}#№§]/u.test(before.lower)) return false;
  } else if (before && (CURRENCY.has(before.lower) || before.lower === '#')) return false;
  return !(glued(lexemes, index + 1) && endsBadly(lexemes, index + 1));
}

function endsBadly(lexemes: Lexemes, index: number): boolean {
  const after = lexemes[index]!;
  if (after.lower === '%' || after.lower === '°') return true;
  if (JOINERS.has(after.lower) || after.lower === ':') return glued(lexemes, index + 1) && lexemes[index + 1]!.digits >= 0;
  return /\p{L}/u.test(after.lower);
}

const JOINERS: ReadonlySet<string> = new Set(['.', ',', '/', ':']);
const CURRENCY: ReadonlySet<string> = new Set([
  '$', '€', '£', '¥', '₽', '₴', '₹', 'usd', 'eur', 'gbp',
]);

const ORDINAL_SUFFIX: ReadonlySet<string> = new Set([
  'st', 'nd', 'rd', 'th',
]);

/** "24", "24th", "twenty-fourth", "first": a day of the month (1 to 39, so that impossible days are seen), and where it ends. */
export interface DayNumber {
  readonly day: number;
  readonly first: number;
  readonly last: number;
  readonly ordinal: boolean;
}

export function dayNumberAt(lexemes: Lexemes, index: number): DayNumber | undefined {
  const lexeme = lexemes[index];
  if (!lexeme) return undefined;
  if (lexeme.digits >= 0) {
    if (lexeme.width > 2 || lexeme.digits < 1 || lexeme.digits > 39) return undefined;
    const ordinal = glued(lexemes, index + 1) && ORDINAL_SUFFIX.has(lowerAt(lexemes, index + 1));
    return { day: lexeme.digits, first: index, last: index + (ordinal ? 2 : 1), ordinal };
  }
  const ordinal = ordinalAt(lexemes, index);
  if (!ordinal || ordinal.value > 39) return undefined;
  return { day: ordinal.value, first: index, last: ordinal.last, ordinal: true };
}

/** "20th", "second", "twenty-first": an ordinal number and where it ends. */
export function ordinalAt(lexemes: Lexemes, index: number): { readonly value: number; readonly last: number } | undefined {
  const lexeme = lexemes[index];
  if (!lexeme) return undefined;
  if (lexeme.digits >= 0) {
    if (!glued(lexemes, index + 1) || !ORDINAL_SUFFIX.has(lowerAt(lexemes, index + 1))) return undefined;
    return { value: lexeme.digits, last: index + 2 };
  }
  if (lexeme.lower === 'second') return { value: 2, last: index + 1 };
  const entry = lexeme.entry;
  if (entry?.type === 'ordinal') return { value: entry.value, last: index + 1 };
  if (entry?.type === 'number' && entry.value >= 20 && isDash(lexemes[index + 1])) {
    const unit = lexemes[index + 2];
    const value = unit?.lower === 'second' ? 2 : unit?.entry?.type === 'ordinal' ? unit.entry.value : 0;
    if (value >= 1 && value <= 9) return { value: entry.value + value, last: index + 3 };
  }
  return undefined;
}

/** Whether the lexeme begins a sentence or stands at the block's start. */
export function startsSentence(lexemes: Lexemes, index: number): boolean {
  const before = lexemes[index - 1];
  return before === undefined || before.lower === '.' || before.lower === '!' || before.lower === '?';
}
