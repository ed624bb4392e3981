import { encode, type CompiledKnowledge } from './artefact';
import { assemble } from './assemble';
import { compareIds } from './facts';
import { checkIdentity } from './identity';
import { parseKnowledgeFile } from './parse';
import { checkPlausibility } from './plausibility';
import type { Problem } from './problem';
import { checkReferences } from './references';
import { Registry } from './registry';

export interface KnowledgeFile {
  /** Shown in problems; the order of paths decides which of two equal ids is the first. */
  readonly path: string;
  readonly text: string;
}

export interface Compilation {
  /** From all sound records; with errors among the problems it is incomplete. */
  readonly compiled: CompiledKnowledge;
  /** By file, line and column. */
  readonly problems: readonly Problem[];
}

/**
 * Reads, checks and compiles knowledge files (YAML, see knowledge/README.md). Never throws on their content: each fault is a
 * problem with file, line and column, and a record with a fault costs only itself. The result does not depend on the order of the
 * files.
 */
export function compileKnowledge(files: readonly KnowledgeFile[]): Compilation {
  const parsed = [...files].sort((a, b) => compareIds(a.path, b.path)).map(({ path, text }) => parseKnowledgeFile(path, text));
  const registry = new Registry(parsed);
  checkReferences(registry);
  checkIdentity(registry);
  checkPlausibility(registry);
  const compiled = encode(assemble(registry));
  const problems = parsed.flatMap(({ report }) => [...report.problems].sort((a, b) => a.line - b.line || a.column - b.column));
  return { compiled, problems };
}
