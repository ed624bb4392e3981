import { Document, type YAMLMap } from 'yaml';
import type { Proposals, ProposedTerm } from './propose';

/**
 * The proposals as a knowledge file of a workspace, to be laid over ours. Empty when nothing is proposed.
 * @param today `YYYY-MM-DD`, the day on which Wikidata was asked
 */
export function proposalsFile({ people, terms }: Proposals, today: string): string {
  if (terms.length === 0) return '';
  const document = new Document({});
  document.commentBefore = ` Holders by Wikidata (CC0), asked on ${today}. Anybody may edit Wikidata: read this before you rely on it.`;
  document.set('asOf', document.createNode(today));
  document.set('source', `wikidata-${today.slice(0, 4)}`);
  const flow = (value: object): YAMLMap => {
    const node = document.createNode(value) as YAMLMap;
    node.flow = true;
    return node;
  };
  if (people.length > 0) {
    document.set('people', document.createNode(people.map(({ nationality, ...person }) => flow({ ...person, ...(nationality !== undefined && { nationality: [nationality] }) }))));
  }
  const offices = new Map<string, ProposedTerm[]>();
  for (const term of terms) offices.set(term.office, [...(offices.get(term.office) ?? []), term]);
  document.set('offices', document.createNode([...offices].map(([id, own]) => ({
    id, holders: own.map(({ person, from, to }) => flow({ person, ...(from !== undefined && { from }), ...(to !== undefined && { to }) })),
  }))));
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** One line for each proposal, for people: "defence minister of Borduria: Ilya Brot since 2026-05-01 (new)". */
export function proposalLines({ terms }: Proposals, officeName: (id: string) => string): readonly string[] {
  return terms.map(({ office, name, from, to, is }) => {
    const title = officeName(office);
    if (is === 'end') return `${title}: ${name} until ${to === 'unknown' ? 'a day not known' : to!}`;
    return to === undefined ? `${title}: ${name} since ${from!}` : `${title}: ${name} from ${from!} to ${to === 'unknown' ? 'a day not known' : to}`;
  });
}
