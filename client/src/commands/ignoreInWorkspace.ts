import { languages, Uri, window, workspace, type Diagnostic } from 'vscode';
import { DIAGNOSTIC_SOURCE, IGNORE_FILE, type IgnoreInWorkspaceArgument } from '../../../server/src/protocol';
import type { Connection } from '../connection';
import { addIgnore, ignoreFileOf } from '../ignoreFiles';
import { activeText, say } from './activeText';

/** Rule id of a diagnostic: its code, with or without a page. */
export function ruleOf({ code }: Diagnostic): string | undefined {
  const value = typeof code === 'object' ? code.value : code;
  return value === undefined ? undefined : String(value);
}

/** Adds a finding to the ignore file of its workspace folder; without an argument the finding at the cursor. */
export async function ignoreInWorkspace(connection: Connection, argument?: unknown): Promise<void> {
  const finding = isArgument(argument) ? argument : findingAtCursor();
  if (!finding) return;
  const folder = workspace.getWorkspaceFolder(Uri.parse(finding.uri));
  if (!folder) return say('This text is in no workspace folder; ignore the finding here with a comment instead.');
  const refusal = await addIgnore(connection, folder, { rule: finding.rule, text: finding.text });
  const open = `Open ${IGNORE_FILE}`;
  const offer: Thenable<string | undefined> = refusal
    ? window.showErrorMessage(`Foreign Desk: ${refusal}`, open)
    : window.showInformationMessage(`'${finding.text}' is ignored in this workspace (${finding.rule}).`, open);
  void offer.then((chosen): unknown => chosen && window.showTextDocument(ignoreFileOf(folder)));
}

function findingAtCursor(): IgnoreInWorkspaceArgument | undefined {
  const editor = activeText();
  if (!editor) return undefined;
  const { document, selection } = editor;
  const diagnostic = languages
    .getDiagnostics(document.uri)
    .find(({ range, source }) => source === DIAGNOSTIC_SOURCE && range.contains(selection.active));
  const rule = diagnostic && ruleOf(diagnostic);
  if (!diagnostic || !rule) {
    say('No finding at the cursor.');
    return undefined;
  }
  return { uri: document.uri.toString(), rule, text: document.getText(diagnostic.range) };
}

function isArgument(value: unknown): value is IgnoreInWorkspaceArgument {
  const candidate = value as Partial<IgnoreInWorkspaceArgument> | undefined;
  return typeof candidate?.uri === 'string' && typeof candidate.rule === 'string' && typeof candidate.text === 'string';
}
