import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  createProtocolConnection, DidOpenTextDocumentNotification, ExitNotification, HoverRequest, InitializedNotification, InitializeRequest,
  DidChangeWatchedFilesNotification, FileChangeType, LogMessageNotification, MessageType, PublishDiagnosticsNotification,
  RegistrationRequest, ShutdownRequest, StreamMessageReader, StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { SMALL_WORLD } from '../features/testing/fixture';
import { compileKnowledge } from '../knowledge/compile';

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foreign-desk-'));
  await build({
    entryPoints: [fileURLToPath(new URL('main.ts', import.meta.url))], outfile: join(folder, 'server.js'),
    bundle: true, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'], logLevel: 'silent',
  });
  const { compiled } = compileKnowledge([{ path: 'world.yaml', text: `asOf: 2026-02-01\n${SMALL_WORLD}` }]);
  writeFileSync(join(folder, 'knowledge.json'), JSON.stringify(compiled));
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

it('the bundle serves any editor over standard input and output, and ends when told', async () => {
  const server = spawn(process.execPath, [join(folder, 'server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => { server.once('exit', resolve); });
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const errors: string[] = [];
  connection.onNotification(LogMessageNotification.type, ({ type, message }) => { if (type === MessageType.Error) errors.push(message); });
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid, rootUri: null, workspaceFolders: null, capabilities: { textDocument: { hover: { contentFormat: ['markdown'] } } },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  const uri = 'file:///texts/vik-2026-01-10.md';
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'markdown', version: 1, text: 'President Anna Berg of Norland spoke.\n' },
  });
  const hover = await connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: { line: 0, character: 12 } });
  expect(errors).toEqual([]);
  expect(hover?.contents).toMatchObject({ value: expect.stringContaining('President of Norland since 1 June 2024 (on 10 January 2026)') as string });
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  expect(await ended).toBe(0);
  connection.dispose();
});

it('reads and watches the knowledge of a workspace itself for an editor that does not send it, inside the workspace only', async () => {
  const workspace = join(folder, 'workspace');
  const outside = join(folder, 'outside');
  const knowledge = join(workspace, '.foreign-desk', 'knowledge');
  mkdirSync(knowledge, { recursive: true });
  mkdirSync(outside);
  writeFileSync(join(outside, 'secret.yaml'), 'people: [');
  symlinkSync(outside, join(knowledge, 'linked'));
  writeFileSync(join(knowledge, 'people.yaml'), 'asOf: 2026-01-01\npeople:\n  - {id: oda-lunde, name: Oda Lunde, note: First}\n');
  const server = spawn(process.execPath, [join(folder, 'server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const published: string[] = [];
  let wake = () => {};
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
    published.push(`${uri.slice(uri.lastIndexOf('/') + 1)} ${diagnostics.map(({ message }) => message).join('; ')}`);
    wake();
  });
  let watched = '';
  connection.onRequest(RegistrationRequest.type, ({ registrations }) => { watched += JSON.stringify(registrations); });
  connection.listen();
  const until = async (line: string) => {
    while (!published.includes(line)) await new Promise<void>((resolve) => { wake = resolve; });
    published.length = 0;
  };
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid, rootUri: null, workspaceFolders: [{ uri: pathToFileURL(workspace).toString(), name: 'workspace' }],
    capabilities: { textDocument: { hover: { contentFormat: ['plaintext'] } }, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  await until('people.yaml ');
  const uri = pathToFileURL(join(workspace, 'a.md')).toString();
  await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: 'markdown', version: 1, text: 'Then Oda Lunde spoke.\n' } });
  const card = async () => {
    const hover = await connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: { line: 0, character: 7 } });
    return (hover!.contents as { value: string }).value;
  };
  expect(await card()).toContain('First');
  writeFileSync(join(knowledge, 'people.yaml'), 'asOf: 2026-01-01\npeople:\n  - {id: oda-lunde, name: Oda Lunde, note: Second}\n  - {id: x}\n');
  await connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: pathToFileURL(join(knowledge, 'people.yaml')).toString(), type: FileChangeType.Changed }] });
  await until('people.yaml Foreign Desk knows no person "x"; a new one needs "name"');
  expect(await card()).toContain('Second');
  expect(watched).toContain('**/.foreign-desk/**');
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  connection.dispose();
});
