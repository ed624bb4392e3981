import type { Knowledge } from '../../knowledge/api';
import { composeOfficeName } from '../../knowledge/names';
import type { EntityId, Office, Term } from '../../knowledge/types';
import type { Analysis } from '../../analysis/types';
import type { Mention } from '../../mentions/types';
import { capitalise, dateText, periodText } from '../wording';
import { datedLines, type DatedLine } from './datedLines';
import { sideOf, within, type Reference } from './reference';
import type { CardContext, Description } from './types';

export function entityName(knowledge: Knowledge, id: EntityId): string {
  return knowledge.entity(id)?.name ?? id;
}

/** The name as it stands within a sentence: "the Soviet Union", "Norland". */
export function nameInSentence(knowledge: Knowledge, id: EntityId): string {
  return composeOfficeName('-', entityName(knowledge, id)).slice('- of '.length);
}

/** "acting defence minister of Russia". */
function officeOf(knowledge: Knowledge, term: Term): string {
  return `${term.acting ? 'acting ' : ''}${entityName(knowledge, term.office)}`;
}

/** "since 12 May 2024", "from 6 November 2012 until 14 May 2024", '' when the start is unknown and no end has come. */
function tenure(term: Term): string {
  const from = term.from && dateText(term.from);
  const to = term.to && dateText(term.to);
  if (to !== undefined) return from === undefined ? ` until ${to}` : ` from ${from} until ${to}`;
  if (term.endUnknown) return from === undefined ? '' : ` from ${from}, end not known`;
  return from === undefined ? '' : ` since ${from}`;
}

/** Offices of a person at the reference: "Secretary of the Security Council of Russia since 12 May 2024 (on 3 February 2026)". */
export function officeLines(knowledge: Knowledge, terms: readonly Term[], reference: Reference): readonly DatedLine[] {
  return terms.map((term) => ({
    text: capitalise(`${officeOf(knowledge, term)}${tenure(term)}`),
    when: within(reference, term.asOf).label,
  }));
}

/** "defence minister of Russia (6 November 2012 – 14 May 2024)"; several terms in one office are joined; in the order given. */
export function termsText(knowledge: Knowledge, terms: readonly Term[]): string {
  const periods = new Map<string, string[]>();
  for (const term of terms) {
    const office = officeOf(knowledge, term);
    const period = periodText(term);
    periods.set(office, [...(periods.get(office) ?? []), ...(period === '' ? [] : [period])]);
  }
  return [...periods].map(([office, list]) => (list.length === 0 ? office : `${office} (${list.join(', ')})`)).join('; ');
}

export interface Holders extends DatedLine {
  readonly terms: readonly Term[];
}

/** Who holds an office at the reference: "Andrei Belousov since 14 May 2024"; undefined when nobody is known to. */
export function holdersText(knowledge: Knowledge, office: EntityId, reference: Reference): Holders | undefined {
  const terms = knowledge.holdersAt(office, reference.range).slice(0, 3);
  if (terms.length === 0) return undefined;
  const names = terms.map((term) => `${entityName(knowledge, term.person)}${term.acting ? ' (acting)' : ''}${tenure(term)}`);
  return { terms, text: names.join('; '), when: within(reference, terms[0]!.asOf).label };
}

/** The offices a mention can mean: the resolved one, else those of the body that the text or a claim gives it. */
export function officesMeant(analysis: Analysis, mention: Mention): readonly Office[] {
  const { knowledge } = analysis;
  if (mention.entity !== undefined) {
    const entity = knowledge.entity(mention.entity);
    return entity?.kind === 'office' ? [entity] : [];
  }
  const body = bodyOf(analysis, mention);
  const roles = mention.office?.roles ?? [];
  const offices = body === undefined ? officesOfPerson(analysis, mention) : knowledge.officesOf(body);
  return offices.filter((office) => roles.includes(office.role));
}

/** Offices that the person named with a title has held: "Prime Minister Abe" tells whose minister is meant. */
function officesOfPerson(analysis: Analysis, mention: Mention): readonly Office[] {
  const index = analysis.mentions.indexOf(mention);
  const claim = analysis.claims.find((item) => item.type === 'holds-office' && item.office === index);
  const person = claim?.type === 'holds-office' ? analysis.mentions[claim.person]?.entity : undefined;
  if (person === undefined) return [];
  const ids = new Set(analysis.knowledge.terms(person).map((term) => term.office));
  return [...ids].map((id) => analysis.knowledge.entity(id)).filter((entity) => entity?.kind === 'office');
}

/** Whose office it is: by the text next to it, else by the claim that was read from it. */
export function bodyOf(analysis: Analysis, mention: Mention): EntityId | undefined {
  if (mention.office?.of !== undefined) return mention.office.of;
  const index = analysis.mentions.indexOf(mention);
  for (const claim of analysis.claims) {
    if (claim.type === 'holds-office' && claim.office === index && claim.of !== undefined) return claim.of;
  }
  return undefined;
}

/** Holder at the date, predecessor and successor of an office. */
export function describeOffice(office: Office, { analysis, reference }: CardContext): Description {
  const { knowledge } = analysis;
  const holders = holdersText(knowledge, office.id, reference);
  const held = holders?.terms ?? [];
  const all = knowledge.holders(office.id);
  const lines: (string | DatedLine)[] = [];
  if (holders) lines.push({ text: `Held by ${holders.text}`, when: holders.when });
  else if (all.length > 0) lines.push(`No holder known ${reference.label}`);
  const first = held[0];
  const precedes = (term: Term): boolean =>
    first?.from ? term.to !== undefined && term.to.range.first <= first.from.range.last : sideOf(term, reference) === 'earlier';
  const earlier = all.filter((term) => !held.some((other) => sameTerm(other, term)) && precedes(term));
  const before = earlier[earlier.length - 1];
  if (before) lines.push(`Before: ${holderAndPeriod(knowledge, before)}`);
  const after = all.find((term) => sideOf(term, reference) === 'later');
  if (after) lines.push(`Next: ${holderAndPeriod(knowledge, after)}`);
  return { subtitle: 'office', lines: datedLines(lines), facts: [...held, ...(before ? [before] : []), ...(after ? [after] : [])] };
}

function holderAndPeriod(knowledge: Knowledge, term: Term): string {
  const period = periodText(term);
  return `${entityName(knowledge, term.person)}${period === '' ? '' : ` (${period})`}`;
}

export function sameTerm(a: Term, b: Term): boolean {
  return a.office === b.office && a.person === b.person && a.from?.range.first === b.from?.range.first;
}
