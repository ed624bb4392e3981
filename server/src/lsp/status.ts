import type { IgnoredItem, DocumentStatus, SeverityName, StatusDate } from '../protocol';
import { isUnresolved } from '../features/mentionGroups';
import { toRange } from '../features/positions';
import { edtfText, findingText } from '../features/wording';
import type { Analysed, Outcome } from './analyses';

/** What the client's status item shows of a document. */
export function documentStatus(outcome: Outcome): DocumentStatus {
  const { uri, version, state } = outcome;
  if (outcome.state !== 'ok') return { uri, version, state, message: outcome.message };
  const { analysis } = outcome;
  const findings: Record<SeverityName, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const finding of analysis.findings) findings[finding.severity]++;
  const unresolved = analysis.mentions.filter(isUnresolved).length;
  const message = [...new Set(analysis.notices.map((notice) => notice.message))].slice(0, 3).join('; ');
  return {
    uri, version, state,
    date: statusDate(outcome),
    findings,
    ignored: analysis.ignored.length,
    mentions: { total: analysis.mentions.length, unresolved },
    ...(message !== '' && { message }),
  };
}

function statusDate({ analysis: { date }, document, dateGivenBy }: Analysed): StatusDate {
  return {
    source: dateGivenBy ?? date.source,
    ...(date.edtf !== undefined && { edtf: date.edtf, text: edtfText(date.edtf) }),
    ...(date.span && { range: toRange(document, date.span) }),
  };
}

/** Findings that are ignored, in the order of the text, with what ignores them. */
export function ignoredItems({ analysis, document }: Analysed): IgnoredItem[] {
  return analysis.ignored.map(({ finding, by, reason, span }) => ({
    rule: finding.rule,
    message: findingText(finding),
    text: analysis.source.text.slice(finding.start, finding.end),
    range: toRange(document, finding),
    by,
    ...(reason !== undefined && { reason }),
    ...(span && { byRange: toRange(document, span) }),
  }));
}
