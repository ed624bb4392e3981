import type { DayRange, Trilean } from '../dates/interval';
import type { DatedTerm, Knowledge } from './api';
import type { CompiledKnowledge } from './artefact';
import type { Facts } from './facts';
import { anyHolds, compareStarts, latest, periodHolds, type CheckedPeriod } from './period';
import { Store } from './store';
import type { Entity, EntityId, EntityKind, Membership, Office, Organisation, Role, RoleId, State, Term } from './types';

const NONE: readonly never[] = [];
const stores = new WeakMap<Knowledge, Store>();

/**
 * The opened artefact behind a knowledge, for the indexes that are written in it. Throws TypeError when the knowledge does not come from
 * {@link loadKnowledge}.
 */
export function storeOf(knowledge: Knowledge): Store {
  const store = stores.get(knowledge);
  if (!store) throw new TypeError('knowledge that was not opened by loadKnowledge');
  return store;
}

/** All facts of an artefact at once. Throws when it is damaged or of another format. */
export function decode(compiled: CompiledKnowledge): Facts {
  return new Store(compiled).facts();
}

/**
 * Opens compiled knowledge for queries. Throws when the artefact is damaged or of another format. Opening is part of the start of the editor, so
 * nothing is read before it is asked for; what has been read is kept.
 */
export function loadKnowledge(compiled: CompiledKnowledge): Knowledge {
  const store = new Store(compiled);
  const { asOf } = store;
  const entityOf = (id: EntityId): Entity | undefined => {
    const ordinal = store.ordinal(id);
    return ordinal < 0 ? undefined : store.entity(ordinal);
  };
  const find = <K extends EntityKind>(id: EntityId, kind: K): Extract<Entity, { kind: K }> | undefined => {
    const entity = entityOf(id);
    return entity?.kind === kind ? entity as Extract<Entity, { kind: K }> : undefined;
  };

  const roleById = once(() => new Map<RoleId, Role>(store.roles().map((role) => [role.id, role])));
  const kinds = lazily((kind: string) => store.ofKind(kind as EntityKind));
  const officesOf = lazily((body) => store.officesOf(store.ordinal(body)) as readonly Office[]);
  const holders = lazily((office) => store.termsOfOffice(store.ordinal(office)));
  const terms = lazily((person) => sorted(store.termsOfPerson(store.ordinal(person))));
  const memberships = lazily((organisation) => store.membershipsOfOrganisation(store.ordinal(organisation)));
  const membershipsOf = lazily((member) => sorted(store.membershipsOfMember(store.ordinal(member))));
  const statesByCapital = once(() => {
    const states = new Map<EntityId, EntityId[]>();
    for (const state of kinds('state') as readonly State[]) {
      for (const place of new Set(state.capitals.map((capital) => capital.place))) append(states, place, state.id);
    }
    return states;
  });
  // Terms of one person in one office, and full memberships of one member in one organisation: what the hot queries walk.
  const termsByHolder = lazily((office) => group(holders(office), 'person'));
  const fullMemberships = lazily((organisation) => group(memberships(organisation).filter(isFull), 'member'));
  const holdersOn = lazily((office) => new TermsByDay(holders(office)));
  const termsOn = lazily((person) => new TermsByDay(terms(person)));
  const spans = lazily((id): { readonly period: CheckedPeriod | undefined } => ({ period: spanOf(entityOf(id)) }));

  /** Whether a list that is whole from `from` on speaks for all of `when`. */
  const isWhole = (from: Organisation['membersCompleteFrom'], checked: number, when: DayRange) =>
    from !== undefined && latest(from) <= when.first && when.last <= checked;

  const exists = (id: EntityId, when: DayRange): Trilean => {
    const { period } = spans(id);
    return period ? periodHolds(period, period.asOf, when) : 'unknown';
  };

  const knowledge: Knowledge = {
    asOf,
    get entities() {
      return store.entities();
    },
    get roles() {
      return store.roles();
    },
    ofKind: <K extends EntityKind>(kind: K) => kinds(kind) as readonly Extract<Entity, { kind: K }>[],
    count: (kind) => store.count(kind),
    entity: entityOf,
    role: (id) => roleById().get(id),
    * names() {
      for (const entity of store.entities()) for (const name of entity.names) yield { name, entity };
    },

    officesOf,
    holders,
    terms,
    held(person, office, when) {
      const own = termsByHolder(office).get(person);
      if (own) return anyHolds(own, when);
      const found = find(office, 'office');
      return found && isWhole(found.completeFrom, found.asOf, when) ? 'no' : 'unknown';
    },
    holdersAt: (office, when) => holdersOn(office).at(when),
    termsAt: (person, when) => termsOn(person).at(when),

    memberships,
    membershipsOf,
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
    membersAt: (organisation, when) => memberships(organisation)
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
    capitalOf: (place) => statesByCapital().get(place) ?? NONE,
    alive(id, when) {
      const ordinal = store.ordinal(id);
      return ordinal >= 0 && store.kind(ordinal) === 'person' ? exists(id, when) : 'unknown';
    },
    exists,
    nameUsed: (name, when) => periodHolds(name, store.checkedUntil(name), when),
    periodHolds,
  };
  stores.set(knowledge, store);
  return Object.freeze(knowledge);
}

/** When a person lived, a state or organisation existed, an event went on. */
function spanOf(entity: Entity | undefined): CheckedPeriod | undefined {
  switch (entity?.kind) {
    case 'state':
    case 'organisation':
      return { ...entity.exists, asOf: entity.asOf };
    case 'person':
      return { from: entity.born, to: entity.died, asOf: entity.asOf };
    case 'event':
      return { from: entity.start, to: entity.end ?? (entity.ongoing ? undefined : entity.start), asOf: entity.asOf };
    default:
      return undefined;
  }
}

function isFull({ status }: Membership): boolean {
  return status === 'member' || status === 'suspended';
}

/** Which terms of a list hold when. A document asks for the same few days over and over, so the last answers are kept. */
class TermsByDay {
  private readonly views: { yes?: DatedTerm; unknown?: DatedTerm }[];
  private readonly answers: { readonly first: number; readonly last: number; readonly terms: readonly DatedTerm[] }[] = [];
  private next = 0;

  constructor(private readonly terms: readonly Term[]) {
    this.views = terms.map(() => ({}));
  }

  at({ first, last }: DayRange): readonly DatedTerm[] {
    if (this.terms.length === 0) return NONE;
    for (const answer of this.answers) if (answer.first === first && answer.last === last) return answer.terms;
    const when = { first, last };
    const found: DatedTerm[] = [];
    this.terms.forEach((term, i) => {
      const holds = periodHolds(term, term.asOf, when);
      if (holds !== 'no') found.push(this.views[i]![holds] ??= Object.freeze({ ...term, holds }));
    });
    this.answers[this.next] = { first, last, terms: found };
    this.next = (this.next + 1) % ANSWERS_KEPT;
    return found;
  }
}

const ANSWERS_KEPT = 4;

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

function sorted<T extends Membership | Term>(items: readonly T[]): readonly T[] {
  return items.length > 1 ? [...items].sort(compareStarts) : items;
}

function once<V extends object>(make: () => V): () => V {
  let made: V | undefined;
  return () => (made ??= make());
}

function lazily<V extends object>(make: (key: EntityId) => V): (key: EntityId) => V {
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
