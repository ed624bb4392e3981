// Planted slips and false alarms: runs the built command-line program over the articles of the shared benchmark and prints its table.
//   npm run bench:slips [-- --list]
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const bench = join(root, '../shared/bench');
const gold = join(bench, 'slips-dev.jsonl');
const cli = join(root, 'dist/cli.js');
if (!existsSync(gold)) {
  console.log(`skipped: ${gold} is not here`);
  process.exit(0);
}
if (!existsSync(cli)) {
  console.error(`${cli} is missing; run npm run build first`);
  process.exit(2);
}
const run = spawnSync(process.execPath, [cli, 'check', '--jsonl'], { input: readFileSync(gold), maxBuffer: 1 << 28 });
process.stderr.write(run.stderr);
const predictions = join(mkdtempSync(join(tmpdir(), 'foreign-desk-')), 'predictions.jsonl');
writeFileSync(predictions, run.stdout);
const score = spawnSync(process.execPath, [join(bench, 'slips-score.mjs'), gold, predictions, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(score.status ?? 1);
