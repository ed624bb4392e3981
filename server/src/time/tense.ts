import type { Tense } from './form';
import { lowerAt, type Lexemes } from './walk';

const FUTURE: ReadonlySet<string> = new Set([
  'will', 'shall', "'ll", '’ll', 'due', 'scheduled', 'expected', 'plans', 'planned', 'planning', 'intends', 'going',
  'upcoming', 'may', 'hopes', 'must', 'can', 'poised', 'forthcoming', 'begins', 'starts', 'opens', 'expires', 'cannot',
]);
const CONDITIONAL: ReadonlySet<string> = new Set([
  'would', 'could', 'might', 'should',
]);
const PAST: ReadonlySet<string> = new Set([
  'was', 'were', 'had', 'did', 'said', 'told', 'made', 'took', 'met', 'held', 'began', 'came', 'went', 'fell', 'rose', 'left',
  'sent', 'spoke', 'gave', 'won', 'lost', 'has', 'have', 'been', 'saw', 'struck', 'shot', 'fought', 'broke', 'hit', 'kept',
  'led', 'drew', 'flew', 'wrote', 'became', 'felt', 'sank', 'brought', 'bought', 'sold', 'paid', 'put', 'swore', 'withdrew',
  'chose', 'spent', 'found', 'ran', 'grew', 'sought', 'drove', 'stood', 'threw',
]);
const REACH = 14;

function isPast(lower: string): boolean {
  return PAST.has(lower) || (lower.length > 4 && lower.endsWith('ed') && !lower.endsWith('eed'));
}

/**
 * Tense of the nearest verb to an expression within its sentence, looking back first: "will begin on Wednesday", "met on
 * Wednesday". A future
 * marker governs what follows it ("said talks will begin Wednesday"), a past form what stands nearest.
 * @param from first lexeme of the sentence
 * @param to end of the sentence
 */
export function tenseAt(lexemes: Lexemes, first: number, last: number, from: number, to: number): Tense | undefined {
  for (let at = first - 1; at >= Math.max(from, first - REACH); at--) {
    const lower = lowerAt(lexemes, at);
    if (lower === ';' || lower === ':') break;
    if (FUTURE.has(lower) && !lexemes[at]!.capital) return 'future';
    if (CONDITIONAL.has(lower)) return 'conditional';
    // "is set to", not "set a deadline"
    if (lower === 'set' && lowerAt(lexemes, at + 1) === 'to' && /^(?:is|are)$/.test(lowerAt(lexemes, at - 1))) return 'future';
    // "is to meet", "are to begin": a planned thing. "expected to", "scheduled for" are future although they end in -ed.
    if (lower === 'to' && /^(?:is|are)$/.test(lowerAt(lexemes, at - 1))) return 'future';
    if (isPast(lower)) {
      const before = lowerAt(lexemes, at - 1);
      if (before === 'be') {
        for (let back = at - 2; back >= Math.max(from, at - 5); back--)
          if (FUTURE.has(lowerAt(lexemes, back)) || lowerAt(lexemes, back) === 'to') return 'future';
      }
      return 'past';
    }
  }
  for (let at = last; at < Math.min(to, last + REACH); at++) {
    const lower = lowerAt(lexemes, at);
    if (lower === ';' || lower === ':') break;
    if (FUTURE.has(lower) && !lexemes[at]!.capital) return 'future';
    if (CONDITIONAL.has(lower)) return 'conditional';
    if (isPast(lower)) return 'past';
  }
  return undefined;
}
