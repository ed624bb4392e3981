import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { citiesFile } from '../../../../scripts/lib/cities.mjs';
import type { Knowledge } from '../api';
import { compileKnowledge, type Compilation, type KnowledgeFile } from '../compile';
import { loadKnowledge } from '../load';

const FOLDER = fileURLToPath(new URL('../../../knowledge/', import.meta.url));
let compilation: Compilation | undefined;
let knowledge: Knowledge | undefined;

/** The knowledge files of the project, paths relative to the folder `server/knowledge`, and that of the cities. */
export function shippedFiles(): readonly KnowledgeFile[] {
  const files = globSync('**/*.yaml', { cwd: FOLDER }).sort().map((path) => ({ path, text: readFileSync(FOLDER + path, 'utf8') }));
  const cities = citiesFile(files);
  return cities ? [...files, cities] : files;
}

/** The shipped files compiled, with their problems; once per process. */
export function shippedCompilation(): Compilation {
  return compilation ??= compileKnowledge(shippedFiles());
}

/** The shipped knowledge, from all sound records of the files; once per process. */
export function shippedKnowledge(): Knowledge {
  return knowledge ??= loadKnowledge(shippedCompilation().compiled);
}
