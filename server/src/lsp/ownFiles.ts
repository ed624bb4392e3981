import { DidChangeWatchedFilesNotification, type Connection, type WorkspaceFolder } from 'vscode-languageserver';
import { IGNORE_FILE, KNOWLEDGE_FOLDER, type IgnoresParams, type KnowledgeFilesParams, type KnowledgeFileText } from '../protocol';
import { innermostFolder } from './folders';
import { errorText, type Log } from './guard';

/** Reads files of workspace folders from the disk, where the host has one. */
export interface FolderReader {
  /**
   * A YAML file, or all of them below a folder, in order of their paths; none where there is nothing. Links are not followed.
   * @param folder URI of the workspace folder
   * @param path below it, with `/`
   */
  read(folder: string, path: string): Promise<readonly KnowledgeFileText[]>;
}

export interface OwnFilesInput {
  readonly connection: Connection;
  readonly log: Log;
  readonly reader: FolderReader;
  readonly folders: readonly string[];
  /** Whether the client lets a server register for changes of files and of folders. */
  readonly watches: boolean;
  takeIgnores(params: IgnoresParams): void;
  takeKnowledge(params: KnowledgeFilesParams): Promise<void>;
}

/** For editors whose client does not send the files of {@link IGNORE_FILE} and {@link KNOWLEDGE_FOLDER}: the server reads and watches them itself. */
export function readOwnFiles({ connection, log, reader, folders, watches, takeIgnores, takeKnowledge }: OwnFilesInput): void {
  let present = [...folders];

  const readFolder = async (folder: string): Promise<void> => {
    try {
      const uri = `${folder.replace(/\/$/, '')}/${IGNORE_FILE}`;
      const [ignores] = await reader.read(folder, IGNORE_FILE);
      takeIgnores({ folder, uri, text: ignores?.text ?? null });
      await takeKnowledge({ folder, files: await reader.read(folder, KNOWLEDGE_FOLDER) });
    } catch (error) {
      log.error(`files of ${folder}: ${errorText(error)}`);
    }
  };
  const readAll = (uris: readonly string[]): void => { for (const uri of uris) void readFolder(uri); };

  connection.onDidChangeWatchedFiles(({ changes }) => {
    const touched = new Set<string>();
    for (const { uri } of changes) {
      const found = innermostFolder(present, uri);
      if (found?.path.startsWith(`${IGNORE_FILE.split('/')[0]!}/`)) touched.add(found.folder);
    }
    readAll([...touched]);
  });
  if (watches) {
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: `**/${IGNORE_FILE.split('/')[0]!}/**` }] })
      .catch((error: unknown) => { log.error(`registration for files: ${errorText(error)}`); });
  }
  connection.onNotification('workspace/didChangeWorkspaceFolders', ({ event }: { readonly event: { readonly added: WorkspaceFolder[]; readonly removed: WorkspaceFolder[] } }) => {
    const removed = event.removed.map(({ uri }) => uri);
    const added = event.added.map(({ uri }) => uri);
    present = [...present.filter((uri) => !removed.includes(uri)), ...added];
    readAll(added);
  });
  readAll(present);
}
