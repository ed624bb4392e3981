import type { CompiledKnowledge } from './artefact';
import { decode } from './load';

export { compileKnowledge } from './compile';

/** How many entities of each kind, roles, names, terms and memberships there are, by plural words, for the build's report. */
export function countKnowledge(compiled: CompiledKnowledge): Readonly<Record<string, number>> {
  const { entities, roles, terms, memberships } = decode(compiled);
  const of = (kind: string) => entities.filter((entity) => entity.kind === kind).length;
  return {
    entities: entities.length,
    persons: of('person'),
    states: of('state'),
    places: of('place'),
    organisations: of('organisation'),
    offices: of('office'),
    events: of('event'),
    roles: roles.length,
    names: entities.reduce((sum, entity) => sum + entity.names.length, 0),
    terms: terms.length,
    memberships: memberships.length,
  };
}
