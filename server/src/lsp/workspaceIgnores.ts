import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { IgnoreEntry } from '../analysis/types';
import { toRange } from '../features/positions';
import { DIAGNOSTIC_SOURCE, type IgnoresParams } from '../protocol';
import { ignoresFor, parseIgnores } from '../analysis/ignoreFile';
import { innermostFolder } from './folders';

/** The ignore files of the workspace folders, as the client has sent them. */
export interface WorkspaceIgnores {
  /** Takes a file in and gives the diagnostics for it (none when it is right or gone). */
  update(params: IgnoresParams): Diagnostic[];
  /** Entries that count for a document: those of the innermost folder around it. */
  entriesFor(uri: string): readonly IgnoreEntry[];
}

export function createWorkspaceIgnores(ruleIds: ReadonlySet<string>): WorkspaceIgnores {
  const folders = new Map<string, readonly IgnoreEntry[]>();
  return {
    update({ folder, uri, text }) {
      if (text === null) {
        folders.delete(folder);
        return [];
      }
      const { entries, problems } = parseIgnores(text, ruleIds);
      folders.set(folder, entries);
      const positions = TextDocument.create(uri, 'yaml', 0, text);
      return problems.map((problem) => ({
        range: toRange(positions, problem),
        severity: DiagnosticSeverity.Warning,
        code: 'ignore-file',
        source: DIAGNOSTIC_SOURCE,
        message: problem.message,
      }));
    },
    entriesFor(uri) {
      const found = innermostFolder(folders.keys(), uri);
      return found ? ignoresFor(folders.get(found.folder)!, found.path) : [];
    },
  };
}
