import { HOUSES } from './schema';
import type { SourceName, SourceOrganisation, SourcePerson, SourceState } from './source';
import { toPeriod } from './sourceDates';
import type { Name, NameKind } from './types';

/** An entity's names, the house form first; the same text is listed once for each kind. */
function collect(house: Name, given: readonly SourceName[] | undefined, derived: readonly Name[]): readonly Name[] {
  const listed = (given ?? []).map(({ text, kind, houses, ...period }): Name => ({
    text, kind, ...toPeriod(period), ...(houses && { houses: HOUSES.filter((house) => houses.includes(house)) }),
  }));
  const names = [house, ...listed, ...derived];
  const seen = new Set<string>();
  return names.filter(({ text, kind, from, to }) => {
    const key = `${kind} ${from || to ? 'dated' : ''} ${text}`;
    return (from || to) ? true : !seen.has(key) && seen.add(key);
  });
}

const of = (kind: NameKind, texts: readonly string[] | undefined): readonly Name[] => (texts ?? []).map((text) => ({ text, kind }));

/** Whether a name is written as initials: "NATO", "OPEC+", "BRICS", but not "G7" or "Hamas". */
export function isAcronym(name: string): boolean {
  return /^[A-Z][A-Z0-9.&-]*\+?$/.test(name) && name.replace(/[^A-Z]/g, '').length >= 2;
}

export function plainNames(name: string, given: readonly SourceName[] | undefined): readonly Name[] {
  return collect({ text: name, kind: 'full' }, given, []);
}

/** Titles of an office stand among its names as aliases: they name it where the body is known. */
export function officeNames(name: string, given: readonly SourceName[] | undefined, titles: readonly string[]): readonly Name[] {
  return collect({ text: name, kind: 'full' }, given, of('alias', titles));
}

export function stateNames(state: SourceState): readonly Name[] {
  return collect(
    { text: state.name, kind: 'full' }, state.names, [...of('adjective', state.adjectives), ...of('demonym', state.demonyms)],
  );
}

export function organisationNames(organisation: SourceOrganisation): readonly Name[] {
  const kind = isAcronym(organisation.name) ? 'acronym' : 'full';
  return collect({ text: organisation.name, kind }, organisation.names, of('adjective', organisation.adjectives));
}

/** The part of a person's name used on second reference: as given, else by the order of the name. */
export function familyOf({ family, name, order }: SourcePerson): string {
  if (family !== undefined) return family;
  const words = name.split(' ');
  if (order === 'single') return name;
  return order === 'family-first' ? words[0]! : words[words.length - 1]!;
}

/** House form, the names of the file, the family name, and the given name where it can be told from the rest. */
export function personNames(person: SourcePerson): readonly Name[] {
  const family = familyOf(person);
  const derived: Name[] = [];
  if (family !== person.name) derived.push({ text: family, kind: 'family' });
  const given = givenOf(person, family);
  if (given) derived.push({ text: given, kind: 'given' });
  return collect({ text: person.name, kind: 'full' }, person.names, derived);
}

function givenOf({ name, order }: SourcePerson, family: string): string | undefined {
  if (order === 'single') return undefined;
  if (order === 'family-first') return name.startsWith(`${family} `) ? name.slice(family.length + 1) : undefined;
  // The family name may stand behind an article: "Nouri al-Maliki".
  return name.endsWith(` ${family}`) || name.endsWith(`-${family}`) ? /^([^ ]+) /.exec(name)?.[1] : undefined;
}

const ARTICLE_BEFORE = /^(?:United|International|European|World) /;
const ARTICLE_LAST_WORDS = new Set([
  'States', 'Kingdom', 'Emirates', 'Republic', 'Islands', 'Union', 'Nations', 'League', 'Organisation', 'Organization', 'Bank', 'Fund',
  'Commission', 'Council', 'Agency', 'Court', 'Parliament', 'Committee', 'Party', 'Front', 'Movement', 'Community', 'Philippines',
  'Netherlands', 'Bahamas', 'Gambia', 'Maldives', 'Seychelles', 'Comoros',
]);

function takesArticle(name: string): boolean {
  return ARTICLE_BEFORE.test(name) || /^[A-Z]{2,3}$/.test(name) || ARTICLE_LAST_WORDS.has(name.slice(name.lastIndexOf(' ') + 1));
}

/** "defence minister of Russia", "prime minister of the United Kingdom", "ambassador of Russia to the United Nations"; a role that names its body already stays as it is. */
export function composeOfficeName(role: string, body: string): string {
  if (role.includes(body)) return role;
  const [, title, where = ''] = /^(.*?)( to the .*)?$/.exec(role)!;
  return `${title!} of ${takesArticle(body) ? 'the ' : ''}${body}${where}`;
}
