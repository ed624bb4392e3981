import type { Analysis } from '../../analysis/types';
import { formatRange, parseEdtf, weekdayName } from '../../dates/edtf';
import type { Duration, DocumentDateSource, TimeExpression } from '../../time/types';
import { edtfText } from '../wording';
import type { Card } from './types';

const DATE_SOURCES: Readonly<Record<DocumentDateSource, string>> = {
  user: 'the date set for this text',
  frontMatter: 'the front matter',
  dateline: 'the dateline',
  byline: 'the byline',
  headline: 'the headline',
  fileName: 'the file name',
  none: 'the text',
};

/** Readable name of where the date of a text comes from: "the dateline". */
export function dateSourceName(source: DocumentDateSource): string {
  return DATE_SOURCES[source];
}

/** The value of a time expression in words, what it was reckoned from, or why it has none. */
export function timeCard(analysis: Analysis, time: TimeExpression, warnings: readonly string[]): Card {
  const lines: string[] = [];
  if (time.range && time.range.first === time.range.last) lines.push(weekdayName(time.range.first));
  const reckoned = reckoning(analysis, time);
  if (reckoned !== '') lines.push(reckoned);
  const reason = unresolvedReason(time);
  if (reason !== '') lines.push(reason);
  return {
    span: { start: time.start, end: time.end },
    title: time.range ? title(time) : time.duration && time.type === 'DURATION' ? durationText(time.duration) : time.text,
    subtitle: REFERENCES[time.value] ?? KINDS[time.type],
    warnings,
    lines,
    links: [],
  };
}

const KINDS: Readonly<Record<TimeExpression['type'], string>> = {
  DATE: 'date', TIME: 'time of day', DURATION: 'length of time', SET: 'recurring time',
};

const MOD_WORDS: Readonly<Partial<Record<NonNullable<TimeExpression['mod']>, string>>> = {
  START: 'early ', MID: 'mid-', END: 'late ', APPROX: 'about ', BEFORE: 'before ', AFTER: 'after ',
};
const REFERENCES: Readonly<Record<string, string>> = {
  PAST_REF: 'some time before the text', PRESENT_REF: 'the time of the text', FUTURE_REF: 'some time after the text',
};

function title(time: TimeExpression): string {
  // "early 2012" has the value 2012 and a range of its first months.
  const value = timexToEdtf(time.value);
  const text = edtfText(parseEdtf(value) ? value : time.edtf ?? formatRange(time.range!));
  const part = (time.mod && MOD_WORDS[time.mod]) ?? '';
  if (part === '' || (part === 'about ' && text.startsWith('about '))) return text;
  return text.startsWith('the ') ? `the ${part}${text.slice(4)}` : `${part}${text}`;
}

const TIMEX_PARTS: Readonly<Record<string, string>> = {
  SP: '21', SU: '22', FA: '23', WI: '24', Q1: '33', Q2: '34', Q3: '35', Q4: '36', H1: '40', H2: '41',
};

/** A TIMEX3 value in EDTF where both can say it: "2012-FA" gives "2012-23", "204" (the 2040s) "204X"; others as they are. */
function timexToEdtf(value: string): string {
  if (/^\d{2,3}$/.test(value)) return value.padEnd(4, 'X');
  const match = /^(\d{4})-(S[PU]|FA|WI|Q[1-4]|H[12])$/.exec(value);
  return match ? `${match[1]!}-${TIMEX_PARTS[match[2]!]!}` : value;
}

function durationText({ amount, unit, approximate }: Duration): string {
  const about = approximate === undefined ? '' : approximate === 'about' ? 'about ' : `${approximate} than `;
  const units = amount === 1 ? unit : unit === 'century' ? 'centuries' : `${unit}s`;
  return `${about}${amount} ${units}`;
}

function reckoning({ date }: Analysis, time: TimeExpression): string {
  switch (time.anchor) {
    case 'document': {
      const day = date.edtf === undefined ? '' : `, ${edtfText(date.edtf)}`;
      return `Reckoned from ${dateSourceName(date.source)}${day}`;
    }
    case 'context':
      return 'Reckoned from the dates around it';
    case 'event':
      return 'Reckoned from the date of an event';
    default:
      return '';
  }
}

function unresolvedReason(time: TimeExpression): string {
  if (time.impossible === 'day') return 'There is no such day';
  if (time.impossible === 'month') return 'There is no such month';
  const { written, unresolved } = time;
  if (unresolved !== undefined && unresolved !== 'ambiguous' && written?.weekday !== undefined && written.day === undefined) {
    return 'Not resolved: a weekday needs a text whose date is known to the day';
  }
  switch (time.unresolved) {
    case 'no-document-date':
      return 'Not resolved: the text has no date from which to reckon';
    case 'ambiguous': {
      const readings = (time.readings ?? []).map(edtfText);
      return `Not resolved: it can be ${readings.length > 1 ? readings.join(' or ') : 'read in two ways'}`;
    }
    case 'vague':
      return 'Not resolved: it names no day, month or year';
    default:
      return '';
  }
}
