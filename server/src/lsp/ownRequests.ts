import type { CancellationToken, Connection } from 'vscode-languageserver';
import { formatDay } from '../dates/edtf';
import { searchEntities } from '../features/entitySearch';
import { mentionAt } from '../features/mentionGroups';
import { mentionGroups } from '../features/navigation';
import type { Knowledge } from '../knowledge/api';
import type { KnowledgeFile } from '../knowledge/compile';
import type { Entity } from '../knowledge/types';
import { writeEntity, writeName, type WriteInput } from '../knowledge/write';
import {
  ENTITY_KINDS, KNOWLEDGE_FOLDER, METHODS, type AddIgnoreParams, type AddIgnoreResult, type AddKnowledgeParams, type AddKnowledgeResult, type DocumentParams,
  type DocumentStatus, type EntityOrigin, type EntityOriginParams, type FoundEntity, type IgnoredItem, type KnowledgeInfo, type SearchEntitiesParams,
  type MentionGroup, type MentionsParams, type RuleInfo, type SetDocumentDateParams, type SetDocumentDateResult,
} from '../protocol';
import type { Analyses } from './analyses';
import { guard, type Log } from './guard';
import { addIgnore } from '../analysis/ignoreFile';
import { isDate } from '../features/settings';
import { documentStatus, ignoredItems } from './status';

export interface OwnInput {
  readonly connection: Connection;
  readonly log: Log;
  readonly analyses: Analyses;
  readonly rules: readonly RuleInfo[];
  /** Today as `YYYY-MM-DD`. */
  today(): string;
  /** The shipped knowledge. */
  shipped(): Promise<Knowledge>;
  /** The knowledge that counts for a document; without one the shipped one. */
  knowledge(uri: string | undefined): Promise<Knowledge>;
  /** Called when something changed by which these documents are to be read anew. */
  changed(uris: readonly string[]): void;
}

/** Registers the custom requests of protocol.ts. */
export function registerOwnRequests({ connection, log, analyses, rules, today, shipped, knowledge, changed }: OwnInput): void {
  const on = <P, R>(method: string, fallback: R, handler: (params: P, token: CancellationToken) => R | Promise<R>): void => {
    const guarded = guard<[P], R>(method, log, fallback, (token, params) => handler(params, token));
    // A request without parameters comes with the token as the only argument.
    connection.onRequest(method, (params: P, token?: CancellationToken) =>
      guarded(token ?? (params as CancellationToken), params));
  };

  on<DocumentParams, DocumentStatus | null>(METHODS.documentStatus, null, async ({ textDocument }, token) => {
    const outcome = await analyses.get(textDocument.uri, token);
    return outcome ? documentStatus(outcome) : null;
  });

  const notSet: SetDocumentDateResult = { ok: false, message: 'The date could not be set' };
  on<SetDocumentDateParams, SetDocumentDateResult>(METHODS.setDocumentDate, notSet, ({ textDocument, date }) => {
    if (date !== null && !isDate(date)) {
      return { ok: false, message: `'${String(date)}' is no date; write it like 2026-02-03, 2026-02 or 2026` };
    }
    analyses.setDate(textDocument.uri, date === null ? undefined : date.trim());
    changed([textDocument.uri]);
    return { ok: true };
  });

  on<MentionsParams, MentionGroup[]>(METHODS.mentions, [], async ({ textDocument, position }, token) => {
    const outcome = await analyses.get(textDocument.uri, token);
    if (outcome?.state !== 'ok') return [];
    return mentionGroups(outcome.analysis, outcome.document, position && outcome.document.offsetAt(position));
  });

  on<DocumentParams, IgnoredItem[]>(METHODS.ignored, [], async ({ textDocument }, token) => {
    const outcome = await analyses.get(textDocument.uri, token);
    return outcome?.state === 'ok' ? ignoredItems(outcome) : [];
  });

  const notAdded: AddIgnoreResult = { message: 'The entry could not be added' };
  on<AddIgnoreParams, AddIgnoreResult>(METHODS.addIgnore, notAdded, ({ text, entry }) => addIgnore(text, entry));

  on<unknown, KnowledgeInfo | null>(METHODS.knowledgeInfo, null, async () => {
    const known = await shipped();
    const counts = { person: 0, state: 0, place: 0, organisation: 0, office: 0, event: 0 };
    for (const kind of ENTITY_KINDS) counts[kind] = known.count(kind);
    return { asOf: formatDay(known.asOf), entities: counts };
  });

  const notWritten: AddKnowledgeResult = { message: 'The entry could not be added' };
  on<AddKnowledgeParams, AddKnowledgeResult>(METHODS.addKnowledge, notWritten, async ({ folder, files, entry }) => {
    const input: WriteInput = {
      files: files.map(({ uri, text }): KnowledgeFile => ({ path: uri, text })),
      newPath: `${folder.replace(/\/$/, '')}/${KNOWLEDGE_FOLDER}/${NEW_FILE}`,
      today: today(),
    };
    const base = await knowledge(input.newPath);
    const result = entry.add === 'name' ? writeName(base, entry.entity, entry.text, input) : writeEntity(base, entry.kind, entry.text, input);
    return 'message' in result ? result : { uri: result.path, text: result.text, line: result.line };
  });

  on<SearchEntitiesParams, readonly FoundEntity[]>(METHODS.searchEntities, [], async ({ uri, query, limit }) =>
    searchEntities(await knowledge(uri), query, limit));

  on<EntityOriginParams, readonly EntityOrigin[]>(METHODS.entityOrigin, [], async ({ uri, entity, position }, token) => {
    let id = entity;
    if (id === undefined && uri !== undefined && position) {
      const outcome = await analyses.get(uri, token);
      if (outcome?.state === 'ok') id = mentionAt(outcome.analysis, outcome.document.offsetAt(position))?.entity;
    }
    return id === undefined ? [] : originsOf(id, await knowledge(uri), await shipped());
  });

  on<unknown, readonly RuleInfo[]>(METHODS.rules, [], () => rules);
}

/** Where quick-fixes write what no file of the workspace has a record for. */
const NEW_FILE = 'names.yaml';

function originsOf(id: string, knowledge: Knowledge, shipped: Knowledge): readonly EntityOrigin[] {
  const ours = shipped.entity(id);
  const own = knowledge.entity(id);
  const found: EntityOrigin[] = [];
  const add = ({ name, origin }: Entity, isOurs: boolean): void => {
    if (origin) found.push({ entity: id, name, file: origin.file, shipped: isOurs, line: origin.line - 1 });
  };
  if (own && (own.origin?.file !== ours?.origin?.file || own.origin?.line !== ours?.origin?.line)) add(own, false);
  if (ours) add(ours, true);
  return found;
}
