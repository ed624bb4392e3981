import { checkPhrase } from './phrases';
import type { FileReport } from './problem';
import type { Registry, SourceRecord } from './registry';
import type {
  SourceEvent, SourceOffice, SourceOrganisation, SourcePerson, SourcePlace, SourceState,
} from './source';
import type { EntityKind } from './types';

const BODY = ['state', 'organisation'] as const;
const PARTY = ['state', 'organisation', 'person', 'place'] as const;

/** Reports every id that names nothing, or something of another kind than the field takes. */
export function checkReferences(registry: Registry): void {
  for (const { record, report } of registry.roles.values()) {
    record.covers?.forEach((id, index) => {
      const fault = registry.faultOfRole(id);
      if (fault) report.error(record.covers!, index, fault);
    });
  }
  for (const entry of registry.entities.values()) checkRecord(entry, registry);
}

function checkRecord({ kind, record, report }: SourceRecord, registry: Registry): void {
  const one = (holder: object, key: string, id: string | undefined, kinds: readonly EntityKind[]) => {
    const fault = id === undefined ? undefined : registry.faultOf(id, kinds);
    if (fault) report.error(holder, key, fault);
  };
  const each: CheckIds = (ids, kinds) => ids?.forEach((id, index) => {
    const fault = registry.faultOf(id, kinds);
    if (fault) report.error(ids, index, fault);
  });
  switch (kind) {
    case 'state':
      for (const capital of (record as SourceState).capitals ?? []) one(capital, 'place', capital.place, ['place']);
      break;
    case 'place':
      each((record as SourcePlace).in, ['state']);
      one(record, 'metonymOf', (record as SourcePlace).metonymOf, BODY);
      break;
    case 'person':
      each((record as SourcePerson).nationality, ['state']);
      break;
    case 'office': {
      const office = record as SourceOffice;
      const fault = registry.faultOfRole(office.role);
      if (fault) report.error(office, 'role', fault);
      one(office, 'of', office.of, BODY);
      for (const holder of office.holders ?? []) one(holder, 'person', holder.person, ['person']);
      break;
    }
    case 'organisation': {
      const organisation = record as SourceOrganisation;
      one(organisation, 'seat', organisation.seat, ['place']);
      for (const members of organisation.members ?? []) each(members.states, BODY);
      break;
    }
    case 'event':
      checkEvent(record as SourceEvent, registry, report, each);
  }
}

type CheckIds = (ids: readonly string[] | undefined, kinds: readonly EntityKind[]) => void;

function checkEvent(event: SourceEvent, registry: Registry, report: FileReport, each: CheckIds): void {
  each(event.places, ['place', 'state']);
  each(event.parties, PARTY);
  event.phrases?.forEach((phrase, index) => {
    const fault = checkPhrase(phrase, (id) => registry.faultOf(id, [...PARTY, 'event', 'office']));
    if (fault) report.error(event.phrases!, index, fault);
  });
}
