import type { Knowledge } from '../api';
import type { Office } from '../types';

/** Public query service of Wikidata (CC0). */
export const WIKIDATA_ENDPOINT = 'https://query.wikidata.org/sparql';

/** So many offices in one question keep the service's answer well within its time limit of a minute. */
const BATCH = 40;

/** Offices that can be asked for: those with a Wikidata id. */
export function refreshableOffices(knowledge: Knowledge): readonly Office[] {
  return knowledge.entities.filter((entity): entity is Office => entity.kind === 'office' && entity.wikidata !== undefined);
}

/**
 * SPARQL questions for the holders of offices who left on or after a day, or have no end given: position (P39) statements that are not deprecated,
 * with start (P580) and end (P582) and their precisions, and birth, death and sex of the holder.
 * @param since `YYYY-MM-DD`
 */
export function holderQueries(offices: readonly Office[], since: string): readonly string[] {
  const queries: string[] = [];
  for (let first = 0; first < offices.length; first += BATCH) {
    const values = offices.slice(first, first + BATCH).map(({ wikidata }) => `wd:${wikidata!}`).join(' ');
    queries.push(`SELECT ?office ?person ?personLabel ?start ?startPrecision ?end ?endPrecision ?endGiven ?born ?bornPrecision ?died ?diedPrecision ?sex WHERE {
  VALUES ?office { ${values} }
  ?statement ps:P39 ?office .
  ?person p:P39 ?statement .
  MINUS { ?statement wikibase:rank wikibase:DeprecatedRank }
  OPTIONAL { ?statement pqv:P580 [ wikibase:timeValue ?start ; wikibase:timePrecision ?startPrecision ] }
  OPTIONAL { ?statement pqv:P582 [ wikibase:timeValue ?end ; wikibase:timePrecision ?endPrecision ] }
  OPTIONAL { ?statement pq:P582 ?endGiven }
  OPTIONAL { ?person p:P569/psv:P569 [ wikibase:timeValue ?born ; wikibase:timePrecision ?bornPrecision ] }
  OPTIONAL { ?person p:P570/psv:P570 [ wikibase:timeValue ?died ; wikibase:timePrecision ?diedPrecision ] }
  OPTIONAL { ?person wdt:P21 ?sex }
  FILTER(!BOUND(?end) || ?end >= "${since}T00:00:00Z"^^xsd:dateTime)
  SERVICE wikibase:label { bd:serviceParam wikibase:language "en,mul". }
}`);
  }
  return queries;
}
