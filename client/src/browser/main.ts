import { Uri, workspace, type ExtensionContext } from 'vscode';
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/browser';
import { startClient, type Api } from '../startClient';

/** A client whose worker ends with it. */
class WorkerClient extends LanguageClient {
  constructor(id: string, name: string, options: LanguageClientOptions, private readonly serverWorker: Worker, private readonly address: string) {
    super(id, name, options, serverWorker);
  }

  override async dispose(timeout?: number): Promise<void> {
    try {
      await super.dispose(timeout);
    } finally {
      this.serverWorker.terminate();
      // Not earlier: the editor loads the script of a worker when it pleases.
      URL.revokeObjectURL(this.address);
    }
  }
}

/**
 * VS Code in a browser: the server is a worker. Its script is read as a file and handed over as a blob, for a worker cannot be made
 * from every address at which an extension may lie (`vscode-remote:`, another origin).
 */
export function activate(context: ExtensionContext): Promise<Api> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'serverWorker.js');
  return startClient(context, async (id, name, options) => {
    const text = new TextDecoder().decode(await workspace.fs.readFile(script));
    const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    return new WorkerClient(id, name, options, new Worker(address), address);
  });
}
