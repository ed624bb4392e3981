import { describeRange } from '../dates/edtf';
import type { DayRange } from '../dates/interval';

/** "on 5 March 2024", "in 2024". */
export function atTime(when: DayRange): string {
  return when.first === when.last ? `on ${describeRange(when)}` : `in ${describeRange(when)}`;
}

/** "Iran", "Iran and Iraq", "Iran, Iraq and Syria". */
export function list(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)!}`;
}
