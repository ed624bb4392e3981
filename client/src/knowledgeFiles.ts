import { FileType, Uri, workspace, type TextDocument, type WorkspaceFolder } from 'vscode';
import {
  KNOWLEDGE_FOLDER, METHODS, type AddKnowledgeParams, type AddKnowledgeResult, type KnowledgeEntry, type KnowledgeFilesParams, type KnowledgeFileText,
} from '../../server/src/protocol';
import type { Connection } from './connection';
import { FolderFiles, isNotFound, readSaved, readText, writeText } from './folderFiles';

const YAML = /\.ya?ml$/i;
const MOST_FILES = 500;
/** Files that are longer are cut here, beyond what the server reads: it says that they are too long. */
const LONGEST = 2_000_001;

export function knowledgeFolderOf(folder: WorkspaceFolder): Uri {
  return Uri.joinPath(folder.uri, ...KNOWLEDGE_FOLDER.split('/'));
}

/** Keeps the server informed of the knowledge files of each workspace folder, as they are saved. */
export class KnowledgeFiles extends FolderFiles {
  constructor(connection: Connection) {
    super(connection, [`${KNOWLEDGE_FOLDER}/**`, KNOWLEDGE_FOLDER, KNOWLEDGE_FOLDER.split('/')[0]!]);
  }

  protected override async tell(folder: WorkspaceFolder): Promise<void> {
    const params: KnowledgeFilesParams = { folder: folder.uri.toString(), files: await knowledgeFiles(folder, readSaved) };
    await this.connection.notify(METHODS.knowledgeFiles, params);
  }

  protected override counts(folder: WorkspaceFolder, document: TextDocument, saved: boolean): boolean {
    return saved && YAML.test(document.uri.path) && document.uri.toString().startsWith(`${knowledgeFolderOf(folder).toString()}/`);
  }
}

/** The knowledge files of a folder, in order of their paths. Links are not followed: they may lead out of the workspace. */
async function knowledgeFiles(folder: WorkspaceFolder, read: (uri: Uri) => Promise<string | undefined>): Promise<KnowledgeFileText[]> {
  const uris: Uri[] = [];
  const walk = async (parent: Uri, depth: number): Promise<void> => {
    const entries = await workspace.fs.readDirectory(parent);
    for (const [name, type] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
      const uri = Uri.joinPath(parent, name);
      if (type === FileType.Directory && depth > 0) await walk(uri, depth - 1);
      else if (type === FileType.File && YAML.test(name) && uris.length < MOST_FILES) uris.push(uri);
    }
  };
  if (await isThere(knowledgeFolderOf(folder))) await walk(knowledgeFolderOf(folder), 5);
  const files = await Promise.all(uris.map(async (uri) => ({ uri: uri.toString(), text: (await read(uri))?.slice(0, LONGEST) })));
  return files.filter((file): file is KnowledgeFileText => file.text !== undefined);
}

/** Asked first, since the editor logs a folder that cannot be listed as an error. */
async function isThere(uri: Uri): Promise<boolean> {
  try {
    return (await workspace.fs.stat(uri)).type === FileType.Directory;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}

/**
 * Writes an entry into the knowledge files of a folder; comments and layout stay.
 * @returns the file and the line (from 0) of the record, or why nothing was written
 */
export async function addKnowledge(
  connection: Connection, folder: WorkspaceFolder, entry: KnowledgeEntry,
): Promise<{ readonly uri: Uri; readonly line: number } | { readonly refusal: string }> {
  const params: AddKnowledgeParams = { folder: folder.uri.toString(), files: await knowledgeFiles(folder, readText), entry };
  const result = await connection.request<AddKnowledgeResult>(METHODS.addKnowledge, params);
  if (result.uri === undefined || result.text === undefined) return { refusal: result.message ?? 'The knowledge could not be changed.' };
  const uri = Uri.parse(result.uri);
  await writeAndTell(connection, folder, uri, result.text);
  return { uri, line: result.line ?? 0 };
}

/** Writes one of the knowledge files of a folder whole. */
export function writeKnowledge(connection: Connection, folder: WorkspaceFolder, name: string, text: string): Promise<void> {
  return writeAndTell(connection, folder, Uri.joinPath(knowledgeFolderOf(folder), name), text);
}

async function writeAndTell(connection: Connection, folder: WorkspaceFolder, uri: Uri, text: string): Promise<void> {
  await writeText(uri, text);
  // Not every file system tells of changes at once.
  const files = await knowledgeFiles(folder, readSaved);
  await connection.notify(METHODS.knowledgeFiles, { folder: folder.uri.toString(), files } satisfies KnowledgeFilesParams);
}
