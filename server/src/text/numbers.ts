import { CharClass, charLength, classAt } from './characters';

/**
 * End of the number that begins at `start`, a digit: an ISO date, a date with slashes, a time of day ("14:30"), or digits with
 * ",ddd" groups and ".d" fractions. Letters that may follow ("20th", "5bn") are left to the caller.
 */
export function numberEnd(text: string, start: number): number {
  const end = isoDateEnd(text, start) || slashDateEnd(text, start) || digitsEnd(text, start);
  const time = end - start <= 2 && text[end] === ':' && isDigitAt(text, end + 1) && isDigitAt(text, end + 2) && !isDigitAt(text, end + 3);
  return time ? end + 3 : end;
}

/** Whether an ASCII digit stands at `index`. */
export function isDigitAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0x30 && code <= 0x39;
}

/** Whether four ASCII digits stand at `index`. */
export function isYearAt(text: string, index: number): boolean {
  return isDigitAt(text, index) && isDigitAt(text, index + 1) && isDigitAt(text, index + 2) && isDigitAt(text, index + 3);
}

/** End of the digits at `start`, with ",ddd" groups and ".d" fractions; at least one character on. */
function digitsEnd(text: string, start: number): number {
  let index = start;
  while (index < text.length) {
    if (isDigitAt(text, index)) {
      index++;
    } else if (text[index] === '.' && index > start && isDigitAt(text, index + 1)) {
      index++;
    } else if (text[index] === ',' && isGroup(text, index + 1)) {
      index += 4;
    } else if (classAt(text, index) === CharClass.Digit) {
      index += charLength(text, index);
    } else break;
  }
  return index;
}

function isGroup(text: string, index: number): boolean {
  return isDigitAt(text, index) && isDigitAt(text, index + 1) && isDigitAt(text, index + 2) && !isDigitAt(text, index + 3);
}

function isoDateEnd(text: string, start: number): number {
  if (text[start + 4] !== '-' || text[start + 7] !== '-' || !isYearAt(text, start)) return 0;
  for (const index of [5, 6, 8, 9]) if (!isDigitAt(text, start + index)) return 0;
  return isDigitAt(text, start + 10) ? 0 : start + 10;
}

/** d/d/yyyy with one or two digits each and a year of two or four, or yyyy/d/d. */
function slashDateEnd(text: string, start: number): number {
  let index = start;
  const lengths: number[] = [];
  for (let part = 0; part < 3; part++) {
    const from = index;
    while (isDigitAt(text, index)) index++;
    lengths.push(index - from);
    if (index === from) return 0;
    if (part < 2 && text[index++] !== '/') return 0;
  }
  const [first, second, third] = lengths as [number, number, number];
  if (second > 2) return 0;
  return (first <= 2 && (third === 2 || third === 4)) || (first === 4 && third <= 2) ? index : 0;
}
