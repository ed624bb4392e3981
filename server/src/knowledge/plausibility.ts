import { formatRange, type EdtfDate } from '../dates/edtf';
import type { FileReport } from './problem';
import { earliest, earliestEnd, earliestStart, latest, latestEnd, latestStart } from './period';
import type { Registry, SourceRecord } from './registry';
import type {
  SourceEvent, SourceHolder, SourceOffice, SourceOrganisation, SourcePerson, SourcePeriod, SourceState,
} from './source';
import { toDate, toDayNumber, toPeriod } from './sourceDates';
import type { Period } from './types';

/** Reports dates that cannot all be true. Vague dates are given the benefit of the doubt. */
export function checkPlausibility(registry: Registry): void {
  for (const entry of registry.entities.values()) {
    const { record, kind, report } = entry;
    for (const name of record.names ?? []) checkPeriod(name, entry);
    switch (kind) {
      case 'state':
        checkPeriod((record as SourceState).exists, entry);
        for (const capital of (record as SourceState).capitals ?? []) checkPeriod(capital, entry);
        break;
      case 'organisation':
        checkOrganisation(record as SourceOrganisation, entry);
        break;
      case 'person':
        checkOrder(record as SourcePerson, 'born', 'died', report);
        break;
      case 'event':
        checkEvent(record as SourceEvent, report);
        break;
      case 'office':
        checkOffice(record as SourceOffice, entry, registry);
    }
  }
}

const show = (date: EdtfDate | undefined): string => (date ? formatRange(date.range) : 'an unknown day');

function asOfOf({ asOf }: { readonly asOf?: string }, { record, file }: SourceRecord): number {
  return toDayNumber(asOf ?? record.asOf ?? file.asOf);
}

function checkPeriod(source: (SourcePeriod & { readonly asOf?: string }) | undefined, entry: SourceRecord): void {
  if (!source) return;
  const { from, to } = toPeriod(source);
  if (from && to && earliest(from) > latest(to)) {
    entry.report.error(source, 'to', `ends on ${show(to)}, before it begins on ${show(from)}`);
  }
  if (from && earliest(from) > asOfOf(source, entry)) {
    entry.report.warn(source, 'from', `begins after the as-of day; nothing is claimed for then`);
  }
}

function checkOrder<K extends string>(
  record: Readonly<Partial<Record<K, unknown>>> & object, first: K, second: K, report: FileReport,
): void {
  const a = toDate(record[first] as string | undefined);
  const b = toDate(record[second] as string | undefined);
  if (!a || !b || earliest(a) <= latest(b)) return;
  report.error(record, second, `"${second}" (${show(b)}) is before "${first}" (${show(a)})`);
}

function checkEvent(event: SourceEvent, report: FileReport): void {
  checkOrder(event, 'start', 'end', report);
  if (event.ongoing && event.end !== undefined) report.error(event, 'ongoing', 'an event with an "end" is not ongoing');
}

function checkOrganisation(organisation: SourceOrganisation, entry: SourceRecord): void {
  const { report } = entry;
  checkPeriod(organisation.exists, entry);
  const founded = toDate(organisation.exists?.from);
  const seen = new Map<string, Period[]>();
  for (const members of organisation.members ?? []) {
    checkPeriod(members, entry);
    const period = toPeriod(members);
    if (founded && period.from && latest(period.from) < earliest(founded)) {
      report.warn(members, 'from', `membership begins on ${show(period.from)}, before the organisation (${show(founded)})`);
    }
    const asOf = asOfOf(members, entry);
    members.states.forEach((id, index) => {
      const key = `${members.status ?? 'member'} ${id}`;
      const others = seen.get(key) ?? [];
      if (others.some((other) => surelyOverlap(other, period, asOf))) {
        report.error(members.states, index, `"${id}" is already listed as ${members.status ?? 'member'} for the same time`);
      }
      seen.set(key, [...others, period]);
    });
  }
}

/** Rival claims to one office after a coup or an election last weeks; longer ones are slips of the data. */
const LONGEST_RIVALRY = 183;

/** Whether the two share more than a day of handover, however their vague dates turn out. */
function surelyOverlap(a: Period, b: Period, asOf: number): boolean {
  return latestStart(a, asOf) < earliestEnd(b, asOf) && latestStart(b, asOf) < earliestEnd(a, asOf);
}

function checkOffice(office: SourceOffice, entry: SourceRecord, registry: Registry): void {
  const { report } = entry;
  const holders = office.holders ?? [];
  let previous: EdtfDate | undefined;
  for (const holder of holders) {
    checkPeriod(holder, entry);
    checkLifetime(holder, entry, registry);
    const from = toDate(holder.from);
    if (from && previous && latest(from) < earliest(previous)) {
      report.warn(holder, 'from', `holders stand oldest first; this one begins before the one above`);
    }
    previous = from ?? previous;
  }
  holders.forEach((holder, index) => checkOverlap(holder, holders.slice(0, index), office, entry));
}

function checkOverlap(holder: SourceHolder, earlier: readonly SourceHolder[], office: SourceOffice, entry: SourceRecord): void {
  const asOf = asOfOf(holder, entry);
  const period = toPeriod(holder);
  for (const other of earlier) {
    const same = other.person === holder.person;
    if (!same && (office.single === false || holder.acting || other.acting)) continue;
    const otherPeriod = toPeriod(other);
    if (!surelyOverlap(otherPeriod, period, asOf)) continue;
    const until = otherPeriod.to ? `until ${show(otherPeriod.to)}` : 'with no end';
    const listed = `"${other.person}" is listed from ${show(otherPeriod.from)} ${until}`;
    const message = `"${holder.person}" holds ${office.id} from ${show(period.from)}, but ${listed}`;
    const overlap = Math.min(earliestEnd(period, asOf), earliestEnd(otherPeriod, asOf))
      - Math.max(latestStart(period, asOf), latestStart(otherPeriod, asOf));
    if (!same && otherPeriod.to && overlap <= LONGEST_RIVALRY) entry.report.warn(holder, 'from', message);
    else entry.report.error(holder, 'from', message);
    return;
  }
}

function checkLifetime(holder: SourceHolder, entry: SourceRecord, registry: Registry): void {
  const person = registry.person(holder.person);
  if (!person) return;
  const born = toDate(person.born);
  const died = toDate(person.died);
  const period = toPeriod(holder);
  const asOf = asOfOf(holder, entry);
  if (born && latestEnd(period, asOf) < earliest(born)) {
    entry.report.error(holder, 'to', `"${person.id}" was born on ${show(born)}, after this term`);
  } else if (born && period.from && latest(period.from) < earliest(born)) {
    entry.report.error(holder, 'from', `"${person.id}" was born on ${show(born)}, after the term begins`);
  }
  if (died && earliestStart(period) > latest(died)) {
    entry.report.error(holder, 'from', `"${person.id}" died on ${show(died)}, before the term begins`);
  } else if (died && earliestEnd(period, asOf) > latest(died) && !period.endUnknown) {
    const open = period.to ? '' : ' (it has no "to")';
    entry.report.error(holder, period.to ? 'to' : undefined, `"${person.id}" died on ${show(died)}, before the term ends${open}`);
  }
}
