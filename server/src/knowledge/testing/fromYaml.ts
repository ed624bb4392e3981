import { readFileSync } from 'node:fs';
import type { Knowledge } from '../api';
import { compileKnowledge } from '../compile';
import { loadKnowledge } from '../load';
import { formatProblem } from '../problem';

const ROLES = new URL('../../../knowledge/roles.yaml', import.meta.url);

/**
 * Knowledge from texts of knowledge files, for tests of all layers. Where a text has no `asOf:` line, 2026-02-01 is put on the
 * first line; where none of them has `roles:`, the shipped roles are there. Throws on errors in the files, with their places.
 */
export function knowledgeFromYaml(...texts: readonly string[]): Knowledge {
  const files = texts.map((text, index) => ({
    path: `text-${index + 1}.yaml`,
    text: /^asOf:/m.test(text) ? text : `asOf: 2026-02-01\n${text}`,
  }));
  if (!texts.some((text) => /^roles:/m.test(text))) files.push({ path: 'roles.yaml', text: readFileSync(ROLES, 'utf8') });
  const { compiled, problems } = compileKnowledge(files);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(formatProblem).join('\n'));
  return loadKnowledge(compiled);
}
