import type { Knowledge } from '../../knowledge/api';
import { readBlock } from '../../text/blockReading';
import { parseDocument } from '../../text/document';
import { findTimes, resolveDocumentDate } from '../../time';
import { findMentions } from '../index';
import type { Mention } from '../types';

/** What an underline says of a mention: its text and the label behind the carets. */
export interface Underlined {
  readonly text: string;
  readonly label: string;
}

/**
 * Reads a text whose lines may be followed by a line of carets that underlines mentions, with their labels on the same line in order:
 *
 *     Russian President Vladimir Putin spoke.
 *     ^^^^^^^ ^^^^^^^^^ ^^^^^^^^^^^^^^ nationality:russia office:russia.president person:vladimir-putin
 *
 * Returns the text without those lines and the expected mentions. Throws if carets and labels differ in number.
 */
export function readUnderlined(source: string): { readonly text: string; readonly expected: readonly Underlined[] } {
  const kept: string[] = [];
  const expected: Underlined[] = [];
  for (const line of source.split('\n')) {
    if (!/^\s*\^/.test(line)) {
      kept.push(line);
      continue;
    }
    const above = kept[kept.length - 1] ?? '';
    const runs = [...line.matchAll(/\^+/g)];
    const labels = line.slice(line.lastIndexOf('^') + 1).trim().split(/\s+/).filter(Boolean);
    if (runs.length !== labels.length) throw new Error(`${runs.length} underlines and ${labels.length} labels: ${line}`);
    runs.forEach((run, i) => expected.push({ text: above.slice(run.index, run.index + run[0].length), label: labels[i]! }));
  }
  return { text: kept.join('\n'), expected };
}

/** Label of a mention as in underlines: kind, entity ("?" for none), and what it stands for, `nationality:russia`, `place:moscow>russia`. */
export function labelOf(mention: Mention): string {
  return `${mention.kind}:${mention.entity ?? '?'}${mention.stands === undefined ? '' : `>${mention.stands}`}`;
}

/** All mentions of a text, as findMentions gives them after the layers in front. */
export function mentionsOf(text: string, knowledge: Knowledge, format: 'plaintext' | 'markdown' = 'plaintext'): readonly Mention[] {
  const parsed = parseDocument({ text, format });
  const readings = parsed.blocks.map((block) => readBlock(block));
  const date = resolveDocumentDate(parsed, readings);
  const times = findTimes(parsed, readings, date);
  return findMentions(parsed, readings, times, date, knowledge);
}

/** Mentions found and mentions underlined in a text, in one form for comparison. */
export function compareUnderlined(source: string, knowledge: Knowledge): { readonly found: readonly Underlined[]; readonly expected: readonly Underlined[] } {
  const { text, expected } = readUnderlined(source);
  return { found: mentionsOf(text, knowledge).map((mention) => ({ text: mention.text, label: labelOf(mention) })), expected };
}
