import type { Knowledge } from '../api';
import { compileKnowledge } from '../compile';
import { loadKnowledge } from '../load';
import { formatProblem } from '../problem';

/**
 * Knowledge from texts of knowledge files, for tests of all layers. Needs no `asOf` line: 2026-02-01 is put in front where it is missing
 * (then lines in problems count from that line). Throws on errors in the files.
 */
export function knowledgeFromYaml(...texts: readonly string[]): Knowledge {
  const files = texts.map((text, index) => ({
    path: `text-${index + 1}.yaml`,
    text: /^asOf:/m.test(text) ? text : `asOf: 2026-02-01\n${text}`,
  }));
  const { compiled, problems } = compileKnowledge(files);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(formatProblem).join('\n'));
  return loadKnowledge(compiled);
}
