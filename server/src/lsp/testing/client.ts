import { PassThrough } from 'node:stream';
import {
  createProtocolConnection, ConfigurationRequest, DidChangeTextDocumentNotification, DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification, InitializedNotification, InitializeRequest, LogMessageNotification, PublishDiagnosticsNotification,
  RegistrationRequest, ShowMessageNotification, StreamMessageReader, StreamMessageWriter, DiagnosticRefreshRequest,
  SemanticTokensRefreshRequest, type ClientCapabilities, type InitializeResult, type ProtocolConnection, type PublishDiagnosticsParams,
  type Range,
} from 'vscode-languageserver-protocol/node';
import { createConnection } from 'vscode-languageserver/node';
import { METHODS, type DocumentStatus } from '../../protocol';
import type { Environment } from '../environment';
import { startServer } from '../server';

/** A list that grows, and that can be waited on. */
export class Inbox<T> {
  readonly items: T[] = [];
  private readonly waiting = new Set<{ readonly fits: (item: T) => boolean; readonly resolve: (item: T) => void }>();

  add(item: T): void {
    this.items.push(item);
    for (const wait of [...this.waiting]) {
      if (!wait.fits(item)) continue;
      this.waiting.delete(wait);
      wait.resolve(item);
    }
  }

  /** The first item that fits, among those that came already or are still to come. */
  when(fits: (item: T) => boolean): Promise<T> {
    const present = this.items.find(fits);
    if (present !== undefined) return Promise.resolve(present);
    return new Promise((resolve) => { this.waiting.add({ fits, resolve }); });
  }
}

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Answer to workspace/configuration, asked anew each time. */
  readonly settings?: (scope: string | undefined) => unknown;
}

/** The client's end of a server that runs in this process, over in-memory streams and the real protocol. */
export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly diagnostics: Inbox<PublishDiagnosticsParams>;
  readonly statuses: Inbox<DocumentStatus>;
  readonly messages: Inbox<string>;
  readonly logs: Inbox<string>;
  readonly refreshes: Inbox<'diagnostics' | 'tokens'>;
  readonly registrations: Inbox<string>;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  /** Replaces the whole text, or a range of it. */
  change(uri: string, version: number, text: string, range?: Range): Promise<void>;
  close(uri: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startTestClient(environment: Environment, options: ClientOptions = {}): Promise<TestClient> {
  const up = new PassThrough();
  const down = new PassThrough();
  const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  startServer(server, environment);
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const diagnostics = new Inbox<PublishDiagnosticsParams>();
  const statuses = new Inbox<DocumentStatus>();
  const messages = new Inbox<string>();
  const logs = new Inbox<string>();
  const refreshes = new Inbox<'diagnostics' | 'tokens'>();
  const registrations = new Inbox<string>();
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => { diagnostics.add(params); });
  connection.onNotification(ShowMessageNotification.type, ({ message }) => { messages.add(message); });
  connection.onNotification(LogMessageNotification.type, ({ message }) => { logs.add(message); });
  connection.onNotification(METHODS.status, (status: DocumentStatus) => { statuses.add(status); });
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(({ scopeUri }) => options.settings?.(scopeUri) ?? null));
  connection.onRequest(RegistrationRequest.type, ({ registrations: list }) => {
    for (const { method } of list) registrations.add(method);
  });
  connection.onRequest(DiagnosticRefreshRequest.type, () => { refreshes.add('diagnostics'); });
  connection.onRequest(SemanticTokensRefreshRequest.type, () => { refreshes.add('tokens'); });
  connection.listen();
  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: null, rootUri: null, workspaceFolders: null,
    capabilities: options.capabilities ?? {},
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return {
    connection, initialized, diagnostics, statuses, messages, logs, refreshes, registrations,
    open: (uri, text, languageId = 'markdown') =>
      connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId, version: 1, text } }),
    change: (uri, version, text, range) =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version }, contentChanges: [range ? { range, text } : { text }],
      }),
    close: (uri) => connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    async stop() {
      await connection.sendRequest('shutdown');
      connection.dispose();
      server.dispose();
    },
  };
}
