import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/browser';
import { startClient, type Api } from '../startClient';

/** A client whose worker ends with it. */
class WorkerClient extends LanguageClient {
  constructor(id: string, name: string, options: LanguageClientOptions, private readonly serverWorker: Worker) {
    super(id, name, options, serverWorker);
  }

  override async dispose(timeout?: number): Promise<void> {
    try {
      await super.dispose(timeout);
    } finally {
      this.serverWorker.terminate();
    }
  }
}

/** VS Code in a browser: the server is a worker. */
export function activate(context: ExtensionContext): Promise<Api> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'serverWorker.js').toString(true);
  return startClient(context, (id, name, options) => new WorkerClient(id, name, options, new Worker(script)));
}
