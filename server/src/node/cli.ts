import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type * as tinyglobby from 'tinyglobby';
import type { Output } from '../cli/io';
import { run } from '../cli/run';
import { formatDay } from '../dates/edtf';
import { toDay } from '../dates/calendar';
import type { CompiledKnowledge } from '../knowledge/artefact';
import { loadKnowledge } from '../knowledge/load';

// As CommonJS: the library's ES module asks for its own address, which a CommonJS bundle does not have.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { glob } = require('tinyglobby') as typeof tinyglobby;

// A reader that closes the pipe early (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

function output(stream: NodeJS.WriteStream): Output {
  return {
    isTTY: stream.isTTY === true,
    write: (text) => (stream.write(text) ? undefined : new Promise((resolve) => void stream.once('drain', resolve))),
  };
}

void run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  cwd: process.cwd(),
  env: process.env,
  // The bundle is CommonJS in dist/, with the compiled knowledge beside it and the manifest above it.
  version: (JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as { version: string }).version,
  readFile: (path) => readFile(path),
  kindOf: async (path) => {
    try {
      return (await stat(path)).isDirectory() ? 'directory' : 'file';
    } catch {
      return 'missing';
    }
  },
  glob: (pattern) => glob([pattern], { onlyFiles: true, expandDirectories: false, ignore: ['**/node_modules/**'] }),
  loadKnowledge: async () => {
    const compiled = await readFile(join(__dirname, 'knowledge.json'), 'utf8');
    return loadKnowledge(JSON.parse(compiled) as CompiledKnowledge);
  },
  now: () => performance.now(),
  today: () => {
    const now = new Date();
    return formatDay(toDay(now.getFullYear(), now.getMonth() + 1, now.getDate()));
  },
}).then((code) => {
  process.exitCode = code;
});
