import { window } from 'vscode';
import { METHODS, type DocumentParams, type IgnoredItem } from '../../../server/src/protocol';
import type { Connection } from '../connection';
import { activeText, reveal, say, toRange } from './activeText';

const BY: Readonly<Record<IgnoredItem['by'], string>> = {
  comment: 'by a comment',
  frontMatter: 'by the front matter',
  workspace: 'by the workspace',
};

/** Lists what is ignored in the active text; choosing one goes there. */
export async function showIgnored(connection: Connection): Promise<void> {
  const editor = activeText();
  if (!editor) return;
  const params: DocumentParams = { textDocument: { uri: editor.document.uri.toString() } };
  const items = await connection.request<IgnoredItem[]>(METHODS.ignored, params);
  if (items.length === 0) return say('Nothing is ignored in this text.');
  const chosen = await window.showQuickPick(
    items.map((item) => ({
      label: item.text,
      description: `${item.rule}, ${BY[item.by]}${item.reason ? `: ${item.reason}` : ''}`,
      detail: item.message,
      item,
    })),
    { title: 'Ignored in This Text', matchOnDescription: true, matchOnDetail: true },
  );
  if (chosen) reveal(editor, toRange(chosen.item.range));
}
