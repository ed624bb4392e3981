import { fold } from '../text/fold';
import { familyOf } from './names';
import type { Registry, SourceRecord } from './registry';
import type { SourcePerson, SourcePlace } from './source';

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
    if (namesake && !registry.ambiguous.has(person.name)) report.warn(person, 'name', `"${namesake.record.id}" has the same name (${placeOf(namesake)})`);
    checkFamily(person, entry);
  }
  for (const entry of registry.entities.values()) if (entry.kind === 'person') checkBorrowedNames(entry, byName, registry.ambiguous);
  checkAmbiguity(registry);
}

/**
 * A name that several bear must be declared, lest one come in by a slip and make the other unresolvable. Cities among themselves are left out: that
 * many have one name is known.
 */
function checkAmbiguity(registry: Registry): void {
  const bearers = new Map<string, SourceRecord>();
  const declared = new Set(registry.ambiguous);
  for (const entry of registry.entities.values()) {
    if (entry.kind === 'office') continue;
    const own = new Set([entry.record.name!, ...(entry.record.names ?? []).filter(({ kind }) => !UNSPECIFIC.has(kind)).map(({ text }) => text)]);
    for (const text of own) {
      const other = bearers.get(text);
      if (!other) bearers.set(text, entry);
      else if (!declared.has(text) && !(isCity(entry) && isCity(other)) && !isTold(text, entry, other)) {
        entry.report.warn(entry.record, 'name', `"${text}" is also a name of "${other.record.id}" (${placeOf(other)}); declare it under "ambiguous" if both bear it`);
      }
    }
  }
}

/** Kinds of names that many bear by nature. */
const UNSPECIFIC: ReadonlySet<string> = new Set(['family', 'given', 'adjective', 'demonym']);

/** Whether one of the two is a person whose whole name it is: the checks above tell of that. */
function isTold(text: string, a: SourceRecord, b: SourceRecord): boolean {
  return a.kind === 'person' && b.kind === 'person' && [a, b].some(({ record }) => record.name === text);
}

function isCity({ kind, record }: SourceRecord): boolean {
  return kind === 'place' && (record as SourcePlace).type === 'city';
}

/** A name that is the house form of somebody else: a slip, or a real namesake ("King Abdullah"). */
function checkBorrowedNames({ record, report }: SourceRecord, byName: ReadonlyMap<string, SourceRecord>, declared: ReadonlySet<string>): void {
  for (const name of record.names ?? []) {
    const owner = name.kind === 'family' || name.kind === 'given' ? undefined : byName.get(fold(name.text));
    if (!owner || owner.record.id === record.id || !name.text.includes(' ') || declared.has(name.text)) continue;
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
