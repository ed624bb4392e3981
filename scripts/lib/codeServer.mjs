// The VS Code server and workbench that the npm package `code-server` carries: a real VS Code where desktop VS Code cannot be had.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { cacheFolder, freePort, makeFolder, must, run, say, Trouble } from './shell.mjs';

/**
 * Editors that we test in: the VS Code of each, the code-server that carries it, and the Node it asks for.
 * The first is the oldest version that package.json declares in `engines.vscode`.
 */
export const EDITORS = [
  { vscode: '1.96.4', codeServer: '4.96.4', node: 20 },
  { vscode: '1.100.3', codeServer: '4.100.3', node: 20 },
  { vscode: '1.139.1', codeServer: '4.139.1', node: 24 },
];

/** Installs one npm package into a folder of the cache; npm's messages are shown only when it fails. */
async function installInto(folder, specifier) {
  makeFolder(folder);
  if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  const flags = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  await must(`Installing ${specifier}`, 'npm', ['install', ...flags, specifier], { cwd: folder });
}

/**
 * Node of a major version: this one when it fits, else the binary that npm carries.
 * @returns {Promise<string>} path of the node program
 */
export async function ensureNode(major) {
  if (Number(process.versions.node.split('.')[0]) === major) return process.execPath;
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const folder = join(cacheFolder, `node-${major}`);
  const program = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(program)) {
    say(`Installing Node ${major} from npm …`);
    await installInto(folder, `${name}@${major}`);
  }
  if (!existsSync(program)) throw new Trouble(`npm has no Node ${major} for ${process.platform} ${process.arch}.`);
  return program;
}

/**
 * Installs an editor unless it is there.
 * @param {{vscode: string, codeServer: string, node: number}} editor one of {@link EDITORS}
 * @returns {Promise<{main: string, node: string, vscode: string}>} its server-main.js, and the node to run it with
 */
export async function ensureEditor(editor) {
  const node = await ensureNode(editor.node);
  const folder = join(cacheFolder, 'code-server', editor.codeServer);
  const home = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  const stamp = join(folder, '.complete');
  const main = join(home, 'out', 'server-main.js');
  if (!existsSync(stamp)) {
    say(`Installing VS Code ${editor.vscode} (code-server ${editor.codeServer} from npm, about 200 MB) …`);
    // A half-finished installation is begun anew.
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
    await installInto(folder, `code-server@${editor.codeServer}`);
    keepToRegistry(join(home, 'npm-shrinkwrap.json'));
    const flags = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    await must(`Installing what VS Code ${editor.vscode} needs`, 'npm', ['install', ...flags], { cwd: home });
    // Without these two the newer servers complain in their log at each start; nothing else hangs on them.
    if (editor.node > 20) await run('npm', ['rebuild', '@vscode/spdlog', '@vscode/native-watchdog'], { cwd: home, quiet: true });
    writeFileSync(stamp, editor.vscode);
  }
  return { main, node, vscode: editor.vscode };
}

/** Some releases lock one package to a git address; the same version is in the registry, which is all that we may need to reach. */
function keepToRegistry(lockFile) {
  if (!existsSync(lockFile)) return;
  const lock = JSON.parse(readFileSync(lockFile, 'utf8'));
  for (const entry of Object.values(lock.packages ?? {})) {
    if (entry.resolved?.startsWith('git+')) {
      delete entry.resolved;
      delete entry.integrity;
    }
  }
  writeFileSync(`${lockFile}.new`, JSON.stringify(lock, null, 2));
  renameSync(`${lockFile}.new`, lockFile);
}

/**
 * Starts a server and waits until it answers.
 * @param {{main: string, node: string}} editor from {@link ensureEditor}
 * @param {{data: string, port?: number, log?: (text: string) => void}} options data: folder for settings and extensions
 * @returns {Promise<{port: number, origin: string, stop: () => Promise<void>, exited: Promise<number>}>}
 */
export async function startServer(editor, options) {
  const port = options.port ?? (await freePort());
  const child = spawn(
    editor.node,
    [
      editor.main, '--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms',
      '--telemetry-level', 'off', '--disable-workspace-trust', '--enable-smoke-test-driver',
      '--server-data-dir', makeFolder(join(options.data, 'server')), '--extensions-dir', makeFolder(join(options.data, 'extensions')),
    ],
    // Its own process group, so that extension hosts end with it.
    { stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32', env: { ...process.env, VSCODE_IPC_HOOK_CLI: undefined, NODE_OPTIONS: undefined } },
  );
  let output = '';
  let ended = false;
  const take = (data) => {
    output = (output + data).slice(-20_000);
    options.log?.(String(data));
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const exited = new Promise((resolve) => {
    child.on('error', (error) => { take(String(error)); ended = true; resolve(127); });
    child.on('exit', (code) => { ended = true; resolve(code ?? 1); });
  });
  const kill = (signal) => {
    try {
      if (process.platform === 'win32') child.kill(signal);
      else process.kill(-child.pid, signal);
    } catch {
      // Already gone.
    }
  };
  const onExit = () => kill('SIGKILL');
  process.on('exit', onExit);
  const stop = async () => {
    kill('SIGTERM');
    const gone = await Promise.race([exited.then(() => true), new Promise((resolve) => setTimeout(resolve, 3000, false))]);
    if (!gone) kill('SIGKILL');
    await exited;
    process.off('exit', onExit);
  };
  const origin = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + 60_000;
  while (!(await answers(`${origin}/version`))) {
    if (ended || Date.now() > deadline) {
      await stop();
      throw new Trouble(`VS Code's server did not start on port ${port}:\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return { port, origin, stop, exited };
}

function answers(url) {
  return new Promise((resolve) => {
    const request = get(url, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('error', () => resolve(false));
    request.setTimeout(2000, () => request.destroy());
  });
}

/** Installs a .vsix as a user would, into the extensions folder of `data`. */
export async function installVsix(editor, data, vsix) {
  await must(`Installing ${vsix}`, editor.node, [
    editor.main, '--install-extension', vsix, '--force', '--extensions-dir', makeFolder(join(data, 'extensions')),
    '--server-data-dir', makeFolder(join(data, 'server')), '--accept-server-license-terms',
  ], { env: { NODE_OPTIONS: undefined } });
}

/**
 * Address of the workbench with a folder open.
 * @param {string} origin
 * @param {string} folder absolute path
 * @param {[string, string][]} payload what desktop VS Code takes as arguments; paths of extensions as `vscode-remote:` addresses
 */
export function workbenchUrl(origin, folder, payload) {
  const query = new URLSearchParams({ folder, payload: JSON.stringify([['skipWelcome', 'true'], ['skipReleaseNotes', 'true'], ...payload]) });
  return `${origin}/?${query}`;
}

/** Address by which the workbench reaches a file of this machine. */
export function remote(origin, path) {
  return `vscode-remote://${new URL(origin).host}${path}`;
}
