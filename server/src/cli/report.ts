import type { Analysis } from '../analysis/types';
import { findingText } from '../features/wording';
import type { Finding, Fix, Severity } from '../rules/types';
import type { Span } from '../text/span';
import { SEVERITY_ORDER } from './arguments';

/** Shapes of `--format json` and `--jsonl`: stable, see `foreign-desk help check`. Offsets are UTF-16 code units, half-open. */
export interface JsonSpan {
  readonly begin: number;
  readonly end: number;
  readonly text: string;
}
export interface JsonFinding extends JsonSpan {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fixes: readonly {
    readonly title: string;
    readonly edits: readonly { readonly begin: number; readonly end: number; readonly newText: string }[];
  }[];
  readonly related: readonly (JsonSpan & { readonly message: string })[];
}
export interface JsonMention extends JsonSpan {
  readonly kind: string;
  readonly entity: string | null;
  readonly name: string | null;
}
export interface JsonTime extends JsonSpan {
  readonly value: string;
  readonly type: string;
}

/** Findings that are at least as severe as `least`, in the order of the text. */
export function reported(analysis: Analysis, least: Severity): readonly Finding[] {
  const limit = SEVERITY_ORDER.indexOf(least);
  return analysis.findings.filter(({ severity }) => SEVERITY_ORDER.indexOf(severity) <= limit);
}

/** Fixes with the preferred one first. */
export function orderedFixes(finding: Finding): readonly Fix[] {
  return [...finding.fixes].sort((a, b) => Number(b.preferred ?? false) - Number(a.preferred ?? false));
}

export function jsonFindings(analysis: Analysis, least: Severity): JsonFinding[] {
  const { text } = analysis.source;
  return reported(analysis, least).map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    message: findingText(finding),
    ...jsonSpan(text, finding),
    fixes: orderedFixes(finding).map(({ title, edits }) => ({
      title,
      edits: edits.map(({ start, end, newText }) => ({ begin: start, end, newText })),
    })),
    related: finding.related.map(({ span, message }) => ({ message, ...jsonSpan(text, span) })),
  }));
}

export function jsonMentions(analysis: Analysis): JsonMention[] {
  return analysis.mentions.map((mention) => ({
    ...jsonSpan(analysis.source.text, mention),
    kind: mention.kind,
    entity: mention.entity ?? null,
    name: mention.entity === undefined ? null : (analysis.knowledge.entity(mention.entity)?.name ?? null),
  }));
}

export function jsonTimes(analysis: Analysis): JsonTime[] {
  return analysis.times.map((time) => ({ ...jsonSpan(analysis.source.text, time), value: time.value, type: time.type }));
}

/** Effective date of the document, EDTF. */
export function jsonDate(analysis: Analysis): string | null {
  return analysis.date.edtf ?? null;
}

/** One file's entry in `--format json`. */
export function jsonFile(
  path: string, analysis: Analysis, options: { readonly severity: Severity; readonly mentions: boolean; readonly times: boolean },
): Readonly<Record<string, unknown>> {
  const notices = analysis.notices.map(({ code, message, start, end }) => ({ code, message, begin: start, end }));
  return {
    path,
    date: jsonDate(analysis),
    findings: jsonFindings(analysis, options.severity),
    ...(options.mentions && { mentions: jsonMentions(analysis) }),
    ...(options.times && { times: jsonTimes(analysis) }),
    ...(notices.length > 0 && { notices }),
  };
}

function jsonSpan(text: string, { start, end }: Span): JsonSpan {
  return { begin: start, end, text: text.slice(start, end) };
}
