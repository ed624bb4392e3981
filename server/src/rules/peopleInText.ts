import type { Discourse } from '../claims/discourse';
import type { EntityId, Person } from '../knowledge/types';
import type { Mention } from '../mentions/types';

/** A known person whom the text introduces, with the first mention. */
export interface PersonInText {
  readonly person: Person;
  readonly first: Mention;
  /** How often the text names the person. */
  readonly count: number;
}

/** Known persons of the text, in order of first mention. */
export function peopleInText(discourse: Discourse): readonly PersonInText[] {
  const found = new Map<EntityId, { person: Person; first: Mention; count: number }>();
  for (const mention of discourse.mentions) {
    if (mention.kind !== 'person' || mention.entity === undefined) continue;
    const entry = found.get(mention.entity);
    if (entry) {
      entry.count++;
      continue;
    }
    const person = discourse.knowledge.entity(mention.entity);
    if (person?.kind === 'person') found.set(person.id, { person, first: mention, count: 1 });
  }
  return [...found.values()];
}

/** Spellings of the part used on second reference. */
export function familyNames(person: Person): readonly string[] {
  const names = person.names.filter((name) => name.kind === 'family').map((name) => name.text);
  return names.includes(person.family) ? names : [person.family, ...names];
}
