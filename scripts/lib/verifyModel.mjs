// The knowledge files as plain records for verification: names folded for comparison, dates as ranges of days, and line numbers.
import { LineCounter, isMap, isSeq, parseDocument } from 'yaml';

const DAY = 86_400_000;

/** Folds a name for comparison: 'Nguyễn Xuân-Phúc' -> 'nguyen xuan phuc'. */
export function fold(text) {
  return String(text ?? '').replace(/[ßẞ]/g, 'ss').replace(/[øØ]/g, 'o').replace(/[łŁ]/g, 'l').replace(/[ıİ]/g, 'i').replace(/[đĐðÐ]/g, 'd')
    .replace(/[æÆ]/g, 'ae').replace(/[əƏ]/g, 'a').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    .replace(/['’‘`ʻʼʿʾ]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** First and last day (days since 1970) that a date such as '2014', '2014-03', '2014-03-18' or '1991~' can mean, or undefined. */
export function dayRange(date) {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?[~?%]?$/.exec(String(date ?? ''));
  if (!match) return undefined;
  const [year, month, day] = match.slice(1, 4).map((part) => (part === undefined ? undefined : Number(part)));
  const utc = (y, m, d) => Math.round(Date.UTC(y, m - 1, d) / DAY);
  if (day !== undefined) return { first: utc(year, month, day), last: utc(year, month, day), precise: true };
  if (month !== undefined) return { first: utc(year, month, 1), last: utc(year, month + 1, 0), precise: false };
  return { first: utc(year, 1, 1), last: utc(year, 12, 31), precise: false };
}

/** Writes days since 1970 as '2014-03-18'. */
export const isoDay = (day) => new Date(day * DAY).toISOString().slice(0, 10);

/** Smallest number of days between two ranges of days; 0 when they overlap. */
export const daysApart = (a, b) => Math.max(0, a.first - b.last, b.first - a.last);

/** Whether two words are the same but for one or two letters of transliteration (none in short words). */
function nearWord(a, b) {
  if (a === b) return true;
  const allowed = Math.min(a.length, b.length) >= 8 ? 2 : Math.min(a.length, b.length) >= 5 ? 1 : 0;
  if (allowed === 0 || Math.abs(a.length - b.length) > allowed) return false;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row.push(Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    previous = row;
  }
  return previous[b.length] <= allowed;
}

const PARTICLES = new Set(['al', 'el', 'bin', 'ibn', 'bint', 'abu', 'abdul', 'de', 'da', 'do', 'dos', 'di', 'la', 'le', 'van', 'von', 'der', 'den',
  'the', 'of', 'and', 'sir', 'dr', 'gen', 'general', 'mohammed', 'muhammad', 'mohamed', 'mohammad', 'ahmed', 'ahmad', 'ali', 'jr', 'president',
  'minister', 'prime', 'king', 'john', 'jose', 'juan']);

/** Whether two names may mean the same person: strict = the same words; loose = one telling word (a surname, mostly) in common. */
export function sameName(a, b, strict) {
  const left = fold(a).split(' ').filter(Boolean);
  const right = fold(b).split(' ').filter(Boolean);
  // 'Kim Jong-un' and 'Jong-un Kim' are one name; 'Hamad bin Khalifa' and 'Khalifa bin Hamad' are father and son.
  const swaps = left.length <= 3 && !left.includes('bin') && !left.includes('ibn');
  if (strict) return left.length > 0 && (left.join(' ') === right.join(' ') || (swaps && [...left].sort().join(' ') === [...right].sort().join(' ')));
  if (left.join('') === right.join('')) return true;
  return left.some((word) => word.length > 1 && !PARTICLES.has(word) && right.some((other) => !PARTICLES.has(other) && nearWord(word, other)));
}

/** Which names of a person there are, the house form first. */
export const namesOf = (person) => [person.name, ...(person.names ?? []).map(({ text }) => text), ...(person.family ? [person.family] : [])];

/** Whether one of a person's names and the other name may mean the same person. */
export const isPerson = (person, name, strict = false) => namesOf(person).some((own) => sameName(own, name, strict));

/**
 * Reads the knowledge files. In: [{path, text}]. Out: {states, places, people, offices, organisations, events}, each a list of the records
 * as written, with `file`, `line`, `asOf` and `source` filled in; holders carry their `line` too. Files that are no YAML are left out.
 */
export function readKnowledge(files) {
  const model = { states: [], places: [], people: [], offices: [], organisations: [], events: [] };
  for (const { path, text } of files) {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    if (document.errors.length > 0 || !isMap(document.contents)) continue;
    const plain = document.toJS();
    const lineOf = (node) => lines.linePos(node?.range?.[0] ?? 0).line;
    for (const kind of Object.keys(model)) {
      const nodes = document.contents.get(kind);
      if (!isSeq(nodes)) continue;
      plain[kind].forEach((record, index) => {
        const node = nodes.items[index];
        const entry = { asOf: plain.asOf, source: plain.source, ...record, file: path, line: lineOf(node) };
        for (const list of ['holders', 'members', 'capitals']) {
          const items = isMap(node) ? node.get(list) : undefined;
          if (!isSeq(items)) continue;
          entry[list] = record[list].map((item, at) => ({ asOf: entry.asOf, source: entry.source, ...item, file: path, line: lineOf(items.items[at]) }));
        }
        model[kind].push(entry);
      });
    }
  }
  return model;
}

/** When a term surely began and ended: {start, end} as day ranges (undefined: not known) and `open` when it was still held on its as-of day. */
export function span(term) {
  const open = term.to === undefined;
  return { start: dayRange(term.from), end: open || term.to === 'unknown' ? undefined : dayRange(term.to), open };
}

/** Whether a term surely holds on a day (days since 1970), not counting its first and last weeks. */
export function holdsOn(term, day, margin = 0) {
  const { start, end, open } = span(term);
  const until = open ? dayRange(term.asOf)?.last : end?.first;
  return start !== undefined && until !== undefined && start.last + margin <= day && day <= until - margin;
}

/** Groups a list by a key: Map key -> items. */
export function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
