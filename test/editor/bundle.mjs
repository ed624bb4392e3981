// Bundles the suite for both extension hosts: out/editor/node/index.js and out/editor/web/index.js.
import { build } from 'esbuild';
import { join } from 'node:path';
import { root } from '../../scripts/lib/shell.mjs';

const suite = join(root, 'test', 'editor', 'suite');

export function suitePath(kind) {
  return join(root, 'out', 'editor', kind, 'index.js');
}

export async function bundleSuite() {
  const common = { entryPoints: [join(suite, 'index.ts')], bundle: true, format: 'cjs', target: 'es2022', logLevel: 'warning', sourcemap: 'inline' };
  await build({
    ...common, outfile: suitePath('node'), platform: 'node', external: ['vscode', 'mocha'], alias: { 'editor-test-runner': join(suite, 'runnerNode.ts') },
  });
  await build({
    ...common, outfile: suitePath('web'), platform: 'browser', external: ['vscode'], define: { global: 'globalThis' },
    alias: { 'editor-test-runner': join(suite, 'runnerWeb.ts') },
  });
}
