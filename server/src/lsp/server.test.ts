import { afterEach, describe, expect, it } from 'vitest';
import {
  CodeActionRequest, DefinitionRequest, DidChangeConfigurationNotification, DocumentDiagnosticRequest, DocumentHighlightRequest,
  DocumentSymbolRequest, HoverRequest, ReferencesRequest, SemanticTokensDeltaRequest, SemanticTokensRangeRequest, SemanticTokensRequest,
  CancellationTokenSource, type ClientCapabilities, type CodeAction, type SemanticTokens, type SemanticTokensDelta,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  CODE_ACTION_COMMANDS, COMMANDS, FIX_ALL_KIND, MAX_DOCUMENT_LENGTH, METHODS, type DocumentStatus, type IgnoredItem, type KnowledgeInfo, type MentionGroup,
  type RuleInfo, type SetDocumentDateResult,
} from '../protocol';
import { startTestClient, type ClientOptions, type TestClient } from './testing/client';
import { readWords, testEnvironment } from './testing/wordReader';
import type { Environment } from './environment';

const URI = 'file:///texts/article.md';
const TEXT = 'VIK, 2026-01-10. Anna Berg spoke in Vik.\n\nThen Bergh and Bergh left, said Berg.\n';
const textDocument = { uri: URI };

const PULL: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true }, diagnostics: { refreshSupport: true }, semanticTokens: { refreshSupport: true } },
};
const PUSH: ClientCapabilities = { workspace: { configuration: true } };
const OURS = { commands: [...CODE_ACTION_COMMANDS] };

const running: TestClient[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((client) => client.stop()));
});

async function start(parts: Partial<Environment> = {}, options: ClientOptions = {}) {
  const environment = testEnvironment(parts);
  const client = await startTestClient(environment, { initializationOptions: OURS, ...options });
  running.push(client);
  return { client, environment };
}

const status = (client: TestClient, params: object = { textDocument }) => client.connection.sendRequest<DocumentStatus | null>(METHODS.documentStatus, params);
const pull = (client: TestClient, previousResultId?: string) =>
  client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument, ...(previousResultId !== undefined && { previousResultId }) });
const wholeRange = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

describe('initialize', () => {
  it('offers pulled diagnostics only to clients that can pull', async () => {
    const { client: pulling } = await start({}, { capabilities: PULL });
    const { client: pushed } = await start({}, { capabilities: PUSH });
    expect(pulling.initialized.capabilities.diagnosticProvider).toMatchObject({ interFileDependencies: false });
    expect(pushed.initialized.capabilities.diagnosticProvider).toBeUndefined();
  });

  it('registers for changes of the settings', async () => {
    const { client } = await start({}, { capabilities: PULL });
    expect(await client.registrations.when(() => true)).toBe('workspace/didChangeConfiguration');
  });
});

describe('diagnostics', () => {
  it('are pushed on opening and on change, and cleared on closing', async () => {
    const { client } = await start({}, { capabilities: PUSH });
    await client.open(URI, TEXT);
    const first = await client.diagnostics.when(({ version }) => version === 1);
    expect(first.diagnostics.map(({ range, code, source, codeDescription }) => ({ range, code, source, codeDescription }))).toEqual([5, 15].map((character) => ({
      range: { start: { line: 2, character }, end: { line: 2, character: character + 5 } },
      code: 'name-misspelt', source: 'Foreign Desk', codeDescription: { href: 'https://example.org/rules/name-misspelt' },
    })));
    expect(first.diagnostics[0]!.message).toBe("'Bergh' is not how Berg is spelt (Foreign Desk, as of 1 February 2026)");
    await client.change(URI, 2, 'Berg', { start: { line: 2, character: 5 }, end: { line: 2, character: 10 } });
    expect((await client.diagnostics.when(({ version }) => version === 2)).diagnostics).toHaveLength(1);
    await client.close(URI);
    expect((await client.diagnostics.when(({ version }) => version === undefined)).diagnostics).toEqual([]);
  });

  it('are pulled, not pushed as well, and unchanged when nothing changed', async () => {
    const { client, environment } = await start({}, { capabilities: PULL });
    await client.open(URI, TEXT);
    const first = await pull(client);
    expect(first).toMatchObject({ kind: 'full', items: [{ code: 'name-misspelt' }, { code: 'name-misspelt' }] });
    expect(await pull(client, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await client.change(URI, 2, 'Nothing wrong.');
    expect(await pull(client, first.resultId)).toMatchObject({ kind: 'full', items: [] });
    await client.statuses.when(({ version, state }) => version === 2 && state === 'ok');
    expect(client.diagnostics.items).toEqual([]);
    expect(environment.calls).toHaveLength(2);
  });

  it('of a burst of changes are made once, for the last text', async () => {
    const { client, environment } = await start({ debounceMs: 50 }, { capabilities: PUSH });
    await client.open(URI, 'a');
    await client.diagnostics.when(({ version }) => version === 1);
    for (let version = 2; version <= 20; version++) await client.change(URI, version, `Bergh ${version}`);
    await client.diagnostics.when(({ version }) => version === 20);
    expect(environment.calls.map(({ text }) => text)).toEqual(['a', 'Bergh 20']);
    expect(client.diagnostics.items.map(({ version }) => version)).toEqual([1, 20]);
  });
});

it('the reader is given the analysis before, for re-use, until the document is closed', async () => {
  const given: (string | undefined)[] = [];
  const { client } = await start({
    analyze: (source, knowledge, options, previous) => {
      given.push(previous?.source.text);
      return readWords(source, knowledge, options);
    },
  });
  await client.open(URI, 'one');
  await status(client);
  await client.change(URI, 2, 'two');
  await status(client);
  await client.close(URI);
  await client.open(URI, 'three');
  await status(client);
  expect(given).toEqual([undefined, 'one', undefined]);
});

describe('language requests', () => {
  const at = (line: number, character: number) => ({ textDocument, position: { line, character } });

  it('hover, definition, references, highlights and symbols', async () => {
    const { client: { connection, open } } = await start({}, { capabilities: { textDocument: { hover: { contentFormat: ['markdown'] } } } });
    await open(URI, TEXT);
    const hover = await connection.sendRequest(HoverRequest.type, at(0, 20));
    expect(hover?.contents).toMatchObject({ kind: 'markdown', value: expect.stringContaining('**Anna Berg**') as string });
    expect(await connection.sendRequest(HoverRequest.type, at(2, 1))).toBeNull();
    const first = { start: { line: 0, character: 17 }, end: { line: 0, character: 26 } };
    expect(await connection.sendRequest(DefinitionRequest.type, at(2, 33))).toEqual({ uri: URI, range: first });
    expect(await connection.sendRequest(ReferencesRequest.type, { ...at(0, 18), context: { includeDeclaration: true } })).toHaveLength(2);
    expect(await connection.sendRequest(DocumentHighlightRequest.type, at(0, 18))).toHaveLength(2);
    expect(await connection.sendRequest(DocumentSymbolRequest.type, { textDocument })).toMatchObject([{ name: 'Anna Berg' }, { name: 'Vik' }]);
  });

  it('semantic tokens in full, by range and as the difference to what was sent', async () => {
    const { client } = await start();
    const { connection } = client;
    await client.open(URI, TEXT);
    const full = (await connection.sendRequest(SemanticTokensRequest.type, { textDocument }))!;
    expect(full.data).toEqual([0, 17, 9, 0, 0, 0, 19, 3, 2, 0, 2, 32, 4, 0, 0]);
    const part = await connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range: { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } } });
    expect(part?.data).toEqual([2, 32, 4, 0, 0]);
    await client.change(URI, 2, 'Berg, ', { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } });
    const delta = await connection.sendRequest(SemanticTokensDeltaRequest.type, { textDocument, previousResultId: full.resultId! }) as SemanticTokensDelta;
    const [edit] = delta.edits;
    const data = [...full.data];
    data.splice(edit!.start, edit!.deleteCount, ...edit!.data!);
    expect(data).toEqual([0, 17, 9, 0, 0, 0, 19, 3, 2, 0, 2, 0, 4, 0, 0, 0, 38, 4, 0, 0]);
    const stale = await connection.sendRequest(SemanticTokensDeltaRequest.type, { textDocument, previousResultId: 'long ago' }) as SemanticTokens;
    expect(stale.data).toEqual(data);
  });

  it('code actions fix one slip, all of them, ignore and set the severity', async () => {
    const { client } = await start();
    await client.open(URI, TEXT);
    const range = { start: { line: 2, character: 6 }, end: { line: 2, character: 6 } };
    const actions = await client.connection.sendRequest(CodeActionRequest.type, { textDocument, range, context: { diagnostics: [] } }) as CodeAction[];
    expect(actions.map(({ title }) => title)).toEqual([
      "Change to 'Berg'",
      "Change to 'Berg' everywhere in this text (2 places)",
      'Fix all 2 of this kind in this text: Misspelt name',
      'Ignore here with a comment: name-misspelt',
      "Ignore 'Bergh' in this workspace: name-misspelt",
      'Set severity of name-misspelt …',
    ]);
    expect(actions[0]!.isPreferred).toBe(true);
    expect(actions[4]!.command).toMatchObject({ command: COMMANDS.ignoreInWorkspace, arguments: [{ uri: URI, rule: 'name-misspelt', text: 'Bergh' }] });
    const document = TextDocument.create(URI, 'markdown', 1, TEXT);
    expect(TextDocument.applyEdits(document, actions[1]!.edit!.changes![URI]!)).toBe(TEXT.replaceAll('Bergh', 'Berg'));
    expect(TextDocument.applyEdits(document, actions[3]!.edit!.changes![URI]!))
      .toBe(TEXT.replace('Then', '<!-- foreign-desk-ignore name-misspelt: reason -->\nThen'));
  });

  it('"fix all" is given when source actions are asked for', async () => {
    const { client } = await start({}, { capabilities: { workspace: { workspaceEdit: { documentChanges: true } } } });
    await client.open(URI, TEXT);
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument, range: wholeRange, context: { diagnostics: [], only: ['source.fixAll'] },
    }) as CodeAction[];
    expect(actions).toMatchObject([{ kind: FIX_ALL_KIND, edit: { documentChanges: [{ textDocument: { uri: URI, version: 1 } }] } }]);
  });

  it('other editors are offered no commands of our client, and are sent no notifications of ours', async () => {
    const { client } = await start({}, { initializationOptions: undefined });
    await client.open(URI, TEXT);
    const actions = await client.connection.sendRequest(CodeActionRequest.type, { textDocument, range: wholeRange, context: { diagnostics: [] } }) as CodeAction[];
    expect(actions.filter(({ command }) => command)).toEqual([]);
    expect(client.statuses.items).toEqual([]);
  });
});

describe('settings', () => {
  it('are asked per document and take effect when they change', async () => {
    let severity = 'error';
    const { client } = await start({}, { capabilities: PULL, settings: (scope) => ({ severity: { 'name-misspelt': scope === URI ? severity : 'hint' } }) });
    await client.open(URI, TEXT);
    expect(await pull(client)).toMatchObject({ items: [{ severity: 1 }, { severity: 1 }] });
    severity = 'off';
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await Promise.all([client.refreshes.when((what) => what === 'diagnostics'), client.refreshes.when((what) => what === 'tokens')]);
    expect(await pull(client)).toMatchObject({ items: [] });
  });

  it('that are malformed are told once, and the defaults stay', async () => {
    const { client } = await start({}, { capabilities: PUSH, settings: () => ({ severity: { 'name-misspelt': 'loud' }, dateOrder: 3 }) });
    await client.open(URI, TEXT);
    const { diagnostics } = await client.diagnostics.when(({ version }) => version === 1);
    expect(diagnostics[0]).toMatchObject({ severity: 2 });
    await client.open('file:///texts/other.md', TEXT);
    await client.diagnostics.when(({ uri }) => uri === 'file:///texts/other.md');
    expect(client.messages.items).toEqual([
      "Foreign Desk: foreignDesk.severity.name-misspelt: expected off, error, warning, information or hint, not 'loud'; "
      + 'foreignDesk.dateOrder: expected day-month-year or month-day-year, not 3. Such settings do not count.',
    ]);
  });

  it('come with the notification from editors that cannot be asked', async () => {
    const { client } = await start();
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: { foreignDesk: { severity: { 'name-misspelt': 'hint' } } } });
    await client.open(URI, TEXT);
    expect((await client.diagnostics.when(({ version }) => version === 1)).diagnostics[0]).toMatchObject({ severity: 4 });
  });

  it('give a text without a date today, if so wanted', async () => {
    const { client } = await start({}, { capabilities: PUSH, settings: () => ({ assumeToday: true }) });
    await client.open(URI, 'No date.');
    expect((await status(client))?.date).toEqual({ source: 'today', edtf: '2026-01-31', text: '31 January 2026' });
  });
});

describe('failures', () => {
  it('of an analysis are logged and told in the status, and the next version is read again', async () => {
    const { client } = await start({}, { capabilities: PULL });
    await client.open(URI, 'CRASH');
    expect(await client.connection.sendRequest(HoverRequest.type, { textDocument, position: { line: 0, character: 0 } })).toBeNull();
    expect(await pull(client)).toEqual({ kind: 'full', items: [] });
    expect(await status(client)).toMatchObject({ state: 'failed', message: 'The analysis failed; the log says why' });
    expect(client.logs.items.filter((line) => line.includes('the reader crashed'))).toHaveLength(1);
    await client.change(URI, 2, TEXT);
    expect(await status(client)).toMatchObject({ state: 'ok', findings: { warning: 2 } });
  });

  it('of the analysis of one document leave others alone', async () => {
    const { client } = await start({}, { capabilities: PUSH });
    await client.open('file:///texts/bad.md', 'CRASH');
    await client.open(URI, TEXT);
    expect((await client.diagnostics.when(({ uri }) => uri === URI)).diagnostics).toHaveLength(2);
    expect((await client.diagnostics.when(({ uri }) => uri !== URI)).diagnostics).toEqual([]);
  });

  it('of one request leave others alone', async () => {
    const { client } = await start();
    await client.open(URI, TEXT);
    const bad = client.connection.sendRequest(HoverRequest.type, { textDocument, position: null as never });
    expect(await bad).toBeNull();
    expect(await client.logs.when((line) => line.startsWith('textDocument/hover'))).toBeTruthy();
    expect(await client.connection.sendRequest(DocumentHighlightRequest.type, { textDocument, position: { line: 0, character: 18 } })).toHaveLength(2);
  });

  it('of loading the knowledge are told', async () => {
    const { client } = await start({ knowledge: () => { throw new Error('no such file'); } });
    await client.open(URI, TEXT);
    expect(await status(client)).toMatchObject({ state: 'failed', message: 'The knowledge could not be loaded; the log says why' });
    await client.logs.when((line) => line.includes('no such file'));
    expect(await client.connection.sendRequest<KnowledgeInfo | null>(METHODS.knowledgeInfo)).toBeNull();
  });

  it('a document that is too large is skipped', async () => {
    const { client, environment } = await start();
    await client.open(URI, 'x'.repeat(MAX_DOCUMENT_LENGTH + 1));
    expect(await status(client)).toMatchObject({ state: 'skipped', message: 'Not analysed: longer than 5 million characters' });
    expect(environment.calls).toEqual([]);
  });

  it('a document that is not open gets harmless answers', async () => {
    const { client } = await start({}, { capabilities: PULL });
    expect(await pull(client)).toEqual({ kind: 'full', items: [] });
    expect(await status(client)).toBeNull();
    expect(await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument })).toEqual({ data: [] });
  });
});

describe('cancellation', () => {
  it('is honoured while the knowledge still loads', async () => {
    let load: (() => void) | undefined;
    const ready = new Promise<void>((resolve) => { load = resolve; });
    const { client, environment } = await start({ knowledge: async () => { await ready; return testEnvironment().knowledge(); } });
    await client.open(URI, TEXT);
    const source = new CancellationTokenSource();
    const cancelledHover = client.connection.sendRequest(HoverRequest.type, { textDocument, position: { line: 0, character: 18 } }, source.token);
    const rejected = expect(cancelledHover).rejects.toMatchObject({ code: -32800 });
    const kept = client.connection.sendRequest(DocumentHighlightRequest.type, { textDocument, position: { line: 0, character: 18 } });
    source.cancel();
    // An answered request shows that the cancellation, sent before it, has come through.
    await client.connection.sendRequest<RuleInfo[]>(METHODS.rules);
    load!();
    await rejected;
    expect(await kept).toHaveLength(2);
    expect(environment.calls).toHaveLength(1);
  });
});

describe('own requests', () => {
  it('status with date, counts and mentions', async () => {
    const { client } = await start();
    await client.open(URI, TEXT);
    const opened = await client.statuses.when(({ uri }) => uri === URI);
    expect(opened).toEqual({ uri: URI, version: 1, state: 'analysing' });
    const done = await client.statuses.when(({ state }) => state === 'ok');
    expect(done).toEqual({
      uri: URI, version: 1, state: 'ok', date: { source: 'dateline', edtf: '2026-01-10', text: '10 January 2026' },
      findings: { error: 0, warning: 2, information: 0, hint: 0 }, ignored: 0, mentions: { total: 3, unresolved: 0 },
    });
  });

  it('a date set for the session wins, outlives closing, and can be taken back', async () => {
    const { client } = await start();
    const set = (date: string | null) => client.connection.sendRequest<SetDocumentDateResult>(METHODS.setDocumentDate, { textDocument, date });
    await client.open(URI, TEXT);
    expect(await set('2026-13')).toEqual({ ok: false, message: "'2026-13' is no date; write it like 2026-02-03, 2026-02 or 2026" });
    expect(await set('2020-05')).toEqual({ ok: true });
    await client.close(URI);
    await client.open(URI, TEXT);
    expect((await status(client))?.date).toEqual({ source: 'session', edtf: '2020-05', text: 'May 2020' });
    await set(null);
    expect((await status(client))?.date?.source).toBe('dateline');
  });

  it('mentions, all or those at a position', async () => {
    const { client } = await start();
    await client.open(URI, TEXT);
    const all = await client.connection.sendRequest<MentionGroup[]>(METHODS.mentions, { textDocument });
    expect(all.map(({ name, ranges }) => [name, ranges.length])).toEqual([['Anna Berg', 2], ['Vik', 1]]);
    const here = await client.connection.sendRequest<MentionGroup[]>(METHODS.mentions, { textDocument, position: { line: 0, character: 37 } });
    expect(here).toEqual([{ entity: 'vik', kind: 'place', name: 'Vik', ranges: [{ start: { line: 0, character: 36 }, end: { line: 0, character: 39 } }] }]);
  });

  it('an ignore file takes effect in its folder, and its faults are shown in it', async () => {
    const { client } = await start({}, { capabilities: PULL });
    await client.open(URI, TEXT);
    const file = 'file:///texts/.foreign-desk/ignore.yaml';
    const send = (text: string | null) => client.connection.sendNotification(METHODS.ignores, { folder: 'file:///texts', uri: file, text });
    await send('- rule: name-misspelt\n- text: Berg\n');
    const faults = await client.diagnostics.when(({ uri }) => uri === file);
    expect(faults.diagnostics).toMatchObject([{ message: 'the entry names no rule', range: { start: { line: 1, character: 2 } } }]);
    expect(await pull(client)).toMatchObject({ items: [] });
    expect(await client.connection.sendRequest<IgnoredItem[]>(METHODS.ignored, { textDocument })).toMatchObject([{ rule: 'name-misspelt', text: 'Bergh', by: 'workspace' }, {}]);
    await send(null);
    expect(await pull(client)).toMatchObject({ items: [{}, {}] });
  });

  it('adds to an ignore file, tells of knowledge and rules', async () => {
    const { client: { connection } } = await start();
    expect(await connection.sendRequest(METHODS.addIgnore, { text: '- rule: a # why\n', entry: { rule: 'b', text: 'x: y' } }))
      .toEqual({ text: '- rule: a # why\n- rule: b\n  text: "x: y"\n' });
    expect(await connection.sendRequest<KnowledgeInfo>(METHODS.knowledgeInfo)).toMatchObject({ asOf: '2026-02-01', entities: { person: 3, state: 2 } });
    expect(await connection.sendRequest<RuleInfo[]>(METHODS.rules)).toMatchObject([{ id: 'name-misspelt' }]);
  });
});
