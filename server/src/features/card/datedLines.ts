/** A statement and the moment for which it holds ("on 3 February 2026"). */
export interface DatedLine {
  readonly text: string;
  readonly when: string;
}

/** Lines with their moment in brackets, not said again while it stays the same. */
export function datedLines(lines: readonly (string | DatedLine)[]): readonly string[] {
  let said = '';
  return lines.map((line) => {
    if (typeof line === 'string') return line;
    const text = line.when === said ? line.text : `${line.text} (${line.when})`;
    said = line.when;
    return text;
  });
}
