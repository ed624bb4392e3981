import { env, ProgressLocation, Uri, window, workspace, type QuickPickItem, type WorkspaceFolder } from 'vscode';
import {
  CONFIGURATION_SECTION, METHODS, REFRESH_FILE, type HolderQuestions, type RefreshHoldersParams, type RefreshHoldersResult, type RefreshProgress,
} from '../../../server/src/protocol';
import type { Connection } from '../connection';
import { knowledgeFolderOf, writeKnowledge } from '../knowledgeFiles';
import { say } from './activeText';

/** Asked of tests and scripts instead of the user's choices. */
export interface RefreshArgument {
  /** Text of a downloaded answer. */
  readonly answer?: string;
  /** Write without showing what would be written. */
  readonly write?: boolean;
}

const MOST_LINES = 20;

/**
 * Takes holders of offices that are newer than ours over from Wikidata, into a file of the workspace's knowledge. Goes to the network only after the
 * user said so, in this command or once in the settings.
 */
export async function refreshHolders(connection: Connection, argument?: unknown): Promise<void> {
  const given = (argument ?? {}) as RefreshArgument;
  const folder = await folderToRefresh();
  if (!folder) return;
  const source = given.answer === undefined ? await chooseSource(connection, folder) : { answer: given.answer };
  if (!source) return;
  const params: RefreshHoldersParams = { folder: folder.uri.toString(), ...source };
  const result = await window.withProgress(
    { location: ProgressLocation.Notification, title: 'Foreign Desk: holders of offices', cancellable: true },
    (progress, token) => connection.requestWithProgress<RefreshHoldersResult, RefreshProgress>(
      METHODS.refreshHolders, params, METHODS.refreshProgress,
      ({ question, of }: RefreshProgress) => progress.report({ message: `question ${question} of ${of}`, increment: 100 / of }), token,
    ),
  );
  if (result.message !== undefined) throw new Error(result.message);
  for (const note of result.notes) connection.log.appendLine(`Left out: ${note}`);
  if (result.text === '') return say('Wikidata has nothing newer than what is known here.');
  if (given.write || await isWanted(result, folder)) await writeKnowledge(connection, folder, REFRESH_FILE, result.text);
}

async function folderToRefresh(): Promise<WorkspaceFolder | undefined> {
  const active = window.activeTextEditor && workspace.getWorkspaceFolder(window.activeTextEditor.document.uri);
  const folders = workspace.workspaceFolders ?? [];
  if (active ?? folders.length < 2) return active ?? folders[0];
  return window.showWorkspaceFolderPick({ placeHolder: 'Whose knowledge is to be brought up to date?' });
}

async function chooseSource(connection: Connection, folder: WorkspaceFolder): Promise<Omit<RefreshHoldersParams, 'folder'> | undefined> {
  const configuration = workspace.getConfiguration(CONFIGURATION_SECTION);
  const endpoint = configuration.get<string>('wikidata.endpoint', '');
  const { queries, offices } = await connection.request<HolderQuestions>(METHODS.holderQuestions, { folder: folder.uri.toString() });
  const ways: (QuickPickItem & { readonly way: 'ask' | 'file' | 'copy' })[] = [
    { way: 'ask', label: `$(cloud) Ask ${hostOf(endpoint)}`, detail: `${queries.length} questions about ${offices} offices. Nothing of your texts is sent.` },
    { way: 'file', label: '$(file) Read a Downloaded Answer …', detail: 'JSON, as the page of the query service offers it for download.' },
    { way: 'copy', label: '$(copy) Copy the Questions', detail: 'SPARQL, to be asked on the page of the query service.' },
  ];
  const chosen = await window.showQuickPick(ways, { title: 'Bring Office Holders Up to Date' });
  switch (chosen?.way) {
    case 'ask':
      return configuration.get<boolean>('wikidata.enabled', false) || (await consents(endpoint)) ? { endpoint } : undefined;
    case 'file': {
      const [file] = (await window.showOpenDialog({ filters: { JSON: ['json'] }, openLabel: 'Read' })) ?? [];
      return file && { answer: new TextDecoder().decode(await workspace.fs.readFile(file)) };
    }
    case 'copy':
      await env.clipboard.writeText(queries.join('\n\n'));
      say(`${queries.length} questions copied.`);
      return undefined;
    default:
      return undefined;
  }
}

async function consents(endpoint: string): Promise<boolean> {
  const ask = 'Ask Now';
  const detail = 'Foreign Desk works offline otherwise. Only the ids of offices are sent. The setting foreignDesk.wikidata.enabled says yes for good.';
  return (await window.showWarningMessage(`Ask ${hostOf(endpoint)} over the network?`, { modal: true, detail }, ask)) === ask;
}

async function isWanted({ lines, text }: RefreshHoldersResult, folder: WorkspaceFolder): Promise<boolean> {
  const write = 'Write';
  const show = 'Show First';
  const rest = lines.length > MOST_LINES ? `\n… and ${lines.length - MOST_LINES} more` : '';
  const title = `${lines.length === 1 ? 'One change' : `${lines.length} changes`} to write to ${workspace.asRelativePath(Uri.joinPath(knowledgeFolderOf(folder), REFRESH_FILE))}`;
  const chosen = await window.showInformationMessage(title, { modal: true, detail: `${lines.slice(0, MOST_LINES).join('\n')}${rest}` }, write, show);
  if (chosen === show) await window.showTextDocument(await workspace.openTextDocument({ language: 'yaml', content: text }));
  return chosen === write;
}

function hostOf(endpoint: string): string {
  return Uri.parse(endpoint).authority || endpoint;
}
