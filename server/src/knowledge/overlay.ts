import { fold } from '../text/fold';
import { amend, WORKSPACE_SOURCE } from './amend';
import type { Knowledge } from './api';
import { encode } from './artefact';
import { assemble } from './assemble';
import type { KnowledgeFile } from './compile';
import { compareIds, type Facts } from './facts';
import { checkIdentity } from './identity';
import { loadKnowledge } from './load';
import { parseKnowledgeFile, type ParsedFile } from './parse';
import { checkPlausibility } from './plausibility';
import type { Problem } from './problem';
import { checkReferences } from './references';
import { ENTITY_LISTS, Registry, type EntityList } from './registry';
import { REQUIRED_FIELDS, WORKSPACE_SCHEMA } from './schema';
import type { SourceEntity, SourceFile, SourceOffice, SourceRole } from './source';
import { roleSource, sourceOf } from './sourceOf';
import type { Entity, Membership, Term } from './types';

export interface Overlay {
  /** The shipped knowledge with that of the files laid over it; the shipped one itself when the files give nothing. */
  readonly knowledge: Knowledge;
  /** By file, line and column. */
  readonly problems: readonly Problem[];
}

/** Longest knowledge file that is read, in UTF-16 code units: a file of people's own facts is far shorter. */
export const MAX_FILE_LENGTH = 2_000_000;

/**
 * Lays knowledge files of a workspace (YAML, {@link WORKSPACE_SCHEMA}) over the shipped knowledge: a record with an id of ours is joined to our
 * record, see `amend`; any other makes a new entity. Never throws on their content: each fault is a problem with file, line and column, and a
 * record with a fault costs only itself.
 */
export function overlayKnowledge(shipped: Knowledge, files: readonly KnowledgeFile[]): Overlay {
  const joined: Joined = new Map();
  const parsed = [...files].sort((a, b) => compareIds(a.path, b.path)).map((file) => amendFile(read(file), shipped, joined));
  const registry = new Registry(parsed, shipped);
  checkReferences(registry);
  checkIdentity(registry);
  checkPlausibility(registry);
  checkNamesakes(registry, shipped);
  const added = assemble(registry);
  const problems = parsed.flatMap(({ report }) => [...report.problems].sort((a, b) => a.line - b.line || a.column - b.column));
  if (added.entities.length === 0 && added.roles.length === 0) return { knowledge: shipped, problems };
  return { knowledge: loadKnowledge(encode(lay(added, shipped))), problems };
}

function read({ path, text }: KnowledgeFile): ParsedFile {
  if (text.length <= MAX_FILE_LENGTH) return parseKnowledgeFile(path, text, WORKSPACE_SCHEMA);
  const parsed = parseKnowledgeFile(path, '', WORKSPACE_SCHEMA);
  parsed.report.problems.length = 0;
  parsed.report.add(0, `not read: longer than ${MAX_FILE_LENGTH / 1_000_000} million characters`);
  return parsed;
}

/** Records joined to ours so far, and the list of their file in which they stand. */
type Joined = Map<string, { readonly record: SourceEntity | SourceOffice; readonly standsIn: (SourceEntity | SourceOffice)[] }>;

/**
 * The file with each record whole: joined to ours, or new with all that a new one needs. A second record for one of ours is joined to what the first
 * made of it, and stands in for it.
 */
function amendFile(parsed: ParsedFile, shipped: Knowledge, joined: Joined): ParsedFile {
  const { source, report } = parsed;
  if (!source) return parsed;
  const file: SourceFile = { ...source, source: source.source ?? WORKSPACE_SOURCE };
  const brokenIds = [...parsed.brokenIds];
  const lists: Partial<Record<EntityList, readonly (SourceEntity | SourceOffice)[]>> = {};
  for (const list of Object.keys(ENTITY_LISTS) as EntityList[]) {
    const kind = ENTITY_LISTS[list];
    const whole: (SourceEntity | SourceOffice)[] = [];
    lists[list] = whole;
    for (const record of (source[list] ?? []) as readonly (SourceEntity | SourceOffice)[]) {
      const known = shipped.entity(record.id);
      if (known?.kind === kind) {
        const before = joined.get(record.id);
        before?.standsIn.splice(before.standsIn.indexOf(before.record), 1);
        const result = amend(kind, before?.record ?? sourceOf(known, shipped), record, file, report);
        joined.set(record.id, { record: result, standsIn: whole });
        whole.push(result);
        continue;
      }
      if (known) {
        report.error(record, 'id', `"${record.id}" is a ${known.kind} in Foreign Desk's knowledge`);
        continue;
      }
      const missing = REQUIRED_FIELDS[list]!.filter((field) => !(field in record));
      if (missing.length > 0) {
        const needs = missing.map((field) => `"${field}"`).join(', ');
        report.error(record, 'id', `Foreign Desk knows no ${kind} "${record.id}"; a new one needs ${needs}`);
        brokenIds.push(record.id);
      }
      if ('replace' in record) report.warn(record, 'replace', `"replace" does nothing in a new ${kind}`);
      if (missing.length === 0) whole.push(record);
    }
  }
  const roles = source.roles?.map((role) => amendRole(role, shipped, parsed));
  return { report, brokenIds, source: { ...file, ...lists, ...(roles && { roles }) } as SourceFile };
}

function amendRole(own: SourceRole, shipped: Knowledge, { report }: ParsedFile): SourceRole {
  const known = shipped.role(own.id);
  const ground = known && roleSource(known);
  const role: SourceRole = {
    id: own.id,
    name: own.name ?? ground?.name ?? own.titles[0]!,
    titles: [...new Set([...(ground?.titles ?? []), ...own.titles])],
    covers: [...new Set([...(ground?.covers ?? []), ...(own.covers ?? [])])],
  };
  report.alias(role, own);
  if (own.covers) report.alias(role.covers!, own.covers);
  return role;
}

/** A new record for somebody whom we ship is mostly a slip: it would make two candidates of one. */
function checkNamesakes(registry: Registry, shipped: Knowledge): void {
  const fresh = [...registry.entities.values()].filter(({ record }) => !shipped.entity(record.id));
  if (fresh.length === 0) return;
  const byName = new Map<string, string>();
  for (const { name, entity } of shipped.names()) {
    if (name.kind === 'full' || name.kind === 'formal' || name.kind === 'variant') byName.set(`${entity.kind} ${fold(name.text)}`, entity.id);
  }
  for (const { record, kind, report } of fresh) {
    const twin = record.name === undefined ? undefined : byName.get(`${kind} ${fold(record.name)}`);
    if (twin) report.warn(record, 'name', `Foreign Desk knows "${record.name}" as "${twin}"; give this record that id to add to ours`);
  }
}

function lay(added: Facts, shipped: Knowledge): Facts {
  const over = new Map(added.entities.map((entity) => [entity.id, entity]));
  const entities: Entity[] = [...shipped.entities.filter(({ id }) => !over.has(id)), ...added.entities].sort((a, b) => compareIds(a.id, b.id));
  const terms: Term[] = [...added.terms];
  const memberships: Membership[] = [...added.memberships];
  for (const { id, kind } of shipped.entities) {
    if (over.has(id)) continue;
    if (kind === 'office') terms.push(...shipped.holders(id));
    if (kind === 'organisation') memberships.push(...shipped.memberships(id));
  }
  const roles = new Map([...shipped.roles, ...added.roles].map((role) => [role.id, role]));
  return { entities, terms, memberships, roles: [...roles.values()] };
}
