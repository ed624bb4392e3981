// npm run knowledge:build [-- --check]: validates the knowledge files and writes dist/knowledge.json (not with --check).
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildKnowledge } from './knowledge.mjs';

const OUT = 'dist/knowledge.json';
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const checkOnly = process.argv.includes('--check');
const { ok, problems, counts, files, bytes, gzipBytes } = await buildKnowledge({ root, out: checkOnly ? undefined : OUT });

for (const { file, line, column, severity, message } of problems) {
  console.error(`${file}:${line}:${column}: ${severity}: ${message}`);
}
const errors = problems.filter(({ severity }) => severity === 'error').length;
console.log(`${files} files: ${Object.entries(counts).map(([kind, count]) => `${count} ${kind}`).join(', ')}`);
console.log(`${errors} errors, ${problems.length - errors} warnings`);
if (ok && !checkOnly) console.log(`${OUT}: ${(bytes / 1024).toFixed(1)} KB, ${(gzipBytes / 1024).toFixed(1)} KB gzipped`);
if (!ok) console.error(`${OUT} not written`);
process.exitCode = ok ? 0 : 1;
