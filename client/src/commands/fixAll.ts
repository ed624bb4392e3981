import { CodeActionKind, commands, Range, workspace, type CodeAction } from 'vscode';
import { FIX_ALL_KIND } from '../../../server/src/protocol';
import type { Connection } from '../connection';
import { activeText, say } from './activeText';

/** Applies the safe fixes of the active text, as `source.fixAll` on save would. */
export async function fixAll(connection: Connection): Promise<void> {
  const editor = activeText();
  if (!editor) return;
  await connection.start();
  const { document } = editor;
  const whole = new Range(0, 0, document.lineCount, 0);
  const kind = CodeActionKind.Empty.append(FIX_ALL_KIND).value;
  const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, whole, kind, 10);
  const edit = actions.find((action) => action.edit && action.kind?.value.startsWith(FIX_ALL_KIND))?.edit;
  if (!edit) return say('Nothing to fix that is safe to fix unseen.');
  await workspace.applyEdit(edit);
}
