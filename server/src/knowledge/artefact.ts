import type { Facts } from './facts';
import { encodeNames, type NameTables } from './nameTables';
import { pack, packExtents, type Extents } from './packed';
import { RecordWriter } from './recordTape';
import { writeEntity, writeMembership, writeRole, writeTerm } from './records';
import { TableWriter, TapeWriter, type Tables } from './tape';
import type { EntityKind } from './types';

/**
 * The dated facts as a JSON value made to be opened fast: texts in one string, all else as packed numbers that are read in place. The entities
 * stand sorted by id, and the number of an entity is that of its id among the texts.
 */
export interface CompiledKnowledge extends Tables {
  /** Raised when anything is written otherwise; an artefact of another format is refused. */
  readonly format: typeof FORMAT;
  /** Newest as-of day of the entities. */
  readonly asOf: number;
  /** For each entity its kind, the text of the body of an office (0 for none, else plus 1), and where its record lies. */
  readonly kinds: string;
  readonly bodies: string;
  readonly recordExtents: Extents;
  /** Which of the plain texts each record brought. */
  readonly recordTexts: Extents;
  readonly records: string;
  readonly roles: string;
  readonly terms: string;
  readonly memberships: string;
  readonly names: NameTables;
  /** Of all strings together: a cut-off artefact is refused before it is read. */
  readonly length: number;
}

export const FORMAT = 3;
export const KINDS: readonly EntityKind[] = ['person', 'state', 'place', 'organisation', 'office', 'event'];

/** Writes the facts down, with the indexes of their names; equal facts give equal bytes. Entities are sorted by id. */
export function encode(facts: Facts): CompiledKnowledge {
  const tables = new TableWriter();
  facts.entities.forEach(({ id }, ordinal) => {
    if (tables.text(id) !== ordinal) throw new RangeError(`"${id}" is no id for the knowledge artefact, or not the only one`);
  });
  const part = <T>(items: readonly T[], write: (tape: TapeWriter, item: T) => void) => {
    const tape = new TapeWriter(tables);
    items.forEach((item) => write(tape, item));
    return pack(tape.numbers);
  };
  const body = {
    ...encodeRecords(facts, tables),
    asOf: facts.entities.length === 0 ? 0 : Math.max(...facts.entities.map(({ asOf }) => asOf)),
    kinds: pack(facts.entities.map(({ kind }) => KINDS.indexOf(kind)), 1),
    bodies: pack(facts.entities.map((entity) => (entity.kind === 'office' ? tables.text(entity.of) + 1 : 0))),
    roles: part(facts.roles, writeRole),
    terms: part(facts.terms, writeTerm),
    memberships: part(facts.memberships, writeMembership),
    names: encodeNames(facts, tables),
  };
  const written = { ...body, ...tables.tables() };
  return { format: FORMAT, ...written, length: lengthOf(written) };
}

function encodeRecords({ entities }: Facts, tables: TableWriter): Pick<CompiledKnowledge, 'records' | 'recordExtents' | 'recordTexts'> {
  const tape = new RecordWriter(tables);
  const lengths: number[] = [];
  const brought: number[] = [];
  for (const entity of entities) {
    const start = tape.numbers.length;
    tape.begin(entity.id);
    writeEntity(tape, entity);
    lengths.push(tape.numbers.length - start);
    brought.push(tape.brought);
  }
  return { records: pack(tape.numbers), recordExtents: packExtents(lengths), recordTexts: packExtents(brought) };
}

/** Throws when the artefact is of another format or cut off. */
export function checkArtefact(compiled: CompiledKnowledge): void {
  if (compiled.format !== FORMAT) throw new Error(`knowledge artefact has format ${String(compiled.format)}, expected ${FORMAT}`);
  if (lengthOf(compiled) !== compiled.length) throw new Error('knowledge artefact is damaged: it is cut off');
}

function lengthOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  return typeof value === 'object' && value !== null ? Object.values(value).reduce((sum: number, part) => sum + lengthOf(part), 0) : 0;
}
