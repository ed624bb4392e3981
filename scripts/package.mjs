// Builds the .vsix: node scripts/package.mjs. Prints its size and what is in it, and fails if node_modules got in.
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { die, ensureDependencies, must, root, say, Trouble } from './lib/shell.mjs';

/** What a user downloads should stay below this. */
const LIMIT_MB = 4;

/**
 * @returns {Promise<{path: string, bytes: number, files: string[]}>}
 */
export async function packageExtension() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const path = join(root, `foreign-desk-${version}.vsix`);
  if (existsSync(path)) rmSync(path);
  await build({ minify: true });
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  await must('vsce package', process.execPath, [vsce, 'package', '--no-dependencies', '--out', path]);
  const listed = await must('vsce ls', process.execPath, [vsce, 'ls', '--no-dependencies']);
  const files = listed.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '' && existsSync(join(root, line)));
  const stray = files.filter((file) => /(^|\/)node_modules\//.test(file) || /\.(ts|map)$/.test(file));
  if (stray.length > 0) throw new Trouble(`These do not belong into the package: ${stray.join(', ')}`);
  return { path, bytes: statSync(path).size, files };
}

export function describePackage({ path, bytes, files }) {
  const megabytes = bytes / 1024 / 1024;
  const verdict = megabytes > LIMIT_MB ? `, above the ${LIMIT_MB} MB that we aim for` : '';
  return `${path}: ${megabytes.toFixed(2)} MB, ${files.length} files${verdict}`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await ensureDependencies();
    say(describePackage(await packageExtension()));
  } catch (error) {
    die(error);
  }
}
