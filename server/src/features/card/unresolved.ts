import type { Provenance } from '../../knowledge/types';
import type { Mention } from '../../mentions/types';
import { capitalise } from '../wording';
import { datedLines } from './datedLines';
import { bodyOf, describeOffice, holdersText, nameInSentence, officesMeant } from './offices';
import type { CardContext, Description } from './types';

const MAX_CANDIDATES = 4;

export type Titled = Description & { readonly title: string };

/** What a name may mean that is not resolved. */
export function describeUnresolved(mention: Mention, { analysis: { knowledge } }: CardContext): Titled {
  const lines: string[] = [];
  const facts: Provenance[] = [];
  for (const candidate of mention.candidates.slice(0, MAX_CANDIDATES)) {
    const entity = knowledge.entity(candidate.entity);
    if (!entity) continue;
    facts.push(entity);
    lines.push(`Perhaps ${entity.name} (${entity.kind})${candidate.why === '' ? '' : ` – ${candidate.why}`}`);
  }
  const kind = mention.kind === 'nationality' ? 'state' : mention.kind;
  return {
    title: mention.text,
    subtitle: lines.length > 0 ? 'not clear which one is meant' : `${kind} that is not known here`,
    lines, facts,
  };
}

/** "the defence minister": whose it is may be known though the office as such is not. */
export function describeTitle(mention: Mention, context: CardContext): Titled {
  const { analysis } = context;
  const { knowledge } = analysis;
  const offices = officesMeant(analysis, mention);
  if (offices.length === 1) return { title: capitalise(offices[0]!.name), ...describeOffice(offices[0]!, context) };
  const body = bodyOf(analysis, mention);
  const roles = (mention.office?.roles ?? []).map((role) => knowledge.role(role)?.name ?? role).slice(0, MAX_CANDIDATES);
  const title = body === undefined || roles.length !== 1 ? mention.text : `${roles[0]!} of ${nameInSentence(knowledge, body)}`;
  if (offices.length > 1) {
    return {
      title, subtitle: 'office',
      lines: datedLines(offices.slice(0, MAX_CANDIDATES).map((office) => {
        const holders = holdersText(knowledge, office.id, context.reference);
        return holders ? { text: `${capitalise(office.name)}: ${holders.text}`, when: holders.when } : capitalise(office.name);
      })),
      facts: offices,
    };
  }
  const lines = body === undefined ? ['The text does not say whose office it is'] : ['No holders known'];
  return { title: capitalise(title), subtitle: 'office', lines, facts: [] };
}
