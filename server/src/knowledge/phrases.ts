/**
 * Checks one phrase of an event: words, `{entity-id}` and `(a|b)` without nesting. `faultOf` judges an id. Returns what is wrong,
 * or undefined.
 */
export function checkPhrase(phrase: string, faultOf: (id: string) => string | undefined): string | undefined {
  let open: '(' | '{' | undefined;
  let start = 0;
  for (let index = 0; index < phrase.length; index++) {
    const char = phrase[index]!;
    if (char === '{' || char === '(') {
      if (open === '{' || (open && char === '(')) return `"${open}" is not closed before "${char}" in the phrase`;
      if (char === '{') {
        const end = phrase.indexOf('}', index);
        if (end < 0) return '"{" is not closed in the phrase';
        const fault = faultOf(phrase.slice(index + 1, end));
        if (fault) return fault;
        index = end;
      } else {
        open = char;
        start = index;
      }
    } else if (char === '}' || (char === ')' && open !== '(')) {
      return `"${char}" closes nothing in the phrase`;
    } else if (char === ')') {
      open = undefined;
      if (phrase.slice(start, index).split('|').some((choice) => choice.replace('(', '').trim() === '')) {
        return 'a choice in the phrase is empty';
      }
    } else if (char === '|' && !open) {
      return '"|" stands outside brackets in the phrase; write (a|b)';
    }
  }
  return open ? `"${open}" is not closed in the phrase` : undefined;
}
