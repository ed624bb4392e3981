import { EndOfLine, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { METHODS, type SetDocumentDateParams, type SetDocumentDateResult } from '../../../server/src/protocol';
import type { Connection } from '../connection';
import { activeText } from './activeText';
import { writeFrontMatterDate } from './frontMatterDate';

/** For callers that do not want to be asked: a date (EDTF, null takes it back), for the session of the server. */
interface Argument {
  readonly date: string | null;
}

/**
 * Asks for which day the active text speaks. The server judges whether it is a date. In Markdown the user may have it written into the
 * front matter, where it stays; else it holds for the session.
 */
export async function setDocumentDate(connection: Connection, argument?: unknown): Promise<void> {
  const editor = activeText();
  if (!editor) return;
  const { document } = editor;
  const uri = document.uri.toString();
  const set = (date: string | null) => {
    const params: SetDocumentDateParams = { textDocument: { uri }, date };
    return connection.request<SetDocumentDateResult>(METHODS.setDocumentDate, params);
  };
  if (isArgument(argument)) {
    const { ok, message } = await set(argument.date);
    if (!ok) throw new Error(message ?? `'${argument.date}' is no date.`);
    return;
  }

  let value = connection.status(uri)?.date?.edtf ?? '';
  let prompt = 'Year, month or day for which the text speaks, such as 2026-02-03 or 2026-02. Empty: as the text itself says.';
  for (;;) {
    const answer = await window.showInputBox({ title: 'The Date of This Text', prompt, value, placeHolder: 'YYYY-MM-DD' });
    if (answer === undefined) return;
    value = answer.trim();
    const { ok, message } = await set(value === '' ? null : value);
    if (ok) break;
    prompt = message ?? `'${value}' is no date.`;
  }
  if (value !== '' && document.languageId === 'markdown' && (await wantsFrontMatter(value))) {
    if (await writeToFrontMatter(document, value)) await set(null);
  }
}

async function wantsFrontMatter(date: string): Promise<boolean> {
  const write = { label: 'Write it into the front matter', description: `date: ${date}` };
  const keep = { label: 'Only until the server ends', description: 'the text stays as it is' };
  return (await window.showQuickPick([write, keep], { title: 'The Date of This Text' })) === write;
}

async function writeToFrontMatter(document: TextDocument, date: string): Promise<boolean> {
  const lines = Array.from({ length: document.lineCount }, (_, index) => document.lineAt(index).text);
  const { start, end, lines: written } = writeFrontMatterDate(lines, date);
  const eol = document.eol === EndOfLine.CRLF ? '\r\n' : '\n';
  const edit = new WorkspaceEdit();
  const range = document.lineAt(start).range.with({ end: end > start ? document.lineAt(end - 1).range.end : document.lineAt(start).range.start });
  edit.replace(document.uri, range, written.join(eol) + (end > start ? '' : eol));
  return workspace.applyEdit(edit);
}

function isArgument(value: unknown): value is Argument {
  return typeof value === 'object' && value !== null && 'date' in value && (value.date === null || typeof value.date === 'string');
}
