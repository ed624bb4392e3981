// Findings on 385 speeches that were checked before they were held: runs the built command-line program over them and prints each finding, to be
// read and judged, and how many there are at warning or above. The text has scanning errors, which count as findings too.
//   npm run bench:alarms
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = join(root, '../shared/corpora/prose/un-general-debate');
const cli = join(root, 'dist/cli.js');
if (!existsSync(folder)) {
  console.log(`skipped: ${folder} is not here`);
  process.exit(0);
}
if (!existsSync(cli)) {
  console.error(`${cli} is missing; run npm run build first`);
  process.exit(2);
}
const documents = readdirSync(folder).filter((file) => file.endsWith('.txt')).map((file) => ({
  id: file,
  text: readFileSync(join(folder, file), 'utf8'),
  date: `${/\d{4}/.exec(file)?.[0] ?? '2022'}-09-22`,
  format: 'plaintext',
}));
const words = documents.reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0);
const input = documents.map((document) => JSON.stringify(document)).join('\n');
const run = spawnSync(process.execPath, [cli, 'check', '--jsonl'], { input, maxBuffer: 1 << 30 });
process.stderr.write(run.stderr);
let serious = 0;
for (const line of run.stdout.toString('utf8').split('\n').filter(Boolean)) {
  const { id, findings } = JSON.parse(line);
  for (const finding of findings) {
    if (finding.severity === 'warning' || finding.severity === 'error') serious++;
    console.log(`${id} ${finding.severity} ${finding.rule} '${finding.text}': ${finding.message}`);
  }
}
console.log(`${documents.length} speeches, ${words.toLocaleString('en')} words: ${serious} findings at warning or above (one in ${Math.round(words / Math.max(1, serious)).toLocaleString('en')} words)`);
