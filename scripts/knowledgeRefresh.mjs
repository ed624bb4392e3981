// node scripts/knowledgeRefresh.mjs [--from ANSWER.json] [--endpoint URL] [--since YYYY-MM-DD] [--queries] [--write]
// Asks Wikidata's query service who holds the offices now that have a Wikidata id in server/knowledge, or reads a downloaded answer (--from), and prints
// what is newer than ours as a knowledge file. --write puts it into the files of the offices. --queries prints the questions and asks nothing.
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { glob } from 'tinyglobby';
import { applyProposals } from './lib/refreshApply.mjs';
import { importKnowledgeModule } from './knowledge.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const NAMES = new Set(['--from', '--endpoint', '--since']);

function readArguments(args) {
  const options = {};
  for (let index = 0; index < args.length; index++) {
    const arg = args[index];
    if (NAMES.has(arg) && args[index + 1] !== undefined) options[arg.slice(2)] = args[++index];
    else if (arg === '--queries' || arg === '--write') options[arg.slice(2)] = true;
    else throw new Error(`there is no option ${arg}; there are --from FILE, --endpoint URL, --since DAY, --queries, --write`);
  }
  return options;
}

/**
 * Brings the knowledge files under `root`/server/knowledge up to date. `options`: {from, endpoint, since, queries, write}; `host`: {today, fetch, wait,
 * print}. Returns the proposals, or undefined when only the questions were printed.
 */
export async function refresh(root, options, { today, fetch, wait, print }) {
  const { compileKnowledge } = await importKnowledgeModule('compile.ts');
  const { loadKnowledge } = await importKnowledgeModule('load.ts');
  const { askHolders, holderQueries, proposalLines, proposalsFile, proposeHolders, readAnswer, refreshableOffices, WIKIDATA_ENDPOINT } = await importKnowledgeModule('refresh/index.ts');
  const paths = (await glob('server/knowledge/**/*.yaml', { cwd: root })).sort();
  const files = await Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })));
  const knowledge = loadKnowledge(compileKnowledge(files).compiled);
  const offices = refreshableOffices(knowledge);
  const oldest = new Date(Math.min(...offices.map(({ asOf }) => asOf)) * 86_400_000).toISOString().slice(0, 10);
  const queries = holderQueries(offices, options.since ?? oldest);
  if (options.queries) {
    print(queries.join('\n\n'));
    return undefined;
  }
  const rows = options.from === undefined
    ? await askHolders({
      queries, fetch, wait,
      endpoint: options.endpoint ?? WIKIDATA_ENDPOINT,
      userAgent: 'foreign-desk-refresh (https://github.com/foreign-desk/foreign-desk)',
      progress: (question, of) => print(`# question ${question} of ${of}`),
    })
    : readAnswer(await readFile(options.from, 'utf8'));
  const proposals = proposeHolders(knowledge, rows);
  for (const note of proposals.notes) print(`# left out: ${note}`);
  for (const line of proposalLines(proposals, (id) => knowledge.entity(id).name)) print(`# ${line}`);
  if (!options.write) {
    print(proposalsFile(proposals, today));
    return proposals;
  }
  for (const { path, text } of files) {
    const own = proposals.terms.filter(({ office }) => knowledge.entity(office).origin?.file === path);
    if (own.length === 0) continue;
    const { text: written, left } = applyProposals(text, { people: proposals.people, terms: own }, { today, source: `wikidata-${today.slice(0, 4)}` });
    for (const { office, name } of left) print(`# by hand: ${path}: ${office}: ${name}`);
    if (written !== text) await writeFile(join(root, path), written);
    print(`# ${path}: ${own.length - left.length} of ${own.length} written`);
  }
  return proposals;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await refresh(ROOT, readArguments(process.argv.slice(2)), {
      fetch,
      today: new Date().toISOString().slice(0, 10),
      wait: (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); }),
      print: (line) => console.log(line),
    });
  } catch (error) {
    console.error(`knowledge:refresh: ${error.message}${error.cause ? `: ${error.cause.message}` : ''}`);
    process.exitCode = 1;
  }
}
