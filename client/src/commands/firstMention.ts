import { METHODS, type MentionGroup, type MentionsParams } from '../../../server/src/protocol';
import type { Connection } from '../connection';
import { activeText, reveal, say, toRange } from './activeText';

/** Selects the first mention of who or what is named at the cursor. */
export async function goToFirstMention(connection: Connection): Promise<void> {
  const editor = activeText();
  if (!editor) return;
  const { line, character } = editor.selection.active;
  const params: MentionsParams = { textDocument: { uri: editor.document.uri.toString() }, position: { line, character } };
  const [group] = await connection.request<MentionGroup[]>(METHODS.mentions, params);
  const first = group?.ranges[0];
  if (!first) return say('No name at the cursor.');
  reveal(editor, toRange(first));
}
