import { formatDay, formatEdtfDate, type EdtfDate } from '../dates/edtf';
import type { Knowledge } from './api';
import type {
  SourceAny, SourceCapital, SourceEntity, SourceEvent, SourceHolder, SourceMembers, SourceName, SourceOffice, SourceOrganisation, SourcePeriod, SourcePerson,
  SourcePlace, SourceProvenance, SourceRole, SourceState,
} from './source';
import type { Entity, Period, Provenance, Role } from './types';

/**
 * The record of an entity as a knowledge file would give it: assembling it again gives the same entity. Each dated fact carries its source and
 * as-of date, so that it can stand in a file with others.
 */
export function sourceOf(entity: Entity, knowledge: Knowledge): SourceAny {
  const base: SourceEntity = {
    id: entity.id,
    name: entity.name,
    names: entity.names.slice(1).map((name): SourceName => ({ text: name.text, kind: name.kind, ...period(name), ...(name.houses && { houses: name.houses }) })),
    ...(entity.wikidata !== undefined && { wikidata: entity.wikidata }),
    ...(entity.note !== undefined && { note: entity.note }),
    ...provenance(entity),
  };
  switch (entity.kind) {
    case 'person':
      return {
        ...base, family: entity.family, order: entity.order, nationality: entity.nationality,
        ...(entity.sex && { sex: entity.sex }), ...date('born', entity.born), ...date('died', entity.died),
      } satisfies SourcePerson;
    case 'state':
      return {
        ...base, exists: period(entity.exists), ...(entity.iso !== undefined && { iso: entity.iso }),
        capitals: entity.capitals.map((capital): SourceCapital => ({ place: capital.place, ...period(capital), ...provenance(capital) })),
      } satisfies SourceState;
    case 'place':
      return {
        ...base, type: entity.type, in: entity.states, ...(entity.metonymOf !== undefined && { metonymOf: entity.metonymOf }),
      } satisfies SourcePlace;
    case 'organisation':
      return {
        ...base, type: entity.type, exists: period(entity.exists), ...(entity.seat !== undefined && { seat: entity.seat }),
        ...date('membersCompleteFrom', entity.membersCompleteFrom),
        members: knowledge.memberships(entity.id).map((membership): SourceMembers => ({
          states: [membership.member], status: membership.status, ...period(membership), ...provenance(membership),
        })),
      } satisfies SourceOrganisation;
    case 'office':
      return {
        ...base, role: entity.role, of: entity.of, titles: entity.titles, single: entity.single, ...date('completeFrom', entity.completeFrom),
        holders: knowledge.holders(entity.id).map((term): SourceHolder => ({
          person: term.person, ...period(term), ...(term.acting && { acting: true }), ...provenance(term),
        })),
      } satisfies SourceOffice;
    case 'event':
      return {
        ...base, type: entity.type, start: formatEdtfDate(entity.start), ...date('end', entity.end), ...(entity.ongoing && { ongoing: true }),
        dates: entity.dates.map((one) => ({ date: formatEdtfDate(one.date), what: one.what })),
        places: entity.places, parties: entity.parties, phrases: entity.phrases,
      } satisfies SourceEvent;
  }
}

/** A role as roles.yaml would give it. */
export function roleSource({ id, name, titles, covers }: Role): SourceRole {
  return { id, name, titles, covers };
}

function period({ from, to, endUnknown }: Period): SourcePeriod {
  return { ...date('from', from), ...(endUnknown ? { to: 'unknown' } : date('to', to)) };
}

function date<K extends string>(key: K, value: EdtfDate | undefined): Partial<Record<K, string>> {
  return (value === undefined ? {} : { [key]: formatEdtfDate(value) }) as Partial<Record<K, string>>;
}

function provenance({ source, asOf }: Provenance): Required<SourceProvenance> {
  return { source, asOf: formatDay(asOf) };
}
