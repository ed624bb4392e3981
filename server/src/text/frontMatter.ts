import { isMap, isScalar, parseDocument as parseYaml } from 'yaml';
import type { FrontMatter, FrontMatterEntry } from './types';

/** More than this is not read: the parser's time grows with the square of what is nested. */
const MAX_LENGTH = 32_000;
const MAX_ALIASES = 100;
const ALIAS = /[*&][^\s,[\]{}]/g;

interface Fenced {
  readonly syntax: 'yaml' | 'toml';
  /** Offsets of the text between the fences, and of the end of the closing fence. */
  readonly start: number;
  readonly end: number;
  readonly close: number;
}

/**
 * Reads the front matter at `start` (0, or 1 behind a byte-order mark): YAML between `---` lines, or TOML between `+++` lines.
 * Returns undefined when there is none or it has no closing fence. With `needKey`, the first line must look like `key: value`,
 * because in plain text three hyphens can be a rule. A YAML error is reported in `problem`; what could be read is kept.
 */
export function readFrontMatter(text: string, start: number, needKey = false): FrontMatter | undefined {
  const fenced = findFences(text, start);
  if (!fenced) return undefined;
  const inner = text.slice(fenced.start, fenced.end);
  if (needKey && !/^\s*[\p{L}_][\p{L}\p{N}_ -]*\s*[:=]/u.test(inner)) return undefined;
  return { start, end: fenced.close, ...readFenced(inner, fenced) };
}

function readFenced(inner: string, fenced: Fenced): Read {
  if (inner.length > MAX_LENGTH) return tooLong(fenced);
  return fenced.syntax === 'yaml' ? readYaml(inner, fenced.start) : readToml(inner, fenced.start);
}

function findFences(text: string, start: number): Fenced | undefined {
  const fence = text.slice(start, start + 3);
  if (fence !== '---' && fence !== '+++') return undefined;
  const first = lineEnd(text, start);
  if (text.slice(start, first.end).trimEnd() !== fence) return undefined;
  let position = first.next;
  while (position < text.length) {
    const line = lineEnd(text, position);
    const content = text.slice(position, Math.min(line.end, position + 200)).trimEnd();
    if (content === fence || (fence === '---' && content === '...')) {
      return { syntax: fence === '---' ? 'yaml' : 'toml', start: first.next, end: position, close: position + 3 };
    }
    position = line.next;
  }
  return undefined;
}

/** End of the line at `position` without its line break, and the start of the next. */
function lineEnd(text: string, position: number): { readonly end: number; readonly next: number } {
  for (let index = position; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x0a) return { end: index, next: index + 1 };
    if (code === 0x0d) return { end: index, next: text.charCodeAt(index + 1) === 0x0a ? index + 2 : index + 1 };
  }
  return { end: text.length, next: text.length };
}

type Read = Pick<FrontMatter, 'entries' | 'problem' | 'data'>;

function tooLong({ start, end }: Fenced): Read {
  return { entries: [], data: {}, problem: { message: `longer than ${MAX_LENGTH} characters, not read`, span: { start, end } } };
}

function readYaml(inner: string, offset: number): Read {
  try {
    // A lone CR ends no line in YAML 1.2 as the library reads it.
    const document = parseYaml(inner.replace(/\r(?!\n)/g, '\n'), { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' });
    const entries: FrontMatterEntry[] = [];
    if (isMap(document.contents)) {
      for (const { key, value } of document.contents.items) {
        if (!isScalar(key) || !key.range || !isScalar(value) || !value.range) continue;
        const raw: unknown = value.value;
        const text = typeof raw === 'string' ? raw : (value.source ?? '');
        const quoted = value.type === 'QUOTE_DOUBLE' || value.type === 'QUOTE_SINGLE' ? 1 : 0;
        const valueStart = value.range[0] + quoted;
        entries.push({
          key: String(key.value),
          value: text,
          keySpan: { start: offset + key.range[0], end: offset + key.range[1] },
          valueSpan: { start: offset + valueStart, end: offset + Math.max(valueStart, value.range[1] - quoted) },
        });
      }
    }
    const error = document.errors[0];
    const problem = error && problemAt(error.message, offset, error.pos[0], error.pos[1], inner.length);
    return { entries, data: toRecord(inner, () => document.toJS({ maxAliasCount: MAX_ALIASES })), ...(problem && { problem }) };
  } catch (error) {
    return { entries: [], data: {}, problem: problemAt(String(error), offset, 0, inner.length, inner.length) };
  }
}

type Problem = NonNullable<FrontMatter['problem']>;

function problemAt(message: string, offset: number, start: number, end: number, length: number): Problem {
  const from = Math.min(start, length);
  return {
    message: message.split('\n')[0]!.replace(/\s+/g, ' ').slice(0, 200),
    span: { start: offset + from, end: offset + Math.min(Math.max(end, from + 1), Math.max(length, from)) },
  };
}

/** Too many aliases, or a structure that JavaScript cannot hold, gives an empty record: the entries are read without it. */
function toRecord(inner: string, convert: () => unknown): Record<string, unknown> {
  // The library looks through the whole document for each alias, so they are counted before.
  if ((inner.match(ALIAS)?.length ?? 0) > MAX_ALIASES) return {};
  try {
    const value = convert();
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Top-level `key = value` lines before the first table; strings, dates, numbers and booleans as their text. */
function readToml(inner: string, offset: number): Read {
  const entries: FrontMatterEntry[] = [];
  let position = 0;
  while (position < inner.length) {
    const line = lineEnd(inner, position);
    const text = inner.slice(position, line.end);
    if (/^\s*\[/.test(text)) break;
    const equals = text.indexOf('=');
    const key = text.slice(0, Math.max(0, equals)).trim().replace(/^["']|["']$/g, '');
    if (equals > 0 && /^[\w-]+$/.test(key)) {
      const rest = text.slice(equals + 1);
      const lead = rest.length - rest.trimStart().length;
      const value = tomlValue(rest.trim());
      if (value) {
        const keyStart = offset + position + text.indexOf(key);
        const valueStart = offset + position + equals + 1 + lead + value.skip;
        entries.push({
          key,
          value: value.text,
          keySpan: { start: keyStart, end: keyStart + key.length },
          valueSpan: { start: valueStart, end: valueStart + value.text.length },
        });
      }
    }
    position = line.next;
  }
  return { entries, data: Object.fromEntries(entries.map(({ key, value }) => [key, value])) };
}

function tomlValue(text: string): { readonly text: string; readonly skip: number } | undefined {
  const quote = text[0];
  if (quote === '"' || quote === "'") {
    const end = text.indexOf(quote, 1);
    return end > 0 ? { text: text.slice(1, end), skip: 1 } : undefined;
  }
  const bare = text.split('#', 1)[0]!.trimEnd();
  return bare && !/^[[{]/.test(bare) ? { text: bare, skip: 0 } : undefined;
}
