import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import type { IgnoreEntry } from './types';

/** A fault in an ignore file; offsets are UTF-16 into its text. */
export interface IgnoreProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export interface IgnoreList {
  readonly entries: readonly IgnoreEntry[];
  readonly problems: readonly IgnoreProblem[];
}

const KEYS = ['rule', 'text', 'file', 'reason'] as const;
const HEAD = `# Findings of Foreign Desk that are ignored in this workspace. Each entry names a rule; "text" limits it to
# this text, "file" (a glob) to these files; "reason" is for readers.
`;

/**
 * Reads an ignore file: a list of `{rule, text, file, reason}`, or a map with such a list under `ignore`. Entries that are
 * right count even when others are wrong. Never throws.
 * @param ruleIds rules that there are; an entry for another one is a problem (`*` stands for all rules)
 */
export function parseIgnores(text: string, ruleIds?: ReadonlySet<string>): IgnoreList {
  const problems: IgnoreProblem[] = [];
  const document = parseDocument(text, { lineCounter: new LineCounter() });
  for (const error of document.errors) {
    problems.push({ start: error.pos[0], end: Math.max(error.pos[1], error.pos[0]), message: firstLine(error.message) });
  }
  const { contents } = document;
  if (problems.length > 0 || contents === null) return { entries: [], problems };
  const list = listOf(contents);
  if (!list) {
    if (isScalar(contents) && contents.value === null) return { entries: [], problems };
    return { entries: [], problems: [fault(contents, text, 'expected a list of entries, each with a rule')] };
  }
  const entries: IgnoreEntry[] = [];
  for (const item of list.items) {
    const entry = readEntry(item as Node, text, problems);
    if (!entry) continue;
    entries.push(entry);
    if (ruleIds && entry.rule !== '*' && !ruleIds.has(entry.rule)) {
      problems.push(fault(item as Node, text, `no rule is called '${entry.rule}'`));
    }
  }
  return { entries, problems };
}

function listOf(contents: Node) {
  if (isSeq(contents)) return contents;
  if (!isMap(contents)) return undefined;
  const inner = contents.get('ignore', true);
  return isSeq(inner) ? inner : undefined;
}

function readEntry(item: Node, text: string, problems: IgnoreProblem[]): IgnoreEntry | undefined {
  if (isScalar(item) && typeof item.value === 'string') return { rule: item.value };
  if (!isMap(item)) {
    problems.push(fault(item, text, 'expected an entry with a rule'));
    return undefined;
  }
  const entry: { rule?: string; text?: string; file?: string; reason?: string } = {};
  for (const { key, value } of item.items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (!KEYS.includes(name as (typeof KEYS)[number])) {
      problems.push(fault(key as Node, text, `'${name}' is not known here; known are ${KEYS.join(', ')}`));
      continue;
    }
    if (isScalar(value) && ['string', 'number', 'boolean'].includes(typeof value.value)) {
      // A bare 2014 or yes is meant as it is written.
      entry[name as (typeof KEYS)[number]] = typeof value.value === 'string' ? value.value : (value.source ?? String(value.value));
    } else {
      problems.push(fault((value ?? key) as Node, text, `${name}: expected text`));
      // An entry whose limit cannot be read must not ignore more than was meant.
      if (name !== 'reason') return undefined;
    }
  }
  if (entry.rule === undefined || entry.rule.trim() === '') {
    problems.push(fault(item, text, 'the entry names no rule'));
    return undefined;
  }
  return entry as IgnoreEntry;
}

function fault(node: Node, text: string, message: string): IgnoreProblem {
  const start = node.range?.[0] ?? 0;
  const end = node.range?.[1] ?? text.length;
  return { start, end: Math.max(end, start), message };
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]!.replace(/ at line \d+, column \d+:?$/, '');
}

/** Adds an entry at the end of an ignore file, comments and layout kept. Gives a message instead when the file is broken. */
export function addIgnore(text: string, entry: IgnoreEntry): { readonly text: string } | { readonly message: string } {
  if (text.trim() === '') {
    return { text: `${HEAD}${listItem(entry)}` };
  }
  const document = parseDocument(text);
  if (document.errors.length > 0) return { message: `The ignore file is broken: ${firstLine(document.errors[0]!.message)}` };
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return { text: `${text.endsWith('\n') ? text : `${text}\n`}${listItem(entry)}` };
  }
  const list = listOf(contents);
  if (!list) return { message: 'The ignore file holds no list of entries' };
  list.add(document.createNode(entryValue(entry)));
  return { text: document.toString({ lineWidth: 0 }) };
}

function entryValue({ rule, text, file, reason }: IgnoreEntry): Record<string, string> {
  return {
    rule,
    ...(text !== undefined && { text }),
    ...(file !== undefined && { file }),
    ...(reason !== undefined && { reason }),
  };
}

function listItem(entry: IgnoreEntry): string {
  const document = parseDocument('[]');
  document.contents = document.createNode([entryValue(entry)]) as unknown as typeof document.contents;
  return document.toString({ lineWidth: 0 });
}

/**
 * The entries that count for one file, without their globs. `path` is relative to the folder, with `/`; undefined for a file
 * outside of it, to which only entries without a glob apply.
 */
export function ignoresFor(entries: readonly IgnoreEntry[], path: string | undefined): readonly IgnoreEntry[] {
  return entries
    .filter(({ file }) => file === undefined || (path !== undefined && globMatches(file, path)))
    .map(({ rule, text, reason }) => ({ rule, ...(text !== undefined && { text }), ...(reason !== undefined && { reason }) }));
}

/**
 * Whether a path fits a glob: `*` and `?` within a segment, `**` over segments. A glob without a slash is held against the last
 * segment, as in .gitignore; one that ends with a slash takes all below. Runs in time proportional to the product of lengths.
 */
export function globMatches(glob: string, path: string): boolean {
  const pattern = glob.replace(/^\.?\//, '').replace(/\/$/, '/**').split('/');
  const segments = path.split('/');
  if (pattern.length === 1 && pattern[0] !== '**') return wildcard(pattern[0]!, segments[segments.length - 1]!, charWild);
  return wildcard(pattern, segments, segmentWild);
}

interface Wild<P, S> {
  isStar(pattern: P): boolean;
  fits(pattern: P, item: S): boolean;
}
const charWild: Wild<string, string> = { isStar: (p) => p === '*', fits: (p, c) => p === '?' || p === c };
const segmentWild: Wild<string, string> = { isStar: (p) => p === '**', fits: (p, s) => wildcard(p, s, charWild) };

/** Greedy matching with one point of return (the last star), which is enough for stars. */
function wildcard(pattern: ArrayLike<string>, items: ArrayLike<string>, wild: Wild<string, string>): boolean {
  let p = 0;
  let i = 0;
  let star = -1;
  let mark = 0;
  while (i < items.length) {
    if (p < pattern.length && wild.isStar(pattern[p]!)) {
      star = p++;
      mark = i;
    } else if (p < pattern.length && wild.fits(pattern[p]!, items[i]!)) {
      p++;
      i++;
    } else if (star >= 0) {
      p = star + 1;
      i = ++mark;
    } else return false;
  }
  while (p < pattern.length && wild.isStar(pattern[p]!)) p++;
  return p === pattern.length;
}
