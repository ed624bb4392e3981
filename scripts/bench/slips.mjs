// Planted slips and false alarms, by the scorer of ../shared/bench: npm run bench:slips [-- --list]
import { readFileSync } from 'node:fs';
import { check, score, shared } from './shared.mjs';

const gold = shared('bench/slips-dev.jsonl');
process.exit(score('slips-score.mjs', gold, check(readFileSync(gold)), process.argv.slice(2)));
