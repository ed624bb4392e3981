import type { Finding, Fix } from '../types';

/** A finding that a fixture expects: an underlined stretch, the rule, and texts that one of its fixes must give. */
export interface Expected {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  /** What the underlined line must contain after a fix, one entry for each fix that is asked for. */
  readonly fixed: readonly string[];
}

export interface Fixture {
  /** The text without its underlines. */
  readonly text: string;
  readonly expected: readonly Expected[];
}

const UNDERLINE = /^(\s*)(\^+)\s+([a-z-]+)(?:\s*=>\s*(.+))?$/;

/**
 * Reads a text with underlines: a line of carets under the line before it, the rule id, and after `=>` what that line must
 * contain once a fix is applied (several fixes parted by ` | `). The text itself keeps its other lines.
 *
 *     On Wednesday, 5 February 2026, the talks resumed.
 *        ^^^^^^^^^^^^^^^^^^^^^^^^^^ weekday-mismatch => On Thursday, 5 February 2026 | On Wednesday, 4 February
 */
export function readFixture(source: string): Fixture {
  const lines = source.split('\n');
  const kept: string[] = [];
  const expected: Expected[] = [];
  let lineStart = 0;
  let offset = 0;
  for (const line of lines) {
    const match = UNDERLINE.exec(line);
    if (match) {
      const [, indent, carets, rule, fixes] = match as unknown as [string, string, string, string, string?];
      const start = lineStart + indent.length;
      expected.push({ start, end: start + carets.length, rule, fixed: fixes?.split(' | ').map((fix) => fix.trim()) ?? [] });
      continue;
    }
    lineStart = offset;
    kept.push(line);
    offset += line.length + 1;
  }
  return { text: kept.join('\n'), expected };
}

/** Applies a fix to a text. Throws when its edits overlap or leave the text. */
export function applyFix(text: string, fix: Fix): string {
  const edits = [...fix.edits].sort((a, b) => b.start - a.start || b.end - a.end);
  let limit = text.length;
  let result = text;
  for (const edit of edits) {
    if (edit.start < 0 || edit.end < edit.start || edit.end > limit) throw new Error(`The fix "${fix.title}" has edits that overlap or leave the text.`);
    result = result.slice(0, edit.start) + edit.newText + result.slice(edit.end);
    limit = edit.start;
  }
  return result;
}

/** The findings of a text as underlines, for messages of failing tests. */
export function underline(text: string, findings: readonly Finding[]): string {
  return findings
    .map((finding) => `${finding.rule} [${finding.severity}] '${text.slice(finding.start, finding.end)}': ${finding.message} ${finding.fixes.map((fix) => fix.title).join(' / ')}`)
    .join('\n');
}
