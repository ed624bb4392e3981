import { Range, Selection, TextEditorRevealType, window, type TextEditor } from 'vscode';
import type { Range as ProtocolRange } from '../../../server/src/protocol';
import { isRead } from '../selector';

/** The active editor if it shows a text that the server reads; says so to the user and returns undefined if not. */
export function activeText(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (editor && isRead(editor.document)) return editor;
  say('Open an article first.');
  return undefined;
}

/** A passing word in the status bar. */
export function say(message: string): void {
  window.setStatusBarMessage(`Foreign Desk: ${message}`, 5000);
}

export function toRange(range: ProtocolRange): Range {
  return new Range(range.start.line, range.start.character, range.end.line, range.end.character);
}

export function reveal(editor: TextEditor, range: Range): void {
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
