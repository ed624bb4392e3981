// Time expressions against TIMEX3 gold, by the scorer of ../shared/bench: npm run bench:time [-- --misses]
import { readFileSync } from 'node:fs';
import { check, score, shared } from './shared.mjs';

let failed = false;
for (const name of ['meantime', 'wikiwars']) {
  const gold = shared(`bench/gold/${name}.jsonl`);
  console.log(name);
  failed = score('time-score.mjs', gold, check(readFileSync(gold)), process.argv.slice(2)) !== 0 || failed;
}
process.exit(failed ? 1 : 0);
