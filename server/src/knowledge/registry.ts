import type { ParsedFile } from './parse';
import type { FileReport } from './problem';
import type { SourceEntity, SourceFile, SourceOffice, SourceRole } from './source';
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
  readonly roles = new Map<string, { readonly record: SourceRole; readonly report: FileReport }>();
  /** Ids that stand in records with faults of their own: a reference to one of them is not wrong. */
  private readonly broken = new Set<string>();

  constructor(files: readonly ParsedFile[]) {
    for (const { brokenIds } of files) brokenIds.forEach((id) => this.broken.add(id));
    for (const { source, report } of files) {
      if (!source) continue;
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
    const entry = id === undefined ? undefined : this.entities.get(id);
    return entry !== undefined && kinds.includes(entry.kind);
  }

  /** Says what is wrong with a reference, or undefined when it is right or cannot be judged. */
  faultOf(id: string, kinds: readonly EntityKind[]): string | undefined {
    const entry = this.entities.get(id);
    const wanted = kinds.join(' or ');
    if (entry) return kinds.includes(entry.kind) ? undefined : `"${id}" is a ${entry.kind}; expected a ${wanted}`;
    if (this.broken.has(id)) return undefined;
    return `no ${wanted} has the id "${id}"${didYouMean(id, this.idsOf(kinds))}`;
  }

  faultOfRole(id: string): string | undefined {
    if (this.roles.has(id) || this.broken.has(id)) return undefined;
    return `no role has the id "${id}"${didYouMean(id, this.roles.keys())}`;
  }

  private *idsOf(kinds: readonly EntityKind[]): Iterable<string> {
    for (const [id, { kind }] of this.entities) if (kinds.includes(kind)) yield id;
  }
}
