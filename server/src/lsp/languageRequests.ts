import {
  DocumentDiagnosticReportKind, type CancellationToken, type Connection, type DocumentDiagnosticParams,
  type DocumentDiagnosticReport, type SemanticTokens,
} from 'vscode-languageserver';
import { codeActions } from '../features/codeActions';
import { diagnostics, type DiagnosticContext } from '../features/diagnostics';
import { documentSymbols } from '../features/documentSymbols';
import { hover } from '../features/hover';
import { definition, documentHighlights, references } from '../features/navigation';
import { semanticTokens, semanticTokensDelta } from '../features/semanticTokens';
import type { RuleInfo } from '../protocol';
import type { Analyses, Analysed } from './analyses';
import type { ClientAbilities } from './client';
import { guard, type Log } from './guard';

export interface LanguageInput {
  readonly connection: Connection;
  readonly log: Log;
  readonly analyses: Analyses;
  readonly rules: readonly RuleInfo[];
  abilities(): ClientAbilities;
}

export interface LanguageRequests {
  /** Diagnostics of an analysis, as pushed. */
  diagnosticContext(analysed: Analysed): DiagnosticContext;
  /** Drops what is kept of a document. */
  forget(uri: string): void;
}

interface WithDocument {
  readonly textDocument: { readonly uri: string };
}

/** Registers the requests of the Language Server Protocol. Each answers from the analysis of the document as it stands. */
export function registerLanguageRequests({ connection, log, analyses, rules, abilities }: LanguageInput): LanguageRequests {
  const ruleById = new Map(rules.map((rule) => [rule.id, rule]));
  const sentTokens = new Map<string, { readonly resultId: string; readonly data: readonly number[] }>();

  /** A guarded handler that gets the analysis; `fallback` is the answer where there is none. */
  const onAnalysed = <P extends WithDocument, R>(name: string, fallback: R, handler: (analysed: Analysed, params: P) => R) => {
    const guarded = guard<[P], R>(name, log, fallback, async (token, params) => {
      const outcome = await analyses.get(params.textDocument.uri, token);
      return outcome?.state === 'ok' ? handler(outcome, params) : fallback;
    });
    return (params: P, token: CancellationToken): Promise<R> => guarded(token, params);
  };

  const diagnosticContext = ({ uri, document }: Analysed): DiagnosticContext => ({
    uri,
    positions: document,
    docUrl: (rule) => ruleById.get(rule)?.docUrl,
    relatedInformation: abilities().relatedInformation,
  });

  connection.onHover(onAnalysed('textDocument/hover', null, ({ analysis, document, uri }, { position }) =>
    hover(analysis, document.offsetAt(position), { uri, positions: document, format: abilities().hoverFormat, findingsShown: abilities().ownNotifications })));

  connection.onDefinition(onAnalysed('textDocument/definition', null, ({ analysis, document, uri }, { position }) =>
    definition(analysis, document, uri, document.offsetAt(position))));

  connection.onReferences(onAnalysed('textDocument/references', [], ({ analysis, document, uri }, { position, context }) =>
    references(analysis, document, uri, document.offsetAt(position), context.includeDeclaration)));

  connection.onDocumentHighlight(onAnalysed('textDocument/documentHighlight', [], ({ analysis, document }, { position }) =>
    documentHighlights(analysis, document, document.offsetAt(position))));

  connection.onDocumentSymbol(onAnalysed('textDocument/documentSymbol', [], ({ analysis, document }) =>
    documentSymbols(analysis, document)));

  connection.onCodeAction(onAnalysed('textDocument/codeAction', [], (analysed, { range, context }) => {
    const { documentChanges, commands } = abilities();
    return codeActions(analysed.analysis, range, {
      ...diagnosticContext(analysed),
      version: analysed.version,
      ...(context.only && { only: context.only }),
      documentChanges,
      commands,
      ruleTitle: (rule) => ruleById.get(rule)?.title ?? rule,
    });
  }));

  const fullTokens = ({ analysis, document, uri, id }: Analysed): SemanticTokens => {
    const tokens = { resultId: String(id), data: semanticTokens(analysis, document) };
    sentTokens.set(uri, tokens);
    return tokens;
  };
  const { semanticTokens: onTokens, diagnostics: onDiagnostics } = connection.languages;
  onTokens.on(onAnalysed('textDocument/semanticTokens/full', { data: [] }, fullTokens));
  onTokens.onDelta(onAnalysed('textDocument/semanticTokens/full/delta', { data: [] }, (analysed, params) => {
    const before = sentTokens.get(analysed.uri);
    const tokens = fullTokens(analysed);
    return before?.resultId === params.previousResultId ? semanticTokensDelta(before.data, tokens.data, tokens.resultId) : tokens;
  }));
  onTokens.onRange(onAnalysed('textDocument/semanticTokens/range', { data: [] }, ({ analysis, document }, { range }) =>
    ({ data: semanticTokens(analysis, document, range) })));

  const noDiagnostics: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const report = (analysed: Analysed, { previousResultId }: DocumentDiagnosticParams): DocumentDiagnosticReport => {
    const resultId = String(analysed.id);
    if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    const items = diagnostics(analysed.analysis, diagnosticContext(analysed));
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  };
  onDiagnostics.on(onAnalysed('textDocument/diagnostic', noDiagnostics, report));

  return {
    diagnosticContext,
    forget: (uri) => { sentTokens.delete(uri); },
  };
}
