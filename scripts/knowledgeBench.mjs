// node scripts/knowledgeBench.mjs [SAMPLES]: size of the knowledge, time until it is ready in a fresh process or worker, and time to ask: as shipped,
// with half as many made-up entities added, and 10,000 made-up entities alone.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { importKnowledgeModule, knowledgeFiles } from './knowledge.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SAMPLES = Number(process.argv[2] ?? 15);
/** How much the knowledge may grow without being late. */
const GROWTH = 1.5;
const STEPS = ['ready', 'nameIndex', 'firstText'];

const { compileKnowledge } = await importKnowledgeModule('compile.ts');
const { loadKnowledge } = await importKnowledgeModule('load.ts');
const folder = mkdtempSync(join(tmpdir(), 'foreign-desk-bench-'));
const browser = await openBrowser();
try {
  const probe = await bundleProbe();
  const shipped = await knowledgeFiles(ROOT);
  const { entities, terms } = await report('shipped', shipped, probe);
  const offices = Math.ceil((GROWTH - 1) * terms / 8);
  const others = { places: 1_000, offices, organisations: 200, events: 200 };
  const people = Math.ceil((GROWTH - 1) * entities) - 200 - Object.values(others).reduce((sum, count) => sum + count);
  await report('half as much again', [...shipped, synthetic({ ...others, people })], probe);
  await report('10,000 made-up entities', [synthetic({ people: 5_000, places: 2_500, offices: 1_000, organisations: 800, events: 500 })], probe);
} finally {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
}

async function report(title, files, probe) {
  const started = performance.now();
  const { compiled, problems } = compileKnowledge(files);
  const compileTime = performance.now() - started;
  const json = JSON.stringify(compiled);
  const knowledge = loadKnowledge(JSON.parse(json));
  const offices = knowledge.ofKind('office');
  const terms = offices.flatMap(({ id }) => knowledge.holders(id));
  const names = knowledge.entities.reduce((sum, entity) => sum + entity.names.length, 0);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  console.log(`${title}: ${knowledge.entities.length} entities, ${names} names, ${terms.length} terms, ${errors} errors, compiled in ${compileTime.toFixed(0)} ms`);
  console.log(`  ${(Buffer.byteLength(json) / 1024).toFixed(0)} KB, ${(gzipSync(json, { level: 9 }).length / 1024).toFixed(0)} KB gzipped`);

  const file = join(folder, 'knowledge.json');
  writeFileSync(file, json);
  const text = await readFile(join(ROOT, 'test-fixtures/golden/wire.txt'), 'utf8');
  console.log(`  cold, median of ${SAMPLES} (range), ms:   parse and open      name index          first text, ${text.split(/\s+/).length} words`);
  await cold('Node process', () => JSON.parse(execFileSync(process.execPath, [probe.node, file], { input: text, encoding: 'utf8' })));
  await cold('Node worker', () => inWorker(probe.node, file, text));
  if (browser) await cold(`Chromium worker`, () => browser.run(probe.browser, json, text));

  const when = { first: 15000, last: 15000 };
  const ask = (name, query) => {
    for (const term of terms) query(term);
    const times = Array.from({ length: 9 }, () => {
      const start = performance.now();
      for (const term of terms) query(term);
      return performance.now() - start;
    });
    return `${name} ${(median(times) / terms.length * 1e6).toFixed(0)} ns`;
  };
  console.log(`  ${[
    ask('held()', ({ person, office }) => knowledge.held(person, office, when)),
    ask('termsAt()', ({ person }) => knowledge.termsAt(person, when)),
    ask('holdersAt()', ({ office }) => knowledge.holdersAt(office, when)),
    ask('alive()', ({ person }) => knowledge.alive(person, when)),
  ].join(', ')}`);
  return { entities: knowledge.entities.length, terms: terms.length };
}

async function cold(title, run) {
  const samples = [];
  for (let i = 0; i < SAMPLES; i++) samples.push(await run());
  const columns = STEPS.map((step) => {
    const times = samples.map((sample) => sample[step]);
    return `${median(times).toFixed(1)} (${Math.min(...times).toFixed(1)}-${Math.max(...times).toFixed(1)})`.padEnd(20);
  });
  console.log(`    ${title.padEnd(32)} ${columns.join('')}`.trimEnd());
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

/** Bundles what is timed, once for Node (a program: file of the artefact, text on stdin) and once as a script that sets `probe`. */
async function bundleProbe() {
  const contents = `
    import { loadKnowledge } from './server/src/knowledge/load';
    import { buildNameIndex } from './server/src/knowledge/nameIndex';
    import { analyze } from './server/src/analysis/analyze';
    globalThis.probe = (json: string, text: string) => {
      const times = [performance.now()];
      const knowledge = loadKnowledge(JSON.parse(json));
      times.push(performance.now());
      buildNameIndex(knowledge);
      times.push(performance.now());
      analyze({ text, format: 'plaintext' }, knowledge);
      times.push(performance.now());
      return { ready: times[1] - times[0], nameIndex: times[2] - times[1], firstText: times[3] - times[2] };
    };`;
  const bundle = async (platform, footer) => {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: ROOT, loader: 'ts' }, bundle: true, write: false, minify: true, platform, format: 'iife', target: 'es2022',
      mainFields: platform === 'node' ? ['module', 'main'] : ['browser', 'module', 'main'], logLevel: 'silent', footer: { js: footer },
    });
    return outputFiles[0].text;
  };
  const node = join(folder, 'probe.cjs');
  writeFileSync(node, await bundle('node', `
    const { readFileSync } = require('node:fs');
    const { isMainThread, parentPort, workerData } = require('node:worker_threads');
    if (isMainThread) console.log(JSON.stringify(probe(readFileSync(process.argv[2], 'utf8'), readFileSync(0, 'utf8'))));
    else parentPort.postMessage(probe(readFileSync(workerData.file, 'utf8'), workerData.text));`));
  return { node, browser: await bundle('browser', 'onmessage = ({ data: { json, text } }) => postMessage(probe(json, text));') };
}

function inWorker(script, file, text) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: { file, text } });
    worker.once('message', (times) => void worker.terminate().then(() => resolve(times)));
    worker.once('error', reject);
  });
}

/** A Chromium that starts one worker for each run; undefined where there is none. */
async function openBrowser() {
  try {
    const { ensureChromium } = await import(pathToFileURL(join(ROOT, 'scripts/lib/chromium.mjs')).href);
    const { chromium } = await import('playwright-core');
    const instance = await chromium.launch(await ensureChromium());
    const page = await instance.newPage();
    return {
      close: () => instance.close(),
      run: (script, json, text) => page.evaluate(([source, data, article]) => new Promise((resolve, reject) => {
        const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
        worker.onmessage = ({ data: times }) => {
          worker.terminate();
          resolve(times);
        };
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage({ json: data, text: article });
      }), [script, json, text]),
    };
  } catch (error) {
    console.log(`no figures for a browser: ${error.message}`);
    return undefined;
  }
}

/** A knowledge file of so many entities of each kind and 200 states, with names of random syllables, shaped as the shipped ones. */
function synthetic(counts) {
  let seed = 42;
  const random = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  const syllables = [
    'ka', 'lo', 'mi', 'ten', 'ar', 'vos', 'ri', 'shu', 'dan', 'ber', 'el', 'go', 'hai', 'nu', 'pe', 'sto', 'wa', 'yu', 'zor', 'fen',
  ];
  const word = () => {
    const text = Array.from({ length: 2 + random(3) }, () => syllables[random(20)]).join('');
    return text[0].toUpperCase() + text.slice(1);
  };
  const two = (number) => String(number).padStart(2, '0');
  const date = (from, years) => `${from + random(years)}-${two(1 + random(12))}-${two(1 + random(28))}`;
  const make = (count, prefix, entry) => Array.from({ length: count }, (_, index) => ({ id: `made-up-${prefix}-${index}`, ...entry(index) }));
  const state = () => `made-up-state-${random(200)}`;
  const place = () => `made-up-place-${random(counts.places)}`;
  const distinct = (count, pick) => [...new Set(Array.from({ length: count }, pick))];

  const people = make(counts.people, 'person', (index) => {
    const family = word();
    return {
      name: `${word()} ${family}`,
      names: [{ text: `${word()} ${family}`, kind: 'variant' }, { text: word(), kind: 'family' }],
      born: date(1930, 50),
      sex: 'male',
      nationality: [state()],
      wikidata: `Q${1000000 + index * 977}`,
    };
  });
  const states = make(200, 'state', () => ({
    name: word(),
    names: [{ text: `Republic of ${word()}`, kind: 'formal' }],
    adjectives: [word()],
    demonyms: distinct(2, word),
    capitals: [{ place: place() }],
  }));
  const places = make(counts.places, 'place', () => ({
    name: word(), type: 'city', in: [state()], names: [{ text: word(), kind: 'variant' }],
  }));
  const offices = make(counts.offices, 'office', () => ({
    role: 'made-up-president',
    of: state(),
    completeFrom: '1990',
    holders: Array.from({ length: 8 }, (_, index) => ({
      person: `made-up-person-${random(counts.people)}`, from: `${1990 + index * 4}-03-${10 + random(9)}`, to: `${1994 + index * 4}-03-0${1 + random(9)}`,
    })),
  }));
  const organisations = make(counts.organisations, 'organisation', () => ({
    name: word().toUpperCase(),
    type: 'bloc',
    names: [{ text: `${word()} ${word()} Organisation`, kind: 'formal' }],
    members: [{ states: distinct(12, state), from: date(1950, 60) }],
  }));
  const events = make(counts.events, 'event', () => ({
    name: `${word()} ${word()} war`,
    type: 'war',
    start: date(1950, 60),
    parties: distinct(2, state),
    phrases: distinct(2, () => `war of {${state()}}`),
  }));
  const roles = [{ id: 'made-up-president', name: 'president', titles: ['president'] }];
  const file = { asOf: '2026-02-01', roles, states, places, people, offices, organisations, events };
  return { path: 'synthetic.yaml', text: JSON.stringify(file, null, 1) };
}
