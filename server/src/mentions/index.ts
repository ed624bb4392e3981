import type { Knowledge } from '../knowledge/api';
import { buildNameIndex } from '../knowledge/nameIndex';
import type { BlockReading, ParsedDocument } from '../text/types';
import type { DocumentDate, TimeExpression } from '../time/types';
import { documentStage } from './documentStage';
import { matchBlock } from './matchBlock';
import type { Mention } from './types';

export { matchBlock } from './matchBlock';
export { editDistance, nameSimilarity } from './similarity';
export type { BlockMatches } from './blockMatches';
export type * from './types';

/**
 * Finds who and what is named in a document: persons, states and their people, places, organisations, offices and events that the knowledge
 * holds. `readings` has one entry for each block of `parsed`; `times` and `date` come from the time layer. The result is sorted by start and does not
 * overlap. Names that cannot be told apart come without an entity and with candidates; names that the knowledge does not hold are left out.
 */
export function findMentions(
  parsed: ParsedDocument, readings: readonly BlockReading[], times: readonly TimeExpression[], date: DocumentDate, knowledge: Knowledge,
): readonly Mention[] {
  const index = buildNameIndex(knowledge);
  const matches = readings.map((reading) => matchBlock(reading, index));
  return documentStage(parsed, readings, matches, times, date, knowledge, index);
}
