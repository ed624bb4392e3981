import type { Finding, RuleId } from '../rules/types';
import type { Span } from '../text/span';
import type { ParsedDocument } from '../text/types';
import { ignoresFor } from './ignoreFile';
import type { AnalysisOptions, IgnoredFinding, IgnoreEntry, Notice } from './types';

/**
 * An instruction in a comment: `foreign-desk-ignore RULE[, RULE…]: reason` for the block that holds or follows it,
 * `foreign-desk-ignore-file RULE: reason` for the whole text. Without a rule it holds for all rules.
 */
const INSTRUCTION = /^\s*foreign-desk-ignore(-file)?\b([^:]*)(?::([\s\S]*))?$/;
const RULE_ID = /^[a-z][a-z-]*$/;

interface Ignore {
  readonly by: IgnoredFinding['by'];
  readonly rules: readonly RuleId[];
  readonly text?: string;
  readonly reason?: string;
  /** Only findings that start in this stretch. */
  readonly within?: Span;
  /** Where the instruction stands. */
  readonly span?: Span;
}

/**
 * Takes out the findings that the text, its front matter (`foreign-desk: {ignore: [rule, {rule, text, reason}]}`) or the workspace's list
 * ignores. Instructions that name no known rule, or match nothing, give a notice where they stand.
 */
export function applyIgnores(
  parsed: ParsedDocument, findings: readonly Finding[], options: AnalysisOptions, known: ReadonlySet<RuleId>,
): { readonly findings: readonly Finding[]; readonly ignored: readonly IgnoredFinding[]; readonly notices: readonly Notice[] } {
  const notices: Notice[] = [];
  const ignores: Ignore[] = [
    ...commentIgnores(parsed, known, notices),
    ...frontMatterIgnores(parsed, known, notices),
    ...ignoresFor(options.ignores, parsed.source.fileName).map((entry) => fromEntry(entry, 'workspace')),
  ];
  if (ignores.length === 0) return { findings, ignored: [], notices };
  const kept: Finding[] = [];
  const ignored: IgnoredFinding[] = [];
  for (const finding of findings) {
    const ignore = ignores.find((candidate) => matches(candidate, finding, parsed.source.text));
    if (ignore) ignored.push({ finding, by: ignore.by, reason: ignore.reason, span: ignore.span });
    else kept.push(finding);
  }
  return { findings: kept, ignored, notices };
}

function matches(ignore: Ignore, finding: Finding, text: string): boolean {
  if (ignore.rules.length > 0 && !ignore.rules.includes(finding.rule)) return false;
  if (ignore.text !== undefined && ignore.text !== text.slice(finding.start, finding.end)) return false;
  return !ignore.within || (finding.start >= ignore.within.start && finding.start < ignore.within.end);
}

function commentIgnores(parsed: ParsedDocument, known: ReadonlySet<RuleId>, notices: Notice[]): Ignore[] {
  const ignores: Ignore[] = [];
  for (const comment of parsed.comments) {
    const match = INSTRUCTION.exec(comment.text);
    if (!match) continue;
    const [, whole, names, reason] = match as unknown as [string, string?, string?, string?];
    const rules = (names ?? '').split(/[\s,]+/).filter(Boolean);
    if (!checkRules(rules, known, comment, notices)) continue;
    ignores.push({ by: 'comment', rules, reason: reason?.trim() || undefined, span: { start: comment.start, end: comment.end }, ...(whole ? {} : { within: scopeOf(parsed, comment) }) });
  }
  return ignores;
}

/** The block that holds the comment, else the next one; a whole table when that is a table's cell. */
function scopeOf(parsed: ParsedDocument, comment: Span): Span {
  const holder = parsed.blocks.find((block) => block.start <= comment.start && comment.end <= block.end);
  const block = holder ?? parsed.blocks.find((candidate) => candidate.start >= comment.end);
  if (!block) return comment;
  if (!block.cell) return block;
  const cells = parsed.blocks.filter((other) => other.cell?.table === block.cell!.table);
  return { start: cells[0]!.start, end: cells.at(-1)!.end };
}

function frontMatterIgnores(parsed: ParsedDocument, known: ReadonlySet<RuleId>, notices: Notice[]): Ignore[] {
  const { frontMatter } = parsed;
  const settings = frontMatter?.data['foreign-desk'];
  if (!frontMatter || typeof settings !== 'object' || settings === null || !('ignore' in settings)) return [];
  const value = settings.ignore;
  const entries = Array.isArray(value) ? value : [value];
  const ignores: Ignore[] = [];
  for (const entry of entries) {
    const read = readEntry(entry);
    if (!read) {
      notices.push({ start: frontMatter.start, end: frontMatter.end, code: 'ignore-comment', message: 'foreign-desk.ignore: expected a rule id, or a map with rule, text and reason.' });
    } else if (checkRules([read.rule], known, frontMatter, notices)) {
      ignores.push(fromEntry(read, 'frontMatter', { start: frontMatter.start, end: frontMatter.end }));
    }
  }
  return ignores;
}

function readEntry(entry: unknown): IgnoreEntry | undefined {
  if (typeof entry === 'string') return { rule: entry };
  if (typeof entry !== 'object' || entry === null) return undefined;
  const { rule, text, reason } = entry as Record<string, unknown>;
  if (typeof rule !== 'string') return undefined;
  return { rule, ...(typeof text === 'string' ? { text } : {}), ...(typeof reason === 'string' ? { reason } : {}) };
}

function fromEntry(entry: IgnoreEntry, by: Ignore['by'], span?: Span): Ignore {
  return { by, rules: entry.rule === '*' ? [] : [entry.rule], text: entry.text, reason: entry.reason, span };
}

function checkRules(rules: readonly string[], known: ReadonlySet<RuleId>, at: Span, notices: Notice[]): boolean {
  const unknown = rules.filter((rule) => rule !== '*' && (!RULE_ID.test(rule) || !known.has(rule)));
  if (unknown.length === 0) return true;
  notices.push({ start: at.start, end: at.end, code: 'ignore-comment', message: `No rule is called '${unknown.join("', '")}'.` });
  return unknown.length < rules.length;
}
