import type { Knowledge } from '../knowledge/api';
import type { KnowledgeFile } from '../knowledge/compile';
import { overlayKnowledge } from '../knowledge/overlay';
import { formatProblem } from '../knowledge/problem';
import { KNOWLEDGE_FOLDER } from '../protocol';
import { decodeText } from './decode';
import { CliError, fileTrouble, type CliIo } from './io';

/**
 * The knowledge of a run: ours, with the files of a folder over it.
 * @param folder of knowledge files; null for none, undefined for the usual one of the working directory where it exists
 * Faults in the files go to standard error, one line each, and do not stop the run. Throws a {@link CliError} for a named folder that there is not.
 */
export async function knowledgeOf(folder: string | null | undefined, io: CliIo): Promise<Knowledge> {
  const shipped = io.loadKnowledge();
  if (folder === null) return shipped;
  const root = folder ?? KNOWLEDGE_FOLDER;
  const there = (await io.kindOf(root)) === 'directory';
  if (!there && folder !== undefined) throw new CliError(`--knowledge ${folder}: no such folder`);
  if (!there) return shipped;
  const files: KnowledgeFile[] = [];
  for (const path of [...await io.glob(`${root.replaceAll('\\', '/').replace(/\/+$/, '')}/**/*.{yaml,yml}`)].sort()) {
    try {
      files.push({ path, text: decodeText(await io.readFile(path)) });
    } catch (error) {
      await io.stderr.write(`foreign-desk: ${path}: ${fileTrouble(error)}\n`);
    }
  }
  const { knowledge, problems } = overlayKnowledge(await shipped, files);
  for (const problem of problems) await io.stderr.write(`foreign-desk: ${formatProblem(problem)}\n`);
  return knowledge;
}
