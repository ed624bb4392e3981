// What the benchmarks have in common: texts and scorers that lie beside the repository, and the built command-line program that reads them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const cli = join(root, 'dist/cli.js');

/** Path of something in ../shared; ends the program, saying so, when it is not there. */
export function shared(path) {
  const full = join(root, '../shared', path);
  if (existsSync(full)) return full;
  console.log(`skipped: ${full} is not here`);
  process.exit(0);
}

/** Reads documents, one JSON object a line, with `check --jsonl`; gives what it prints. */
export function check(documents) {
  if (!existsSync(cli)) {
    console.error(`${cli} is missing; run npm run build first`);
    process.exit(2);
  }
  const run = spawnSync(process.execPath, [cli, 'check', '--jsonl'], { input: documents, maxBuffer: 1 << 30 });
  process.stderr.write(run.stderr);
  return run.stdout;
}

/** Runs a scorer of ../shared/bench on a gold file and what we say of it; its exit code. */
export function score(scorer, gold, predictions, flags) {
  const file = join(mkdtempSync(join(tmpdir(), 'foreign-desk-')), 'predictions.jsonl');
  writeFileSync(file, predictions);
  return spawnSync(process.execPath, [shared(`bench/${scorer}`), gold, file, ...flags], { stdio: 'inherit' }).status ?? 1;
}
