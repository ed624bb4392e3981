import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Knowledge } from '../knowledge/api';
import { overlayKnowledge, type Overlay } from '../knowledge/overlay';
import { DIAGNOSTIC_SOURCE, type KnowledgeFilesParams, type KnowledgeFileText } from '../protocol';
import { innermostFolder } from './folders';

export interface FileDiagnostics {
  readonly uri: string;
  readonly diagnostics: Diagnostic[];
}

/** The knowledge files of the workspace folders, as the client has sent them, laid over the shipped knowledge. */
export interface WorkspaceKnowledge {
  /**
   * Takes the files of a folder in, in place of what it had. Gives diagnostics for each of them and for those that are gone
   * (none), as soon as the shipped knowledge is there.
   */
  update(params: KnowledgeFilesParams): Promise<readonly FileDiagnostics[]>;
  /** The knowledge that counts for a document: that of the innermost folder around it; without a document the shipped one. */
  of(uri: string | undefined): Promise<Knowledge>;
  /** The knowledge of a folder as it would be without one of its files (a URI). */
  without(folder: string, file: string): Promise<Knowledge>;
  /** Whether a document lies in the folder. */
  covers(folder: string, uri: string): boolean;
}

interface Folder {
  readonly files: readonly KnowledgeFileText[];
  overlay: Overlay | undefined;
}

/** @param shipped the shipped knowledge; rejects when it cannot be loaded */
export function createWorkspaceKnowledge(shipped: () => Promise<Knowledge>): WorkspaceKnowledge {
  const folders = new Map<string, Folder>();
  const overlaid = (base: Knowledge, folder: Folder): Overlay =>
    (folder.overlay ??= overlayKnowledge(base, folder.files.map(({ uri, text }) => ({ path: uri, text }))));

  return {
    async update({ folder: uri, files }) {
      const before = folders.get(uri)?.files ?? [];
      const folder: Folder = { files, overlay: undefined };
      if (files.length > 0) folders.set(uri, folder);
      else folders.delete(uri);
      const { problems } = overlaid(await shipped(), folder);
      const gone = before.filter((file) => !files.some((other) => other.uri === file.uri));
      return [...files.map((file) => ({
        uri: file.uri,
        diagnostics: problems.filter((problem) => problem.file === file.uri).map((problem): Diagnostic => {
          const document = TextDocument.create(file.uri, 'yaml', 0, file.text);
          const start = { line: problem.line - 1, character: problem.column - 1 };
          const rest = document.getText({ start, end: { line: problem.line, character: 0 } }).replace(/\s+$/, '');
          return {
            range: { start, end: { line: start.line, character: start.character + rest.length } },
            severity: problem.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
            code: 'knowledge-file',
            source: DIAGNOSTIC_SOURCE,
            message: capital(problem.message),
          };
        }),
      })), ...gone.map((file) => ({ uri: file.uri, diagnostics: [] }))];
    },
    async of(uri) {
      const base = await shipped();
      const found = uri === undefined ? undefined : innermostFolder(folders.keys(), uri);
      return found ? overlaid(base, folders.get(found.folder)!).knowledge : base;
    },
    async without(folder, file) {
      const files = (folders.get(folder)?.files ?? []).filter(({ uri }) => uri !== file);
      return overlaid(await shipped(), { files, overlay: undefined }).knowledge;
    },
    covers: (folder, uri) => innermostFolder([folder], uri) !== undefined,
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
