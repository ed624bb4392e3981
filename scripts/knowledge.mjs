// Compiles server/knowledge/**/*.yaml into one artefact. The compiler is TypeScript, so it is bundled in memory first.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { glob } from 'tinyglobby';
import { citiesFile } from './lib/cities.mjs';

const SOURCES = join(dirname(fileURLToPath(import.meta.url)), '../server/src/knowledge');

/** Bundles a module of server/src/knowledge and imports it. */
export async function importKnowledgeModule(name) {
  const { outputFiles } = await build({
    entryPoints: [join(SOURCES, name)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'silent',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire('file:///');" },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** The knowledge files of a project, by path relative to it, and that of the cities: `[{path, text}]`. */
export async function knowledgeFiles(root) {
  const paths = (await glob('server/knowledge/**/*.yaml', { cwd: root })).sort();
  const files = await Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })));
  const cities = citiesFile(files);
  return cities ? [...files, cities] : files;
}

/**
 * Reads `root`/server/knowledge/**\/*.yaml and, if they have no errors, writes the artefact to `out` (a path, absolute or relative
 * to `root`; left out: nothing is written). Returns {ok, problems: [{file, line, column, message, severity}],
 * counts: {persons: 12, …}, bytes, gzipBytes, files}; `file` is relative to `root`.
 */
export async function buildKnowledge({ root, out }) {
  const { compileKnowledge, countKnowledge } = await importKnowledgeModule('build.ts');
  const files = await knowledgeFiles(root);
  const { compiled, problems } = compileKnowledge(files);
  const ok = !problems.some(({ severity }) => severity === 'error');
  const json = JSON.stringify(compiled);
  if (ok && out !== undefined) {
    const target = resolve(root, out);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, json);
  }
  return {
    ok,
    problems,
    counts: countKnowledge(compiled),
    files: files.length,
    bytes: Buffer.byteLength(json),
    gzipBytes: gzipSync(json, { level: 9 }).length,
  };
}
