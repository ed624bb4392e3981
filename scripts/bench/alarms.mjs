// Findings on 385 speeches that were checked before they were held: prints each, to be read and judged, and how many there are at warning or above.
// The texts have scanning errors, which count as findings too. npm run bench:alarms
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, shared } from './shared.mjs';

const folder = shared('corpora/prose/un-general-debate');
const documents = readdirSync(folder).filter((file) => file.endsWith('.txt')).map((file) => ({
  id: file,
  text: readFileSync(join(folder, file), 'utf8'),
  date: `${/\d{4}/.exec(file)?.[0] ?? '2022'}-09-22`,
  format: 'plaintext',
}));
const words = documents.reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0);
let serious = 0;
for (const line of check(documents.map((document) => JSON.stringify(document)).join('\n')).toString('utf8').split('\n').filter(Boolean)) {
  const { id, findings } = JSON.parse(line);
  for (const finding of findings) {
    if (finding.severity === 'warning' || finding.severity === 'error') serious++;
    console.log(`${id} ${finding.severity} ${finding.rule} '${finding.text}': ${finding.message}`);
  }
}
console.log(`${documents.length} speeches, ${words.toLocaleString('en')} words: ${serious} findings at warning or above (one in ${Math.round(words / Math.max(1, serious)).toLocaleString('en')} words)`);
