import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { MessageChannel } from 'node:worker_threads';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { SMALL_WORLD } from '../features/testing/fixture';
import { compileKnowledge } from '../knowledge/compile';

interface Message {
  readonly method?: string;
  readonly params?: { readonly type?: number; readonly message?: string };
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: unknown;
}

/** Bundles the worker as the product's build does, with the knowledge as text inside. */
async function bundleWorker(knowledge: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('main.ts', import.meta.url))],
    bundle: true, write: false, platform: 'browser', format: 'iife', target: 'es2022', logLevel: 'silent',
    mainFields: ['browser', 'module', 'main'], define: { global: 'globalThis' },
    plugins: [{
      name: 'knowledge',
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /^foreign-desk:knowledge$/ }, ({ path }) => ({ path, namespace: 'test' }));
        onLoad({ filter: /.*/, namespace: 'test' }, () => ({ contents: knowledge, loader: 'text' }));
      },
    }],
  });
  return outputFiles[0]!.text;
}

it('the worker answers with nothing of Node at hand', async () => {
  const { compiled } = compileKnowledge([{ path: 'world.yaml', text: `asOf: 2026-02-01\n${SMALL_WORLD}` }]);
  const code = await bundleWorker(JSON.stringify(compiled));
  const { port1: outside, port2: inside } = new MessageChannel();
  const waiting = new Map<number, (message: Message) => void>();
  const errors: string[] = [];
  outside.on('message', (message: Message) => {
    if (message.method === 'window/logMessage' && message.params?.type === 1) errors.push(message.params.message ?? '');
    else if (message.id !== undefined) waiting.get(message.id)?.(message);
  });
  let lastId = 0;
  const send = (method: string, params: unknown): void => { outside.postMessage({ jsonrpc: '2.0', method, params }); };
  const request = (method: string, params: unknown): Promise<Message> => {
    const id = ++lastId;
    outside.postMessage({ jsonrpc: '2.0', id, method, params });
    return new Promise((resolve) => { waiting.set(id, resolve); });
  };
  // Only what a worker has.
  runInNewContext(code, { self: inside, console, setTimeout, clearTimeout, setInterval, clearInterval, performance, URL, TextDecoder, TextEncoder, queueMicrotask });

  const { result } = await request('initialize', {
    processId: null, rootUri: null, workspaceFolders: null, capabilities: { textDocument: { hover: { contentFormat: ['markdown'] } } },
  });
  expect(result).toMatchObject({ capabilities: { hoverProvider: true } });
  send('initialized', {});
  const uri = 'vscode-vfs://host/texts/vik-2026-01-10.md';
  send('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: 'President Anna Berg of Norland spoke.\n' } });
  const hover = await request('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 12 } });
  expect(errors).toEqual([]);
  expect(hover).toMatchObject({ result: { contents: { value: expect.stringContaining('President of Norland since 1 June 2024 (on 10 January 2026)') as string } } });
  expect((await request('shutdown', null)).error).toBeUndefined();
  outside.close();
});
