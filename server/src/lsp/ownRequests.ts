import type { CancellationToken, Connection } from 'vscode-languageserver';
import { formatDay } from '../dates/edtf';
import { mentionGroups } from '../features/navigation';
import type { Knowledge } from '../knowledge/api';
import {
  METHODS, type AddIgnoreParams, type AddIgnoreResult, type DocumentParams, type DocumentStatus, type IgnoredItem,
  type KnowledgeInfo, type MentionGroup, type MentionsParams, type RuleInfo, type SetDocumentDateParams, type SetDocumentDateResult,
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
  knowledge(): Promise<Knowledge>;
  /** Called when something changed by which these documents are to be read anew. */
  changed(uris: readonly string[]): void;
}

/** Registers the custom requests of protocol.ts. */
export function registerOwnRequests({ connection, log, analyses, rules, knowledge, changed }: OwnInput): void {
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
    const { asOf, entities } = await knowledge();
    const counts = { person: 0, state: 0, place: 0, organisation: 0, office: 0, event: 0 };
    for (const { kind } of entities) counts[kind]++;
    return { asOf: formatDay(asOf), entities: counts };
  });

  on<unknown, readonly RuleInfo[]>(METHODS.rules, [], () => rules);
}
