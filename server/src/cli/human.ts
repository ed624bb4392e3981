import type { Analysis } from '../analysis/types';
import { findingText, plural } from '../features/wording';
import type { Severity } from '../rules/types';
import { LineIndex } from '../text/lineIndex';
import { SEVERITY_ORDER } from './arguments';
import { orderedFixes, reported } from './report';

const COLORS: Readonly<Record<Severity | 'note', number>> = { error: 31, warning: 33, information: 34, hint: 36, note: 90 };

export interface HumanOptions {
  readonly severity: Severity;
  readonly mentions: boolean;
  readonly times: boolean;
  readonly color: boolean;
}

/** Number of findings by severity, of files, and of files with findings. */
export interface Tally {
  readonly counts: Record<Severity, number>;
  files: number;
  filesWithFindings: number;
}

export function newTally(): Tally {
  return { counts: { error: 0, warning: 0, information: 0, hint: 0 }, files: 0, filesWithFindings: 0 };
}

/**
 * Report on one text: `file:line:column severity rule message`, one line a finding, with its fixes and related places indented
 * below; notices about the text as `note`. Empty for a clean text.
 */
export function humanReport(path: string, analysis: Analysis, options: HumanOptions): string {
  const { text } = analysis.source;
  const index = new LineIndex(text);
  const paint = (code: number, value: string): string => (options.color ? `\x1b[${code}m${value}\x1b[0m` : value);
  const at = (offset: number): string => {
    const { line, column } = index.position(offset);
    return `${path}:${line}:${column}`;
  };
  const lines: string[] = [];
  for (const { start, message } of analysis.notices) {
    lines.push(`${paint(1, at(start))} ${paint(COLORS.note, 'note')} ${oneLine(message)}`);
  }
  for (const finding of reported(analysis, options.severity)) {
    const { severity, rule } = finding;
    const head = `${paint(1, at(finding.start))} ${paint(COLORS[severity], severity)} ${paint(90, rule)}`;
    lines.push(`${head} ${oneLine(findingText(finding))}`);
    for (const { span, message } of finding.related) lines.push(`    ${at(span.start)} ${oneLine(message)}`);
    for (const { title } of orderedFixes(finding)) lines.push(`    ${paint(32, 'fix')} ${oneLine(title)}`);
  }
  if (options.mentions) {
    for (const { start, end, kind, entity } of analysis.mentions) {
      lines.push(`${at(start)} ${kind} ${entity ?? '?'} ${JSON.stringify(text.slice(start, end))}`);
    }
  }
  if (options.times) {
    for (const { start, end, type, value } of analysis.times) {
      lines.push(`${at(start)} ${type} ${value} ${JSON.stringify(text.slice(start, end))}`);
    }
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** "3 findings (1 error, 2 warnings) in 1 of 4 files". */
export function summary({ counts, files, filesWithFindings }: Tally): string {
  const total = SEVERITY_ORDER.reduce((sum, severity) => sum + counts[severity], 0);
  if (total === 0) return `No findings in ${plural(files, 'file')}\n`;
  const parts = SEVERITY_ORDER.filter((severity) => counts[severity] > 0)
    .map((severity) => (severity === 'information' ? `${counts.information} information` : plural(counts[severity], severity)));
  const where = files === 1 ? '1 file' : `${filesWithFindings} of ${plural(files, 'file')}`;
  return `${plural(total, 'finding')} (${parts.join(', ')}) in ${where}\n`;
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\t\x1b]+/g, ' ');
}
