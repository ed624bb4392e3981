// Findings on prose that was checked before it was published: prints each, to be read and judged, and how many there are at warning or above.
// npm run bench:alarms. Two sets: speeches to the United Nations (scanning errors in them count as findings too), and newswire of 2003 to 2010 in
// single sentences, which are put together a dozen at a time into texts without a date: what one sentence says of another is chance there.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { check, shared } from './shared.mjs';

const SENTENCES = 12;

function speeches() {
  const folder = shared('corpora/prose/un-general-debate');
  return readdirSync(folder).filter((file) => file.endsWith('.txt')).map((file) => ({
    id: file, text: readFileSync(join(folder, file), 'utf8'), date: `${/\d{4}/.exec(file)?.[0] ?? '2022'}-09-22`, format: 'plaintext',
  }));
}

/** Sentences of words apart, put together as print has them. */
function newswire() {
  const rows = gunzipSync(readFileSync(shared('corpora/ner/gmb-clean/relabelled.conll.gz'))).toString('utf8').split('\n');
  const sentences = [[]];
  for (const row of rows) {
    if (row.trim() !== '') sentences.at(-1).push(row.split(/\s/)[0]);
    else if (sentences.at(-1).length > 0) sentences.push([]);
  }
  const print = (words) => words.join(' ').replace(/ ([.,;:!?%)\]])/g, '$1').replace(/([([$]) /g, '$1').replace(/ ('s|n't|'re|'ve|'ll|'d|'m)\b/g, '$1').replace(/ - /g, '-');
  const documents = [];
  for (let i = 0; i < sentences.length; i += SENTENCES) {
    documents.push({ id: `newswire ${i / SENTENCES}`, text: sentences.slice(i, i + SENTENCES).map(print).join(' '), format: 'plaintext' });
  }
  return documents;
}

for (const [name, documents] of [['speeches', speeches()], ['newswire texts', newswire()]]) {
  const words = documents.reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0);
  let serious = 0;
  for (const line of check(documents.map((document) => JSON.stringify(document)).join('\n')).toString('utf8').split('\n').filter(Boolean)) {
    const { id, findings } = JSON.parse(line);
    for (const finding of findings) {
      if (finding.severity === 'warning' || finding.severity === 'error') serious++;
      console.log(`${id} ${finding.severity} ${finding.rule} '${finding.text}': ${finding.message}`);
    }
  }
  console.log(`${documents.length} ${name}, ${words.toLocaleString('en')} words: ${serious} findings at warning or above (one in ${Math.round(words / Math.max(1, serious)).toLocaleString('en')} words)\n`);
}
