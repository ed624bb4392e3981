import type { Claim } from '../claims/types';
import type { Knowledge } from '../knowledge/api';
import type { House } from '../knowledge/types';
import type { Mention } from '../mentions/types';
import type { Finding, RuleId, Severity } from '../rules/types';
import type { Span } from '../text/span';
import type { BlockReading, ParsedDocument, SourceDocument } from '../text/types';
import type { DocumentDate, TimeExpression } from '../time/types';

/** What the user can set; everything has a default, see options.ts. */
export interface AnalysisOptions {
  /** Severity per rule id; `off` switches a rule off. Rules not named have their own default. */
  readonly severity: Readonly<Record<RuleId, Severity | 'off'>>;
  /** The document's date by the user's word (EDTF); wins over what the text says. */
  readonly documentDate?: string;
  /** Check inside quotations as well. Default false. */
  readonly checkQuotations: boolean;
  /** House spelling per entity id: {"volodymyr-zelensky": "Zelenskyy", "kyiv": "Kiev"}. */
  readonly houseNames: Readonly<Record<string, string>>;
  /** House whose spellings count where `houseNames` gives none. */
  readonly houseStyle?: House;
  /** Order in which fixes write dates and ambiguous numeric dates are read. */
  readonly dateOrder: 'day-month-year' | 'month-day-year';
  /** Ignored by a readable file of the workspace. */
  readonly ignores: readonly IgnoreEntry[];
}

/** One entry of an ignore list. An entry without `text` ignores the rule wholly; without `file`, in all files. */
export interface IgnoreEntry {
  readonly rule: RuleId;
  readonly text?: string;
  readonly file?: string;
  readonly reason?: string;
}

/** A finding that was ignored, and by what. */
export interface IgnoredFinding {
  readonly finding: Finding;
  readonly by: 'comment' | 'frontMatter' | 'workspace';
  readonly reason?: string;
  readonly span?: Span;
}

/** A notice about the document that is no finding: a part not read, a bad ignore comment, broken front matter. */
export interface Notice extends Span {
  readonly code: 'front-matter' | 'skipped' | 'ignore-comment' | 'document-date' | 'failure';
  readonly message: string;
}

/** Everything that is known of one text; immutable. Lists are sorted by start. */
export interface Analysis {
  readonly source: SourceDocument;
  readonly parsed: ParsedDocument;
  readonly readings: readonly BlockReading[];
  readonly date: DocumentDate;
  readonly times: readonly TimeExpression[];
  readonly mentions: readonly Mention[];
  readonly claims: readonly Claim[];
  readonly findings: readonly Finding[];
  readonly ignored: readonly IgnoredFinding[];
  readonly notices: readonly Notice[];
  readonly knowledge: Knowledge;
  readonly options: AnalysisOptions;
}
