import { DocumentHighlightKind, type DocumentHighlight, type Location } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis/types';
import type { MentionGroup } from '../protocol';
import { groupMentions, mentionAt, mentionKey, sameMentions } from './mentionGroups';
import { toRange, type Positions } from './positions';

/** Mentions of what is named at `offset`, the first one marked as written. Empty where nothing is named. */
export function documentHighlights(analysis: Analysis, positions: Positions, offset: number): DocumentHighlight[] {
  const mention = mentionAt(analysis, offset);
  if (!mention) return [];
  return sameMentions(analysis, mention).map((other, index) => ({
    range: toRange(positions, other),
    kind: index === 0 ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

/**
 * All mentions in this document of what is named at `offset`, and where a place stands for it ("Moscow said"). Without
 * `includeDeclaration` the first mention is left out, as editors ask for it.
 */
export function references(
  analysis: Analysis, positions: Positions, uri: string, offset: number, includeDeclaration = true,
): Location[] {
  const mention = mentionAt(analysis, offset);
  if (!mention) return [];
  const mentions = sameMentions(analysis, mention, true);
  return (includeDeclaration ? mentions : mentions.slice(1)).map((other) => ({ uri, range: toRange(positions, other) }));
}

/** The first mention in this document of what is named at `offset`. */
export function definition(analysis: Analysis, positions: Positions, uri: string, offset: number): Location | null {
  const mention = mentionAt(analysis, offset);
  if (!mention) return null;
  return { uri, range: toRange(positions, sameMentions(analysis, mention)[0]!) };
}

/** Mentions by what they name; with `offset` only what is named there. */
export function mentionGroups(analysis: Analysis, positions: Positions, offset?: number): MentionGroup[] {
  let groups = groupMentions(analysis);
  if (offset !== undefined) {
    const mention = mentionAt(analysis, offset);
    if (!mention) return [];
    const key = mentionKey(mention);
    groups = groups.filter((group) => mentionKey(group.mentions[0]!) === key);
  }
  return groups.map((group) => ({
    ...(group.entity !== undefined && { entity: group.entity }),
    kind: group.kind,
    name: group.name,
    ranges: group.mentions.map((mention) => toRange(positions, mention)),
  }));
}
