import { toDay } from '../../dates/calendar';
import type { Knowledge } from '../../knowledge/api';
import type { Entity, Organisation, Period, Provenance, State } from '../../knowledge/types';
import { capitalise, dateText, periodText, plural } from '../wording';
import { datedLines, type DatedLine } from './datedLines';
import { entityName, holdersText } from './offices';
import { within } from './reference';
import type { CardContext, Description } from './types';

/** Roles of those who speak for a state or body, the first come first. */
const HEADS = [
  'supreme-leader', 'monarch', 'president', 'chancellor', 'prime-minister', 'taoiseach', 'junta-leader', 'party-leader', 'leader',
  'secretary-general', 'commission-president', 'council-president', 'high-representative', 'director-general', 'executive-head',
  'pope',
];
const TYPES: Readonly<Record<string, string>> = { other: 'organisation', un: 'UN body' };
const MAX_HEADS = 3;
/** Since when states have been one is told of those that arose after the Second World War: before, dates are matters of definition. */
const STATES_TOLD_SINCE = toDay(1945, 1, 1);
const MAX_MEMBERSHIPS = 8;

/** Formal name, capital, heads and memberships at the date of the text. */
export function describeState(state: State, context: CardContext): Description {
  const { analysis: { knowledge } } = context;
  const reference = within(context.reference, state.asOf);
  const lines: (string | DatedLine)[] = [];
  const formal = state.names.find((name) => name.kind === 'formal' && knowledge.nameUsed(name, reference.range) !== 'no');
  if (formal && formal.text !== state.name) lines.push(formal.text);
  lines.push(...existence(state, state.exists));
  const capital = knowledge.capitalAt(state.id, reference.range);
  if (capital !== undefined) lines.push({ text: `Capital: ${entityName(knowledge, capital)}`, when: reference.label });
  const heads = headLines(knowledge, state, context);
  lines.push(...heads.lines);
  const memberOf = knowledge.membershipsOf(state.id)
    .filter(({ status }) => status === 'member')
    .filter((membership) => knowledge.periodHolds(membership, membership.asOf, reference.range) === 'yes')
    .map((membership) => entityName(knowledge, membership.organisation));
  if (memberOf.length > 0) {
    const all = [...new Set(memberOf)];
    const shown = all.slice(0, MAX_MEMBERSHIPS).join(', ');
    lines.push({ text: `Member of ${shown}${all.length > MAX_MEMBERSHIPS ? ' …' : ''}`, when: reference.label });
  }
  return { subtitle: state.note ?? 'state', lines: datedLines(lines), facts: heads.facts };
}

/** Formal name, founding, seat, number of members and heads at the date of the text. */
export function describeOrganisation(organisation: Organisation, context: CardContext): Description {
  const { analysis: { knowledge } } = context;
  const reference = within(context.reference, organisation.asOf);
  const lines: (string | DatedLine)[] = [];
  const formal = organisation.names.find((name) => name.kind === 'formal');
  if (formal && formal.text !== organisation.name) lines.push(formal.text);
  lines.push(...existence(organisation, organisation.exists));
  if (organisation.seat !== undefined) lines.push(`Seat: ${entityName(knowledge, organisation.seat)}`);
  const count = knowledge.memberCount(organisation.id, reference.range);
  if (count && count.max > 0) {
    const text = count.min === count.max ? plural(count.min, 'member') : `${count.min} to ${count.max} members`;
    lines.push({ text, when: reference.label });
  }
  const heads = headLines(knowledge, organisation, context);
  lines.push(...heads.lines);
  return { subtitle: organisation.note ?? TYPES[organisation.type] ?? organisation.type.replaceAll('-', ' '), lines: datedLines(lines), facts: heads.facts };
}

/** When a body began and ended; a state that merely is there needs no line. */
function existence(entity: State | Organisation, period: Period): readonly string[] {
  if (period.to || period.endUnknown) return [`Existed ${periodText(period)}`];
  if (!period.from) return [];
  if (entity.kind === 'organisation') return [`Founded ${dateText(period.from)}`];
  return period.from.range.first >= STATES_TOLD_SINCE ? [`State since ${dateText(period.from)}`] : [];
}

interface Heads {
  readonly lines: readonly DatedLine[];
  readonly facts: readonly Provenance[];
}

function headLines(knowledge: Knowledge, body: Entity, { reference }: CardContext): Heads {
  const lines: DatedLine[] = [];
  const facts: Provenance[] = [];
  const offices = knowledge.officesOf(body.id)
    .filter((office) => HEADS.includes(office.role))
    .sort((a, b) => HEADS.indexOf(a.role) - HEADS.indexOf(b.role));
  for (const office of offices) {
    if (lines.length === MAX_HEADS) break;
    const holders = holdersText(knowledge, office.id, reference);
    if (!holders) continue;
    lines.push({ text: `${capitalise(knowledge.role(office.role)?.name ?? office.name)}: ${holders.text}`, when: holders.when });
    facts.push(...holders.terms);
  }
  return { lines, facts };
}
