/** One replacement in a text: lines from `start` up to, not including, `end` (both from 0) become `lines`. */
export interface LineEdit {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/**
 * How to write the date of a Markdown text into its front matter: the `date:` line is replaced, or added at the foot of the front
 * matter, or a front matter is set in front of the text. Other keys and comments stay as they are.
 * @param lines the text, without line ends
 * @param date EDTF
 */
export function writeFrontMatterDate(lines: readonly string[], date: string): LineEdit {
  const entry = `date: ${/^\d{4}-\d{2}-\d{2}$/.test(date) ? date : `'${date}'`}`;
  const end = lines[0]?.trimEnd() === '---' ? lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.)\s*$/.test(line)) : -1;
  if (end < 0) return { start: 0, end: 0, lines: ['---', entry, '---', ''] };
  const present = lines.findIndex((line, index) => index > 0 && index < end && /^date\s*:/.test(line));
  return present < 0 ? { start: end, end, lines: [entry] } : { start: present, end: present + 1, lines: [entry] };
}
