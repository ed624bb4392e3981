import { weekdayAt } from './months';
import { unitAt } from './durations';
import type { Parsed } from './form';
import { quantityAt } from './numbers';
import { durationValue } from './timex';
import { lowerAt, type Lexemes } from './walk';

/** "every Tuesday", "each year", "every two weeks", "per month", "on Sundays", "weekly". */
export function setAt(lexemes: Lexemes, index: number): Parsed | undefined {
  const lexeme = lexemes[index]!;
  const entry = lexeme.entry;
  if (entry?.type === 'set') {
    if (lexeme.capital && lexemes[index + 1]?.capital) return undefined;
    return { form: { kind: 'set', value: entry.value }, first: index, last: index + 1 };
  }
  if (entry?.type === 'weekday' && entry.plural && lexeme.capital) {
    return { form: { kind: 'set', value: `XXXX-WXX-${entry.weekday === 0 ? 7 : entry.weekday}` }, first: index, last: index + 1 };
  }
  if (lexeme.lower !== 'every' && lexeme.lower !== 'each' && lexeme.lower !== 'per') return undefined;
  const at = index + 1;
  const weekday = weekdayAt(lexemes, at);
  if (weekday && lexeme.lower !== 'per') {
    return {
      form: { kind: 'set', value: `XXXX-WXX-${weekday.weekday === 0 ? 7 : weekday.weekday}` },
      first: index,
      last: at + 1,
    };
  }
  const month = lexemes[at]?.entry;
  if (month?.type === 'month' && lexemes[at]!.capital && !month.abbreviated) {
    return { form: { kind: 'set', value: `XXXX-${String(month.month).padStart(2, '0')}` }, first: index, last: at + 1 };
  }
  if (month?.type === 'season') return { form: { kind: 'set', value: `XXXX-${month.season}` }, first: index, last: at + 1 };
  if (month?.type === 'part') return { form: { kind: 'set', value: `XXXX-XX-XXT${month.part}` }, first: index, last: at + 1 };
  const quantity =
    lexemes[at]?.entry?.type === 'number' || (lexemes[at]?.digits ?? -1) >= 0 ? quantityAt(lexemes, at) : undefined;
  const unit = unitAt(lexemes, quantity?.last ?? at);
  if (!unit || unit.unit === 'second' || (unit.plural && !quantity)) return undefined;
  if (lowerAt(lexemes, unit.last) === 'of') return undefined;
  return { form: { kind: 'set', value: durationValue(quantity?.amount ?? 1, unit.unit) }, first: index, last: unit.last };
}
