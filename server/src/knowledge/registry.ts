import type { Knowledge } from './api';
import type { ParsedFile } from './parse';
import type { FileReport } from './problem';
import type { SourceEntity, SourceFile, SourceOffice, SourcePerson, SourceRole } from './source';
import { roleSource, sourceOf } from './sourceOf';
import { didYouMean } from './suggest';
import type { EntityKind } from './types';

/** The lists of a file that hold entities, and what they hold. */
export const ENTITY_LISTS = {
  states: 'state', places: 'place', people: 'person', offices: 'office', organisations: 'organisation', events: 'event',
} as const satisfies Partial<Record<keyof SourceFile, EntityKind>>;

export type EntityList = keyof typeof ENTITY_LISTS;
const LISTS = Object.keys(ENTITY_LISTS) as readonly EntityList[];

export interface SourceRecord {
  readonly kind: EntityKind;
  readonly record: SourceEntity | SourceOffice;
  readonly file: SourceFile;
  readonly report: FileReport;
}

/** What ids there are over all files, and of what kind. */
export class Registry {
  readonly entities = new Map<string, SourceRecord>();
  /** Names that are declared to be borne by several. */
  readonly ambiguous = new Set<string>();
  readonly roles = new Map<string, { readonly record: SourceRole; readonly report: FileReport }>();
  /** Ids that stand in records with faults of their own: a reference to one of them is not wrong. */
  private readonly broken = new Set<string>();

  /** @param base knowledge that the files lie over: what they refer to may stand there */
  constructor(files: readonly ParsedFile[], private readonly base?: Knowledge) {
    for (const { brokenIds } of files) brokenIds.forEach((id) => this.broken.add(id));
    for (const { source, report } of files) {
      if (!source) continue;
      source.ambiguous?.forEach((name) => this.ambiguous.add(name));
      for (const record of source.roles ?? []) {
        if (this.roles.has(record.id)) report.error(record, 'id', `role "${record.id}" is defined twice`);
        else this.roles.set(record.id, { record, report });
      }
      for (const list of LISTS) {
        for (const record of source[list] ?? []) this.addEntity({ kind: ENTITY_LISTS[list], record, file: source, report });
      }
    }
  }

  private addEntity(entry: SourceRecord): void {
    const { record, report } = entry;
    const other = this.entities.get(record.id);
    if (!other) {
      this.entities.set(record.id, entry);
      return;
    }
    const { line } = other.report.lines.linePos(other.report.offsetOf(other.record));
    report.error(record, 'id', `"${record.id}" is already a ${other.kind} in ${other.report.file}:${line}`);
  }

  /** Whether the id names an entity of one of the kinds. */
  is(id: string | undefined, ...kinds: readonly EntityKind[]): boolean {
    const kind = id === undefined ? undefined : this.kindOf(id);
    return kind !== undefined && kinds.includes(kind);
  }

  private kindOf(id: string): EntityKind | undefined {
    return this.entities.get(id)?.kind ?? this.base?.entity(id)?.kind;
  }

  /** House form of the name of an entity; undefined for an office without one of its own. */
  nameOf(id: string): string | undefined {
    return this.entities.get(id)?.record.name ?? this.base?.entity(id)?.name;
  }

  person(id: string): SourcePerson | undefined {
    if (!this.is(id, 'person')) return undefined;
    return (this.entities.get(id)?.record ?? sourceOf(this.base!.entity(id)!, this.base!)) as SourcePerson;
  }

  role(id: string): SourceRole | undefined {
    const role = this.base?.role(id);
    return this.roles.get(id)?.record ?? (role && roleSource(role));
  }

  /** Says what is wrong with a reference, or undefined when it is right or cannot be judged. */
  faultOf(id: string, kinds: readonly EntityKind[]): string | undefined {
    const kind = this.kindOf(id);
    const wanted = kinds.join(' or ');
    if (kind) return kinds.includes(kind) ? undefined : `"${id}" is a ${kind}; expected a ${wanted}`;
    if (this.broken.has(id)) return undefined;
    return `no ${wanted} has the id "${id}"${didYouMean(id, this.idsOf(kinds))}`;
  }

  faultOfRole(id: string): string | undefined {
    if (this.role(id) || this.broken.has(id)) return undefined;
    return `no role has the id "${id}"${didYouMean(id, [...this.roles.keys(), ...(this.base?.roles ?? []).map((role) => role.id)])}`;
  }

  private *idsOf(kinds: readonly EntityKind[]): Iterable<string> {
    for (const [id, { kind }] of this.entities) if (kinds.includes(kind)) yield id;
    for (const { id, kind } of this.base?.entities ?? []) if (kinds.includes(kind)) yield id;
  }
}
