import { commands, extensions, languages, Uri, window, workspace, type CodeAction, type Diagnostic, type Event, type Hover, type MarkdownString, type TextDocument } from 'vscode';
import type { Api } from '../../../client/src/startClient';
import { DIAGNOSTIC_SOURCE, type DocumentStatus } from '../../../server/src/protocol';

export const EXTENSION = 'foreign-desk.foreign-desk';

export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

export function equal(actual: unknown, expected: unknown, what: string): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${what}: expected ${right}, got ${left}`);
}

/**
 * Resolves with the first value that `look` finds, now or after an event; the test's own time limit ends a wait in vain, and
 * `describe` then is in the log.
 */
export function until<T>(event: Event<unknown>, look: () => T | undefined, describe: () => unknown = () => ''): Promise<T> {
  return new Promise((resolve, reject) => {
    let settled = false;
    const end = (action: () => void) => {
      settled = true;
      clearTimeout(timer);
      subscription.dispose();
      action();
    };
    const check = () => {
      const found = settled ? undefined : look();
      if (found !== undefined) end(() => resolve(found));
    };
    const timer = setTimeout(() => end(() => reject(new Error(`waited in vain: ${JSON.stringify(describe())}`))), 45_000);
    const subscription = event(check);
    check();
  });
}

export async function activated(): Promise<Api> {
  const extension = extensions.getExtension<Api>(EXTENSION);
  assert(extension, `${EXTENSION} is not installed`);
  return extension.activate();
}

/** Opens an article of the workspace afresh and waits until it has been read. */
export async function openArticle(name: string): Promise<{ document: TextDocument; api: Api; status: DocumentStatus }> {
  const folder = workspace.workspaceFolders?.[0];
  assert(folder, 'no workspace folder is open');
  const document = await workspace.openTextDocument(Uri.joinPath(folder.uri, name));
  await window.showTextDocument(document);
  const api = await activated();
  return { document, api, status: await read(api, document) };
}

/** Opens a text that lies in no file. */
export async function openText(content: string, language = 'markdown'): Promise<{ document: TextDocument; api: Api }> {
  const document = await workspace.openTextDocument({ content, language });
  await window.showTextDocument(document);
  const api = await activated();
  await read(api, document);
  return { document, api };
}

/** Waits until the present version of a document has been read. */
export function read(api: Api, document: TextDocument): Promise<DocumentStatus> {
  return api.whenStatus(document.uri.toString(), (status) => status.state !== 'analysing' && status.version >= document.version);
}

export function findings(document: TextDocument): Diagnostic[] {
  return languages.getDiagnostics(document.uri).filter(({ source }) => source === DIAGNOSTIC_SOURCE);
}

export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Rules and texts of the findings, for messages. */
export function listed(document: TextDocument): string[] {
  return findings(document).map((finding) => `${ruleOf(finding)}: ${document.getText(finding.range)}`);
}

/** Waits for a finding of a rule. */
export function finding(document: TextDocument, rule: string): Promise<Diagnostic> {
  return until(languages.onDidChangeDiagnostics, () => findings(document).find((item) => ruleOf(item) === rule), () => listed(document));
}

/** Waits until no finding of a rule is left. */
export function noFinding(document: TextDocument, rule: string): Promise<true> {
  return until(
    languages.onDidChangeDiagnostics, () => (findings(document).some((item) => ruleOf(item) === rule) ? undefined : true), () => listed(document),
  );
}

/** Markdown of the hover at the first occurrence of a text. */
export async function hoverAt(document: TextDocument, text: string): Promise<string> {
  const offset = document.getText().indexOf(text);
  assert(offset >= 0, `'${text}' is not in the text`);
  const position = document.positionAt(offset + 1);
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, position);
  return hovers.flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : (part as MarkdownString).value))).join('\n');
}

/**
 * The actions offered at a finding, ours among them. Asks again while ours are missing, as a light bulb does: an editor that has just closed and
 * opened the article again may still show its findings before the server has the text.
 */
export async function actionsAt(document: TextDocument, diagnostic: Diagnostic): Promise<CodeAction[]> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, diagnostic.range, 'quickfix', 20);
    if (actions.some(({ edit }) => edit) || Date.now() > deadline) return actions;
  }
}

/** Throws away unsaved changes, so that the next test finds the article as it lies on the disk. */
export async function discard(): Promise<void> {
  await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}
