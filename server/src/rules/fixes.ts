import { formatDay } from '../dates/edtf';
import type { Provenance } from '../knowledge/types';
import type { Span } from '../text/span';
import type { Finding, Fix } from './types';

/** A fix that puts other words in the place of a span. */
export function replace(span: Span, newText: string, options: { readonly title?: string; readonly preferred?: boolean } = {}): Fix {
  return {
    title: options.title ?? `Change to '${newText}'`,
    edits: [{ start: span.start, end: span.end, newText }],
    ...(options.preferred ? { preferred: true } : {}),
  };
}

/** Source and as-of date of the fact that contradicts, for the message. */
export function factOf(provenance: Provenance): NonNullable<Finding['fact']> {
  return { source: provenance.source, asOf: formatDay(provenance.asOf) };
}

/** Writes `text` with the capitals of `model`: all capitals, a capital first, or as it is. */
export function withCaseOf(model: string, text: string): string {
  if (model.length > 1 && model === model.toUpperCase() && model !== model.toLowerCase()) return text.toUpperCase();
  if (/^\p{Lu}/u.test(model)) {
    // "Foreign minister" keeps its second word small; "President" does not say, and titles before names are written large.
    const titleCase = !/\s\p{Ll}/u.test(model.replace(/ (?:of|the|for|and) /g, ' '));
    return titleCase ? text.replace(/(^|[\s-])(?!(?:of|the|for|and)\b)(\p{Ll})/gu, (_, lead: string, letter: string) => lead + letter.toUpperCase()) : text[0]!.toUpperCase() + text.slice(1);
  }
  return text;
}
