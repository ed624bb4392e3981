// Builds dist/: the compiled knowledge, the client and the server for both hosts, the command line tool.
//   node scripts/build.mjs [knowledge] [--minify] [--sourcemap]
import { chmodSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { die, ensureDependencies, makeFolder, root, say, Trouble } from './lib/shell.mjs';

const dist = join(root, 'dist');
const knowledgeFile = join(dist, 'knowledge.json');

/** Validates and compiles the knowledge into dist/knowledge.json; throws {@link Trouble} with file and line of each error. */
export async function buildKnowledgeFile() {
  const { buildKnowledge } = await import(pathToFileURL(join(root, 'scripts', 'knowledge.mjs')).href);
  makeFolder(dist);
  const { ok, problems, ...result } = await buildKnowledge({ root, out: knowledgeFile });
  const lines = problems.map(({ file, line, column, severity, message }) => `${file}:${line}:${column}: ${severity}: ${message}`);
  if (!ok) throw new Trouble(lines.join('\n'));
  lines.forEach((line) => say(line));
  return result;
}

/** `import knowledge from 'foreign-desk:knowledge'` gives the compiled knowledge as a string of JSON: workers have no files to read. */
const embeddedKnowledge = {
  name: 'foreign-desk-knowledge',
  setup(build) {
    build.onResolve({ filter: /^foreign-desk:knowledge$/ }, (args) => ({ path: args.path, namespace: 'foreign-desk' }));
    build.onLoad({ filter: /.*/, namespace: 'foreign-desk' }, () => ({ contents: readFileSync(knowledgeFile, 'utf8'), loader: 'text' }));
  },
};

const node = { platform: 'node', format: 'cjs', target: 'node20' };
const browser = { platform: 'browser', target: 'es2022', define: { global: 'globalThis' } };

const BUNDLES = [
  { ...node, in: 'client/src/node/main.ts', out: 'client.js', external: ['vscode'] },
  { ...browser, format: 'cjs', in: 'client/src/browser/main.ts', out: 'clientBrowser.js', external: ['vscode'] },
  { ...node, in: 'server/src/node/main.ts', out: 'server.js' },
  { ...browser, format: 'iife', in: 'server/src/browser/main.ts', out: 'serverWorker.js', plugins: [embeddedKnowledge] },
  { ...node, in: 'server/src/node/cli.ts', out: 'cli.js', banner: { js: '#!/usr/bin/env node' } },
];

/**
 * Builds everything.
 * @param {{minify?: boolean, sourcemap?: boolean}} [options]
 * @returns {Promise<{file: string, bytes: number}[]>} what was written
 */
export async function build({ minify = false, sourcemap = !minify } = {}) {
  // For a package only what is built now may lie there.
  if (minify) rmSync(dist, { recursive: true, force: true });
  await buildKnowledgeFile();
  return bundleAll({ minify, sourcemap });
}

/** Builds all but the knowledge, which must lie in dist/. */
export async function bundleAll({ minify, sourcemap }) {
  const { build: bundle } = await import('esbuild');
  const written = [{ file: 'knowledge.json', bytes: statSync(knowledgeFile).size }];
  const results = await Promise.allSettled(
    BUNDLES.map(({ in: entry, out, ...options }) =>
      bundle({
        ...options,
        entryPoints: [join(root, entry)],
        outfile: join(dist, out),
        bundle: true,
        minify,
        sourcemap: sourcemap ? 'linked' : false,
        legalComments: 'none',
        // Prefer ES modules: the UMD builds of some libraries hide their imports from the bundler.
        mainFields: options.platform === 'node' ? ['module', 'main'] : ['browser', 'module', 'main'],
        logLevel: 'silent',
      }),
    ),
  );
  const failures = results.flatMap(({ status, reason }) => (status === 'rejected' ? [reason.message] : []));
  if (failures.length > 0) throw new Trouble(failures.join('\n'));
  const warnings = results.flatMap(({ value }) => value.warnings);
  for (const { text, location } of warnings) say(`warning: ${location ? `${location.file}:${location.line}: ` : ''}${text}`);
  for (const { out } of BUNDLES) {
    if (out === 'cli.js') chmodSync(join(dist, out), 0o755);
    written.push({ file: out, bytes: statSync(join(dist, out)).size });
  }
  return written;
}

/** Sizes, one a line. */
export function describeFiles(files) {
  return files.map(({ file, bytes }) => `  ${file.padEnd(20)} ${(bytes / 1024).toFixed(0).padStart(6)} kB`).join('\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const args = process.argv.slice(2);
  try {
    await ensureDependencies();
    if (args.includes('knowledge')) await buildKnowledgeFile();
    else say(describeFiles(await build({ minify: args.includes('--minify') })));
  } catch (error) {
    die(error);
  }
}
