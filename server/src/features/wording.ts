import { describeDay, describeRange, parseEdtf, parseEdtfDate, type EdtfDate } from '../dates/edtf';
import type { Period } from '../knowledge/types';
import type { Finding } from '../rules/types';

/** Source keys of the knowledge files as people know them. */
const SOURCE_NAMES: Readonly<Record<string, string>> = {
  own: 'Foreign Desk',
  'wikidata-2022': 'Wikidata, 2022',
  'factbook-2026': 'World Factbook, February 2026',
  'leaders-2026': 'World leaders, August 2026',
  'ucdp-2023': 'UCDP, 2023',
};
const KEY_WITH_YEAR = /^([a-z][a-z-]{0,40})-(\d{4})$/;

/** Readable name of a source key: "own" gives "Foreign Desk", an unknown "acled-2024" gives "Acled, 2024". */
export function sourceName(key: string): string {
  const known = SOURCE_NAMES[key];
  if (known !== undefined) return known;
  const match = KEY_WITH_YEAR.exec(key);
  return match ? `${capitalise(match[1]!.replaceAll('-', ' '))}, ${match[2]!}` : key;
}

/** "Foreign Desk, as of 1 February 2026". `asOf` is a day number. */
export function sourceAsOf(source: string, asOf: number): string {
  const name = sourceName(source);
  return `${name}${name.includes(',') ? ';' : ','} as of ${describeDay(asOf)}`;
}

/**
 * A finding's message with source and as-of date of the fact behind it, as diagnostics and reports show it:
 * "… since 14 May 2024 (Foreign Desk, as of 1 February 2026)".
 */
export function findingText(finding: Finding): string {
  if (!finding.fact) return finding.message;
  const { source, asOf } = finding.fact;
  const range = parseEdtfDate(asOf)?.range;
  const when = range ? describeRange(range) : asOf;
  const name = sourceName(source);
  const note = `(${name}${name.includes(',') ? ';' : ','} as of ${when})`;
  return finding.message.endsWith('.') ? `${finding.message.slice(0, -1)} ${note}.` : `${finding.message} ${note}`;
}

/** An EDTF date or interval as people write it; what is not EDTF is given back as it is. */
export function edtfText(edtf: string): string {
  const interval = parseEdtf(edtf);
  if (!interval) return edtf;
  const group = groupText(edtf);
  if (group !== undefined) return group;
  if (!edtf.includes('/')) return interval.from ? dateText(interval.from) : edtf;
  const from = edtf.startsWith('..') ? 'the beginning' : interval.from ? dateText(interval.from) : 'an unknown day';
  const to = edtf.endsWith('..') ? 'now' : interval.to ? dateText(interval.to) : 'an unknown day';
  return `${from} to ${to}`;
}

const PARTS: Readonly<Record<string, string>> = {
  21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter',
  33: 'the first quarter of', 34: 'the second quarter of', 35: 'the third quarter of', 36: 'the fourth quarter of',
  40: 'the first half of', 41: 'the second half of',
};
const PART_OF_YEAR = /^(\d{4})-(2[1-4]|3[3-6]|4[01])$/;
const DECADE = /^(\d{3})X$/;
const CENTURY = /^(\d{2})XX$/;

/** Seasons, quarters, halves, decades and centuries: "spring 2014", "the 1990s". */
function groupText(edtf: string): string | undefined {
  const part = PART_OF_YEAR.exec(edtf);
  if (part) return `${PARTS[part[2]!]!} ${part[1]!}`;
  const decade = DECADE.exec(edtf);
  if (decade) return `the ${decade[1]!}0s`;
  const century = CENTURY.exec(edtf);
  return century ? `the ${ordinal(Number(century[1]) + 1)} century` : undefined;
}

function ordinal(value: number): string {
  const teen = value % 100 > 10 && value % 100 < 14;
  return `${value}${teen ? 'th' : ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th'}`;
}

/** "14 May 2024", "May 2024", "about 1991". */
export function dateText(date: EdtfDate): string {
  return `${date.approximate ? 'about ' : ''}${describeRange(date.range)}`;
}

/** "6 November 2012 – 14 May 2024", "since 14 May 2024", "until 1991", '' when nothing is known. */
export function periodText(period: Period): string {
  const from = period.from && dateText(period.from);
  const to = period.to ? dateText(period.to) : period.endUnknown ? '?' : undefined;
  if (from !== undefined && to !== undefined) return from === to ? from : `${from} – ${to}`;
  if (from !== undefined) return `since ${from}`;
  if (to === undefined) return '';
  return to === '?' ? 'in the past' : `until ${to}`;
}

export function capitalise(text: string): string {
  const first = text.codePointAt(0);
  if (first === undefined) return text;
  const letter = String.fromCodePoint(first);
  return letter.toUpperCase() + text.slice(letter.length);
}

/** "a", "a and b", "a, b and c". */
export function listText(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]!}`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
