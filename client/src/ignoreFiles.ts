import { Uri, type TextDocument, type WorkspaceFolder } from 'vscode';
import {
  IGNORE_FILE, METHODS, type AddIgnoreParams, type AddIgnoreResult, type IgnoreFileEntry, type IgnoresParams,
} from '../../server/src/protocol';
import type { Connection } from './connection';
import { FolderFiles, readText, writeText } from './folderFiles';

export function ignoreFileOf(folder: WorkspaceFolder): Uri {
  return Uri.joinPath(folder.uri, ...IGNORE_FILE.split('/'));
}

/** Keeps the server informed of the ignore file of each workspace folder, as it stands in the editor. */
export class IgnoreFiles extends FolderFiles {
  constructor(connection: Connection) {
    // A folder that is deleted with the file in it is told of as one deletion, the folder's.
    super(connection, [IGNORE_FILE, IGNORE_FILE.split('/')[0]!]);
  }

  protected override async tell(folder: WorkspaceFolder): Promise<void> {
    const uri = ignoreFileOf(folder);
    const text = (await readText(uri)) ?? null;
    const params: IgnoresParams = { folder: folder.uri.toString(), uri: uri.toString(), text };
    await this.connection.notify(METHODS.ignores, params);
  }

  protected override counts(folder: WorkspaceFolder, document: TextDocument): boolean {
    return document.uri.toString() === ignoreFileOf(folder).toString();
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
  await writeText(uri, result.text);
  // Not every file system tells of changes at once.
  await connection.notify(METHODS.ignores, { folder: folder.uri.toString(), uri: uri.toString(), text: result.text } satisfies IgnoresParams);
  return undefined;
}
