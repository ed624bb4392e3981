import type { Person } from '../../knowledge/types';
import { capitalise, dateText, listText } from '../wording';
import { datedLines, type DatedLine } from './datedLines';
import { entityName, officeLines, sameTerm, termsText } from './offices';
import { sideOf } from './reference';
import type { CardContext, Description } from './types';

const MAX_CURRENT = 3;
const MAX_EARLIER = 3;

/** Offices at the date of the text, later and earlier ones, lifespan. */
export function describePerson(person: Person, { analysis, reference }: CardContext): Description {
  const { knowledge } = analysis;
  const current = knowledge.termsAt(person.id, reference.range)
    .filter((term) => sideOf(term, reference) === undefined)
    .slice(0, MAX_CURRENT);
  const rest = knowledge.terms(person.id).filter((term) => !current.some((held) => sameTerm(held, term)));
  const earlier = rest.filter((term) => sideOf(term, reference) === 'earlier').slice(-MAX_EARLIER).reverse();
  const later = rest.find((term) => sideOf(term, reference) === 'later');
  const lines: (string | DatedLine)[] = [...officeLines(knowledge, current, reference)];
  const dead = person.died !== undefined && person.died.range.last < reference.range.first;
  if (current.length === 0 && !dead && (earlier.length > 0 || later)) lines.push(`No office known ${reference.label}`);
  if (later) lines.push(`Later: ${termsText(knowledge, [later])}`);
  if (earlier.length > 0) lines.push(`Earlier: ${termsText(knowledge, earlier)}`);
  const life = lifespan(person);
  if (life !== '') lines.push(life);
  return {
    subtitle: person.note ?? nationality(person, (id) => entityName(knowledge, id)),
    lines: datedLines(lines),
    facts: [...current, ...(later ? [later] : []), ...earlier],
  };
}

function nationality(person: Person, name: (id: string) => string): string {
  return person.nationality.length === 0 ? 'person' : `person, ${listText(person.nationality.map(name))}`;
}

function lifespan({ born, died }: Person): string {
  const parts = [born && `born ${dateText(born)}`, died && `died ${dateText(died)}`].filter((part) => part !== undefined);
  return capitalise(parts.join(', '));
}
