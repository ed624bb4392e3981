import type { Analysis } from '../analysis/types';
import type { EntityKindName } from '../protocol';
import { spansOverlap, type Span } from '../text/span';
import { isUnresolved } from './mentionGroups';

export interface UnknownName {
  readonly text: string;
  /** What it seems to name, where the reading tells. */
  readonly kind?: EntityKindName;
}

/** A run of capitalised words, with the small words that stand inside names. */
const NAME = /\p{Lu}[\p{L}\p{M}'’.-]*(?:[ \u00A0](?:(?:al|el|bin|bint|ibn|de|da|do|dos|del|der|den|di|du|la|le|van|von|ter|ten|of|the)[ \u00A0]){0,3}\p{Lu}[\p{L}\p{M}'’.-]*)*/gu;
const LONGEST = 80;

/**
 * The name at a place of the text that the knowledge has nothing for: a mention without candidates, what the user selected, or the capitalised words
 * around the cursor. A lone word at the head of a sentence is none, for any word is capitalised there; nor is what touches a name that is known.
 */
export function unknownNameAt(analysis: Analysis, span: Span): UnknownName | undefined {
  const mention = analysis.mentions.find((one) => one.start <= span.end && span.start <= one.end);
  if (mention && isUnresolved(mention) && mention.candidates.length === 0 && mention.kind !== 'nationality') return { text: mention.text, kind: mention.kind };
  const { text } = analysis.source;
  const name = span.end > span.start ? span : runAt(text, span.start);
  if (!name || name.end - name.start > LONGEST || [...analysis.mentions, ...analysis.times].some((one) => spansOverlap(one, name))) return undefined;
  const found = text.slice(name.start, name.end).replace(/\s+/g, ' ').replace(/(?:['’]s?|[.,-]+)$/, '').trim();
  return /^\p{Lu}/u.test(found) ? { text: found } : undefined;
}

function runAt(text: string, offset: number): Span | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const start = Math.max(lineStart, offset - 2 * LONGEST);
  const lineEnd = text.indexOf('\n', offset);
  const around = text.slice(start, Math.min(lineEnd < 0 ? text.length : lineEnd, offset + 2 * LONGEST));
  for (const match of around.matchAll(NAME)) {
    const run = { start: start + match.index, end: start + match.index + match[0].length };
    if (run.start > offset || offset > run.end) continue;
    const heads = /(?:^|[.!?:]["”’)]?\s|["“‘(#>*-]\s*)$/.test(text.slice(Math.max(lineStart, run.start - 4), run.start));
    return heads && !/\s/.test(match[0]) ? undefined : run;
  }
  return undefined;
}
