// The benchmarks of the project: node scripts/bench/bench.mjs [slips|alarms|time|speed …] [-- flags]; without names all of them.
// Those that need ../shared/bench say that they were skipped when it is not there.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const out = join(root, 'out/bench');
const names = ['slips', 'alarms', 'time', 'speed'];
const chosen = process.argv.slice(2).filter((argument) => names.includes(argument));
const flags = process.argv.slice(2).filter((argument) => !names.includes(argument));

/** Benchmarks in TypeScript are bundled first, since Node 20 does not run it. */
async function script(name) {
  if (name !== 'speed') return join(here, `${name}.mjs`);
  mkdirSync(out, { recursive: true });
  const outfile = join(out, `${name}.cjs`);
  await build({ entryPoints: [join(here, `${name}.ts`)], bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'error' });
  return outfile;
}

let failed = false;
for (const name of chosen.length > 0 ? chosen : names) {
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, [await script(name), ...flags], { stdio: 'inherit', cwd: root });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
