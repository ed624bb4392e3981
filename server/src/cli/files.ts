import type { SourceDocument } from '../text/types';
import type { CliIo } from './io';

const MARKDOWN = /\.(?:md|markdown|mdown|mkd)$/i;
const PATTERN = /[*?[\]{}!]/;

export interface FileList {
  /** Paths in the order given, each once; `-` is standard input. */
  readonly paths: readonly string[];
  /** One line for each argument that gave nothing. */
  readonly errors: readonly string[];
}

/** Files for the arguments: a name that exists is that file even if it looks like a pattern; what a pattern gives is sorted. */
export async function findFiles(args: readonly string[], io: Pick<CliIo, 'kindOf' | 'glob'>): Promise<FileList> {
  const paths = new Set<string>();
  const errors: string[] = [];
  for (const arg of args) {
    const kind = arg === '-' ? 'file' : await io.kindOf(arg);
    if (kind === 'file') {
      paths.add(arg);
    } else if (kind === 'directory') {
      errors.push(`${arg}: is a directory; give files or a pattern such as "${arg.replace(/[\\/]+$/, '')}/**/*.md"`);
    } else if (PATTERN.test(arg)) {
      const found = await io.glob(arg);
      if (found.length === 0) errors.push(`${arg}: no file fits the pattern`);
      for (const path of [...found].sort()) paths.add(path);
    } else {
      errors.push(`${arg}: no such file`);
    }
  }
  return { paths: [...paths], errors };
}

export function formatOf(path: string): SourceDocument['format'] {
  return MARKDOWN.test(path) ? 'markdown' : 'plaintext';
}

export function fileNameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
