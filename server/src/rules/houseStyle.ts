import type { AnalysisOptions } from '../analysis/types';
import type { EntityBase, House } from '../knowledge/types';

/** Names of the houses, as people say them. */
export const HOUSE_TITLES: Readonly<Record<House, string>> = { ap: 'AP', reuters: 'Reuters', bbc: 'BBC', guardian: 'Guardian' };

/**
 * The spelling of an entity's name that the user wants: his own, set by its id or by its name as the knowledge has it; else that of the house whose
 * style he follows, where the knowledge has it. Undefined for none.
 */
export function houseName({ houseNames, houseStyle }: Pick<AnalysisOptions, 'houseNames' | 'houseStyle'>, entity: Pick<EntityBase, 'id' | 'name' | 'names'>): string | undefined {
  const own = houseNames[entity.id] ?? houseNames[entity.name];
  if (own !== undefined || !houseStyle) return own;
  return entity.names.find(({ houses }) => houses?.includes(houseStyle))?.text;
}

/** "The house style" for a spelling of the user's own, else "AP style". */
export function styleTitle({ houseNames, houseStyle }: Pick<AnalysisOptions, 'houseNames' | 'houseStyle'>, entity: Pick<EntityBase, 'id' | 'name'>): string {
  const own = houseNames[entity.id] ?? houseNames[entity.name];
  return own !== undefined || !houseStyle ? 'The house style' : `${HOUSE_TITLES[houseStyle]} style`;
}
