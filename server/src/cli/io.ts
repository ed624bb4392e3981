import type { Knowledge } from '../knowledge/api';

export interface Output {
  /** Resolves when the reader is ready for more. */
  write(text: string): Promise<void> | void;
  readonly isTTY: boolean;
}

/** Everything of the outside world that the command line needs; tests give one that lives in memory. */
export interface CliIo {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Version of the product, for `--version` and SARIF. */
  readonly version: string;
  /** Bytes of a file, path relative to `cwd` or absolute. Rejects with an error that has a `code` (ENOENT, EACCES, EISDIR …). */
  readFile(path: string): Promise<Uint8Array>;
  /** Kind of what lies at a path. */
  kindOf(path: string): Promise<'file' | 'directory' | 'missing'>;
  /** Files that fit a glob pattern, relative to `cwd`, with `/`. */
  glob(pattern: string): Promise<readonly string[]>;
  loadKnowledge(): Promise<Knowledge>;
  /** Milliseconds, for progress only. */
  now(): number;
  /** `YYYY-MM-DD`, asked only when the user wants undated texts read as written today. */
  today(): string;
}

export const EXIT = { clean: 0, findings: 1, failed: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What the user must be told instead of a result: a wrong option, a file that cannot be read. */
export class CliError extends Error {}

/** Reads an error of the file system as people say it: "no such file". */
export function fileTrouble(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT': return 'no such file';
    case 'EACCES':
    case 'EPERM': return 'no permission to read it';
    case 'EISDIR': return 'is a directory';
    default: return error instanceof Error ? error.message : String(error);
  }
}
