import { HOUSES, MEMBER_STATUSES, NAME_KINDS, NAME_ORDERS, PLACE_TYPES, SEXES } from './schema';
import type { TapeReader, TapeWriter } from './tape';
import type { CapitalTerm, Entity, EntityKind, EventDate, House, Membership, Name, NameKind, Role, Term } from './types';

// Plain object literals with all fields are read several times faster than spread ones.

export function writeRole(tape: TapeWriter, role: Role): void {
  tape.text(role.id);
  tape.text(role.name);
  tape.texts(role.titles);
  tape.texts(role.covers);
}

export function readRole(tape: TapeReader): Role {
  return { id: tape.text(), name: tape.text(), titles: tape.texts(), covers: tape.texts() };
}

/** Numbers that each term and each membership takes; the first two are the ids of the two that it joins. */
export const LINK_LENGTH = 6;

export function writeTerm(tape: TapeWriter, term: Term): void {
  tape.text(term.office);
  tape.text(term.person);
  tape.flag(term.acting);
  tape.period(term);
  tape.checked(term);
}

export function readTerm(tape: TapeReader): Term {
  const office = tape.text();
  const person = tape.text();
  const acting = tape.flag();
  const { from, to, endUnknown } = tape.period();
  const { source, asOf } = tape.checked();
  return { office, person, acting, from, to, endUnknown, source, asOf };
}

export function writeMembership(tape: TapeWriter, membership: Membership): void {
  tape.text(membership.organisation);
  tape.text(membership.member);
  tape.choice(MEMBER_STATUSES, membership.status);
  tape.period(membership);
  tape.checked(membership);
}

export function readMembership(tape: TapeReader): Membership {
  const organisation = tape.text();
  const member = tape.text();
  const status = tape.choice(MEMBER_STATUSES);
  const { from, to, endUnknown } = tape.period();
  const { source, asOf } = tape.checked();
  return { organisation, member, status, from, to, endUnknown, source, asOf };
}

function writeNames(tape: TapeWriter, names: readonly Name[]): void {
  tape.list(names, (name) => {
    const dated = name.from !== undefined || name.to !== undefined || name.endUnknown === true;
    tape.number((NAME_KINDS.indexOf(name.kind) << HOUSES.length | housesCode(name)) * 2 + (dated ? 1 : 0));
    tape.text(name.text);
    if (dated) tape.period(name);
  });
}

/** Houses as bits, in the order of {@link HOUSES}. */
function housesCode({ houses }: Name): number {
  return (houses ?? []).reduce((code, house) => code | 1 << HOUSES.indexOf(house), 0);
}

function housesOf(code: number): readonly House[] {
  return HOUSES.filter((_, i) => code & 1 << i);
}

function readNames(tape: TapeReader): readonly Name[] {
  const names: Name[] = [];
  for (let length = tape.number(); length > 0; length--) names.push(readName(tape));
  return names;
}

function readName(tape: TapeReader): Name {
  const code = tape.number();
  const kind = NAME_KINDS[code >> 1 + HOUSES.length]!;
  const text = tape.text();
  const houses = code >> 1 & (1 << HOUSES.length) - 1;
  if (!(code & 1)) return houses === 0 ? { text, kind } : { text, kind, houses: housesOf(houses) };
  const { from, to, endUnknown } = tape.period();
  return houses === 0 ? { text, kind, from, to, endUnknown } : { text, kind, from, to, endUnknown, houses: housesOf(houses) };
}

/** Reads one of the names of a record, from 0, without the others. */
export function readNameAt(tape: TapeReader, index: number): Name {
  tape.skip(2);
  for (let i = 0; i < index; i++) if (tape.number() & 1) tape.skip(3); else tape.skip(1);
  return readName(tape);
}

/** Shows the names of a record that are of the wanted kinds, without making the texts of the others. */
export function visitNames(tape: TapeReader, wanted: (kind: NameKind) => boolean, visit: (text: string, kind: NameKind, index: number) => void): void {
  tape.skip(1);
  const count = tape.number();
  for (let index = 0; index < count; index++) {
    const code = tape.number();
    const kind = NAME_KINDS[code >> 1 + HOUSES.length]!;
    if (wanted(kind)) visit(tape.text(), kind, index);
    else tape.skip(1);
    if (code & 1) tape.skip(2);
  }
}

/** Writes all but the kind and the id, which stand in the directory of the artefact. */
export function writeEntity(tape: TapeWriter, entity: Entity): void {
  tape.text(entity.name);
  writeNames(tape, entity.names);
  tape.checked(entity);
  tape.optionalText(entity.wikidata);
  tape.optionalText(entity.note);
  tape.origin(entity.origin);
  switch (entity.kind) {
    case 'person':
      tape.text(entity.family);
      tape.choice(NAME_ORDERS, entity.order);
      tape.date(entity.born);
      tape.date(entity.died);
      tape.optionalChoice(SEXES, entity.sex);
      tape.texts(entity.nationality);
      break;
    case 'state':
      tape.period(entity.exists);
      tape.optionalText(entity.iso);
      tape.list(entity.capitals, (capital) => {
        tape.text(capital.place);
        tape.period(capital);
        tape.checked(capital);
      });
      break;
    case 'place':
      tape.choice(PLACE_TYPES, entity.type);
      tape.texts(entity.states);
      tape.optionalText(entity.metonymOf);
      break;
    case 'organisation':
      tape.text(entity.type);
      tape.period(entity.exists);
      tape.optionalText(entity.seat);
      tape.date(entity.membersCompleteFrom);
      break;
    case 'office':
      tape.text(entity.role);
      tape.text(entity.of);
      tape.texts(entity.titles);
      tape.flag(entity.single);
      tape.date(entity.completeFrom);
      break;
    case 'event':
      tape.text(entity.type);
      tape.date(entity.start);
      tape.date(entity.end);
      tape.flag(entity.ongoing);
      tape.list(entity.dates, ({ date, what }) => {
        tape.date(date);
        tape.text(what);
      });
      tape.texts(entity.places);
      tape.texts(entity.parties);
      tape.texts(entity.phrases);
  }
}

export function readEntity(tape: TapeReader, kind: EntityKind, id: string): Entity {
  const name = tape.text();
  const names = readNames(tape);
  const { source, asOf } = tape.checked();
  const wikidata = tape.optionalText();
  const note = tape.optionalText();
  const origin = tape.origin();
  switch (kind) {
    case 'person':
      return {
        id, kind, name, names, source, asOf, wikidata, note, origin,
        family: tape.text(),
        order: tape.choice(NAME_ORDERS),
        born: tape.date(),
        died: tape.date(),
        sex: tape.optionalChoice(SEXES),
        nationality: tape.texts(),
      };
    case 'state':
      return {
        id, kind, name, names, source, asOf, wikidata, note, origin,
        exists: tape.period(),
        iso: tape.optionalText(),
        capitals: tape.list((): CapitalTerm => ({ place: tape.text(), ...tape.period(), ...tape.checked() })),
      };
    case 'place':
      return {
        id, kind, name, names, source, asOf, wikidata, note, origin,
        type: tape.choice(PLACE_TYPES),
        states: tape.texts(),
        metonymOf: tape.optionalText(),
      };
    case 'organisation':
      return {
        id, kind, name, names, source, asOf, wikidata, note, origin,
        type: tape.text(),
        exists: tape.period(),
        seat: tape.optionalText(),
        membersCompleteFrom: tape.date(),
      };
    case 'office':
      return {
        id, kind, name, names, source, asOf, wikidata, note, origin,
        role: tape.text(),
        of: tape.text(),
        titles: tape.texts(),
        single: tape.flag(),
        completeFrom: tape.date(),
      };
    case 'event':
      return {
        id, kind, name, names, source, asOf, wikidata, note, origin,
        type: tape.text(),
        start: tape.date()!,
        end: tape.date(),
        ongoing: tape.flag(),
        dates: tape.list((): EventDate => ({ date: tape.date()!, what: tape.text() })),
        places: tape.texts(),
        parties: tape.texts(),
        phrases: tape.texts(),
      };
  }
}
