import { EventEmitter, window, type CancellationToken, type Disposable, type Event, type OutputChannel } from 'vscode';
import { State, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import {
  CODE_ACTION_COMMANDS, CONFIGURATION_SECTION, METHODS, type DocumentStatus, type InitializationOptions,
} from '../../server/src/protocol';
import { isProse, readLanguages } from './selector';

/** Makes a language client for the host: over IPC on the desktop, in a worker in the browser. */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient | Promise<BaseLanguageClient>;

export type ServerState = 'stopped' | 'starting' | 'running' | 'failed';

/** The server's life: started when first asked for, restarted on demand; what it says of each document is kept here. */
export class Connection implements Disposable {
  readonly log: OutputChannel = window.createOutputChannel('Foreign Desk');
  private readonly statusEmitter = new EventEmitter<DocumentStatus>();
  private readonly stateEmitter = new EventEmitter<ServerState>();
  private readonly readyEmitter = new EventEmitter<void>();
  private readonly statuses = new Map<string, DocumentStatus>();
  private running: Promise<BaseLanguageClient> | undefined;
  private present: ServerState = 'stopped';

  readonly onStatus: Event<DocumentStatus> = this.statusEmitter.event;
  readonly onState: Event<ServerState> = this.stateEmitter.event;
  /** A server has started, the first or another: it knows nothing yet. */
  readonly onReady: Event<void> = this.readyEmitter.event;

  constructor(private readonly createClient: CreateClient) {}

  get state(): ServerState {
    return this.present;
  }

  /** Last status of a document, by its URI as a string. */
  status(uri: string): DocumentStatus | undefined {
    return this.statuses.get(uri);
  }

  forget(uri: string): void {
    this.statuses.delete(uri);
  }

  /** Starts the server unless it runs. Rejects when it cannot be started; the next call tries again. */
  start(): Promise<BaseLanguageClient> {
    this.running ??= this.startClient().catch((error: unknown) => {
      this.running = undefined;
      this.log.appendLine(`The server could not be started: ${String(error)}`);
      this.setState('failed');
      throw error;
    });
    return this.running;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Sends a request, starting the server if need be. */
  async request<Result>(method: string, params?: object): Promise<Result> {
    const client = await this.start();
    return client.sendRequest<Result>(method, params);
  }

  /** Sends a request during which the server tells how far it is; cancelling reaches the server. */
  async requestWithProgress<Result, Report = unknown>(
    method: string, params: object, reports: string, onReport: (report: Report) => void, token: CancellationToken,
  ): Promise<Result> {
    const client = await this.start();
    const listening = client.onNotification(reports, onReport);
    try {
      return await client.sendRequest<Result>(method, params, token);
    } finally {
      listening.dispose();
    }
  }

  async notify(method: string, params: object): Promise<void> {
    const client = await this.start();
    await client.sendNotification(method, params);
  }

  async stop(): Promise<void> {
    const client = await this.running?.catch(() => undefined);
    this.running = undefined;
    this.statuses.clear();
    try {
      await client?.dispose(2000);
    } catch (error) {
      // A server that hangs or has died is let go; another can be started.
      this.log.appendLine(`The server did not end in order: ${String(error)}`);
    }
    this.setState('stopped');
  }

  dispose(): void {
    void this.stop().finally(() => this.log.dispose());
    this.statusEmitter.dispose();
    this.stateEmitter.dispose();
    this.readyEmitter.dispose();
  }

  private async startClient(): Promise<BaseLanguageClient> {
    this.setState('starting');
    const client = await this.createClient(CONFIGURATION_SECTION, 'Foreign Desk', this.options());
    client.onNotification(METHODS.status, (status: DocumentStatus) => {
      this.statuses.set(status.uri, status);
      this.statusEmitter.fire(status);
    });
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) {
        this.setState('running');
        this.readyEmitter.fire();
      } else if (newState === State.Starting) this.setState('starting');
      else this.setState('stopped');
    });
    await client.start();
    return client;
  }

  private options(): LanguageClientOptions {
    const initializationOptions: InitializationOptions = { commands: CODE_ACTION_COMMANDS };
    return {
      documentSelector: readLanguages().map((language) => ({ language })),
      initializationOptions,
      outputChannel: this.log,
      middleware: {
        didOpen: async (document, next) => (isProse(document) ? next(document) : undefined),
        didChange: async (event, next) => (isProse(event.document) ? next(event) : undefined),
        didClose: async (document, next) => (isProse(document) ? next(document) : undefined),
      },
    };
  }

  private setState(state: ServerState): void {
    if (state === this.present) return;
    this.present = state;
    this.stateEmitter.fire(state);
  }
}
