import { readBlock } from '../../text/blockReading';
import { parseDocument } from '../../text/document';
import type { SourceDocument } from '../../text/types';
import { findTimes, resolveDocumentDate, type DocumentDate, type TimeExpression } from '../index';

/** A text read as a document: its date and its times. For tests. */
export function timesOf(text: string, date?: string, format: SourceDocument['format'] = 'plaintext', fileName?: string): {
  readonly date: DocumentDate;
  readonly times: readonly TimeExpression[];
} {
  const parsed = parseDocument({ text, format, ...(fileName !== undefined && { fileName }) });
  const readings = parsed.blocks.map((block) => readBlock(block));
  const documentDate = resolveDocumentDate(parsed, readings, date);
  return { date: documentDate, times: findTimes(parsed, readings, documentDate) };
}

/** "text = value" per expression, the way the tables of cases are written. */
export function valuesOf(text: string, date?: string): string[] {
  return timesOf(text, date).times.map((time) => `${time.text} = ${time.value}${time.mod ? ` ${time.mod}` : ''}`);
}
