import { DidChangeConfigurationNotification, TextDocuments, type Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { diagnostics } from '../features/diagnostics';
import type { Knowledge } from '../knowledge/api';
import { METHODS, ENTITY_KINDS, type DocumentStatus, type IgnoresParams, type KnowledgeFilesParams } from '../protocol';
import { createAnalyses } from './analyses';
import { readAbilities, serverCapabilities, type ClientAbilities } from './client';
import { createConfiguration } from './configuration';
import type { Environment } from './environment';
import { errorText, type Log } from './guard';
import { registerLanguageRequests } from './languageRequests';
import { readOwnFiles } from './ownFiles';
import { registerOwnRequests } from './ownRequests';
import { registerRefreshRequests } from './refreshRequests';
import { createScheduler } from './scheduler';
import { documentStatus } from './status';
import { createWorkspaceIgnores } from './workspaceIgnores';
import { createWorkspaceKnowledge } from './workspaceKnowledge';

const DEBOUNCE_MS = 150;
/** Waits longer in documents that take long, so that typing stays smooth. */
const MAX_DEBOUNCE_MS = 2000;

/**
 * Wires the server to a connection and listens. All state lives in this call; several servers can run in one process. Diagnostics
 * are pulled by clients that can, and pushed to the others, never both.
 */
export function startServer(connection: Connection, environment: Environment): void {
  const documents = new TextDocuments(TextDocument);
  const ruleIds = new Set(environment.rules.map((rule) => rule.id));
  const ignores = createWorkspaceIgnores(ruleIds);
  let abilities: ClientAbilities | undefined;
  let stopped = false;
  const log: Log = {
    error: (message) => { if (!stopped) connection.console.error(message); },
    info: (message) => { if (!stopped) connection.console.info(message); },
  };

  let loading: Promise<Knowledge> | undefined;
  const knowledge = (): Promise<Knowledge> => {
    if (!loading) {
      const began = environment.now();
      // Through a resolved promise, so that a loader that throws at once is a failed promise like any other.
      loading = Promise.resolve().then(() => environment.knowledge());
      loading.then(
        (loaded) => { log.info(`Knowledge: ${entityCount(loaded)} entities in ${Math.round(environment.now() - began)} ms`); },
        (error: unknown) => { log.error(`Knowledge could not be loaded: ${errorText(error)}`); },
      );
    }
    return loading;
  };

  const workspaceKnowledge = createWorkspaceKnowledge(knowledge);
  const configuration = createConfiguration({ connection, log, ruleIds, asks: () => abilities?.configuration === true });
  const analyses = createAnalyses({
    environment, log,
    knowledge: (uri) => workspaceKnowledge.of(uri),
    document: (uri) => documents.get(uri),
    settings: (uri) => configuration.of(uri),
    ignores: (uri) => ignores.entriesFor(uri),
  });

  const sendStatus = (status: DocumentStatus): void => {
    if (abilities?.ownNotifications) void connection.sendNotification(METHODS.status, status);
  };
  const publish = async (uri: string): Promise<void> => {
    const outcome = await analyses.get(uri);
    if (!outcome || stopped || !documents.get(uri)) return;
    sendStatus(documentStatus(outcome));
    if (abilities?.pullDiagnostics) return;
    const items = outcome.state === 'ok' ? diagnostics(outcome.analysis, language.diagnosticContext(outcome)) : [];
    await connection.sendDiagnostics({ uri, version: outcome.version, diagnostics: items });
  };
  const scheduler = createScheduler((uri) => {
    publish(uri).catch((error: unknown) => { log.error(`diagnostics of ${uri}: ${errorText(error)}`); });
  });

  /** Settings or ignores changed, or the date of one document: it is read anew, and the editor is asked to ask again. */
  const changed = (uris: readonly string[] = documents.keys()): void => {
    analyses.invalidate(uris);
    for (const uri of uris) if (documents.get(uri)) scheduler.schedule(uri, 0);
    if (abilities?.pullDiagnostics && abilities.diagnosticRefresh) connection.languages.diagnostics.refresh();
    if (abilities?.tokenRefresh) connection.languages.semanticTokens.refresh();
  };

  const takeIgnores = (params: IgnoresParams): void => {
    try {
      const problems = ignores.update(params);
      void connection.sendDiagnostics({ uri: params.uri, diagnostics: problems });
      changed();
    } catch (error) {
      log.error(`${METHODS.ignores}: ${errorText(error)}`);
    }
  };
  const takeKnowledge = async (params: KnowledgeFilesParams): Promise<void> => {
    try {
      const files = await workspaceKnowledge.update(params);
      for (const file of files) void connection.sendDiagnostics(file);
      changed(documents.keys().filter((uri) => workspaceKnowledge.covers(params.folder, uri)));
    } catch (error) {
      log.error(`${METHODS.knowledgeFiles}: ${errorText(error)}`);
    }
  };

  const language = registerLanguageRequests({
    connection, log, analyses,
    rules: environment.rules,
    abilities: () => abilities ?? readAbilities({ capabilities: {}, processId: null, rootUri: null, workspaceFolders: null }),
  });
  registerOwnRequests({
    connection, log, analyses, changed,
    rules: environment.rules,
    today: () => environment.today(),
    shipped: knowledge,
    knowledge: (uri) => workspaceKnowledge.of(uri),
  });

  registerRefreshRequests({ connection, log, environment, knowledgeWithout: (folder, file) => workspaceKnowledge.without(folder, file) });

  connection.onInitialize((params) => {
    abilities = readAbilities(params);
    return serverCapabilities(abilities, environment.version);
  });
  connection.onInitialized(() => {
    if (abilities?.configurationRegistration) {
      connection.client.register(DidChangeConfigurationNotification.type, { section: 'foreignDesk' })
        .catch((error: unknown) => { log.error(`registration for settings: ${errorText(error)}`); });
    }
    if (abilities && !abilities.ownNotifications && environment.files) {
      readOwnFiles({ connection, log, reader: environment.files, folders: abilities.folders, watches: abilities.watchedFiles, takeIgnores, takeKnowledge });
    }
    // Begun before the first document asks for it.
    knowledge().catch(() => undefined);
  });
  connection.onShutdown(() => {
    stopped = true;
    scheduler.dispose();
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    configuration.reset(settings);
    changed();
  });
  connection.onNotification(METHODS.ignores, takeIgnores);
  connection.onNotification(METHODS.knowledgeFiles, takeKnowledge);

  const opening = new Set<string>();
  documents.onDidOpen(({ document }) => {
    opening.add(document.uri);
    sendStatus({ uri: document.uri, version: document.version, state: 'analysing' });
    scheduler.schedule(document.uri, 0);
  });
  documents.onDidChangeContent(({ document: { uri } }) => {
    // Opening is told as a change as well; it has been scheduled to run at once.
    if (opening.delete(uri)) return;
    const wait = Math.max(environment.debounceMs ?? DEBOUNCE_MS, 2 * analyses.lastDuration(uri));
    scheduler.schedule(uri, Math.min(MAX_DEBOUNCE_MS, wait));
  });
  documents.onDidClose(({ document: { uri } }) => {
    opening.delete(uri);
    scheduler.cancel(uri);
    analyses.forget(uri);
    configuration.forget(uri);
    language.forget(uri);
    if (!abilities?.pullDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  documents.listen(connection);
  connection.listen();
}

function entityCount(knowledge: Knowledge): number {
  return ENTITY_KINDS.reduce((sum, kind) => sum + knowledge.count(kind), 0);
}
