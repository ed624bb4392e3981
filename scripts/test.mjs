// Everything that has to hold, on a clean checkout with nothing but Node: node scripts/test.mjs [STAGE…]
// Without names all stages but `desktop` and `screenshots` run. The last line counts what passed and what failed over all stages.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, describeFiles } from './build.mjs';
import { EDITORS, ensureEditor } from './lib/codeServer.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { die, ensureDependencies, root, run, say } from './lib/shell.mjs';
import { describePackage, packageExtension } from './package.mjs';

const bin = (name) => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
const editors = () => (process.platform === 'win32' ? ['desktop'] : EDITORS.map(({ vscode }) => vscode));

/** A check that passes or fails as a whole; its output is shown when it fails. */
async function whole(command, args) {
  const { code, output } = await run(command, args, { quiet: true });
  if (code !== 0) say(output.trimEnd());
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function unit() {
  const report = join(root, 'out', 'vitest.json');
  mkdirSync(join(root, 'out'), { recursive: true });
  if (existsSync(report)) rmSync(report);
  const { code, output } = await run(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile=${report}`], { quiet: true });
  if (code !== 0) say(output.trimEnd());
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  if (numPendingTests > 0) say(`${numPendingTests} tests were skipped; each says why.`);
  // A file that cannot be loaded has no tests to count.
  const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
  const failed = numFailedTests + broken;
  return { passed: numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function grammar() {
  const args = ['--config', join('test-fixtures', 'grammar', 'package.json'), 'test-fixtures/grammar/*.test.md'];
  const { code, output } = await run(bin('vscode-tmgrammar-test'), args, { quiet: true });
  if (code !== 0) say(output.trimEnd());
  const passed = output.split('\n').filter((line) => line.startsWith('✓')).length;
  const failed = output.split('\n').filter((line) => line.startsWith('✖')).length;
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function bundles() {
  say(describeFiles(await build()));
  const { code, output } = await run(process.execPath, [join(root, 'dist', 'cli.js'), '--help'], { quiet: true });
  if (code === 0) return { passed: 1, failed: 0 };
  say(`dist/cli.js --help ended with ${code}:\n${output}`);
  return { passed: 0, failed: 1 };
}

/** Runs the suite in one editor and reads the line that it ends with; the rest of the log is shown only when something failed. */
async function suite(args) {
  const { code, output } = await run(process.execPath, [join(root, 'test', 'editor', 'run.mjs'), ...args], { quiet: true });
  const counts = /editor tests: (\d+) passed, (\d+) failed/.exec(output);
  const passed = Number(counts?.[1] ?? 0);
  const failed = Number(counts?.[2] ?? 0);
  const ok = code === 0 && counts !== null && failed === 0;
  if (!ok) say(output.trimEnd());
  return { passed, failed: ok ? 0 : Math.max(failed, 1) };
}

async function pack() {
  say(describePackage(await packageExtension()));
  return { passed: 1, failed: 0 };
}

function vsix() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return join(root, `foreign-desk-${version}.vsix`);
}

async function user(args = []) {
  const { code, output } = await run(process.execPath, [join(root, 'test', 'editor', 'user.mjs'), '--vsix', vsix(), ...args], { quiet: true });
  const passed = output.split('\n').filter((line) => line.startsWith('  ok ')).length;
  const failed = output.split('\n').filter((line) => line.startsWith('  FAIL ')).length;
  if (code !== 0) say(output.trimEnd());
  return { passed, failed: code !== 0 ? Math.max(failed, 1) : 0 };
}

/** What the editors need is installed before the clock of the first one runs. */
async function prepare() {
  if (process.platform === 'win32') return { passed: 0, failed: 0 };
  for (const editor of EDITORS) await ensureEditor(editor);
  await ensureChromium();
  return { passed: 0, failed: 0 };
}

const STAGES = [
  { group: 'types', name: 'types of all parts', work: () => whole(bin('tsc'), ['-b']) },
  { group: 'lint', name: 'lint, and who may import whom', work: () => whole(bin('eslint'), ['.']) },
  { group: 'unit', name: 'unit, fixture, wiring and manifest tests', work: unit },
  { group: 'grammar', name: 'grammar', work: grammar },
  { group: 'build', name: 'knowledge and bundles', work: bundles },
  { group: 'editor', name: 'install the editors', work: prepare },
  ...editors().flatMap((vscode) => [
    { group: 'editor', name: `VS Code ${vscode}, extension host of Node`, work: () => suite(['--vscode', vscode]) },
    { group: 'editor', name: `VS Code ${vscode}, web worker`, work: () => suite(['--vscode', vscode, '--web']) },
  ]),
  { group: 'pack', name: 'package', work: pack },
  ...[editors()[0], editors().at(-1)].map((vscode) => (
    { group: 'package', name: `VS Code ${vscode}, packaged extension`, work: () => suite(['--vscode', vscode, '--vsix', vsix()]) }
  )),
  { group: 'user', name: "a user's morning, in the page", work: () => user() },
  {
    group: 'screenshots', name: 'pictures for the README', onDemand: true,
    work: () => user(['--screenshots', join(root, 'images', 'screenshots')]),
  },
  { group: 'desktop', name: 'desktop VS Code, downloaded', work: () => suite(['--vscode', 'desktop']), onDemand: true },
];
/** What a stage needs to have run before. */
const NEEDS = { editor: ['build'], desktop: ['build'], package: ['pack'], user: ['pack'], screenshots: ['pack'] };

async function main() {
  const asked = process.argv.slice(2);
  const groups = new Set(asked.flatMap((group) => [...(NEEDS[group] ?? []), group]));
  const unknown = asked.filter((group) => !STAGES.some((stage) => stage.group === group));
  if (unknown.length > 0) {
    say(`There is no stage ${unknown.join(', ')}; there are ${[...new Set(STAGES.map(({ group }) => group))].join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  let passed = 0;
  let failed = 0;
  const started = Date.now();
  await ensureDependencies();
  for (const { group, name, work, onDemand } of STAGES) {
    if (asked.length > 0 ? !groups.has(group) : onDemand) continue;
    const begun = Date.now();
    say(`\n• ${name}`);
    let result;
    try {
      result = await work();
    } catch (error) {
      say(error?.message ?? String(error));
      result = { passed: 0, failed: 1 };
    }
    passed += result.passed;
    failed += result.failed;
    say(`  ${result.passed} passed, ${result.failed} failed in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  }
  say(`\nAll stages in ${((Date.now() - started) / 1000).toFixed(0)} s`);
  say(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

main().catch(die);
