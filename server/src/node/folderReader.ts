import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { MAX_FILE_LENGTH } from '../knowledge/overlay';
import type { FolderReader } from '../lsp/ownFiles';

const YAML = /\.ya?ml$/i;
const MOST_FILES = 500;

/** Reads workspace folders from the disk; folders of other schemes have no files here. */
export const folderReader: FolderReader = {
  async read(folder, path) {
    const uri = URI.parse(folder);
    if (uri.scheme !== 'file') return [];
    const found: string[] = [];
    await walk(join(uri.fsPath, path), found, 5);
    const files = await Promise.all(found.sort().map(async (file) => ({ uri: URI.file(file).toString(), text: (await readFile(file, 'utf8')).slice(0, MAX_FILE_LENGTH + 1) })));
    return files;
  },
};

async function walk(path: string, found: string[], depth: number): Promise<void> {
  const kind = await lstat(path).catch(() => undefined);
  if (kind?.isFile() && YAML.test(path) && found.length < MOST_FILES) found.push(path);
  if (!kind?.isDirectory() || depth === 0) return;
  for (const name of await readdir(path)) await walk(join(path, name), found, depth - 1);
}
