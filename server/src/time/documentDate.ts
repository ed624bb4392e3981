import { isRealDate } from '../dates/calendar';
import { formatRange, parseEdtf } from '../dates/edtf';
import type { DayRange } from '../dates/interval';
import { tokenize } from '../text/tokens';
import type { BlockReading, FrontMatter, ParsedDocument } from '../text/types';
import type { WrittenTime } from './form';
import type { DocumentDate, DocumentDateSource } from './types';
import { dateValue } from './timex';
import { readTimes } from './written';

/** Keys of front matter that date a text, best first; compared without case, hyphens and underscores. */
const DATE_KEYS = [
  'date',
  'published',
  'pubdate',
  'datepublished',
  'publishdate',
  'publisheddate',
  'publicationdate',
  'publishedat',
  'publishedon',
  'publishedtime',
  'dateline',
  'created',
  'datecreated',
  'createdat',
  'updated',
  'lastmod',
  'modified',
  'datemodified',
  'lastmodified',
];
/** Blocks from the top among which a dateline or a line with the date is sought. */
const TOP_BLOCKS = 8;
const DATE_LINE_TOKENS = 24;

/**
 * The day, month or year for which a document speaks, and how we know: the user's word, front matter, a dateline, a line that is
 * nothing but a date,
 * a year or date in the headline, the file's name; else none.
 * @param override EDTF given by the user; one that is no EDTF date is passed over
 */
export function resolveDocumentDate(parsed: ParsedDocument, readings: readonly BlockReading[], override?: string): DocumentDate {
  const chosen = override === undefined ? undefined : (fromEdtf(override.trim(), 'user') ?? fromText(override, 'user'));
  return (
    chosen ??
    fromFrontMatter(parsed.frontMatter) ??
    fromTop(parsed, readings) ??
    fromHeadline(parsed, readings) ??
    fromFileName(parsed.source.fileName) ?? { source: 'none' }
  );
}

function fromEdtf(text: string, source: DocumentDateSource): DocumentDate | undefined {
  const interval = parseEdtf(text);
  if (!interval?.from || !interval.to) return undefined;
  const range = { first: interval.from.range.first, last: interval.to.range.last };
  return Number.isFinite(range.first) && Number.isFinite(range.last) ? { source, edtf: text, range } : undefined;
}

const ISO_START = /^\s*["']?(\d{4})-(\d{1,2})-(\d{1,2})(?=$|[T\s"'])/;
const COMPACT = /(?:^|\D)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/;

/** A date at the head of a value: ISO, with or without a time, or in words. The day is the one written: the zone moves no day. */
function fromText(value: string, source: DocumentDateSource): DocumentDate | undefined {
  const iso = ISO_START.exec(value);
  if (iso) return fromParts(Number(iso[1]), Number(iso[2]), Number(iso[3]), source);
  const edtf = fromEdtf(value.trim(), source);
  if (edtf) return edtf;
  const tokens = tokenize(value);
  const reading: BlockReading = {
    tokens,
    sentences: [{ start: 0, end: value.length, first: 0, last: tokens.length }],
    quotations: [],
  };
  for (const time of readTimes(reading)) {
    const range = explicitRange(time);
    if (range) return { source, edtf: formatRange(range), range };
  }
  return undefined;
}

function fromParts(year: number, month: number, day: number, source: DocumentDateSource): DocumentDate | undefined {
  if (!isRealDate(year, month, day)) return undefined;
  return fromEdtf(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, source);
}

function fromFrontMatter(frontMatter: FrontMatter | undefined): DocumentDate | undefined {
  if (!frontMatter) return undefined;
  for (const key of DATE_KEYS) {
    for (const entry of frontMatter.entries) {
      if (entry.key.toLowerCase().replace(/[-_\s]/g, '') !== key) continue;
      const date = fromText(entry.value, 'frontMatter');
      if (date) return { ...date, span: { start: entry.valueSpan.start, end: entry.valueSpan.end } };
    }
  }
  return undefined;
}

/** Days of a written date that carries its own year; undefined for others, ranges and what cannot be. */
function explicitRange(time: WrittenTime): DayRange | undefined {
  const { form } = time;
  if (time.impossible || form.kind !== 'calendar' || form.year === undefined || form.bc || time.partner !== undefined)
    return undefined;
  if (form.season || form.quarter || form.half) return undefined;
  const text = dateValue({ year: form.year, month: form.month, day: form.day });
  const range = parseEdtf(text)?.from?.range;
  return range;
}

/** A dateline or a line with the date among the first blocks, whichever comes first. */
function fromTop(parsed: ParsedDocument, readings: readonly BlockReading[]): DocumentDate | undefined {
  for (let index = 0; index < Math.min(TOP_BLOCKS, parsed.blocks.length); index++) {
    const block = parsed.blocks[index]!;
    const reading = readings[index];
    if (!reading || block.kind === 'tableCell') continue;
    for (const time of readTimes(reading)) {
      const range = explicitRange(time);
      if (!range || time.form.kind !== 'calendar' || time.form.day === undefined) continue;
      const source = isDateline(block.prose, time)
        ? ('dateline' as const)
        : isDateLine(reading, time, block.kind === 'heading')
          ? ('byline' as const)
          : undefined;
      if (!source) continue;
      const start = time.written?.dateSpan?.start ?? time.start;
      const end = time.written?.dateSpan?.end ?? time.end;
      return { source, edtf: formatRange(range), range, span: { start: block.start + start, end: block.start + end } };
    }
  }
  return undefined;
}

const PLACE_LIMIT = 60;
const PLACE_WORD = String.raw`\p{Lu}[\p{L}.'’-]*`;
/** Place or places before the date of a dateline: capitalised words, commas, initials, slashes, brackets, an agency. */
const PLACE = new RegExp(
  String.raw`^\s*\(?${PLACE_WORD}(?:[ ,/]+(?:(?:de|of|al|el|the|and|la|del|am|an|der|upon|on) )?${PLACE_WORD}){0,6}` +
    String.raw`[ ,/]*(?:\([\p{L} ]{1,20}\)[ ,]*)?[,—–-]?\s*$`,
  'u',
);
const AFTER = /^\s*(?:\([^()\n]{1,40}\)\s*)?(?:[—–:.)]|--?\s|-$|\()/u;

/**
 * "KYIV, March 3, 2022 (Reuters) —", "Bath, Thursday 18 May 2017.", "(KABUL, 12 May 2021)": at a block's start, place, date,
 * mark.
 */
function isDateline(prose: string, time: WrittenTime): boolean {
  if (time.start === 0 || time.start > PLACE_LIMIT) return false;
  const clean = (text: string) => text.replaceAll('\u2060', '');
  const before = clean(prose.slice(0, time.start));
  if (!PLACE.test(before)) return false;
  if (!/[,(—–/-]\s*$/.test(before) && !/^\s*\(?[\p{Lu}\s.'’-]+$/u.test(before)) return false;
  return AFTER.test(clean(prose.slice(time.end, time.end + 60)));
}

const LABELS: ReadonlySet<string> = new Set([
  'published', 'updated', 'posted', 'date', 'on', 'by', 'last', 'first', 'at', 'gmt', 'utc', 'am', 'pm', 'a.m.', 'p.m.',
  'issued', 'written', 'created', 'of', 'the', 'and', 'in', 'from', 'edition', 'bst', 'est', 'edt', 'cet', 'local', 'time',
  'min', 'read', 'minutes',
]);

/** A line with nothing but a date and what belongs beside it: weekday, label, place, author, time. No verb, no sentence. */
function isDateLine(reading: BlockReading, time: WrittenTime, heading: boolean): boolean {
  const { tokens } = reading;
  if (tokens.length > DATE_LINE_TOKENS || reading.sentences.length > 2) return false;
  let words = 0;
  for (const token of tokens) {
    if (token.start >= time.start && token.start < time.end) continue;
    if (token.kind === 'number' || token.kind === 'punctuation' || token.kind === 'object' || LABELS.has(token.lower)) continue;
    // Names of places and authors have capitals; anything else makes it a sentence.
    if (token.shape === 'lower') return false;
    words++;
  }
  const outside = tokens.length - tokens.filter((token) => token.start >= time.start && token.start < time.end).length;
  return outside === 0 || (!heading && words <= 8) || words <= 1;
}

/** A day, month or year in the headline: the last full date, else a year that stands apart ("2026:"). */
function fromHeadline(parsed: ParsedDocument, readings: readonly BlockReading[]): DocumentDate | undefined {
  const block = parsed.blocks[0];
  const reading = readings[0];
  if (!block || !reading || (block.kind !== 'heading' && !isHeadline(parsed, reading))) return undefined;
  const times = readTimes(reading);
  let best: { time: WrittenTime; range: DayRange } | undefined;
  for (const time of times) {
    const range = explicitRange(time);
    if (!range || time.form.kind !== 'calendar' || time.mod) continue;
    // "since 2014", "the 1974 coup": what the text is about, not when it was written.
    if (time.form.day === undefined && !standsApart(block.prose, time)) continue;
    if (!best || range.last - range.first <= best.range.last - best.range.first) best = { time, range };
  }
  if (!best) return undefined;
  return {
    source: 'headline',
    edtf: formatRange(best.range),
    range: best.range,
    span: { start: block.start + best.time.start, end: block.start + best.time.end },
  };
}

function isHeadline(parsed: ParsedDocument, reading: BlockReading): boolean {
  const last = reading.tokens[reading.tokens.length - 1];
  return (
    parsed.blocks.length > 1 &&
    reading.sentences.length === 1 &&
    reading.tokens.length <= 30 &&
    last !== undefined &&
    !/^[.!?]$/.test(last.lower)
  );
}

function standsApart(prose: string, time: WrittenTime): boolean {
  const before = prose.slice(0, time.start).trimEnd();
  const after = prose.slice(time.end).trimStart();
  if (time.preposition !== undefined && time.preposition !== 'in' && time.preposition !== 'of') return false;
  return (
    after.startsWith(':') ||
    after === '' ||
    after.startsWith('–') ||
    after.startsWith('—') ||
    (before === '' && after.startsWith('-')) ||
    before.endsWith(':') ||
    after.startsWith(',')
  );
}

const FILE_DATE = /(?:^|\D)((?:19|20)\d{2})[-_.](\d{1,2})[-_.](\d{1,2})(?!\d)/;

function fromFileName(fileName: string | undefined): DocumentDate | undefined {
  if (fileName === undefined) return undefined;
  const match = FILE_DATE.exec(fileName) ?? COMPACT.exec(fileName);
  return match ? fromParts(Number(match[1]), Number(match[2]), Number(match[3]), 'fileName') : undefined;
}
