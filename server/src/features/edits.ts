import type { Finding, Fix, TextEdit } from '../rules/types';

/** The fix that "fix all" takes; findings without a preferred fix are left to the writer. */
export function preferredFix(finding: Finding): Fix | undefined {
  return finding.fixes.find((fix) => fix.preferred === true);
}

/** Fixes applied together: edits sorted by start and free of overlaps, and how many fixes they carry out. */
export interface Merged {
  readonly edits: readonly TextEdit[];
  readonly fixes: number;
}

/**
 * Joins fixes in the order given. A fix is taken whole or, when one of its edits overlaps an edit already taken, not at all; the
 * same edit proposed twice counts once. Two insertions at one place overlap, for their order would be chance.
 */
export function mergeFixes(fixes: readonly Fix[]): Merged {
  const taken: TextEdit[] = [];
  let count = 0;
  for (const fix of fixes) {
    const fresh = fix.edits.filter((edit) => !taken.some((other) => sameEdit(edit, other)));
    if (fresh.some((edit) => taken.some((other) => collide(edit, other)))) continue;
    if (fresh.length > 0) count++;
    taken.push(...fresh);
  }
  taken.sort((a, b) => a.start - b.start || a.end - b.end);
  return { edits: taken, fixes: count };
}

function sameEdit(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start && a.end === b.end && a.newText === b.newText;
}

function collide(a: TextEdit, b: TextEdit): boolean {
  return (a.start < b.end && b.start < a.end) || (a.start === b.start && (a.start === a.end || b.start === b.end));
}

/** The text with the edits of {@link mergeFixes} carried out. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return result + text.slice(at);
}
