import type { Claim, ClaimType, Modality } from '../claims/types';
import type { Discourse } from '../claims/discourse';
import { RULES, type Draft, type Rule, type RuleContext } from '../rules/index';
import type { Finding, Severity } from '../rules/types';
import { spansOverlap } from '../text/span';
import type { AnalysisOptions, Notice } from './types';

const RANK: Readonly<Record<Severity, number>> = { hint: 0, information: 1, warning: 2, error: 3 };
const JUDGED: ReadonlySet<Modality> = new Set(['asserted', 'past']);

/**
 * Runs the rules that are switched on. A rule that fails is reported as a notice and never keeps another from speaking. Where a more
 * specific rule reports an overlapping slip, the more general one is silent. Sorted by start.
 */
export function findFindings(
  discourse: Discourse, claims: readonly Claim[], options: AnalysisOptions, rules: readonly Rule[] = RULES,
): { readonly findings: readonly Finding[]; readonly notices: readonly Notice[] } {
  const context = contextFor(discourse, claims, options);
  const byRule = new Map<string, Finding[]>();
  const notices: Notice[] = [];
  for (const rule of rules) {
    const set = options.severity[rule.id];
    if (set === 'off') continue;
    try {
      byRule.set(rule.id, Array.from(rule.check(context), (draft) => toFinding(rule, draft, set)));
    } catch (error) {
      notices.push({ start: 0, end: 0, code: 'failure', message: `The rule ${rule.id} failed: ${error instanceof Error ? error.message : String(error)}` });
    }
  }
  const findings: Finding[] = [];
  for (const rule of rules) {
    for (const finding of byRule.get(rule.id) ?? []) {
      const yields = rule.yieldsTo?.some((other) => byRule.get(other)?.some((specific) => spansOverlap(specific, finding)));
      if (!yields && !findings.some((other) => other.rule === finding.rule && other.start === finding.start && other.end === finding.end)) findings.push(finding);
    }
  }
  findings.sort((a, b) => a.start - b.start || a.end - b.end || a.rule.localeCompare(b.rule));
  return { findings, notices };
}

/** A draft keeps its own severity when that is lower than the rule's, so that less sure cases stay quieter. */
function toFinding(rule: Rule, draft: Draft, set: Severity | undefined): Finding {
  const severity = set ?? rule.defaultSeverity;
  const lower = draft.severity !== undefined && RANK[draft.severity] < RANK[severity] ? draft.severity : severity;
  return { ...draft, rule: rule.id, severity: lower };
}

function contextFor(discourse: Discourse, claims: readonly Claim[], options: AnalysisOptions): RuleContext {
  const judged = claims.filter((claim) => JUDGED.has(claim.modality) || (claim.modality === 'quoted' && options.checkQuotations));
  return {
    discourse,
    claims,
    options,
    claimsOf: <T extends ClaimType>(type: T) => judged.filter((claim): claim is Extract<Claim, { readonly type: T }> => claim.type === type),
    mayJudge: (item) => !item.quoted || options.checkQuotations,
  };
}
