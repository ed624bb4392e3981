import type { Discourse } from '../claims/discourse';
import { overlaps } from '../dates/interval';
import { eventDates } from '../knowledge/eventDates';
import type { EntityId, Event } from '../knowledge/types';
import type { Mention } from '../mentions/types';
import type { Span } from '../text/span';

/** Kinds of event that texts use for one another. */
const FAMILIES: readonly (readonly string[])[] = [
  ['war', 'invasion', 'annexation', 'crisis', 'attack'],
  ['coup', 'revolution'],
  ['treaty', 'summit'],
  ['election', 'referendum'],
  ['independence'],
  ['disaster'],
];

export function sameFamily(a: string, b: string): boolean {
  return a === b || FAMILIES.some((family) => family.includes(a) && family.includes(b));
}

/** A known event that the text speaks of, and where it dates or names it. */
export interface EventInText {
  readonly event: Event;
  readonly span: Span;
}

/**
 * Events of which the text surely speaks: named by one of their phrases, or given their exact day while a party or place of theirs
 * is in the text.
 */
export function eventsInText(discourse: Discourse): readonly EventInText[] {
  const { knowledge } = discourse;
  const present = new Set<EntityId>();
  const found = new Map<EntityId, EventInText>();
  for (const mention of discourse.mentions) {
    if (mention.entity === undefined) continue;
    for (const id of involved(discourse, mention.entity)) present.add(id);
    const entity = knowledge.entity(mention.entity);
    if (entity?.kind === 'event' && !found.has(entity.id)) found.set(entity.id, { event: entity, span: mention.phraseSpan ?? mention });
  }
  const days = new Map<number, Span>();
  for (const time of discourse.times) {
    if (time.range && time.range.first === time.range.last && !days.has(time.range.first)) days.set(time.range.first, time);
  }
  for (const event of allEvents(discourse)) {
    if (found.has(event.id) || ![...event.parties, ...event.places].some((id) => present.has(id))) continue;
    const dated = eventDates(event).find((date) => date.range.first === date.range.last && days.has(date.range.first));
    if (dated) found.set(event.id, { event, span: days.get(dated.range.first)! });
  }
  return [...found.values()];
}

export function allEvents({ knowledge }: Discourse): readonly Event[] {
  return knowledge.ofKind('event');
}

/** The entity itself, and the states that stand behind it: a person's, a place's, an office's. */
export function involved(discourse: Discourse, id: EntityId): readonly EntityId[] {
  const entity = discourse.knowledge.entity(id);
  if (!entity) return [];
  if (entity.kind === 'person') return [id, ...entity.nationality];
  if (entity.kind === 'place') return [id, ...entity.states];
  return [id];
}

/** "the 2008 war": one word for the kind of event, taken up again; with a year of its own it may be another event of that kind. */
export function takesUpKind(mention: Mention): boolean {
  return mention.by === 'phrase' && mention.phraseSpan === undefined && !/\s/.test(mention.text.trim());
}

/** Whether any known date of an event touches a range. */
export function datedWithin(event: Event, range: { first: number; last: number }): boolean {
  return eventDates(event).some((date) => overlaps(date.range, range));
}
