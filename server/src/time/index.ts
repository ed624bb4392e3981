/**
 * When things are said to happen: the document's date and its time expressions, resolved as far as the text allows.
 */
export { resolveDocumentDate } from './documentDate';
export { findTimes } from './find';
export { readTimes } from './written';
export type { WrittenTime } from './form';
export type { DocumentDate, DocumentDateSource, Duration, TimeAnchor, TimeExpression, TimeType, WrittenDate } from './types';
