import type { DayRange, Trilean } from '../dates/interval';
import type { Entity, EntityId, EntityKind, Membership, Name, Office, Period, Role, RoleId, Term } from './types';

/** A term as seen from a day: does it hold then? */
export interface DatedTerm extends Term {
  readonly holds: Trilean;
}

/**
 * The dated facts, read-only. All queries are three-valued where the data can be silent: `unknown` when a date is missing, lies
 * after the fact's as-of date, or is too vague to decide. `when` is a range of days among which the moment lies: `yes` and `no`
 * are answered only if they hold for the whole range.
 */
export interface Knowledge {
  /** Newest as-of day of the files. */
  readonly asOf: number;
  /** By id. All are read when this is first asked for: ask for one, or for those of a kind, where that will do. */
  readonly entities: readonly Entity[];
  readonly roles: readonly Role[];
  /** Entities of one kind, by id; the others are not read. */
  ofKind<K extends EntityKind>(kind: K): readonly Extract<Entity, { kind: K }>[];
  /** How many entities of a kind there are, without reading them. */
  count(kind: EntityKind): number;
  entity(id: EntityId): Entity | undefined;
  role(id: RoleId): Role | undefined;
  /** All names of all entities, for the names index. */
  names(): Iterable<{ readonly name: Name; readonly entity: Entity }>;

  /** Offices of a state or organisation. */
  officesOf(body: EntityId): readonly Office[];
  /** All terms of an office, oldest first. */
  holders(office: EntityId): readonly Term[];
  /** All terms of a person, oldest first. */
  terms(person: EntityId): readonly Term[];
  /** Whether the person held the office at `when`; `no` only if known for sure. */
  held(person: EntityId, office: EntityId, when: DayRange): Trilean;
  /** Terms that surely or possibly hold at `when`. */
  holdersAt(office: EntityId, when: DayRange): readonly DatedTerm[];
  termsAt(person: EntityId, when: DayRange): readonly DatedTerm[];

  memberships(organisation: EntityId): readonly Membership[];
  membershipsOf(member: EntityId): readonly Membership[];
  /** Full members (status `member` or `suspended`) at `when`. */
  isMember(organisation: EntityId, state: EntityId, when: DayRange): Trilean;
  /** Least and greatest number of full members at `when`; undefined where the list is not known to be whole. */
  memberCount(organisation: EntityId, when: DayRange): { readonly min: number; readonly max: number } | undefined;
  membersAt(organisation: EntityId, when: DayRange): readonly Membership[];

  /**
   * The capital that surely holds at `when`, else the only one on record that can (its start may be unknown, or `when` after its as-of
   * day); undefined when several can. To contradict a text, ask {@link periodHolds} of the state's `capitals` instead.
   */
  capitalAt(state: EntityId, when: DayRange): EntityId | undefined;
  /** States of which the place is or was the capital. */
  capitalOf(place: EntityId): readonly EntityId[];
  alive(person: EntityId, when: DayRange): Trilean;
  exists(entity: EntityId, when: DayRange): Trilean;
  /** Whether a name was in use at `when`. */
  nameUsed(name: Name, when: DayRange): Trilean;
  /** Whether a period holds at `when`, given the day up to which it was checked. */
  periodHolds(period: Period, asOf: number, when: DayRange): Trilean;
}
