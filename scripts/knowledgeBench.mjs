// node scripts/knowledgeBench.mjs: size, time to load and to ask, of the shipped knowledge and of 10,000 made-up entities.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { glob } from 'tinyglobby';
import { importKnowledgeModule } from './knowledge.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const { compileKnowledge } = await importKnowledgeModule('compile.ts');
const { loadKnowledge } = await importKnowledgeModule('load.ts');

const paths = await glob('server/knowledge/**/*.yaml', { cwd: ROOT });
const shipped = await Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(ROOT, path), 'utf8') })));
report('shipped', shipped);
report('10,000 entities', synthetic());

function report(title, files) {
  const started = performance.now();
  const { compiled, problems } = compileKnowledge(files);
  const compileTime = performance.now() - started;
  const json = JSON.stringify(compiled);
  const loads = sample(15, () => loadKnowledge(JSON.parse(json)));
  const knowledge = loadKnowledge(JSON.parse(json));
  const terms = knowledge.entities.filter(({ kind }) => kind === 'office').flatMap(({ id }) => knowledge.holders(id));
  const when = { first: 15000, last: 15000 };
  let yes = 0;
  const held = sample(5, () => {
    for (const { person, office } of terms) if (knowledge.held(person, office, when) === 'yes') yes++;
  });
  const parses = sample(9, () => JSON.parse(json));
  const counts = `${knowledge.entities.length} entities, ${terms.length} terms, ${problems.length} problems`;
  console.log(`${title}: ${counts}, compiled in ${compileTime.toFixed(0)} ms`);
  console.log(`  ${(json.length / 1024).toFixed(0)} KB, ${(gzipSync(json, { level: 9 }).length / 1024).toFixed(0)} KB gzipped`);
  console.log(`  JSON.parse and load: first ${loads[0].toFixed(1)} ms, median ${median(loads).toFixed(1)} ms`);
  console.log(`  of that JSON.parse: ${median(parses).toFixed(1)} ms`);
  console.log(`  held(): ${(median(held) / terms.length * 1e6).toFixed(0)} ns (${yes} yes)`);
}

function sample(times, run) {
  return Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

/** 10,000 entities with names of random syllables, shaped as the shipped ones: 5,000 persons, 2,500 places, 1,000 offices … */
function synthetic() {
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
  const make = (count, prefix, entry) => Array.from({ length: count }, (_, index) => ({ id: `${prefix}-${index}`, ...entry(index) }));
  const state = () => `state-${random(200)}`;
  const place = () => `place-${random(2500)}`;
  const distinct = (count, pick) => [...new Set(Array.from({ length: count }, pick))];

  const people = make(5000, 'person', (index) => {
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
  const places = make(2500, 'place', () => ({
    name: word(), type: 'city', in: [state()], names: [{ text: word(), kind: 'variant' }],
  }));
  const offices = make(1000, 'office', () => ({
    role: 'president',
    of: state(),
    completeFrom: '1990',
    holders: Array.from({ length: 8 }, (_, index) => ({
      person: `person-${random(5000)}`, from: `${1990 + index * 4}-03-${10 + random(9)}`, to: `${1994 + index * 4}-03-0${1 + random(9)}`,
    })),
  }));
  const organisations = make(800, 'organisation', () => ({
    name: word().toUpperCase(),
    type: 'bloc',
    names: [{ text: `${word()} ${word()} Organisation`, kind: 'formal' }],
    members: [{ states: distinct(12, state), from: date(1950, 60) }],
  }));
  const events = make(500, 'event', () => ({
    name: `${word()} ${word()} war`,
    type: 'war',
    start: date(1950, 60),
    parties: distinct(2, state),
    phrases: distinct(2, () => `war of {${state()}}`),
  }));
  const roles = [{ id: 'president', name: 'president', titles: ['president'] }];
  const file = { asOf: '2026-02-01', roles, states, places, people, offices, organisations, events };
  return [{ path: 'synthetic.yaml', text: JSON.stringify(file, null, 1) }];
}
