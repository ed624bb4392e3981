#!/usr/bin/env node
// Understands the arguments of desktop VS Code that `runTests` of @vscode/test-electron uses, and runs the tests in the VS Code that
// code-server carries instead. The version is in FOREIGN_DESK_EDITOR, a .vsix to install first in FOREIGN_DESK_VSIX.
import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { remote } from '../../scripts/lib/codeServer.mjs';
import { die, Trouble } from '../../scripts/lib/shell.mjs';
import { openHost } from './workbench.mjs';

/** No run of the suite takes this long; a workbench that never reports is ended. */
const LIMIT = 180_000;

function parse(args) {
  const named = new Map();
  const rest = [];
  for (const arg of args) {
    const match = /^--([A-Za-z-]+)(?:=(.*))?$/s.exec(arg);
    if (match) named.set(match[1], match[2] ?? 'true');
    else rest.push(arg);
  }
  const folder = rest.map((path) => resolve(path)).find((path) => existsSync(path));
  return { named, folder };
}

/** One line per call of the extension host's console; style directives (`%c`) are left out. */
function print(type, args) {
  const [first = '', ...rest] = args;
  const styled = typeof first === 'string' && first.includes('%c');
  const text = styled ? first.replace(/%c/g, '') : [first, ...rest].map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' ');
  (type === 'error' ? process.stderr : process.stdout).write(`${text}\n`);
}

async function main() {
  const { named, folder } = parse(process.argv.slice(2));
  const extension = named.get('extensionDevelopmentPath');
  const tests = named.get('extensionTestsPath');
  if (!extension || !tests || !folder) throw new Trouble('Needs --extensionDevelopmentPath, --extensionTestsPath and a folder.');
  if (![extension, tests].every(isAbsolute)) throw new Trouble('Paths must be absolute.');
  const host = await openHost({ vscode: process.env.FOREIGN_DESK_EDITOR ?? '', vsix: process.env.FOREIGN_DESK_VSIX || undefined });
  const parent = process.ppid;
  let timer;
  let watch;
  try {
    const code = await new Promise((resolve, reject) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => reject(new Trouble(`Ended by ${signal}.`)));
      // Whoever started the run may be killed without a word to us.
      watch = setInterval(() => process.ppid !== parent && reject(new Trouble('The test run has gone.')), 1000);
      timer = setTimeout(() => reject(new Trouble(`The tests did not end within ${LIMIT / 1000} s.\n${host.log()}`)), LIMIT);
      const payload = [
        ['extensionDevelopmentPath', remote(host.origin, extension)],
        ['extensionTestsPath', remote(host.origin, tests)],
      ];
      if (named.has('extensionDevelopmentKind')) payload.push(['extensionDevelopmentKind', named.get('extensionDevelopmentKind')]);
      host.open(folder, payload, { log: print, exit: resolve }).catch(reject);
    });
    process.exitCode = code;
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    await host.close();
  }
}

main().catch(die);
