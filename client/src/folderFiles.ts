import {
  Disposable, FileSystemError, Range, RelativePattern, Uri, workspace, WorkspaceEdit, type TextDocument, type WorkspaceFolder,
} from 'vscode';
import type { Connection } from './connection';

/** Text of a file as the editor has it, else as it is on disk; undefined when there is none. */
export async function readText(uri: Uri): Promise<string | undefined> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return open ? open.getText() : readSaved(uri);
}

/** Text of a file as it is on disk; undefined when there is none. */
export async function readSaved(uri: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

export function isNotFound(error: unknown): boolean {
  return error instanceof FileSystemError && error.code === 'FileNotFound';
}

/** Writes a file whole, with the folders around it. One that is open is changed in the editor and saved, so that nothing there is lost or undone. */
export async function writeText(uri: Uri, text: string): Promise<void> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) {
    const edit = new WorkspaceEdit();
    edit.replace(uri, new Range(open.positionAt(0), open.positionAt(open.getText().length)), text);
    if (await workspace.applyEdit(edit)) await open.save();
    return;
  }
  await workspace.fs.createDirectory(Uri.joinPath(uri, '..'));
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** Keeps the server informed of some files of each workspace folder: when it starts, when folders come or go, and when the files change. */
export abstract class FolderFiles implements Disposable {
  private watchers: Disposable[] = [];
  private readonly subscriptions: Disposable[];

  /** @param globs which files of a folder to watch; a folder in which they lie is watched by a glob of its own */
  constructor(protected readonly connection: Connection, private readonly globs: readonly string[]) {
    this.subscriptions = [
      connection.onReady(() => this.sendAll()),
      workspace.onDidChangeWorkspaceFolders(() => {
        this.watch();
        this.sendAll();
      }),
      workspace.onDidChangeTextDocument(({ document }) => this.edited(document, false)),
      workspace.onDidSaveTextDocument((document) => this.edited(document, true)),
    ];
    this.watch();
  }

  /** Reads the files of the folder and tells the server of them. */
  protected abstract tell(folder: WorkspaceFolder): Promise<void>;

  /** Whether an open document, changed or saved, is one of the files and to be told of now. */
  protected abstract counts(folder: WorkspaceFolder, document: TextDocument, saved: boolean): boolean;

  dispose(): void {
    Disposable.from(...this.watchers, ...this.subscriptions).dispose();
  }

  private edited(document: TextDocument, saved: boolean): void {
    const folder = workspace.getWorkspaceFolder(document.uri);
    if (folder && this.counts(folder, document, saved)) void this.send(folder);
  }

  private watch(): void {
    Disposable.from(...this.watchers).dispose();
    this.watchers = (workspace.workspaceFolders ?? []).map((folder) => {
      const send = () => void this.send(folder);
      const watchers = this.globs.map((glob) => workspace.createFileSystemWatcher(new RelativePattern(folder, glob)));
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
    try {
      await this.tell(folder);
    } catch (error) {
      this.connection.log.appendLine(`Files of ${folder.uri.toString()} could not be read: ${String(error)}`);
    }
  }
}
