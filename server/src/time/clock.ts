import type { Clock, DayPart, Parsed } from './form';
import { isDash } from './lexemes';
import { glued, lowerAt, type Lexemes } from './walk';

const ZONES: ReadonlyMap<string, string> = new Map([
  ['utc', 'Z'],
  ['gmt', 'Z'],
  ['z', 'Z'],
  ['bst', '+01'],
  ['cet', '+01'],
  ['cest', '+02'],
  ['eet', '+02'],
  ['eest', '+03'],
  ['msk', '+03'],
  ['est', '-05'],
  ['edt', '-04'],
  ['cst', '-06'],
  ['cdt', '-05'],
  ['mst', '-07'],
  ['mdt', '-06'],
  ['pst', '-08'],
  ['pdt', '-07'],
  ['jst', '+09'],
]);
const AT: ReadonlySet<string> = new Set([
  'at', 'by', 'around', 'about', 'until', 'till', 'from', 'before', 'after', 'since', 'to', 'between', 'and',
]);

/**
 * A time of day that begins with a number: "11.38 p.m.", "16:15 UTC", "5pm", "0930 GMT", "11 o'clock", "14:30" after a
 * preposition.
 */
export function clockAt(lexemes: Lexemes, index: number): Parsed | undefined {
  const lexeme = lexemes[index]!;
  if (lexeme.digits < 0 || lexeme.width > 4) return undefined;
  const before = lexemes[index - 1];
  if (before && glued(lexemes, index) && !/^[(“"'‘[]$/.test(before.lower) && !isDash(before)) return undefined;
  let hour = lexeme.digits;
  let minute: number | undefined;
  let at = index + 1;
  let colon = false;
  const mark = lowerAt(lexemes, at);
  if (
    (mark === ':' || mark === '.') &&
    glued(lexemes, at) &&
    glued(lexemes, at + 1) &&
    lexemes[at + 1]!.width === 2 &&
    lexeme.width <= 2
  ) {
    minute = lexemes[at + 1]!.digits;
    colon = mark === ':';
    at += 2;
    if (colon && lowerAt(lexemes, at) === ':' && glued(lexemes, at) && lexemes[at + 1]?.width === 2) at += 2;
  } else if (lexeme.width === 4) {
    hour = Math.floor(lexeme.digits / 100);
    minute = lexeme.digits % 100;
  } else if (lexeme.width > 2) return undefined;
  if (hour > 24 || (minute ?? 0) > 59) return undefined;

  const half = meridiem(lexemes, at);
  if (half) {
    if (hour > 12 || lexeme.width === 4) return undefined;
    hour = half.evening ? (hour % 12) + 12 : hour % 12;
    at = half.last;
  } else if (/^o['’]?clock$/.test(lowerAt(lexemes, at))) {
    at++;
  } else if (
    !zoneAt(lexemes, at) &&
    !(colon && before && AT.has(before.lower)) &&
    !(minute !== undefined && lowerAt(lexemes, at) === 'hours' && before && AT.has(before.lower))
  ) {
    return undefined;
  }
  if (!half && minute !== undefined && lowerAt(lexemes, at) === 'hours') at++;
  const zone = zoneAt(lexemes, at);
  if (zone?.zone) at = zone.last;
  const clock: Clock = { hour, ...(minute !== undefined && { minute }), ...(zone?.zone && { zone: zone.zone }) };
  return { form: { kind: 'clock' }, clock, first: index, last: at };
}

function meridiem(lexemes: Lexemes, at: number): { evening: boolean; last: number } | undefined {
  const word = lowerAt(lexemes, at);
  if (word === 'am' || word === 'a.m.' || word === 'a.m') return { evening: false, last: at + 1 };
  return word === 'pm' || word === 'p.m.' || word === 'p.m' ? { evening: true, last: at + 1 } : undefined;
}

function zoneAt(lexemes: Lexemes, at: number): { zone?: string; last: number } | undefined {
  const word = lowerAt(lexemes, at);
  const zone = lexemes[at]?.capital ? ZONES.get(word) : undefined;
  if (zone) return { zone, last: at + 1 };
  return word === 'local' && lowerAt(lexemes, at + 1) === 'time' ? { last: at + 2 } : undefined;
}

/** A part of the day that follows a date, a weekday or a deictic ("Saturday evening", "tomorrow morning"). */
export function dayPartAt(lexemes: Lexemes, index: number): { readonly part: DayPart; readonly last: number } | undefined {
  const entry = lexemes[index]?.entry;
  if (entry?.type !== 'part' || !lexemes[index]!.spaceBefore) return undefined;
  return lexemes[index]!.lower.endsWith('s') ? undefined : { part: entry.part, last: index + 1 };
}
