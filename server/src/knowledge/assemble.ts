import { compareIds, type Facts } from './facts';
import { composeOfficeName, familyOf, officeNames, organisationNames, personNames, plainNames, stateNames } from './names';
import { compareStarts } from './period';
import type { Registry, SourceRecord } from './registry';
import type {
  SourceEvent, SourceOffice, SourceOrganisation, SourcePerson, SourcePlace, SourceProvenance, SourceState,
} from './source';
import { toDate, toDayNumber, toPeriod } from './sourceDates';
import type {
  CapitalTerm, Entity, Event, Membership, Office, Organisation, Origin, Person, Place, Provenance, Role, State, Term,
} from './types';

/** Builds the facts from the sound records of all files. What refers to an unknown or broken record is left out. */
export function assemble(registry: Registry): Facts {
  const entries = [...registry.entities.values()].sort((a, b) => compareIds(a.record.id, b.record.id));
  const entities: Entity[] = [];
  const terms: Term[] = [];
  const memberships: Membership[] = [];
  for (const entry of entries) {
    const entity = toEntity(entry, registry);
    if (!entity) continue;
    entities.push(entity);
    if (entry.kind === 'office') terms.push(...toTerms(entry, registry));
    if (entry.kind === 'organisation') memberships.push(...toMemberships(entry, registry));
  }
  const roles = [...registry.roles.values()].sort((a, b) => compareIds(a.record.id, b.record.id)).map(({ record }): Role => ({
    id: record.id,
    name: record.name,
    titles: record.titles.map((title) => title.toLowerCase()),
    covers: (record.covers ?? []).filter((id) => registry.role(id) !== undefined),
  }));
  return { entities, roles, terms, memberships };
}

function provenance(entry: SourceRecord, fact: SourceProvenance = {}): Provenance {
  return {
    source: fact.source ?? entry.record.source ?? entry.file.source ?? 'own',
    asOf: toDayNumber(fact.asOf ?? entry.record.asOf ?? entry.file.asOf),
  };
}

function toEntity(entry: SourceRecord, registry: Registry): Entity | undefined {
  switch (entry.kind) {
    case 'person': return toPerson(entry, registry);
    case 'state': return toState(entry, registry);
    case 'place': return toPlace(entry, registry);
    case 'organisation': return toOrganisation(entry, registry);
    case 'office': return toOffice(entry, registry);
    case 'event': return toEvent(entry, registry);
  }
}

function base<K extends Entity['kind']>(entry: SourceRecord, kind: K, name: string) {
  const { id, wikidata, note } = entry.record;
  return { id, kind, name, ...(wikidata && { wikidata }), ...(note && { note }), ...provenance(entry), origin: originOf(entry) };
}

function originOf({ report, record }: SourceRecord): Origin {
  return { file: report.file, line: report.lines.linePos(report.offsetOf(record)).line };
}

function toPerson(entry: SourceRecord, registry: Registry): Person {
  const source = entry.record as SourcePerson;
  return {
    ...base(entry, 'person', source.name),
    names: personNames(source),
    family: familyOf(source),
    order: source.order ?? 'given-first',
    born: toDate(source.born),
    died: toDate(source.died),
    sex: source.sex,
    nationality: (source.nationality ?? []).filter((id) => registry.is(id, 'state')),
  };
}

function toState(entry: SourceRecord, registry: Registry): State {
  const source = entry.record as SourceState;
  return {
    ...base(entry, 'state', source.name),
    names: stateNames(source),
    exists: toPeriod(source.exists ?? {}),
    iso: source.iso,
    capitals: (source.capitals ?? [])
      .filter(({ place }) => registry.is(place, 'place'))
      .map((capital): CapitalTerm => ({ place: capital.place, ...toPeriod(capital), ...provenance(entry, capital) }))
      .sort(compareStarts),
  };
}

function toPlace(entry: SourceRecord, registry: Registry): Place {
  const source = entry.record as SourcePlace;
  return {
    ...base(entry, 'place', source.name),
    names: plainNames(source.name, source.names),
    type: source.type,
    states: (source.in ?? []).filter((id) => registry.is(id, 'state')),
    metonymOf: registry.is(source.metonymOf, 'state', 'organisation') ? source.metonymOf : undefined,
  };
}

function toOrganisation(entry: SourceRecord, registry: Registry): Organisation {
  const source = entry.record as SourceOrganisation;
  return {
    ...base(entry, 'organisation', source.name),
    names: organisationNames(source),
    type: source.type,
    exists: toPeriod(source.exists ?? {}),
    seat: registry.is(source.seat, 'place') ? source.seat : undefined,
    membersCompleteFrom: toDate(source.membersCompleteFrom),
  };
}

function toOffice(entry: SourceRecord, registry: Registry): Office | undefined {
  const source = entry.record as SourceOffice;
  const role = registry.role(source.role);
  if (!role || !registry.is(source.of, 'state', 'organisation')) return undefined;
  const name = source.name ?? composeOfficeName(role.name, registry.nameOf(source.of)!);
  const titles = (source.titles ?? []).map((title) => title.toLowerCase());
  return {
    ...base(entry, 'office', name),
    names: officeNames(name, source.names, titles),
    role: source.role,
    of: source.of,
    titles,
    single: source.single ?? true,
    completeFrom: toDate(source.completeFrom),
  };
}

function toTerms(entry: SourceRecord, registry: Registry): readonly Term[] {
  const source = entry.record as SourceOffice;
  return (source.holders ?? []).filter(({ person }) => registry.is(person, 'person')).map((holder): Term => ({
    office: source.id, person: holder.person, acting: holder.acting ?? false, ...toPeriod(holder), ...provenance(entry, holder),
  })).sort(compareStarts);
}

function toMemberships(entry: SourceRecord, registry: Registry): readonly Membership[] {
  const source = entry.record as SourceOrganisation;
  return (source.members ?? []).flatMap((members) => members.states.filter((id) => registry.is(id, 'state', 'organisation'))
    .map((member): Membership => ({
      organisation: source.id, member, status: members.status ?? 'member', ...toPeriod(members), ...provenance(entry, members),
    }))).sort(compareStarts);
}

function toEvent(entry: SourceRecord, registry: Registry): Event {
  const source = entry.record as SourceEvent;
  return {
    ...base(entry, 'event', source.name),
    names: plainNames(source.name, source.names),
    type: source.type,
    start: toDate(source.start)!,
    end: toDate(source.end),
    ongoing: source.ongoing ?? false,
    dates: (source.dates ?? []).map(({ date, what }) => ({ date: toDate(date)!, what })),
    places: (source.places ?? []).filter((id) => registry.is(id, 'place', 'state')),
    parties: (source.parties ?? []).filter((id) => registry.is(id, 'state', 'organisation', 'person', 'place')),
    phrases: source.phrases ?? [],
  };
}
