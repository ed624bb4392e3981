// node scripts/knowledgeVerify.mjs FOLDER [--all] [--counts]: holds server/knowledge against reference collections in FOLDER and prints
// where they conflict, the grave ones first. Differences that were looked at stand, with the reason, in scripts/knowledge-accepted.yaml
// (printed only with --all). --counts prints the counts and coverage only. Writes nothing; exit code 1 when grave conflicts are left.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { glob } from 'tinyglobby';
import { parse } from 'yaml';
import { coverage, leaderCoverage, memberCoverage } from './lib/verifyCoverage.mjs';
import { checkCapitals, checkMembers, checkPeople } from './lib/verifyFacts.mjs';
import { groupBy, readKnowledge } from './lib/verifyModel.mjs';
import { readExecutive, readFactbook, readLeaders, readWikidata, readWorldLeaders, stateFinder } from './lib/verifyReferences.mjs';
import { checkExecutive, checkHeads, checkHolders, checkLeaders, checkPlausible, checkWikidata } from './lib/verifyTerms.mjs';

const YEARS = Array.from({ length: 76 }, (_, index) => 1945 + index);

/**
 * Holds the model of readKnowledge against the references in a folder. Returns {conflicts, agreed, coverage}: conflicts grave ones first,
 * `agreed` the present heads whose start agrees with a reference, with that reference's name.
 */
export function verify(model, folder) {
  const finder = stateFinder(model.states);
  const stateOf = (place) => finder.find(place.replaceAll('-', ' '));
  const wikidata = readWikidata(folder);
  const factbook = readFactbook(folder);
  const heads = [
    checkHeads(model, readWorldLeaders(folder), finder, { source: 'leaders-2026', day: '2026-08-22' }),
    checkHeads(model, factbook, finder, { source: 'factbook-2026', day: '2026-02-01' }),
  ];
  const conflicts = [
    ...heads.flatMap((result) => result.conflicts),
    ...checkWikidata(model, wikidata, stateOf),
    ...checkHolders(model, wikidata, stateOf),
    ...checkLeaders(model, readLeaders(folder), finder, YEARS),
    ...checkExecutive(model, readExecutive(folder)),
    ...checkPeople(model, wikidata),
    ...checkCapitals(model, factbook, finder),
    ...checkMembers(model, factbook, finder),
    ...checkPlausible(model),
  ];
  conflicts.sort((a, b) => Number(b.severity === 'high') - Number(a.severity === 'high'));
  const leaders = readLeaders(folder);
  return {
    conflicts,
    agreed: heads.flatMap((result) => result.agreed),
    coverage: {
      wikidata: coverage(model, wikidata, stateOf),
      leaders: Object.fromEntries(['1990', '2000'].map((since) => [since, leaderCoverage(model, leaders, finder, since)])),
      members: memberCoverage(model, factbook, finder),
    },
  };
}

/** Splits conflicts by a list of accepted differences [{key, reason}]: {left, accepted, unused keys}. */
export function withoutAccepted(conflicts, accepted) {
  const reasons = new Map(accepted.map(({ key, reason }) => [key, reason]));
  const used = new Set(conflicts.map(({ key }) => key));
  return {
    left: conflicts.filter(({ key }) => !reasons.has(key)),
    accepted: conflicts.filter(({ key }) => reasons.has(key)).map((conflict) => ({ ...conflict, reason: reasons.get(conflict.key) })),
    unused: [...reasons.keys()].filter((key) => !used.has(key)),
  };
}

/** Reads the knowledge files under a root folder. */
export async function readModel(root) {
  const paths = (await glob('server/knowledge/**/*.yaml', { cwd: root })).sort();
  return readKnowledge(paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })));
}

async function main([folder, ...flags]) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  if (!folder || !existsSync(folder)) {
    console.log(`skipped: ${folder ? `${folder} does not exist` : 'no folder with references given'}`);
    return;
  }
  const { conflicts, coverage: shares } = verify(await readModel(root), folder);
  const listed = join(root, 'scripts/knowledge-accepted.yaml');
  const { left, accepted, unused } = withoutAccepted(conflicts, existsSync(listed) ? parse(readFileSync(listed, 'utf8'))?.accepted ?? [] : []);
  if (!flags.includes('--counts')) {
    for (const { file, line, severity, kind, message, key } of left) console.log(`${file}:${line}: ${severity} ${kind}: ${message} [${key}]`);
    if (flags.includes('--all')) for (const { file, line, kind, message, reason } of accepted) console.log(`${file}:${line}: accepted ${kind}: ${message} -- ${reason}`);
  }
  for (const key of unused) console.log(`scripts/knowledge-accepted.yaml: no such difference any more: ${key}`);
  const counts = groupBy(left, ({ severity, kind }) => `${severity} ${kind}`);
  console.log(`conflicts: ${[...counts].map(([name, list]) => `${list.length} ${name}`).join(', ') || 'none'}; accepted: ${accepted.length}`);
  const share = ({ had, of }) => `${had}/${of} (${of === 0 ? '-' : Math.round(had / of * 100)} %)`;
  console.log(`Wikidata's holders since 2000 that we have: ${Object.entries(shares.wikidata).map(([name, count]) => `${name} ${share(count)}`).join(', ')}`);
  console.log(`leaders of Archigos and REIGN that we have: ${Object.entries(shares.leaders).map(([since, count]) => `since ${since} ${share(count)}`).join(', ')}`);
  const { un, blocs, organisations } = shares.members;
  console.log(`the Factbook's participations that we have: UN ${share(un)}, ${organisations - 1} other organisations ${share(blocs)}`);
  process.exitCode = left.some(({ severity }) => severity === 'high') ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
