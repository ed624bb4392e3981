import { languages, workspace, type TextDocument } from 'vscode';
import { CONFIGURATION_SECTION } from '../../server/src/protocol';

/** Schemes of texts that are not somebody's prose: logs, input boxes, other versions of a file. */
const NOT_PROSE = new Set(['output', 'git', 'vscode-scm', 'comment', 'debug', 'search-editor', 'vscode-interactive-input', 'walkThroughSnippet']);

/** Language ids of the documents to read, by the setting. */
export function readLanguages(): readonly string[] {
  const value = workspace.getConfiguration(CONFIGURATION_SECTION).get<unknown>('languages');
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string' && id !== '') : [];
}

export function isProse(document: TextDocument): boolean {
  return !NOT_PROSE.has(document.uri.scheme);
}

/** Whether the server is to read this document. */
export function isRead(document: TextDocument, ids = readLanguages()): boolean {
  return isProse(document) && languages.match(ids.map((language) => ({ language })), document) > 0;
}
