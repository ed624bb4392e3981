import { TextDocument } from 'vscode-languageserver-textdocument';
import { DEFAULT_OPTIONS } from '../../analysis/options';
import type { Analysis, AnalysisOptions, IgnoredFinding, Notice } from '../../analysis/types';
import type { Claim } from '../../claims/types';
import { parseEdtf } from '../../dates/edtf';
import type { Knowledge } from '../../knowledge/api';
import { knowledgeFromYaml } from '../../knowledge/testing/fromYaml';
import type { Mention, MentionKind } from '../../mentions/types';
import type { Finding } from '../../rules/types';
import { parseDocument } from '../../text/document';
import type { Span } from '../../text/span';
import type { DocumentDate, TimeExpression } from '../../time/types';

/** One `^^^ label` line: what it underlines in the line above. */
export interface Underline extends Span {
  readonly label: string;
}

export interface MarkedText {
  readonly text: string;
  /** Offset of `$0`, where there is one. */
  readonly cursor?: number;
  readonly underlines: readonly Underline[];
}

const UNDERLINE = /^( *)(\^+) ?(.*)$/;

/**
 * Reads a text with `$0` for the cursor and, below a line, `^^^ label` for what stands above. Both are taken out; an underline counts
 * columns of the line without `$0`.
 */
export function readMarked(marked: string): MarkedText {
  let text = '';
  let cursor: number | undefined;
  let lineStart = 0;
  const underlines: Underline[] = [];
  const lines = marked.split('\n');
  for (const [index, line] of lines.entries()) {
    const match = UNDERLINE.exec(line);
    if (match) {
      const start = lineStart + match[1]!.length;
      underlines.push({ start, end: start + match[2]!.length, label: match[3]!.trim() });
      continue;
    }
    if (index > 0) text += '\n';
    lineStart = text.length;
    const at = line.indexOf('$0');
    if (at >= 0) cursor = lineStart + at;
    text += at >= 0 ? line.slice(0, at) + line.slice(at + 2) : line;
  }
  return { text, ...(cursor !== undefined && { cursor }), underlines };
}

/** The text with an underline below each span, the inverse of {@link readMarked}; spans must lie within one line. */
export function underline(text: string, spans: readonly Underline[]): string {
  const result: string[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    result.push(line);
    for (const span of spans) {
      if (span.start >= start && span.start < start + line.length + 1 && span.end <= start + line.length) {
        result.push(`${' '.repeat(span.start - start)}${'^'.repeat(span.end - span.start)}${span.label === '' ? '' : ` ${span.label}`}`);
      }
    }
    start += line.length + 1;
  }
  return result.join('\n');
}

export interface FixtureParts {
  readonly knowledge?: Knowledge;
  /** EDTF, or a whole document date. */
  readonly date?: string | DocumentDate;
  readonly claims?: readonly Claim[];
  readonly findings?: readonly Finding[];
  readonly ignored?: readonly IgnoredFinding[];
  readonly notices?: readonly Notice[];
  readonly options?: Partial<AnalysisOptions>;
  readonly format?: 'markdown' | 'plaintext';
}

export interface Fixture {
  readonly analysis: Analysis;
  readonly document: TextDocument;
  readonly cursor: number;
  readonly uri: string;
}

/**
 * An analysis made by hand: the underlines give the mentions (`person:anna-berg`, `state:norland quoted`, `person ?` for one that is not
 * resolved, `place:vik stands=norland`) and times (`date:2026-02-03`, `date ?no-document-date`); findings may be
 * underlined as `finding:RULE` when they are given by {@link finding}.
 */
export function fixture(marked: string, parts: FixtureParts = {}): Fixture {
  const { text, cursor, underlines } = readMarked(marked);
  const parsed = parseDocument({ text, format: parts.format ?? 'markdown' });
  const uri = 'file:///texts/article.md';
  const sorted = [...underlines].sort((a, b) => a.start - b.start);
  const mentions = sorted.filter(({ label }) => MENTION.test(label)).map((item) => toMention(text, item));
  const times = sorted.filter(({ label }) => label.startsWith('date')).map((item) => toTime(text, item));
  return {
    uri,
    cursor: cursor ?? 0,
    document: TextDocument.create(uri, 'markdown', 1, text),
    analysis: {
      source: parsed.source, parsed, readings: [], times, mentions,
      date: typeof parts.date === 'object' ? parts.date : toDate(parts.date),
      claims: parts.claims ?? [],
      findings: parts.findings ?? [],
      ignored: parts.ignored ?? [],
      notices: parts.notices ?? [],
      knowledge: parts.knowledge ?? knowledgeFromYaml(''),
      options: { ...DEFAULT_OPTIONS, ...parts.options },
    },
  };
}

const MENTION = /^(person|place|state|organisation|office|event|nationality)\b/;

function toMention(text: string, { start, end, label }: Underline): Mention {
  const [head, ...words] = label.split(' ') as [string, ...string[]];
  const [kind, entity] = head.split(':') as [MentionKind, string?];
  const stands = words.find((word) => word.startsWith('stands='))?.slice(7);
  const of = words.find((word) => word.startsWith('of='))?.slice(3);
  const role = words.find((word) => word.startsWith('role='))?.slice(5);
  const by = words.find((word) => word.startsWith('by='))?.slice(3) as Mention['by'] | undefined;
  const candidates = words.filter((word) => word.startsWith('perhaps=')).map((word) => ({ entity: word.slice(8), score: 0.5, why: 'same name' }));
  return {
    start, end, kind, text: text.slice(start, end), by: by ?? 'full',
    ...(entity !== undefined && { entity }),
    ...(stands !== undefined && { stands }),
    candidates: entity === undefined ? candidates : [{ entity, score: 1, why: 'named' }],
    ...(kind === 'office' && {
      office: {
        roles: role === undefined ? [] : [role], modifiers: words.includes('former') ? ['former'] : [],
        ...(of !== undefined && { of }), titleSpan: { start, end }, wholeSpan: { start, end },
      },
    }),
    provenance: 'knowledge', block: 0, sentence: 0, quoted: words.includes('quoted'),
  };
}

function toTime(text: string, { start, end, label }: Underline): TimeExpression {
  const [head, ...words] = label.split(' ') as [string, ...string[]];
  const edtf = head.split(':')[1];
  const parsed = edtf === undefined ? undefined : parseEdtf(edtf);
  const reason = words.find((word) => word.startsWith('?'))?.slice(1) as TimeExpression['unresolved'];
  return {
    start, end, text: text.slice(start, end), type: 'DATE', value: edtf ?? 'XXXX-WXX-3',
    ...(edtf !== undefined && { edtf }),
    ...(parsed?.from && parsed.to && { range: { first: parsed.from.range.first, last: parsed.to.range.last } }),
    anchor: words.includes('document') ? 'document' : reason ? 'none' : 'explicit',
    ...(reason && { unresolved: reason }),
    block: 0, sentence: 0, quoted: words.includes('quoted'),
  };
}

function toDate(edtf: string | undefined): DocumentDate {
  const parsed = edtf === undefined ? undefined : parseEdtf(edtf);
  if (!parsed?.from || !parsed.to) return { source: 'none' };
  return { source: 'dateline', edtf: edtf!, range: { first: parsed.from.range.first, last: parsed.to.range.last } };
}

/** A finding on the n-th (from 0) occurrence of `needle`. */
export function finding(text: string, needle: string, parts: Partial<Finding> = {}, occurrence = 0): Finding {
  let start = -1;
  for (let i = 0; i <= occurrence; i++) start = text.indexOf(needle, start + 1);
  if (start < 0) throw new Error(`'${needle}' is not in the text`);
  return {
    start, end: start + needle.length, rule: 'name-misspelt', severity: 'warning', message: `${needle} looks wrong`, fixes: [], related: [], ...parts,
  };
}

/** A small world that no newspaper knows, so that tests hold whatever the shipped files say. */
export const SMALL_WORLD = `
source: own
roles:
  - {id: president, name: president, titles: [president]}
  - {id: defence-minister, name: defence minister, titles: [defence minister]}
  - {id: foreign-minister, name: foreign minister, titles: [foreign minister]}
  - {id: secretary-general, name: secretary-general, titles: [secretary-general]}
states:
  - id: norland
    name: Norland
    names: [{text: Republic of Norland, kind: formal}]
    adjectives: [Norlandic]
    demonyms: [Norlander]
    capitals: [{place: oldby, to: 1999-12-31}, {place: vik, from: 2000-01-01}]
  - id: sudland
    name: Sudland
    exists: {from: 1950-01-01, to: 1990-06-30}
places:
  - {id: vik, name: Vik, type: city, in: [norland], names: [{text: Karlsvik, kind: former, to: '1951'}]}
  - {id: oldby, name: Oldby, type: city, in: [norland]}
people:
  - id: anna-berg
    name: Anna Berg
    names: [{text: Ana Berg, kind: variant}]
    born: 1960-05-21
    nationality: [norland]
    wikidata: Q1
  - {id: bo-dahl, name: Bo Dahl, born: '1950~', died: 2022-03-04, nationality: [norland]}
  - {id: carl-ek, name: Carl Ek, nationality: [norland]}
offices:
  - id: norland.defence-minister
    role: defence-minister
    of: norland
    completeFrom: '2000'
    holders:
      - {person: bo-dahl, from: 2004-01-01, to: 2012-11-06}
      - {person: anna-berg, from: 2012-11-06, to: 2024-05-14}
      - {person: carl-ek, from: 2024-05-14}
  - id: norland.president
    role: president
    of: norland
    holders:
      - {person: anna-berg, from: 2024-06-01}
  - id: league.secretary-general
    role: secretary-general
    of: league
    holders:
      - {person: bo-dahl, from: 2013-01-01, to: 2020-12-31, source: wikidata-2022}
organisations:
  - id: league
    name: League
    type: alliance
    exists: {from: 1949-04-04}
    names: [{text: League of Lands, kind: formal}, {text: LoL, kind: acronym}]
    seat: vik
    membersCompleteFrom: 1949-04-04
    members: [{states: [norland], from: 1949-04-04}, {states: [sudland], from: 1960-01-01, to: 1990-06-30}]
events:
  - id: fjord-war
    name: Fjord War
    type: war
    start: 1982-04-02
    end: 1982-06-14
    dates: [{date: 1982-05-01, what: first landing}]
    places: [norland]
    parties: [norland, sudland]
    phrases: ['fjord war']
`;
