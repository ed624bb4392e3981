import { commands, languages, Uri, window, workspace } from 'vscode';
import { COMMANDS, KNOWLEDGE_FOLDER, REFRESH_FILE } from '../../../server/src/protocol';
import { assert, discard, equal, findings, hoverAt, openArticle, read, until } from './support';

const folder = () => Uri.joinPath(workspace.workspaceFolders![0]!.uri, ...KNOWLEDGE_FOLDER.split('/'));
const file = (name: string) => Uri.joinPath(folder(), name);
const write = (uri: Uri, text: string) => workspace.fs.writeFile(uri, new TextEncoder().encode(text));
const readFile = async (uri: Uri) => new TextDecoder().decode(await workspace.fs.readFile(uri));

/** Writes an article of its own into the workspace, for the one of the other tests must stay as it is. */
async function article(text: string) {
  const name = 'knowledge-test.md';
  const uri = Uri.joinPath(workspace.workspaceFolders![0]!.uri, name);
  await write(uri, `---\ndate: 2026-02-06\n---\n\n${text}\n`);
  return { ...(await openArticle(name)), uri };
}

/** Waits until the hover card of a name says something; the server is asked again with each change of the diagnostics or the status. */
async function card(name: string, fits: (card: string) => boolean): Promise<string> {
  const { document, api } = await openArticle('knowledge-test.md');
  const deadline = Date.now() + 30_000;
  for (;;) {
    const text = await hoverAt(document, name);
    if (fits(text)) return text;
    assert(Date.now() < deadline, `the card of ${name} says: ${text}`);
    await read(api, document);
  }
}

suite('Knowledge of a workspace', () => {
  teardown(async () => {
    await discard();
    for (const uri of [Uri.joinPath(folder(), '..'), Uri.joinPath(workspace.workspaceFolders![0]!.uri, 'knowledge-test.md')]) {
      try {
        await workspace.fs.delete(uri, { recursive: true });
      } catch {
        // A test that failed early has not written it.
      }
    }
  });

  test('is read from its files, again when they are saved, and not any more when they are gone', async () => {
    await article('Oda Lundgaard met Sergei Lavrov in Geneva.');
    await card('Oda Lundgaard', (text) => text === '');
    await write(file('people.yaml'), "asOf: 2026-02-01\npeople:\n  - {id: oda-lundgaard, name: Oda Lundgaard, born: '1970', nationality: [norway]}\n");
    assert(/1970/.test(await card('Oda Lundgaard', (text) => text.includes('Oda Lundgaard'))), 'no birth on the card');
    const document = await workspace.openTextDocument(file('people.yaml'));
    const editor = await window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(document.positionAt(document.getText().indexOf(", nationality")), ', sex: female, note: Chairs the talks'));
    await document.save();
    await card('Oda Lundgaard', (text) => text.includes('Chairs the talks'));
    await workspace.fs.delete(file('people.yaml'));
    await card('Oda Lundgaard', (text) => text === '');
  });

  test('has its faults shown in the file', async () => {
    await article('Nothing.');
    await write(file('broken.yaml'), 'asOf: 2026-02-01\npeople:\n  - {id: oda-lundgaard, nome: Oda}\n');
    const document = await workspace.openTextDocument(file('broken.yaml'));
    const fault = await until(languages.onDidChangeDiagnostics, () => findings(document)[0]);
    equal([fault.message, fault.range.start.line], ['A person has no "nome"; did you mean "name"?', 2], 'fault');
  });

  test('takes another name of somebody known', async () => {
    const { document } = await article('Sergej Lawrow spoke in Geneva.');
    const argument = { uri: document.uri.toString(), text: 'Sergej Lawrow', entity: 'sergei-lavrov' };
    await commands.executeCommand(COMMANDS.alsoKnownAs, argument);
    assert((await readFile(file('names.yaml'))).includes('- {text: Sergej Lawrow, kind: variant}'), await readFile(file('names.yaml')));
    assert(/foreign minister/i.test(await card('Sergej Lawrow', (text) => text !== '')), 'the card is another');
  });

  test('takes newer holders from a downloaded answer of Wikidata', async () => {
    await article('Nothing.');
    await write(file('ids.yaml'), 'asOf: 2026-02-01\noffices:\n  - {id: russia.defence-minister, wikidata: Q17287317}\n');
    const iri = (id: string) => `http://www.wikidata.org/entity/${id}`;
    const row = { office: iri('Q17287317'), person: iri('Q999999999'), personLabel: 'Ilya Testov', start: '2030-05-01T00:00:00Z' };
    for (;;) {
      await commands.executeCommand(COMMANDS.refreshHolders, { answer: JSON.stringify([row]), write: true });
      // Until the server has been told of the office's id there is nothing to compare with.
      const there = await workspace.fs.stat(file(REFRESH_FILE)).then(() => true, () => false);
      if (there) break;
    }
    const text = await readFile(file(REFRESH_FILE));
    assert(text.includes('{person: ilya-testov, from: 2030-05-01}') && text.includes('wikidata: Q999999999'), text);
  });

  test('shows the file in which we have somebody, at the record, and not to be edited', async () => {
    await article('Sergei Lavrov spoke in Geneva.');
    await commands.executeCommand(COMMANDS.openKnowledge, 'sergei-lavrov');
    const editor = window.activeTextEditor!;
    assert(editor.document.uri.path.endsWith('.yaml'), `open: ${editor.document.uri.toString()}`);
    equal(editor.document.uri.scheme, 'foreign-desk-knowledge', 'scheme');
    const line = editor.document.lineAt(editor.selection.active.line).text;
    assert(line.includes('id: sergei-lavrov'), `the cursor is at: ${line}`);
    assert(!(await editor.edit((edit) => edit.insert(editor.selection.active, 'x'))) || !editor.document.isDirty, 'it can be edited');
  });
});
