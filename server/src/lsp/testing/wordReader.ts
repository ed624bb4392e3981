import type { Analysis, AnalysisOptions } from '../../analysis/types';
import { parseEdtf } from '../../dates/edtf';
import { SMALL_WORLD } from '../../features/testing/fixture';
import type { Knowledge } from '../../knowledge/api';
import { knowledgeFromYaml } from '../../knowledge/testing/fromYaml';
import type { Mention } from '../../mentions/types';
import type { Finding } from '../../rules/types';
import { parseDocument } from '../../text/document';
import type { SourceDocument } from '../../text/types';
import type { DocumentDate } from '../../time/types';
import type { Environment } from '../environment';

const NAMES: Readonly<Record<string, Pick<Mention, 'kind' | 'entity'>>> = {
  'Anna Berg': { kind: 'person', entity: 'anna-berg' },
  Berg: { kind: 'person', entity: 'anna-berg' },
  Vik: { kind: 'place', entity: 'vik' },
};

/**
 * A reader with rules of its own, so that tests of the wiring hang on nothing else: it knows three names, takes an ISO date as
 * the date of the text and "Bergh" for a slip. It throws on texts with the word CRASH.
 */
export function readWords(source: SourceDocument, knowledge: Knowledge, options: AnalysisOptions): Analysis {
  const { text } = source;
  if (text.includes('CRASH')) throw new Error('the reader crashed');
  const mentions: Mention[] = [];
  for (const match of text.matchAll(/\b(?:Anna Berg|Berg|Vik)\b/g)) {
    mentions.push({
      start: match.index, end: match.index + match[0].length, text: match[0], by: 'full', ...NAMES[match[0]]!, candidates: [],
      provenance: 'knowledge', block: 0, sentence: 0, quoted: false,
    });
  }
  const severity = options.severity['name-misspelt'] ?? 'warning';
  const findings: Finding[] = [];
  const ignored: Finding[] = [];
  for (const { index: start } of text.matchAll(/\bBergh\b/g)) {
    if (severity === 'off') break;
    const end = start + 5;
    const finding: Finding = {
      start, end, rule: 'name-misspelt', severity, message: "'Bergh' is not how Berg is spelt", related: [], slip: 'bergh',
      fixes: [{ title: "Change to 'Berg'", preferred: true, edits: [{ start, end, newText: 'Berg' }] }],
      fact: { source: 'own', asOf: '2026-02-01' },
    };
    (options.ignores.some(({ rule }) => rule === finding.rule) ? ignored : findings).push(finding);
  }
  const given = options.documentDate ?? /\d{4}-\d\d-\d\d/.exec(text)?.[0];
  return {
    source, knowledge, options, mentions, findings, parsed: parseDocument(source), readings: [], times: [], claims: [], notices: [],
    ignored: ignored.map((finding) => ({ finding, by: 'workspace' })),
    date: toDate(given, options.documentDate !== undefined),
  };
}

function toDate(edtf: string | undefined, byUser: boolean): DocumentDate {
  const range = edtf === undefined ? undefined : parseEdtf(edtf)?.from?.range;
  return range ? { source: byUser ? 'user' : 'dateline', edtf: edtf!, range } : { source: 'none' };
}

/** An environment over {@link readWords} whose clock stands still; `calls` lists what was read. */
export function testEnvironment(parts: Partial<Environment> = {}): Environment & { readonly calls: SourceDocument[] } {
  const calls: SourceDocument[] = [];
  return {
    knowledge: () => Promise.resolve(knowledgeFromYaml(SMALL_WORLD)),
    rules: [{ id: 'name-misspelt', title: 'Misspelt name', defaultSeverity: 'warning', docUrl: 'https://example.org/rules/name-misspelt' }],
    today: () => '2026-01-31',
    now: () => 0,
    debounceMs: 1,
    ...parts,
    analyze(source, knowledge, options, previous) {
      calls.push(source);
      return (parts.analyze ?? readWords)(source, knowledge, options, previous);
    },
    calls,
  };
}
