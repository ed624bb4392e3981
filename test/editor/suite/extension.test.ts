import {
  commands, ConfigurationTarget, extensions, Position, Selection, Uri, window, workspace, WorkspaceEdit, type DocumentSymbol, type Location,
  type SemanticTokens, type SemanticTokensLegend, type TextEdit,
} from 'vscode';
import { rightHost } from 'editor-test-runner';
import { COMMANDS, IGNORE_FILE, TOKEN_MODIFIERS, TOKEN_TYPES } from '../../../server/src/protocol';
import { actionsAt, activated, assert, discard, equal, EXTENSION, finding, findings, hoverAt, listed, noFinding, openArticle, openText, read, ruleOf } from './support';

suite('Foreign Desk', () => {
  teardown(discard);

  test('runs in the extension host that it was bundled for', () => {
    assert(rightHost, 'this is the other host');
  });

  test('wakes for Markdown', async () => {
    const extension = extensions.getExtension(EXTENSION);
    assert(extension, 'the extension is not there');
    await openArticle('summit.md');
    assert(extension.isActive, 'the extension is not active');
  });

  test('contributes commands that exist', async () => {
    await activated();
    const known = await commands.getCommands(true);
    for (const id of Object.values(COMMANDS)) assert(known.includes(id), `${id} is not registered`);
  });

  test('tells the date of the text and where it is from', async () => {
    const { status } = await openArticle('summit.md');
    equal(status.state, 'ok', `state (${status.message})`);
    equal([status.date?.edtf, status.date?.source], ['2026-02-06', 'frontMatter'], 'date');
  });

  test('reports the slips of an article, once each, and nothing else', async () => {
    const { document } = await openArticle('summit.md');
    await Promise.all(['weekday-mismatch', 'impossible-date', 'office-expired'].map((rule) => finding(document, rule)));
    const expected = ['weekday-mismatch', 'office-expired', 'impossible-date'];
    equal(findings(document).map(ruleOf), expected, `findings (${listed(document).join('; ')})`);
    const dated = await finding(document, 'weekday-mismatch');
    assert(/Thursday/.test(dated.message), `the message does not name the right day: ${dated.message}`);
    assert(typeof dated.code === 'object' && dated.code.target.path.endsWith('weekday-mismatch.md'), 'the finding has no page');
  });

  test('shows who somebody is at the date of the text', async () => {
    const { document } = await openArticle('summit.md');
    const card = await hoverAt(document, 'Sergei Lavrov');
    assert(/Lavrov/.test(card) && /foreign minister/i.test(card) && /2004/.test(card), `card: ${card}`);
    const shoigu = await hoverAt(document, 'Sergei Shoigu');
    assert(/Shoigu/.test(shoigu) && /2024/.test(shoigu), `card: ${shoigu}`);
  });

  test('colours names, offices and dates by its own legend', async () => {
    const { document } = await openArticle('summit.md');
    const legend = await commands.executeCommand<SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', document.uri);
    equal(legend.tokenTypes, TOKEN_TYPES, 'token types');
    equal(legend.tokenModifiers, TOKEN_MODIFIERS, 'token modifiers');
    const tokens = await commands.executeCommand<SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    const found = decode(tokens, document.getText().split(/\r?\n/)).map(({ text, type }) => `${text}: ${legend.tokenTypes[type]}`);
    for (const wanted of ['Sergei Lavrov: fdPerson', 'Ukraine: fdState', 'NATO: fdOrganisation', 'Geneva: fdPlace']) {
      assert(found.includes(wanted), `no token '${wanted}' among ${found.join(', ')}`);
    }
    assert(found.some((token) => /February 2026: fdDate$/.test(token)), `no date among ${found.join(', ')}`);
  });

  test('offers both sides of a wrong weekday, and the fix takes the finding away', async () => {
    const { document } = await openArticle('summit.md');
    const slip = await finding(document, 'weekday-mismatch');
    const actions = await actionsAt(document, slip);
    const edits = actions.filter(({ edit, title }) => edit && !/^Ignore/.test(title));
    assert(edits.length >= 2, `fixes: ${actions.map(({ title }) => title).join('; ')}`);
    const fix = edits.find((action) => textOf(action.edit!.entries()).includes('Thursday'));
    assert(fix, `no fix to Thursday: ${edits.map(({ title }) => title).join('; ')}`);
    assert(await workspace.applyEdit(fix.edit!), 'the fix was refused');
    assert(document.getText().includes('Thursday, 5 February 2026'), document.getText());
    await noFinding(document, 'weekday-mismatch');
    assert(findings(document).some((item) => ruleOf(item) === 'impossible-date'), 'other findings stay');
  });

  test('follows the text while it is written', async () => {
    const { document, api } = await openText('---\ndate: 2026-02-06\n---\n\nThe talks began in Vienna.\n');
    equal(listed(document), [], 'findings at first');
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(4, 26), ' They had been planned for 30 February 2025.');
    await workspace.applyEdit(edit);
    await read(api, document);
    const slip = await finding(document, 'impossible-date');
    assert(document.getText(slip.range).includes('30'), document.getText(slip.range));
  });

  test('reads plain text as well', async () => {
    const { document } = await openText('The ministers met on 31 June 2024.\n', 'plaintext');
    await finding(document, 'impossible-date');
  });

  test('takes a date for the session, and takes it back', async () => {
    const { document, api } = await openText('The minister spoke in Oslo.\n');
    await commands.executeCommand(COMMANDS.setDocumentDate, { date: '2023-05-09' });
    const uri = document.uri.toString();
    await api.whenStatus(uri, ({ date }) => date?.source === 'session' && date.edtf === '2023-05-09');
    await commands.executeCommand(COMMANDS.setDocumentDate, { date: null });
    await api.whenStatus(uri, ({ date }) => date?.source === 'none');
  });

  test('keeps to the severities of the settings', async () => {
    const { document } = await openArticle('summit.md');
    await finding(document, 'impossible-date');
    const settings = workspace.getConfiguration('foreignDesk', document.uri);
    try {
      await settings.update('severity', { 'impossible-date': 'off' }, ConfigurationTarget.Global);
      await noFinding(document, 'impossible-date');
    } finally {
      await settings.update('severity', undefined, ConfigurationTarget.Global);
    }
    await finding(document, 'impossible-date');
  });

  test('goes to the first mention', async () => {
    const { document } = await openArticle('summit.md');
    const editor = window.activeTextEditor!;
    const later = document.positionAt(document.getText().indexOf('Mr Lavrov') + 4);
    editor.selection = new Selection(later, later);
    await commands.executeCommand(COMMANDS.goToFirstMention);
    const first = document.positionAt(document.getText().indexOf('Lavrov'));
    equal(editor.selection.active.line, first.line, 'line of the first mention');
    assert(document.getText(editor.selection).includes('Lavrov'), `selected: ${document.getText(editor.selection)}`);
  });

  test('knows references and the outline', async () => {
    const { document } = await openArticle('summit.md');
    const position = document.positionAt(document.getText().indexOf('Lavrov') + 1);
    const references = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', document.uri, position);
    assert(references.length >= 2, `references: ${references.length}`);
    const symbols = await commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    assert(symbols.length > 0, 'no symbols');
  });

  test('ignores in the workspace through a readable file', async () => {
    const { document } = await openArticle('summit.md');
    const slip = await finding(document, 'impossible-date');
    const file = Uri.joinPath(workspace.workspaceFolders![0]!.uri, IGNORE_FILE);
    try {
      const argument = { uri: document.uri.toString(), rule: 'impossible-date', text: document.getText(slip.range) };
      await commands.executeCommand(COMMANDS.ignoreInWorkspace, argument);
      await noFinding(document, 'impossible-date');
      const text = new TextDecoder().decode(await workspace.fs.readFile(file));
      assert(text.includes('impossible-date'), text);
    } finally {
      await workspace.fs.delete(Uri.joinPath(file, '..'), { recursive: true });
    }
    await finding(document, 'impossible-date');
  });

  test('applies the safe fixes of a whole text', async () => {
    const { document } = await openText('---\ndate: 2026-02-06\n---\n\nThe exercise ran from 9 March 2024 to 2 March 2024 off Bodø.\n');
    await finding(document, 'reversed-range');
    await commands.executeCommand(COMMANDS.fixAll);
    assert(document.getText().includes('from 2 March 2024 to 9 March 2024'), document.getText());
    await noFinding(document, 'reversed-range');
  });

  test('restarts its server', async () => {
    const { document, api } = await openArticle('summit.md');
    await finding(document, 'impossible-date');
    await commands.executeCommand(COMMANDS.restartServer);
    await api.whenStatus(document.uri.toString(), ({ state }) => state === 'ok');
    await finding(document, 'impossible-date');
  });
});

function textOf(entries: readonly (readonly [Uri, readonly TextEdit[]])[]): string {
  return entries.flatMap(([, edits]) => edits.map(({ newText }) => newText)).join('\n');
}

/** Reads the relative numbers of semantic tokens. */
function decode({ data }: SemanticTokens, lines: readonly string[]): { text: string; type: number }[] {
  const result = [];
  let line = 0;
  let character = 0;
  for (let index = 0; index < data.length; index += 5) {
    const [deltaLine, deltaCharacter, length, type] = data.slice(index, index + 4) as unknown as [number, number, number, number];
    line += deltaLine;
    character = deltaLine === 0 ? character + deltaCharacter : deltaCharacter;
    result.push({ text: lines[line]!.slice(character, character + length), type });
  }
  return result;
}
