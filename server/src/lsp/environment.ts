import type { Analysis, AnalysisOptions } from '../analysis/types';
import type { Knowledge } from '../knowledge/api';
import type { Fetch } from '../knowledge/refresh/ask';
import type { RuleInfo } from '../protocol';
import type { SourceDocument } from '../text/types';
import type { FolderReader } from './ownFiles';

/** Everything the server needs from outside; entry points and tests give it. */
export interface Environment {
  /** Loads the knowledge; called once, at the first need. */
  knowledge(): Promise<Knowledge>;
  /** Reads a text. `previous` is the last analysis of the same document, for re-use of what did not change. */
  analyze(source: SourceDocument, knowledge: Knowledge, options: AnalysisOptions, previous?: Analysis): Analysis;
  readonly rules: readonly RuleInfo[];
  /** Today as `YYYY-MM-DD`; asked only where the user wants texts without a date read as written today. */
  today(): string;
  /** Milliseconds from any fixed point, to measure how long an analysis takes. */
  now(): number;
  /** The disk, for editors whose client does not send a workspace's files; missing where there is none. */
  readonly files?: FolderReader;
  /** The network, asked only on the user's own word; missing where there is none. */
  readonly fetch?: Fetch;
  /** Version of the server, for the editor's log. */
  readonly version?: string;
  /** Least wait between the last change and diagnostics that are pushed. Default 150. */
  readonly debounceMs?: number;
}
