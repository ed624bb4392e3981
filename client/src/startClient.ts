import { commands, Disposable, window, workspace, type ExtensionContext, type TextDocument } from 'vscode';
import { CONFIGURATION_SECTION, type DocumentStatus } from '../../server/src/protocol';
import { registerCommands } from './commands/register';
import { Connection, type CreateClient } from './connection';
import { IgnoreFiles } from './ignoreFiles';
import { KnowledgeFiles } from './knowledgeFiles';
import { ShippedKnowledge } from './shippedKnowledge';
import { isRead } from './selector';
import { StatusItem } from './statusItem';

/** What `activate` gives to other extensions, and to the editor tests. */
export interface Api {
  /** Resolves with the status of a document (its URI as a string) as soon as one fits; the present one counts. Rejects without a server. */
  whenStatus(uri: string, fits: (status: DocumentStatus) => boolean): Promise<DocumentStatus>;
}

/** Set while the active editor shows a document that the server reads; commands and menus hang on it. */
const READ_CONTEXT = 'foreignDesk.documentIsRead';

/**
 * Wires the server into VS Code, the same for every host.
 * @param createClient makes the language client of this host
 */
export async function startClient(context: ExtensionContext, createClient: CreateClient): Promise<Api> {
  const connection = new Connection(createClient);
  const startFor = (document: TextDocument) => {
    // A failure is in the log and in the status item.
    if (connection.state === 'stopped' && isRead(document)) connection.start().catch(() => undefined);
  };
  const showContext = () => {
    const document = window.activeTextEditor?.document;
    void commands.executeCommand('setContext', READ_CONTEXT, document !== undefined && isRead(document));
  };

  context.subscriptions.push(
    connection,
    new IgnoreFiles(connection),
    new KnowledgeFiles(connection),
    new ShippedKnowledge(context.extensionUri),
    new StatusItem(connection),
    ...registerCommands(connection),
    workspace.onDidOpenTextDocument(startFor),
    workspace.onDidCloseTextDocument((document) => connection.forget(document.uri.toString())),
    window.onDidChangeActiveTextEditor(showContext),
    workspace.onDidOpenTextDocument(showContext),
    workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(`${CONFIGURATION_SECTION}.languages`)) return;
      showContext();
      const wanted = workspace.textDocuments.some((document) => isRead(document));
      if (connection.state === 'running') connection.restart().catch(() => undefined);
      else if (wanted) connection.start().catch(() => undefined);
    }),
  );
  showContext();
  workspace.textDocuments.forEach(startFor);

  return {
    whenStatus: (uri, fits) =>
      new Promise((resolve, reject) => {
        const present = connection.status(uri);
        if (present && fits(present)) return resolve(present);
        const look = () => {
          const status = connection.status(uri);
          if (connection.state === 'failed') reject(new Error('The server could not be started.'));
          else if (status && fits(status)) resolve(status);
          else return;
          waiting.dispose();
        };
        const waiting = Disposable.from(connection.onStatus(look), connection.onState(look));
        look();
      }),
  };
}
