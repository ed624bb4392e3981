import { Range, Uri, window } from 'vscode';
import { METHODS, type EntityOrigin, type EntityOriginParams } from '../../../server/src/protocol';
import type { Connection } from '../connection';
import { isRead } from '../selector';
import { shippedUri } from '../shippedKnowledge';
import { reveal, say } from './activeText';
import { pickEntity } from './pickEntity';

/** Opens the knowledge file of an entity at its record: of the one given by id, of the one named at the cursor, else of one that the user finds. */
export async function openKnowledge(connection: Connection, argument?: unknown): Promise<void> {
  const origins = await originsOf(connection, typeof argument === 'string' ? argument : undefined);
  if (!origins) return;
  const origin = origins.length > 1 ? await choose(origins) : origins[0];
  if (!origin) return origins.length > 1 ? undefined : say('No file has a record of this.');
  if (origin.shipped && !origin.file.endsWith('.yaml')) return say(`${origin.name} comes from ${origin.file}, not from a knowledge file.`);
  const editor = await window.showTextDocument(origin.shipped ? shippedUri(origin.file) : Uri.parse(origin.file));
  reveal(editor, new Range(origin.line, 0, origin.line, 0));
}

/** Undefined when the user chose nothing. */
async function originsOf(connection: Connection, id: string | undefined): Promise<readonly EntityOrigin[] | undefined> {
  const editor = window.activeTextEditor;
  const read = editor && isRead(editor.document) ? editor : undefined;
  const uri = read?.document.uri.toString();
  const ask = (params: EntityOriginParams) => connection.request<EntityOrigin[]>(METHODS.entityOrigin, params);
  const common = uri === undefined ? {} : { uri };
  if (id !== undefined) return ask({ ...common, entity: id });
  if (read) {
    const { line, character } = read.selection.active;
    const here = await ask({ ...common, position: { line, character } });
    if (here.length > 0) return here;
  }
  const found = await pickEntity(connection, 'Open Knowledge', uri);
  return found && ask({ ...common, entity: found.id });
}

async function choose(origins: readonly EntityOrigin[]): Promise<EntityOrigin | undefined> {
  const chosen = await window.showQuickPick(
    origins.map((origin) => ({ label: origin.shipped ? 'Foreign Desk' : 'This workspace', description: origin.file.split('/').slice(-2).join('/'), origin })),
    { title: origins[0]!.name },
  );
  return chosen?.origin;
}
