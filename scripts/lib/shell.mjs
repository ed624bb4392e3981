// Small helpers for the scripts that must run before anything is installed: Node built-ins only.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const cacheFolder = process.env.FOREIGN_DESK_CACHE ?? join(root, '.cache');
const windows = process.platform === 'win32';

/** A failure that the user can do something about: printed without a stack. */
export class Trouble extends Error {}

export function say(message) {
  process.stdout.write(`${message}\n`);
}

/** Prints a {@link Trouble} plainly, anything else with its stack, and leaves with 1. */
export function die(error) {
  // Stacks of modules that were bundled in memory name them by their whole contents.
  const text = error instanceof Trouble ? error.message : String(error?.stack ?? error).replace(/data:[\w/;]+base64,[\w+/=]+/g, 'bundle');
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

/**
 * Runs a command to its end.
 * @param {string} command name on PATH, or a path
 * @param {string[]} args
 * @param {{cwd?: string, env?: Record<string, string | undefined>, quiet?: boolean, tee?: (text: string) => void}} [options]
 *   quiet keeps the output back; tee receives it while it is printed
 * @returns {Promise<{code: number, output: string}>} never rejects: a command that cannot be started has code 127
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: windows,
    });
    const take = (stream) => (data) => {
      output += data;
      if (!options.quiet) stream.write(data);
      options.tee?.(String(data));
    };
    child.stdout.on('data', take(process.stdout));
    child.stderr.on('data', take(process.stderr));
    child.on('error', (error) => resolve({ code: 127, output: String(error) }));
    child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output }));
  });
}

/** Runs a command quietly; throws {@link Trouble} with its output when it fails. */
export async function must(what, command, args, options = {}) {
  const { code, output } = await run(command, args, { quiet: true, ...options });
  if (code !== 0) throw new Trouble(`${what} failed (${command} ${args.join(' ')}, exit ${code}):\n${output}`);
  return output;
}

/** Absolute path of the first of these programs that is on PATH, or undefined. */
export function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const name of names) {
    for (const folder of folders) {
      for (const suffix of windows ? ['.cmd', '.exe', ''] : ['']) {
        const path = join(folder, name + suffix);
        if (existsSync(path)) return path;
      }
    }
  }
  return undefined;
}

/** A TCP port of 127.0.0.1 that was free a moment ago. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Runs `npm ci` when node_modules is missing or was installed from another lock file.
 * The stamp lies in node_modules, so that deleting the folder forgets it.
 */
export async function ensureDependencies() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) throw new Trouble(`Foreign Desk is built with Node 20 or newer; this is ${process.version}.`);
  const digest = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  const stamp = join(root, 'node_modules', '.foreign-desk-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  if (existsSync(join(root, 'node_modules')) && isInstalled()) {
    writeFileSync(stamp, digest);
    return;
  }
  say('Installing dependencies (npm ci) …');
  await must('npm ci', 'npm', ['ci', '--no-audit', '--no-fund']);
  writeFileSync(stamp, digest);
}

/** Whether what is installed is what the lock file asks for, read from npm's own record of the last installation. */
function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => !path.startsWith('node_modules/') || entry.optional || entry.link || installed[path]?.version === entry.version,
  );
}

export function makeFolder(path) {
  mkdirSync(path, { recursive: true });
  return path;
}

/** Whether a program can be started at all: `ldd`-style failures of a browser show only then. */
export function starts(program, args = ['--version']) {
  return spawnSync(program, args, { stdio: 'ignore', timeout: 20_000 }).status === 0;
}
