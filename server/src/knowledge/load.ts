import type { DayRange, Trilean } from '../dates/interval';
import type { DatedTerm, Knowledge } from './api';
import { decode, type CompiledKnowledge } from './artefact';
import { anyHolds, compareStarts, latest, periodHolds } from './period';
import type { Entity, EntityId, Event, Membership, Office, Organisation, Period, Person, Term } from './types';

const NONE: readonly never[] = [];

/** Opens compiled knowledge for queries. Throws when the artefact is damaged or of another format. */
export function loadKnowledge(compiled: CompiledKnowledge): Knowledge {
  const { entities, roles, terms, memberships } = decode(compiled);
  const entityById = new Map<EntityId, Entity>();
  const officesByBody = new Map<EntityId, Office[]>();
  const statesByCapital = new Map<EntityId, EntityId[]>();
  let asOf = -Infinity;
  for (const entity of entities) {
    entityById.set(entity.id, entity);
    if (entity.asOf > asOf) asOf = entity.asOf;
    if (entity.kind === 'office') append(officesByBody, entity.of, entity);
    if (entity.kind === 'state') {
      for (const place of new Set(entity.capitals.map((capital) => capital.place))) append(statesByCapital, place, entity.id);
    }
  }
  const roleById = new Map(roles.map((role) => [role.id, role]));
  // Opening is part of the start of the editor, so each index is made when it is first asked for.
  const termsByOffice = once(() => group(terms, 'office'));
  const termsByPerson = once(() => sorted(group(terms, 'person')));
  const membershipsByOrganisation = once(() => group(memberships, 'organisation'));
  const membershipsByMember = once(() => sorted(group(memberships, 'member')));
  const ownerOfName = once(() => new Map(entities.flatMap((entity) => entity.names.map((own) => [own, entity] as const))));
  // Terms of one person in one office, and full memberships of one member in one organisation: what the hot queries walk.
  const termsOfPerson = lazily((office: EntityId) => group(termsByOffice().get(office) ?? NONE, 'person'));
  const fullMemberships = lazily((organisation: EntityId) =>
    group((membershipsByOrganisation().get(organisation) ?? NONE).filter(isFull), 'member'));

  const find = <K extends Entity['kind']>(id: EntityId, kind: K): Extract<Entity, { kind: K }> | undefined => {
    const entity = entityById.get(id);
    return entity?.kind === kind ? entity as Extract<Entity, { kind: K }> : undefined;
  };

  /** Whether a list that is whole from `from` on speaks for all of `when`. */
  const isWhole = (from: Organisation['membersCompleteFrom'], checked: number, when: DayRange) =>
    from !== undefined && latest(from) <= when.first && when.last <= checked;

  const lifetime = (person: Person): Period => ({ from: person.born, to: person.died });
  const duration = (event: Event): Period => ({ from: event.start, to: event.end ?? (event.ongoing ? undefined : event.start) });

  const knowledge: Knowledge = {
    asOf,
    entities,
    roles,
    entity: (id) => entityById.get(id),
    role: (id) => roleById.get(id),
    * names() {
      for (const entity of entities) for (const name of entity.names) yield { name, entity };
    },

    officesOf: (body) => officesByBody.get(body) ?? NONE,
    holders: (office) => termsByOffice().get(office) ?? NONE,
    terms: (person) => termsByPerson().get(person) ?? NONE,
    held(person, office, when) {
      const own = termsOfPerson(office).get(person);
      if (own) return anyHolds(own, when);
      const found = find(office, 'office');
      return found && isWhole(found.completeFrom, found.asOf, when) ? 'no' : 'unknown';
    },
    holdersAt: (office, when) => datedTerms(termsByOffice().get(office) ?? NONE, when),
    termsAt: (person, when) => datedTerms(termsByPerson().get(person) ?? NONE, when),

    memberships: (organisation) => membershipsByOrganisation().get(organisation) ?? NONE,
    membershipsOf: (member) => membershipsByMember().get(member) ?? NONE,
    isMember(organisation, state, when) {
      const own = fullMemberships(organisation).get(state);
      if (own) return anyHolds(own, when);
      const found = find(organisation, 'organisation');
      return found && isWhole(found.membersCompleteFrom, found.asOf, when) ? 'no' : 'unknown';
    },
    memberCount(organisation, when) {
      const found = find(organisation, 'organisation');
      if (!found || !isWhole(found.membersCompleteFrom, found.asOf, when)) return undefined;
      let min = 0;
      let max = 0;
      for (const own of fullMemberships(organisation).values()) {
        const holds = anyHolds(own, when);
        if (holds !== 'no') max++;
        if (holds === 'yes') min++;
      }
      return { min, max };
    },
    membersAt: (organisation, when) => (membershipsByOrganisation().get(organisation) ?? NONE)
      .filter((membership) => periodHolds(membership, membership.asOf, when) !== 'no'),

    capitalAt(state, when) {
      let possible: EntityId | undefined;
      let several = false;
      for (const capital of find(state, 'state')?.capitals ?? NONE) {
        const holds = periodHolds(capital, capital.asOf, when);
        if (holds === 'yes') return capital.place;
        if (holds === 'no') continue;
        several ||= possible !== undefined && possible !== capital.place;
        possible = capital.place;
      }
      return several ? undefined : possible;
    },
    capitalOf: (place) => statesByCapital.get(place) ?? NONE,
    alive(id, when) {
      const person = find(id, 'person');
      return person ? periodHolds(lifetime(person), person.asOf, when) : 'unknown';
    },
    exists(id, when) {
      const entity = entityById.get(id);
      switch (entity?.kind) {
        case 'state':
        case 'organisation':
          return periodHolds(entity.exists, entity.asOf, when);
        case 'person':
          return periodHolds(lifetime(entity), entity.asOf, when);
        case 'event':
          return periodHolds(duration(entity), entity.asOf, when);
        default:
          return 'unknown';
      }
    },
    nameUsed(name, when) {
      return periodHolds(name, ownerOfName().get(name)?.asOf ?? asOf, when);
    },
    periodHolds,
  };
  return Object.freeze(knowledge);
}

function isFull({ status }: Membership): boolean {
  return status === 'member' || status === 'suspended';
}

function datedTerms(terms: readonly Term[], when: DayRange): readonly DatedTerm[] {
  const found: DatedTerm[] = [];
  for (const term of terms) {
    const holds: Trilean = periodHolds(term, term.asOf, when);
    if (holds !== 'no') found.push({ ...term, holds });
  }
  return found;
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function group<K extends string, V extends { readonly [key in K]: EntityId }>(items: readonly V[], key: K): Map<EntityId, V[]> {
  const groups = new Map<EntityId, V[]>();
  for (const item of items) append(groups, item[key], item);
  return groups;
}

function sorted<V extends Period>(groups: Map<EntityId, V[]>): Map<EntityId, V[]> {
  for (const list of groups.values()) if (list.length > 1) list.sort(compareStarts);
  return groups;
}

function once<V extends object>(make: () => V): () => V {
  let made: V | undefined;
  return () => (made ??= make());
}

function lazily<V>(make: (key: EntityId) => V): (key: EntityId) => V {
  const made = new Map<EntityId, V>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) {
      value = make(key);
      made.set(key, value);
    }
    return value;
  };
}
