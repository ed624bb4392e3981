import type { Facts } from './facts';
import { MEMBER_STATUSES, NAME_KINDS, NAME_ORDERS, PLACE_TYPES, SEXES } from './schema';
import { TapeReader, TapeWriter, type Tables } from './tape';
import type { CapitalTerm, Entity, EntityKind, EventDate, Membership, Name, Provenance, Role, Term } from './types';

/** The dated facts as a compact JSON value: tables of texts, dates and provenances, and a tape of numbers that refer to them. */
export interface CompiledKnowledge extends Tables {
  /** Raised when the tape is written otherwise; an artefact of another format is refused. */
  readonly format: typeof FORMAT;
  readonly tape: readonly number[];
  /** Of the tape: a cut-off artefact is refused before it is read. */
  readonly length: number;
}

const FORMAT = 1;
const KINDS: readonly EntityKind[] = ['person', 'state', 'place', 'organisation', 'office', 'event'];

/** Writes the facts down; equal facts give equal bytes. {@link decode} is its inverse. */
export function encode(facts: Facts): CompiledKnowledge {
  const tape = new TapeWriter();
  tape.list(facts.roles, (role) => {
    tape.text(role.id);
    tape.text(role.name);
    tape.texts(role.titles);
    tape.texts(role.covers);
  });
  tape.list(facts.entities, (entity) => writeEntity(tape, entity));
  tape.list(facts.terms, (term) => {
    tape.text(term.office);
    tape.text(term.person);
    tape.flag(term.acting);
    tape.period(term);
    tape.checked(term);
  });
  tape.list(facts.memberships, (membership) => {
    tape.text(membership.organisation);
    tape.text(membership.member);
    tape.choice(MEMBER_STATUSES, membership.status);
    tape.period(membership);
    tape.checked(membership);
  });
  return { format: FORMAT, ...tape.tables(), tape: tape.numbers, length: tape.numbers.length };
}

/** Reads an artefact. Throws when it is of another format or ends too early. */
export function decode(compiled: CompiledKnowledge): Facts {
  if (compiled.format !== FORMAT) throw new Error(`knowledge artefact has format ${String(compiled.format)}, expected ${FORMAT}`);
  if (compiled.tape.length !== compiled.length) throw new Error('knowledge artefact is damaged: it is cut off');
  const tape = new TapeReader(compiled.tape, compiled);
  const roles = tape.list((): Role => ({ id: tape.text(), name: tape.text(), titles: tape.texts(), covers: tape.texts() }));
  const entities = tape.list(() => readEntity(tape));
  const terms = tape.list(() => readTerm(tape));
  const memberships = tape.list(() => readMembership(tape));
  if (!tape.atEnd()) throw new Error('knowledge artefact is damaged');
  return { entities, roles, terms, memberships };
}

// Plain object literals with all fields are read several times faster than spread ones.
function readTerm(tape: TapeReader): Term {
  const office = tape.text();
  const person = tape.text();
  const acting = tape.flag();
  const { from, to, endUnknown } = tape.period();
  const { source, asOf } = tape.checked();
  return { office, person, acting, from, to, endUnknown, source, asOf };
}

function readMembership(tape: TapeReader): Membership {
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
    tape.number(NAME_KINDS.indexOf(name.kind) * 2 + (dated ? 1 : 0));
    tape.text(name.text);
    if (dated) tape.period(name);
  });
}

function readNames(tape: TapeReader): readonly Name[] {
  const names: Name[] = [];
  for (let length = tape.number(); length > 0; length--) names.push(readName(tape));
  return names;
}

function readName(tape: TapeReader): Name {
  const code = tape.number();
  const kind = NAME_KINDS[code >> 1]!;
  const text = tape.text();
  if (!(code & 1)) return { text, kind };
  const { from, to, endUnknown } = tape.period();
  return { text, kind, from, to, endUnknown };
}

function writeEntity(tape: TapeWriter, entity: Entity): void {
  tape.choice(KINDS, entity.kind);
  tape.text(entity.id);
  tape.text(entity.name);
  writeNames(tape, entity.names);
  tape.checked(entity);
  tape.optionalText(entity.wikidata);
  tape.optionalText(entity.note);
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

function readEntity(tape: TapeReader): Entity {
  const kind = tape.choice(KINDS);
  const id = tape.text();
  const name = tape.text();
  const names = readNames(tape);
  const { source, asOf }: Provenance = tape.checked();
  const wikidata = tape.optionalText();
  const note = tape.optionalText();
  switch (kind) {
    case 'person':
      return {
        id, kind, name, names, source, asOf, wikidata, note,
        family: tape.text(),
        order: tape.choice(NAME_ORDERS),
        born: tape.date(),
        died: tape.date(),
        sex: tape.optionalChoice(SEXES),
        nationality: tape.texts(),
      };
    case 'state':
      return {
        id, kind, name, names, source, asOf, wikidata, note,
        exists: tape.period(),
        iso: tape.optionalText(),
        capitals: tape.list((): CapitalTerm => ({ place: tape.text(), ...tape.period(), ...tape.checked() })),
      };
    case 'place':
      return {
        id, kind, name, names, source, asOf, wikidata, note,
        type: tape.choice(PLACE_TYPES),
        states: tape.texts(),
        metonymOf: tape.optionalText(),
      };
    case 'organisation':
      return {
        id, kind, name, names, source, asOf, wikidata, note,
        type: tape.text(),
        exists: tape.period(),
        seat: tape.optionalText(),
        membersCompleteFrom: tape.date(),
      };
    case 'office':
      return {
        id, kind, name, names, source, asOf, wikidata, note,
        role: tape.text(),
        of: tape.text(),
        titles: tape.texts(),
        single: tape.flag(),
        completeFrom: tape.date(),
      };
    case 'event':
      return {
        id, kind, name, names, source, asOf, wikidata, note,
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
