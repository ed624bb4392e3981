import { checkArtefact, KINDS, type CompiledKnowledge } from './artefact';
import type { Facts } from './facts';
import type { NameTables } from './nameTables';
import { Column, ExtentReader } from './packed';
import { LINK_LENGTH, readEntity, readMembership, readNameAt, readRole, readTerm, visitNames } from './records';
import { RecordReader } from './recordTape';
import { TableReader, TapeReader } from './tape';
import type { Entity, EntityId, EntityKind, Membership, Name, NameKind, Role, Term } from './types';

const NONE: readonly never[] = [];

/**
 * An opened artefact. Entities are known by their ordinal, their place in the order of ids; each is made when it is first asked for, and so are
 * terms and memberships.
 */
export class Store {
  readonly asOf: number;
  /** Number of entities. */
  readonly size: number;
  readonly tables: TableReader;
  readonly names: NameTables;
  private readonly kinds: Column;
  private readonly bodies: Column;
  private readonly records: Column;
  private readonly extents: ExtentReader;
  private readonly texts: ExtentReader;
  private readonly roleTape: TapeReader;
  private readonly made: (Entity | undefined)[];
  private readonly ordinals = new Map<EntityId, number>();
  private readonly olderNames = new Map<Name, number>();
  private readonly terms: Links<Term>;
  private readonly memberships: Links<Membership>;
  private allEntities: readonly Entity[] | undefined;
  private allRoles: readonly Role[] | undefined;
  private offices: Chains | undefined;

  /** Throws when the artefact is damaged or of another format. */
  constructor(compiled: CompiledKnowledge) {
    checkArtefact(compiled);
    this.asOf = compiled.asOf;
    this.tables = new TableReader(compiled);
    this.names = compiled.names;
    this.kinds = new Column(compiled.kinds, 1);
    this.bodies = new Column(compiled.bodies);
    this.extents = new ExtentReader(compiled.recordExtents);
    this.texts = new ExtentReader(compiled.recordTexts);
    this.records = new Column(compiled.records);
    this.roleTape = new TapeReader(compiled.roles, this.tables);
    this.size = this.kinds.length;
    this.made = new Array<Entity | undefined>(this.size);
    this.terms = new Links(compiled.terms, this.tables, this.size, readTerm);
    this.memberships = new Links(compiled.memberships, this.tables, this.size, readMembership);
  }

  /** -1 when no entity has the id. */
  ordinal(id: EntityId): number {
    const known = this.ordinals.get(id);
    if (known !== undefined) return known;
    let low = 0;
    let high = this.size - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const other = this.tables.text(middle);
      if (other === id) {
        this.ordinals.set(other, middle);
        return middle;
      }
      if (other < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  kind(ordinal: number): EntityKind {
    return KINDS[this.kinds.at(ordinal)]!;
  }

  entity(ordinal: number): Entity {
    const known = this.made[ordinal];
    if (known !== undefined) return known;
    const entity = readEntity(this.record(ordinal), this.kind(ordinal), this.tables.text(ordinal));
    // Most records are as fresh as the newest one; only the names of the others need to be noted.
    if (entity.asOf !== this.asOf) for (const name of entity.names) this.olderNames.set(name, entity.asOf);
    return (this.made[ordinal] = entity);
  }

  private record(ordinal: number): RecordReader {
    // Ids are the first texts, so what records bring begins behind them.
    const base = this.size + this.texts.start(ordinal);
    return new RecordReader(this.records, this.tables, this.extents.start(ordinal), this.tables.text(ordinal), base);
  }

  /** One of the names of an entity, without the rest of it; not the object that is among the entity's names. */
  nameAt(ordinal: number, index: number): Name {
    return readNameAt(this.record(ordinal), index);
  }

  /** Shows the names of the wanted kinds of an entity, each with its index, without the rest of it. */
  eachName(ordinal: number, wanted: (kind: NameKind) => boolean, visit: (text: string, kind: NameKind, index: number) => void): void {
    visitNames(this.record(ordinal), wanted, visit);
  }

  /** As-of day of the entity that a name belongs to; of the whole for a name that is not from here. */
  checkedUntil(name: Name): number {
    return this.olderNames.get(name) ?? this.asOf;
  }

  entities(): readonly Entity[] {
    if (!this.allEntities) {
      const all: Entity[] = [];
      for (let i = 0; i < this.size; i++) all.push(this.entity(i));
      this.allEntities = Object.freeze(all);
    }
    return this.allEntities;
  }

  ofKind(kind: EntityKind): readonly Entity[] {
    const found: Entity[] = [];
    const code = KINDS.indexOf(kind);
    for (let i = 0; i < this.size; i++) if (this.kinds.at(i) === code) found.push(this.entity(i));
    return found;
  }

  count(kind: EntityKind): number {
    let count = 0;
    const code = KINDS.indexOf(kind);
    for (let i = 0; i < this.size; i++) if (this.kinds.at(i) === code) count++;
    return count;
  }

  roles(): readonly Role[] {
    if (!this.allRoles) {
      const roles: Role[] = [];
      for (const tape = this.roleTape.at(0); tape.position < tape.length;) roles.push(readRole(tape));
      this.allRoles = Object.freeze(roles);
    }
    return this.allRoles;
  }

  /** Offices of a state or organisation, by id. */
  officesOf(body: number): readonly Entity[] {
    this.offices ??= new Chains(this.size, this.bodies, 1, 0, 1);
    return this.offices.map(body, (office) => this.entity(office));
  }

  termsOfOffice(office: number): readonly Term[] {
    return this.terms.ofFirst(office);
  }

  termsOfPerson(person: number): readonly Term[] {
    return this.terms.ofSecond(person);
  }

  membershipsOfOrganisation(organisation: number): readonly Membership[] {
    return this.memberships.ofFirst(organisation);
  }

  membershipsOfMember(member: number): readonly Membership[] {
    return this.memberships.ofSecond(member);
  }

  /** Everything, made. */
  facts(): Facts {
    return { entities: this.entities(), roles: this.roles(), terms: this.terms.all(), memberships: this.memberships.all() };
  }
}

/** Terms or memberships: each joins two entities, and is found from both. */
class Links<T> {
  private readonly column: Column;
  private readonly tape: TapeReader;
  private readonly size: number;
  private readonly made: (T | undefined)[];
  private first: Chains | undefined;
  private second: Chains | undefined;

  constructor(packed: string, tables: TableReader, private readonly entities: number, private readonly read: (tape: TapeReader) => T) {
    this.column = new Column(packed);
    this.tape = new TapeReader(this.column, tables);
    this.size = this.column.length / LINK_LENGTH;
    this.made = new Array<T | undefined>(this.size);
  }

  ofFirst(entity: number): readonly T[] {
    this.first ??= new Chains(this.entities, this.column, LINK_LENGTH, 0, 0);
    return this.first.map(entity, (i) => this.at(i));
  }

  ofSecond(entity: number): readonly T[] {
    this.second ??= new Chains(this.entities, this.column, LINK_LENGTH, 1, 0);
    return this.second.map(entity, (i) => this.at(i));
  }

  all(): readonly T[] {
    return Array.from({ length: this.size }, (_, i) => this.at(i));
  }

  private at(index: number): T {
    return (this.made[index] ??= this.read(this.tape.at(index * LINK_LENGTH)));
  }
}

/** Items by the entity that they belong to, in their order: chained in one pass from the last to the first. */
class Chains {
  /** For each entity its first item, for each item the next one of the same entity; plus 1, 0 for none. */
  private readonly heads: Int32Array;
  private readonly nexts: Int32Array;

  /** Items take `stride` numbers of the column; the ordinal of the owner stands at `offset`, plus `shift`. What is none has no owner. */
  constructor(entities: number, column: Column, stride: number, offset: number, shift: number) {
    const size = column.length / stride;
    const heads = new Int32Array(entities);
    const nexts = new Int32Array(size);
    for (let item = size - 1; item >= 0; item--) {
      const entity = column.at(item * stride + offset) - shift;
      if (entity < 0 || entity >= entities) continue;
      nexts[item] = heads[entity]!;
      heads[entity] = item + 1;
    }
    this.heads = heads;
    this.nexts = nexts;
  }

  map<T>(entity: number, make: (item: number) => T): readonly T[] {
    let item = entity < 0 ? 0 : this.heads[entity]!;
    if (item === 0) return NONE;
    const made: T[] = [];
    for (; item > 0; item = this.nexts[item - 1]!) made.push(make(item - 1));
    return made;
  }
}
