// Speed of a whole analysis, all rules on, against compromise (the best offline npm package for names and the like), on the project's own golden
// articles repeated to 20,000 words. Alternating runs, medians; ratios are what to quote, since machines differ.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import nlp from 'compromise';
import { analyze } from '../../server/src/analysis/analyze';
import type { CompiledKnowledge } from '../../server/src/knowledge/artefact';
import { loadKnowledge } from '../../server/src/knowledge/load';

const ROUNDS = 7;
const WORDS = 20_000;
const root = process.cwd();
const folder = join(root, 'test-fixtures/golden');
const articles = readdirSync(folder).filter((file) => /\.(?:md|txt)$/.test(file)).map((file) => readFileSync(join(folder, file), 'utf8').replace(/^---[\s\S]*?---/, ''));
const once = articles.join('\n\n');
const count = (text: string) => text.split(/\s+/).filter(Boolean).length;
const text = Array.from({ length: Math.ceil(WORDS / count(once)) }, () => once).join('\n\n');
const words = count(text);

const started = performance.now();
const knowledge = loadKnowledge(JSON.parse(readFileSync(join(root, 'dist/knowledge.json'), 'utf8')) as CompiledKnowledge);
const loaded = performance.now() - started;
const firstStarted = performance.now();
analyze({ text: once, format: 'markdown' }, knowledge, { documentDate: '2024-01-01' });
const first = performance.now() - firstStarted;

const time = (run: () => unknown) => {
  const start = performance.now();
  run();
  return performance.now() - start;
};
const ours: number[] = [];
const theirs: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  ours.push(time(() => analyze({ text, format: 'markdown' }, knowledge, { documentDate: '2024-01-01' })));
  theirs.push(time(() => nlp(text).topics().json({ offset: true })));
}
const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const rate = (ms: number) => Math.round((words / ms) * 1000).toLocaleString('en');
console.log(`knowledge ready in ${loaded.toFixed(0)} ms; first analysis of ${count(once)} words, look-up tables built, ${first.toFixed(0)} ms`);
console.log(`${words.toLocaleString('en')} words, median of ${ROUNDS}: Foreign Desk ${rate(median(ours))} words/s, compromise (topics only) ${rate(median(theirs))} words/s`);
console.log(`ratio ${(median(theirs) / median(ours)).toFixed(1)}`);
