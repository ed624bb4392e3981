import { Disposable, FileSystemError, RelativePattern, Uri, workspace, type WorkspaceFolder } from 'vscode';
import {
  IGNORE_FILE, METHODS, type AddIgnoreParams, type AddIgnoreResult, type IgnoreFileEntry, type IgnoresParams,
} from '../../server/src/protocol';
import type { Connection } from './connection';

export function ignoreFileOf(folder: WorkspaceFolder): Uri {
  return Uri.joinPath(folder.uri, ...IGNORE_FILE.split('/'));
}

/** Text of a file, undefined when there is none. */
async function readText(uri: Uri): Promise<string | undefined> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

/** Keeps the server informed of the ignore file of each workspace folder. */
export class IgnoreFiles implements Disposable {
  private watchers: Disposable[] = [];
  private readonly subscriptions: Disposable[];

  constructor(private readonly connection: Connection) {
    this.subscriptions = [
      connection.onReady(() => this.sendAll()),
      workspace.onDidChangeWorkspaceFolders(() => {
        this.watch();
        this.sendAll();
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        const folder = workspace.getWorkspaceFolder(document.uri);
        if (folder && document.uri.toString() === ignoreFileOf(folder).toString()) void this.send(folder);
      }),
    ];
    this.watch();
  }

  dispose(): void {
    Disposable.from(...this.watchers, ...this.subscriptions).dispose();
  }

  private watch(): void {
    Disposable.from(...this.watchers).dispose();
    this.watchers = (workspace.workspaceFolders ?? []).map((folder) => {
      const send = () => void this.send(folder);
      // A folder that is deleted with the file in it is told of as one deletion, the folder's.
      const watchers = [IGNORE_FILE, IGNORE_FILE.split('/')[0]!].map((path) => workspace.createFileSystemWatcher(new RelativePattern(folder, path)));
      return Disposable.from(...watchers.flatMap((watcher) => [
        watcher, watcher.onDidCreate(send), watcher.onDidChange(send), watcher.onDidDelete(send),
      ]));
    });
  }

  private sendAll(): void {
    workspace.workspaceFolders?.forEach((folder) => void this.send(folder));
  }

  private async send(folder: WorkspaceFolder): Promise<void> {
    // A server that does not run yet is told when it starts.
    if (this.connection.state !== 'running') return;
    const uri = ignoreFileOf(folder);
    try {
      const text = (await readText(uri)) ?? null;
      const params: IgnoresParams = { folder: folder.uri.toString(), uri: uri.toString(), text };
      await this.connection.notify(METHODS.ignores, params);
    } catch (error) {
      this.connection.log.appendLine(`${uri.toString()} could not be read: ${String(error)}`);
    }
  }
}

/**
 * Adds one entry to the ignore file of a folder, creating the file if need be; comments and unknown keys stay.
 * @returns undefined, or why it was left alone: the file as it stands is broken
 */
export async function addIgnore(connection: Connection, folder: WorkspaceFolder, entry: IgnoreFileEntry): Promise<string | undefined> {
  const uri = ignoreFileOf(folder);
  const params: AddIgnoreParams = { text: (await readText(uri)) ?? '', entry };
  const result = await connection.request<AddIgnoreResult>(METHODS.addIgnore, params);
  if (result.text === undefined) return result.message ?? 'The ignore file could not be changed.';
  await workspace.fs.createDirectory(Uri.joinPath(uri, '..'));
  await workspace.fs.writeFile(uri, new TextEncoder().encode(result.text));
  // Not every file system tells of changes at once.
  await connection.notify(METHODS.ignores, { folder: folder.uri.toString(), uri: uri.toString(), text: result.text } satisfies IgnoresParams);
  return undefined;
}
