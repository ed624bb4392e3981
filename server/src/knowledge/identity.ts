import { fold } from '../text/fold';
import { familyOf } from './names';
import type { Registry, SourceRecord } from './registry';
import type { SourcePerson } from './source';

/** Reports records that seem to be one and the same, and family names that are no part of the name. */
export function checkIdentity(registry: Registry): void {
  const byWikidata = new Map<string, SourceRecord>();
  const byName = new Map<string, SourceRecord>();
  for (const entry of registry.entities.values()) {
    const { record, kind, report } = entry;
    const twin = claim(byWikidata, record.wikidata, entry);
    if (twin) report.error(record, 'wikidata', `"${twin.record.id}" has the same Wikidata id (${placeOf(twin)})`);
    if (kind !== 'person') continue;
    const person = record as SourcePerson;
    const namesake = twin ? undefined : claim(byName, fold(person.name), entry);
    if (namesake) report.warn(person, 'name', `"${namesake.record.id}" has the same name (${placeOf(namesake)})`);
    checkFamily(person, entry);
  }
  for (const entry of registry.entities.values()) if (entry.kind === 'person') checkBorrowedNames(entry, byName);
}

/** A name that is the house form of somebody else: a slip, or a real namesake ("King Abdullah"). */
function checkBorrowedNames({ record, report }: SourceRecord, byName: ReadonlyMap<string, SourceRecord>): void {
  for (const name of record.names ?? []) {
    const owner = name.kind === 'family' || name.kind === 'given' ? undefined : byName.get(fold(name.text));
    if (!owner || owner.record.id === record.id || !name.text.includes(' ')) continue;
    report.warn(name, 'text', `"${name.text}" is the name of "${owner.record.id}" (${placeOf(owner)})`);
  }
}

/** The record that had the key before; else the key is taken by this one. */
function claim(taken: Map<string, SourceRecord>, key: string | undefined, entry: SourceRecord): SourceRecord | undefined {
  if (key === undefined) return undefined;
  const other = taken.get(key);
  if (!other) taken.set(key, entry);
  return other;
}

function placeOf({ report, record }: SourceRecord): string {
  return `${report.file}:${report.lines.linePos(report.offsetOf(record)).line}`;
}

function checkFamily(person: SourcePerson, { report }: SourceRecord): void {
  if (person.family === undefined) return;
  const family = fold(familyOf(person));
  const texts = [person.name, ...(person.names ?? []).map(({ text }) => text)];
  // "Maliki" is part of "Nouri al-Maliki".
  if (texts.some((text) => ` ${fold(text).replaceAll('-', ' ')} `.includes(` ${family.replaceAll('-', ' ')} `))) return;
  report.warn(person, 'family', `"${person.family}" is no part of a name of "${person.name}"`);
}
