import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import type { Analysis, Notice } from '../analysis/types';
import { DIAGNOSTIC_SOURCE } from '../protocol';
import type { Finding, Severity } from '../rules/types';
import { toRange, type Positions } from './positions';
import { findingText } from './wording';

export const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What a diagnostic carries for code actions of editors that hand it back. */
export interface DiagnosticData {
  readonly rule: string;
  readonly fixes: number;
}

export interface DiagnosticContext {
  readonly uri: string;
  readonly positions: Positions;
  /** Address of a rule's page. */
  docUrl(rule: string): string | undefined;
  /** Whether the client shows related information. Default true. */
  readonly relatedInformation?: boolean;
}

/** Findings, and notices about the text, as diagnostics in the order of the text. */
export function diagnostics(analysis: Analysis, context: DiagnosticContext): Diagnostic[] {
  return [
    ...analysis.findings.map((finding) => findingDiagnostic(finding, context)),
    ...analysis.notices.map((notice) => noticeDiagnostic(notice, context)),
  ];
}

export function findingDiagnostic(finding: Finding, context: DiagnosticContext): Diagnostic {
  const href = context.docUrl(finding.rule);
  const data: DiagnosticData = { rule: finding.rule, fixes: finding.fixes.length };
  const related = context.relatedInformation === false ? [] : finding.related;
  return {
    range: toRange(context.positions, finding),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    ...(href !== undefined && { codeDescription: { href } }),
    source: DIAGNOSTIC_SOURCE,
    message: findingText(finding),
    ...(related.length > 0 && {
      relatedInformation: related.map((item) => ({
        location: { uri: context.uri, range: toRange(context.positions, item.span) },
        message: item.message,
      })),
    }),
    data,
  };
}

/** A bad comment or date is the writer's to mend; what was merely not read is told quietly. */
const NOTICE_SEVERITY: Readonly<Record<Notice['code'], DiagnosticSeverity>> = {
  'front-matter': DiagnosticSeverity.Warning,
  'ignore-comment': DiagnosticSeverity.Warning,
  'document-date': DiagnosticSeverity.Warning,
  skipped: DiagnosticSeverity.Information,
  failure: DiagnosticSeverity.Information,
};

function noticeDiagnostic(notice: Notice, context: DiagnosticContext): Diagnostic {
  return {
    range: toRange(context.positions, notice),
    severity: NOTICE_SEVERITY[notice.code],
    code: notice.code,
    source: DIAGNOSTIC_SOURCE,
    message: notice.message,
  };
}
