import type { Analysis } from '../analysis/types';
import type { Entity } from '../knowledge/types';
import type { Mention } from '../mentions/types';
import { fold } from '../text/fold';
import { itemAt } from './spans';

/**
 * What makes two mentions the same: the entity; for an office that is not resolved its body and roles; else the text itself, so
 * that an unknown or ambiguous name still joins with itself.
 */
export function mentionKey(mention: Mention): string {
  if (mention.entity !== undefined) return mention.entity;
  const { office } = mention;
  if (office?.of !== undefined) return `office ${office.of} ${office.roles.join(' ')}`;
  return `text ${mention.kind} ${fold(mention.text).toLowerCase()}`;
}

export function mentionAt(analysis: Analysis, offset: number): Mention | undefined {
  return itemAt(analysis.mentions, offset);
}

/** All mentions of the same thing in the text, in order. With `metonyms` those that stand for it as well ("Moscow said"). */
export function sameMentions(analysis: Analysis, mention: Mention, metonyms = false): readonly Mention[] {
  const key = mentionKey(mention);
  return analysis.mentions.filter((other) => mentionKey(other) === key || (metonyms && other.stands === key));
}

/**
 * Whether a name is left open. A title ("the president") is not: that the text does not say whose it is is no want of knowledge.
 */
export function isUnresolved(mention: Mention): boolean {
  return mention.entity === undefined && (mention.office?.roles.length ?? 0) === 0 && mention.office?.of === undefined;
}

export function mentionEntity(analysis: Analysis, mention: Mention): Entity | undefined {
  return mention.entity === undefined ? undefined : analysis.knowledge.entity(mention.entity);
}

export interface Group {
  readonly entity?: string;
  readonly kind: Mention['kind'];
  readonly name: string;
  readonly mentions: readonly Mention[];
}

/** Mentions grouped by what they name, groups and members in the order of the text. */
export function groupMentions(analysis: Analysis, mentions: readonly Mention[] = analysis.mentions): readonly Group[] {
  const groups = new Map<string, { entity?: string; kind: Mention['kind']; name: string; mentions: Mention[] }>();
  for (const mention of mentions) {
    const key = mentionKey(mention);
    const group = groups.get(key);
    if (group) {
      group.mentions.push(mention);
      continue;
    }
    const entity = mentionEntity(analysis, mention);
    groups.set(key, {
      ...(mention.entity !== undefined && { entity: mention.entity }),
      kind: entity?.kind ?? mention.kind,
      name: entity?.name ?? mention.text,
      mentions: [mention],
    });
  }
  return [...groups.values()];
}
