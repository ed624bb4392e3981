// Opens the sample articles in a real VS Code with the extension built from this tree.
//   node scripts/start.mjs [--port N] [--browser] [FOLDER]
// With `code` on PATH and a screen: a window of desktop VS Code. Else, or with --browser: an address to open in a browser.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, describeFiles } from './build.mjs';
import { EDITORS, ensureEditor, remote, startServer, workbenchUrl } from './lib/codeServer.mjs';
import { cacheFolder, die, ensureDependencies, onPath, root, say, Trouble } from './lib/shell.mjs';

function hasScreen() {
  return process.platform === 'win32' || process.platform === 'darwin' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function openDesktop(code, folder) {
  say(`Opening ${folder} in ${code} …`);
  const args = [`--extensionDevelopmentPath=${root}`, '--new-window', folder];
  const child = spawn(code, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  return new Promise((done, reject) => {
    child.on('error', reject);
    child.on('exit', (status) => (status ? reject(new Trouble(`${code} ended with ${status}.`)) : done()));
  });
}

async function serve(folder, port) {
  // The newest that runs on this Node: a second Node for the very newest is for the tests only.
  const major = Number(process.versions.node.split('.')[0]);
  const wanted = EDITORS.filter(({ node }) => node === major).at(-1) ?? EDITORS.at(-1);
  const editor = await ensureEditor(wanted);
  const server = await startServer(editor, { data: join(cacheFolder, 'start'), port });
  const payload = [['extensionDevelopmentPath', remote(server.origin, root)]];
  say(`\nVS Code ${editor.vscode} with Foreign Desk is at\n\n  ${workbenchUrl(server.origin, folder, payload)}\n\nOpen it in a browser. Ctrl+C ends it.`);
  const stop = () => void server.stop().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop);
  process.exitCode = await server.exited;
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string' }, browser: { type: 'boolean', default: false } },
  });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536)) throw new Trouble(`'${values.port}' is no port.`);
  const folder = resolve(positionals[0] ?? join(root, 'test-fixtures', 'workspace'));
  if (!existsSync(folder)) throw new Trouble(`There is no folder ${folder}.`);
  await ensureDependencies();
  say('Building …');
  say(describeFiles(await build()));
  const code = onPath('code', 'code-insiders', 'codium');
  if (code && hasScreen() && !values.browser && port === undefined) await openDesktop(code, folder);
  else await serve(folder, port);
} catch (error) {
  die(error);
}
