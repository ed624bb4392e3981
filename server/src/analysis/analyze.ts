import { Discourse } from '../claims/discourse';
import { findClaims } from '../claims/index';
import { parseEdtf } from '../dates/edtf';
import type { Knowledge } from '../knowledge/api';
import { findMentions } from '../mentions/index';
import { RULES } from '../rules/index';
import { readBlock } from '../text/blockReading';
import { parseDocument } from '../text/document';
import type { ParsedDocument, SourceDocument } from '../text/types';
import { findTimes, resolveDocumentDate } from '../time/index';
import { findFindings } from './findings';
import { applyIgnores } from './ignores';
import { DEFAULT_OPTIONS } from './options';
import type { Analysis, AnalysisOptions, Notice } from './types';

const RULE_IDS: ReadonlySet<string> = new Set(RULES.map((rule) => rule.id));

/**
 * Reads one text: blocks, times, mentions, claims, findings. Pure: the same text, knowledge and options give the same analysis, and no clock
 * is asked. Spans are UTF-16 offsets into `source.text`. Bad input gives notices, not exceptions.
 */
export function analyze(source: SourceDocument, knowledge: Knowledge, options: Partial<AnalysisOptions> = {}): Analysis {
  const settings: AnalysisOptions = { ...DEFAULT_OPTIONS, ...options };
  const parsed = parseDocument(source);
  const readings = parsed.blocks.map((block) => readBlock(block));
  const notices = documentNotices(parsed);
  const override = validDate(settings.documentDate, notices);
  const date = resolveDocumentDate(parsed, readings, override);
  const times = findTimes(parsed, readings, date, settings.dateOrder);
  const mentions = findMentions(parsed, readings, times, date, knowledge);
  const discourse = new Discourse({ parsed, readings, date, times, mentions, knowledge });
  const claims = findClaims(discourse);
  const found = findFindings(discourse, claims, settings);
  const { findings, ignored, notices: ignoreNotices } = applyIgnores(parsed, found.findings, settings, RULE_IDS);
  return {
    source, parsed, readings, date, times, mentions, claims, findings, ignored, knowledge,
    notices: [...notices, ...found.notices, ...ignoreNotices].sort((a, b) => a.start - b.start),
    options: settings,
  };
}

/** What the reader must be told about the document itself: broken front matter, parts that were not read. */
function documentNotices(parsed: ParsedDocument): Notice[] {
  const notices: Notice[] = parsed.skipped.map(({ start, end, reason }) => ({ start, end, code: 'skipped', message: `Not checked: ${reason}.` }));
  const problem = parsed.frontMatter?.problem;
  if (problem) notices.push({ ...problem.span, code: 'front-matter', message: `Front matter: ${problem.message}` });
  return notices;
}

function validDate(text: string | undefined, notices: Notice[]): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (parseEdtf(text)) return text;
  notices.push({ start: 0, end: 0, code: 'document-date', message: `'${text}' is no date; expected EDTF such as 2022-03-03, 2022-03 or 2022.` });
  return undefined;
}
