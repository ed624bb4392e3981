import type { Mention, OfficeModifier } from '../mentions/types';
import type { Discourse } from './discourse';
import { anyQuoted } from './modality';
import { belongsToPerson } from './officeContext';
import type { StatementTimes } from './statementTime';
import type { HoldsOfficeClaim } from './types';

type Tense = HoldsOfficeClaim['tense'];

/** Modifiers that name another office or no office at all: nothing is claimed of the plain title. */
const OTHER_OFFICE: ReadonlySet<OfficeModifier> = new Set(['deputy', 'candidate', 'other']);
const FORMER: ReadonlySet<OfficeModifier> = new Set(['former', 'then', 'late', 'first', 'outgoing']);
const FUTURE: ReadonlySet<OfficeModifier> = new Set(['incoming', 'elect', 'designate', 'future', 'next']);
const MAKING = new Set(['signed', 'founded', 'launched', 'initiated', 'proposed', 'created', 'established', 'concluded', 'started', 'built', 'introduced', 'appointed', 'named', 'negotiated', 'drafted', 'brokered', 'issued', 'declared', 'begun']);
/** Words that make another office of the title, or count its holders. */
const NOT_PLAIN = new Set(['alternate', 'interim', 'honorary', 'shadow', 'self-styled', 'self-proclaimed', 'one-time', 'onetime', 'last', 'first', 'second', 'third', 'fourth', 'fifth']);
const ORDINAL = /^\d+(?:st|nd|rd|th)$/;
const DETERMINERS = new Set(['the', 'a', 'an', 'its', 'his', 'her', 'their', "'s", 'our', 'new', 'current', 'longtime', 'veteran', 'powerful', 'long-serving']);
const COPULAS = new Map<string, Tense>([
  ['is', 'current'], ['was', 'former'], ['remains', 'current'], ['became', 'former'], ['were', 'former'], ['are', 'current'],
]);
const SERVING = new Map<string, Tense>([
  ['as', 'former'], ['serves', 'current'], ['served', 'former'], ['serving', 'current'], ['been', 'former'], ['has', 'former'], ['had', 'former'],
]);

/**
 * "A person holds an office": title before the name, in apposition before or after it, or joined by a form of "to be".
 * Numbers in the claim are indexes into `discourse.mentions`.
 */
export function holdsOfficeClaims(discourse: Discourse, times: StatementTimes): HoldsOfficeClaim[] {
  const claims: HoldsOfficeClaim[] = [];
  const seen = new Set<string>();
  discourse.mentions.forEach((mention, office) => {
    if (mention.kind !== 'office' || !mention.office || mention.office.roles.length === 0) return;
    const link = linkedPerson(discourse, office);
    if (!link) return;
    const claim = toClaim(discourse, times, office, link);
    const id = `${claim?.person}:${office}`;
    if (!claim || seen.has(id)) return;
    seen.add(id);
    claims.push(claim);
  });
  return claims;
}

/** "a declaration signed by Prime Minister X": who made a thing is named by the title of that day, as is who acted "as prime minister". */
function isOfAnotherDay(discourse: Discourse, start: number): boolean {
  const words = discourse.wordsBefore(start, 2);
  const by = words.at(-1);
  const verb = words.at(-2);
  // "As prime minister, X had said …" speaks of some other time.
  return (by === 'by' && MAKING.has(verb ?? '')) || by === 'as' || (verb === 'as' && by === 'the') || NOT_PLAIN.has(by ?? '') || ORDINAL.test(by ?? '');
}

interface Link {
  readonly person: number;
  readonly tense: Tense;
  readonly atNarrativeTime?: boolean;
}

function toClaim(discourse: Discourse, times: StatementTimes, office: number, link: Link): HoldsOfficeClaim | undefined {
  const officeMention = discourse.mentions[office]!;
  const person = discourse.mentions[link.person]!;
  const reading = officeMention.office!;
  if (reading.modifiers.some((modifier) => OTHER_OFFICE.has(modifier)) || isOfAnotherDay(discourse, reading.wholeSpan.start)
    || isOfAnotherDay(discourse, reading.titleSpan.start) || belongsToPerson(discourse, officeMention)) return undefined;
  const tense = reading.modifiers.some((modifier) => FORMER.has(modifier))
    ? 'former'
    : reading.modifiers.some((modifier) => FUTURE.has(modifier)) ? 'future' : link.tense;
  const quoted = anyQuoted(officeMention, person);
  return {
    type: 'holds-office',
    start: Math.min(reading.wholeSpan.start, person.start),
    end: Math.max(reading.wholeSpan.end, person.end),
    modality: quoted ? 'quoted' : tense === 'future' ? 'planned' : tense === 'former' ? 'past' : 'asserted',
    block: officeMention.block,
    sentence: officeMention.sentence,
    person: link.person,
    office,
    roles: reading.roles,
    of: reading.of,
    ofExplicit: reading.of !== undefined,
    tense,
    ...(link.atNarrativeTime ? { atNarrativeTime: true } : {}),
    time: times.at(officeMention.block, officeMention.sentence),
  };
}

/** The person of whom the office is said, if the words between leave no doubt. */
function linkedPerson(discourse: Discourse, office: number): Link | undefined {
  const mention = discourse.mentions[office]!;
  return personAfter(discourse, mention, office) ?? personBefore(discourse, mention, office);
}

/** "Prime Minister X", "the Polish prime minister, X,", "the chancellor was X", "the foreign minister of Russia, X". */
function personAfter(discourse: Discourse, mention: Mention, office: number): Link | undefined {
  const next = nextPerson(discourse, office, mention.office!.wholeSpan.end);
  if (next === undefined) return undefined;
  const person = discourse.mentions[next]!;
  const words = withoutHonorific(discourse, Math.max(mention.end, mention.office!.wholeSpan.end), person);
  if (words.length === 0) return { person: next, tense: 'current' };
  if (words.length > 4) return undefined;
  const [first, second] = words;
  if (words.length === 1 && first === ',') {
    return isDefinite(discourse, mention) && !startsList(discourse, person) ? { person: next, tense: 'current' } : undefined;
  }
  const copula = COPULAS.get(first!);
  if (copula && words.length === 1) return { person: next, tense: copula };
  // "the East German leader of the time, X"
  if (first === 'of' && second === 'the' && (words[2] === 'time' || words[2] === 'day') && (words.length === 3 || words[3] === ',')) {
    return { person: next, tense: 'current', atNarrativeTime: true };
  }
  if ((first === 'at' && second === 'the' && words[2] === 'time') && words[3] === ',') return { person: next, tense: 'current', atNarrativeTime: true };
  return undefined;
}

/** "X, Australia's defence minister,", "X is the new defence minister", "X, who was defence minister when". */
function personBefore(discourse: Discourse, mention: Mention, office: number): Link | undefined {
  const start = mention.office!.wholeSpan.start;
  const joined = joinedOffice(discourse, office, start);
  if (joined !== undefined) return personBefore(discourse, discourse.mentions[joined]!, joined);
  const previous = previousPerson(discourse, office, start);
  if (previous === undefined) return undefined;
  const person = discourse.mentions[previous]!;
  // "X, Polish prime minister Y": the title is Y's.
  const following = nextPerson(discourse, office, mention.office!.wholeSpan.end);
  const words = discourse.wordsBetween(person.end, start);
  if (following !== undefined && discourse.wordsBetween(mention.end, discourse.mentions[following]!.start).length === 0) return undefined;
  if (words.length > 24) return undefined;
  const tail = words.filter((word) => !DETERMINERS.has(word));
  if (words.length <= 3 && tail.length === 1 && tail[0] === ',' && endsPhrase(discourse, mention)) {
    if (isOwnSubject(discourse, person, mention)) return undefined;
    return startsList(discourse, person) ? undefined : { person: previous, tense: 'current' };
  }
  return copulaLink(tail, previous);
}

/** Reads what remains between a person and a title when the determiners are gone. */
function copulaLink(tail: readonly string[], person: number): Link | undefined {
  const words = withoutParenthesis(tail);
  const rest = words[0] === ',' && words[1] === 'who' ? words.slice(2) : words[0] === 'who' ? words.slice(1) : words;
  const [first, second] = rest;
  if (first === undefined) return undefined;
  const copula = COPULAS.get(first);
  if (copula && rest.length === 1) return { person, tense: copula };
  if (copula && rest.length === 2 && second === 'then') return { person, tense: 'former' };
  const serving = SERVING.get(first);
  if (serving && second === 'as' && rest.length === 2) return { person, tense: serving };
  // "X has been prime minister three times": the perfect claims no more than some time before.
  if (first === 'has' && second === 'been' && rest.length === 2) return { person, tense: 'former' };
  return undefined;
}

/** Drops one ", … ," right after the person: "X, her party's other leader, is". */
function withoutParenthesis(words: readonly string[]): readonly string[] {
  if (words[0] !== ',' || words[1] === 'who') return words;
  const close = words.indexOf(',', 1);
  return close > 0 && close < words.length - 1 ? words.slice(close + 1) : words;
}

function withoutHonorific(discourse: Discourse, start: number, person: Mention): string[] {
  return discourse.wordsBetween(start, person.honorific ? person.honorific.start : person.start);
}

function nextPerson(discourse: Discourse, office: number, from: number): number | undefined {
  const { block, sentence } = discourse.mentions[office]!;
  for (let i = office + 1; i < discourse.mentions.length; i++) {
    const mention = discourse.mentions[i]!;
    if (mention.block !== block || mention.sentence !== sentence) return undefined;
    if (mention.start < from || mention.kind === 'nationality') continue;
    if (mention.kind === 'person') return mention.entity === undefined ? undefined : i;
    // A place or organisation that belongs to the title ("of the United Kingdom") is inside its span; any other breaks the link.
    return undefined;
  }
  return undefined;
}

function previousPerson(discourse: Discourse, office: number, before: number): number | undefined {
  const { block, sentence } = discourse.mentions[office]!;
  for (let i = office - 1; i >= 0; i--) {
    const mention = discourse.mentions[i]!;
    if (mention.block !== block || mention.sentence !== sentence) return undefined;
    if (mention.end > before) continue;
    if (mention.kind === 'person') return mention.entity === undefined ? undefined : i;
    // A title inside a parenthesis ("X, her party's leader, is …") does not part the two; copulaLink judges the words.
    if (mention.kind !== 'nationality' && mention.kind !== 'state' && mention.kind !== 'office') return undefined;
  }
  return undefined;
}

/** "X is vice-chancellor and the new defence minister": the title before this one that has the same holder. */
function joinedOffice(discourse: Discourse, office: number, start: number): number | undefined {
  for (let i = office - 1; i >= 0; i--) {
    const mention = discourse.mentions[i]!;
    if (mention.block !== discourse.mentions[office]!.block || mention.sentence !== discourse.mentions[office]!.sentence) return undefined;
    if (mention.end > start || mention.kind === 'nationality') continue;
    if (mention.kind !== 'office' || !mention.office) return undefined;
    const between = discourse.wordsBetween(mention.end, start).filter((word) => !DETERMINERS.has(word));
    return between.length === 1 && between[0] === 'and' ? i : undefined;
  }
  return undefined;
}

/** "the prime minister, X" or "Russia's president, X", not "Prime minister, X". */
function isDefinite(discourse: Discourse, mention: Mention): boolean {
  const [word] = discourse.wordsBefore(mention.office!.wholeSpan.start, 1);
  return mention.office!.of !== undefined || mention.office!.modifiers.length > 0 || word === 'the' || word === "'s" || word === 'his' || word === 'her' || word === 'its' || word === 'their';
}

/** "X, Y and Z": a comma that belongs to a list of people is no apposition. */
function startsList(discourse: Discourse, person: Mention): boolean {
  const before = discourse.wordsBefore(person.start, 2);
  return before[1] === 'and' || (before[1] === ',' && discourse.wordsAfter(person.end, 1)[0] === 'and');
}

const PREPOSITIONS = new Set(['with', 'to', 'by', 'of', 'from', 'for', 'on', 'against', 'after', 'before', 'about', 'and']);

/** "After talks with X, the Syrian leader said": the title is the subject, who is not the one of whom the phrase before speaks. */
function isOwnSubject(discourse: Discourse, person: Mention, mention: Mention): boolean {
  const [next] = discourse.wordsAfter(mention.office!.wholeSpan.end, 1);
  if (next === undefined || !OPEN_ENDS.has(next)) return false;
  return discourse.wordsBefore(person.start, 5).some((word) => PREPOSITIONS.has(word));
}

/** What may follow a title in apposition without a comma, and does follow one that is the subject. */
const OPEN_ENDS = new Set(['said', 'has', 'was']);

function endsPhrase(discourse: Discourse, mention: Mention): boolean {
  const [word] = discourse.wordsAfter(mention.office!.wholeSpan.end, 1);
  return word === undefined || /^[,.;:)—–-]$/.test(word) || word === 'and' || word === 'since' || word === 'who' || word === 'from' || word === 'said' || word === 'has' || word === 'was';
}
