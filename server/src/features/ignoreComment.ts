import type { Analysis } from '../analysis/types';
import type { Finding, TextEdit } from '../rules/types';
import type { Block } from '../text/types';

/** What may stand before a block's text on its line and must stand before the comment as well: indentation, quotation markers. */
const CARRIED = /^[\s>]*/;

/**
 * The edit that ignores a finding where it stands: a comment with rule id and reason on a line of its own, before the block that
 * holds the finding (before the whole table for a table cell). Undefined when no block holds it.
 */
export function ignoreCommentEdit(analysis: Analysis, finding: Finding, reason = 'reason'): TextEdit | undefined {
  const { blocks } = analysis.parsed;
  const { text } = analysis.source;
  let block = blocks.find((candidate) => candidate.start <= finding.start && finding.start < candidate.end);
  if (!block) return undefined;
  if (block.cell) block = blocks.find((other) => other.cell?.table === block!.cell!.table) ?? block;
  const at = lineStart(text, block.start);
  const prefix = CARRIED.exec(text.slice(at, block.start))![0];
  const comment = `<!-- foreign-desk-ignore ${finding.rule}: ${reason} -->`;
  return { start: at, end: at, newText: `${prefix}${comment}${lineBreak(text, block)}` };
}

function lineStart(text: string, offset: number): number {
  const before = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1));
  return offset === 0 ? 0 : before + 1;
}

/** The line break that the text uses around the block, so that a file keeps to one kind. */
function lineBreak(text: string, block: Block): string {
  const next = text.indexOf('\n', block.start);
  const at = next >= 0 ? next : text.lastIndexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}
