import type { EntityBase } from '../knowledge/types';

/** The user's spelling of an entity's name, set by its id or by its name as the knowledge has it; undefined for none. */
export function houseName(houseNames: Readonly<Record<string, string>>, entity: Pick<EntityBase, 'id' | 'name'>): string | undefined {
  return houseNames[entity.id] ?? houseNames[entity.name];
}
