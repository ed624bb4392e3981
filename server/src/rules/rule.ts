import type { Claim, ClaimType } from '../claims/types';
import type { Discourse } from '../claims/discourse';
import type { AnalysisOptions } from '../analysis/types';
import type { Finding, RuleId, Severity } from './types';

/** What a rule reports; the severity is added from the settings. */
export type Draft = Omit<Finding, 'rule' | 'severity'> & {
  /** Lower than the rule's own severity, for a case that is less sure. */
  readonly severity?: Severity;
};

export interface RuleContext {
  readonly discourse: Discourse;
  readonly claims: readonly Claim[];
  readonly options: AnalysisOptions;
  /** Claims of one type that rules may judge: quoted, denied, planned and hypothetical ones are left out as the options say. */
  claimsOf<T extends ClaimType>(type: T): readonly Extract<Claim, { readonly type: T }>[];
  /** Whether rules may speak inside this quoted stretch. */
  mayJudge(item: { readonly quoted: boolean }): boolean;
}

export interface Rule {
  readonly id: RuleId;
  /** Short name for lists: "Weekday against date". */
  readonly title: string;
  /** One sentence: what it checks. */
  readonly description: string;
  readonly defaultSeverity: Severity;
  /** Rules that are more specific: where one of them reports an overlapping slip, this rule is silent. */
  readonly yieldsTo?: readonly RuleId[];
  check(context: RuleContext): Iterable<Draft>;
}

/** Page of a rule, for `codeDescription` and SARIF. */
export function rulePage(id: RuleId): string {
  return `https://github.com/foreign-desk/foreign-desk/blob/main/docs/rules/${id}.md`;
}
