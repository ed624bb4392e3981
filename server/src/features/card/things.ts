import type { Event, Place } from '../../knowledge/types';
import { capitalise, dateText, listText, periodText } from '../wording';
import { datedLines, type DatedLine } from './datedLines';
import { entityName, nameInSentence } from './offices';
import { within } from './reference';
import type { CardContext, Description } from './types';

/** Where a place lies, of what it is or was the capital, its former names. */
export function describePlace(place: Place, context: CardContext): Description {
  const { analysis: { knowledge } } = context;
  const reference = within(context.reference, place.asOf);
  const lines: (string | DatedLine)[] = [];
  const now: string[] = [];
  const once: string[] = [];
  for (const state of knowledge.capitalOf(place.id)) {
    (knowledge.capitalAt(state, reference.range) === place.id ? now : once).push(nameInSentence(knowledge, state));
  }
  if (now.length > 0) lines.push({ text: `Capital of ${listText(now)}`, when: reference.label });
  if (once.length > 0) lines.push(`At another time capital of ${listText(once)}`);
  const former = place.names.filter((name) => name.kind === 'former').map((name) => {
    const period = periodText(name);
    return period === '' ? name.text : `${name.text} (${period})`;
  });
  if (former.length > 0) lines.push(`Formerly ${former.slice(0, 3).join(', ')}`);
  if (place.metonymOf !== undefined) lines.push(`In the news often for ${nameInSentence(knowledge, place.metonymOf)}`);
  const where = place.states.map((state) => nameInSentence(knowledge, state));
  return { subtitle: place.note ?? `${place.type}${where.length === 1 ? ` in ${where[0]!}` : ''}`, lines: datedLines(lines), facts: [] };
}

/** Dates, parties and places of an event. */
export function describeEvent(event: Event, { analysis: { knowledge } }: CardContext): Description {
  const lines: string[] = [];
  const start = dateText(event.start);
  if (event.ongoing) lines.push(`Began ${start}; not ended up to the as-of date`);
  else if (event.end && dateText(event.end) !== start) lines.push(`${start} – ${dateText(event.end)}`);
  else lines.push(start);
  for (const { date, what } of event.dates.slice(0, 3)) lines.push(`${capitalise(what)}: ${dateText(date)}`);
  const names = (ids: readonly string[]) => listText(ids.slice(0, 6).map((id) => entityName(knowledge, id)));
  if (event.parties.length > 0) lines.push(`Parties: ${names(event.parties)}${event.parties.length > 6 ? ' …' : ''}`);
  if (event.places.length > 0) lines.push(`Where: ${names(event.places)}`);
  return { subtitle: event.note ?? (event.type === 'other' ? 'event' : event.type), lines: datedLines(lines), facts: [] };
}
