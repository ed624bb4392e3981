import type { Entity, Membership, Role, Term } from './types';

/**
 * The facts as they lie in the artefact, before they are indexed. Entities and roles are sorted by id, so that equal facts
 * compile to equal bytes.
 */
export interface Facts {
  readonly entities: readonly Entity[];
  readonly roles: readonly Role[];
  /** By office, then oldest first. */
  readonly terms: readonly Term[];
  /** By organisation, then oldest first. */
  readonly memberships: readonly Membership[];
}

/** Order of ids: by UTF-16 code unit, the same on every machine. */
export function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
