// Bundles the suite for both extension hosts: out/editor/node/index.js and out/editor/web/test/index.js.
import { build } from 'esbuild';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/shell.mjs';

const suite = join(root, 'test', 'editor', 'suite');

const webExtension = join(root, 'out', 'editor', 'web');

/** Folder of the extension to develop, and the suite in it, for a host: `node` or `web`. */
export function extensionPath(kind) {
  return kind === 'web' ? webExtension : root;
}

export function suitePath(kind) {
  return kind === 'web' ? join(webExtension, 'test', 'index.js') : join(root, 'out', 'editor', 'node', 'index.js');
}

/**
 * The extension as the web has it, without `main`: next to a remote extension host VS Code would otherwise prefer that one, whatever
 * `extensionDevelopmentKind` says. The suite lies in the same folder, for VS Code runs it in the host of the extension around it.
 */
function stageWebExtension() {
  rmSync(webExtension, { recursive: true, force: true });
  const { main: _main, ...manifest } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const path of ['package.nls.json', 'syntaxes', 'images/icon.png', 'client/walkthrough', 'server/knowledge', 'dist/clientBrowser.js', 'dist/serverWorker.js']) {
    cpSync(join(root, path), join(webExtension, path), { recursive: true });
  }
  writeFileSync(join(webExtension, 'package.json'), JSON.stringify(manifest, null, 2));
}

export async function bundleSuite() {
  stageWebExtension();
  const common = { entryPoints: [join(suite, 'index.ts')], bundle: true, format: 'cjs', target: 'es2022', logLevel: 'warning', sourcemap: 'inline' };
  await build({
    ...common, outfile: suitePath('node'), platform: 'node', external: ['vscode', 'mocha'], alias: { 'editor-test-runner': join(suite, 'runnerNode.ts') },
  });
  await build({
    ...common, outfile: suitePath('web'), platform: 'browser', external: ['vscode'], define: { global: 'globalThis' },
    alias: { 'editor-test-runner': join(suite, 'runnerWeb.ts') },
  });
}
