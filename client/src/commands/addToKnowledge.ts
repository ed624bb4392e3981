import { Range, Selection, Uri, window, workspace, type WorkspaceFolder } from 'vscode';
import { METHODS, type KnowledgeEntry, type MentionGroup, type MentionsParams, type UnknownNameArgument } from '../../../server/src/protocol';
import type { Connection } from '../connection';
import { addKnowledge } from '../knowledgeFiles';
import { activeText, reveal, say, toRange } from './activeText';
import { pickEntity } from './pickEntity';

type NewKind = Extract<KnowledgeEntry, { add: 'entity' }>['kind'];
const NEW_KINDS: readonly { readonly label: string; readonly is: NewKind }[] = [
  { label: '$(person) Person', is: 'person' },
  { label: '$(location) Place', is: 'place' },
  { label: '$(organization) Organisation', is: 'organisation' },
];

/** Writes a new entity into the workspace's knowledge and opens it to be filled in; without an argument for the name at the cursor. */
export async function addToKnowledge(connection: Connection, argument?: unknown): Promise<void> {
  const name = isArgument(argument) ? argument : await nameAtCursor(connection);
  const folder = name && folderOf(name);
  if (!folder) return;
  const order = [...NEW_KINDS].sort((a, b) => Number(b.is === name.kind) - Number(a.is === name.kind));
  const chosen = await window.showQuickPick(order, { title: `Who or what is '${name.text}'?` });
  if (chosen) await write(connection, folder, { add: 'entity', kind: chosen.is, text: name.text });
}

/** Writes a name into the workspace's knowledge as one of an entity that is known. */
export async function alsoKnownAs(connection: Connection, argument?: unknown): Promise<void> {
  const name = isArgument(argument) ? argument : await nameAtCursor(connection);
  const folder = name && folderOf(name);
  if (!folder) return;
  const entity = name.entity ?? (await pickEntity(connection, `Whose name is '${name.text}'?`, name.uri))?.id;
  if (entity !== undefined) await write(connection, folder, { add: 'name', entity, text: name.text });
}

async function write(connection: Connection, folder: WorkspaceFolder, entry: KnowledgeEntry): Promise<void> {
  const result = await addKnowledge(connection, folder, entry);
  if ('refusal' in result) {
    void window.showErrorMessage(`Foreign Desk: ${result.refusal}`);
    return;
  }
  const show = async (): Promise<void> => {
    const editor = await window.showTextDocument(result.uri);
    reveal(editor, new Range(result.line, 0, result.line, 0));
  };
  if (entry.add === 'entity') return show();
  const open = 'Open';
  void window.showInformationMessage(`'${entry.text}' is known in this workspace (${workspace.asRelativePath(result.uri)}).`, open)
    .then((chosen) => (chosen === open ? show() : undefined));
}

function folderOf({ uri }: UnknownNameArgument): WorkspaceFolder | undefined {
  const folder = workspace.getWorkspaceFolder(Uri.parse(uri));
  if (!folder) say('This text is in no workspace folder, so there is nowhere to write its knowledge.');
  return folder;
}

/** The selected text, else the name at the cursor. */
async function nameAtCursor(connection: Connection): Promise<UnknownNameArgument | undefined> {
  const editor = activeText();
  if (!editor) return undefined;
  const uri = editor.document.uri.toString();
  const selected = editor.document.getText(editor.selection).replace(/\s+/g, ' ').trim();
  if (selected !== '') return { uri, text: selected };
  const { line, character } = editor.selection.active;
  const params: MentionsParams = { textDocument: { uri }, position: { line, character } };
  const [group] = await connection.request<MentionGroup[]>(METHODS.mentions, params);
  const range = group?.ranges.map(toRange).find((one) => one.contains(new Selection(line, character, line, character)));
  if (!range) {
    say('Select a name first.');
    return undefined;
  }
  const kind = group!.kind === 'nationality' ? undefined : group!.kind;
  return { uri, text: editor.document.getText(range), ...(kind && { kind }) };
}

function isArgument(value: unknown): value is UnknownNameArgument {
  const candidate = value as Partial<UnknownNameArgument> | undefined;
  return typeof candidate?.uri === 'string' && typeof candidate.text === 'string';
}
