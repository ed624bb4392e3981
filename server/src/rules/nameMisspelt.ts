import type { Discourse } from '../claims/discourse';
import type { Entity, EntityId, Person } from '../knowledge/types';
import { editDistance } from '../mentions/similarity';
import { fold } from '../text/fold';
import { factOf, replace } from './fixes';
import { involved } from './eventsInText';
import { familyNames, peopleInText } from './peopleInText';
import { sameRomanisation } from './romanisation';
import type { Draft, Rule } from './rule';
import { HONORIFICS, isCapitalised, unknownWords, type UnknownWord } from './unknownNames';
import { spellingIndex, type Spelling } from './spellingIndex';

/** Names shorter than this are too easily another name. */
const SHORTEST_ALONE = 7;
const SHORTEST_WITH_GIVEN = 5;
/** A given name that so many of ours have, at most, tells who is meant; others do with a surname so long. */
const RARE_GIVEN = 3;
const DISTINCT = 8;
/** A spelling that the text keeps to is more likely a name of its own. */
const KEPT_TO = 3;
const DERIVED = /^(?:s|es|an|ian|ean|n|i|ese|ist|ism|ite|is|a|e|o|in|ov|ova|ina|er|y|ic|ical|skaya|ski|sky|ist[ai]n)$/;

export const nameMisspelt: Rule = {
  id: 'name-misspelt',
  title: 'Misspelt name',
  description: 'A name one or two letters away from a known name that the text has in mind.',
  defaultSeverity: 'warning',
  yieldsTo: ['name-variant', 'name-confusion'],
  *check(context) {
    const { discourse } = context;
    const words = [...unknownWords(discourse)];
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word.folded, (counts.get(word.folded) ?? 0) + 1);
    const index = spellingIndex(discourse.knowledge);
    const people = peopleInText(discourse);
    const inText = new Set(people.map(({ person }) => person.id));
    for (const word of words) {
      if (!context.mayJudge(word) || word.titleCase || HONORIFICS.has(word.folded.toLowerCase()) || word.folded.length < SHORTEST_WITH_GIVEN || index.isName(word.folded)) continue;
      const slip = afterGivenName(discourse, word, inText) ?? beforeFamilyName(discourse, word) ?? likePersonOfText(word, people) ?? likeKnownName(discourse, word);
      if (slip) yield draftOf(word, slip, counts.get(word.folded)! >= KEPT_TO);
    }
  },
};

interface Slip {
  readonly right: string;
  readonly entity: Entity;
  /** Whether the text itself speaks of the entity. */
  readonly sure: boolean;
}

function draftOf(word: UnknownWord, slip: Slip, keptTo: boolean): Draft {
  return {
    start: word.start,
    end: word.end,
    message: `'${word.text}' looks like '${slip.right}'${slip.entity.name === slip.right ? '' : ` (${slip.entity.name})`}.`,
    ...(slip.sure && !keptTo ? {} : { severity: 'information' as const }),
    fixes: [replace(word, slip.right, { preferred: slip.sure })],
    related: [],
    fact: factOf(slip.entity),
    entity: slip.entity.id,
    slip: `${slip.entity.id}:${word.folded}`,
  };
}

/** "Angela Merkle": the given name of a known person, and a surname a letter or two from hers. */
function afterGivenName(discourse: Discourse, word: UnknownWord, inText: ReadonlySet<EntityId>): Slip | undefined {
  const given = word.previous;
  if (!given || !isCapitalised(given) || isCapitalised(word.next)) return undefined;
  const persons = spellingIndex(discourse.knowledge).byGivenName(given.folded);
  const near = persons.filter((person) => isMisspelling(person, word.folded, fold(person.family), 1));
  if (near.length !== 1 || persons.some((person) => fold(person.family) === word.folded)) return undefined;
  const [person] = near as [Person];
  // A common given name ("John Perry", "David Irvine") proves nothing unless the person stands in the text, or a title of his in front of the name.
  const known = inText.has(person.id) || hasTitleOf(discourse, given.start, person);
  const rare = persons.length <= RARE_GIVEN;
  const right = fold(person.family);
  // Two letters that changed places are a slip of the hand; no family is called so.
  const distinct = rare || swapped(word.folded, right)
    ? right.length >= (persons.length === 1 ? 5 : 6)
    : right.length >= DISTINCT && isMisspelling(person, word.folded, right, 0);
  const sure = known || distinct;
  return sure ? { right: person.family, entity: person, sure } : undefined;
}

/** "Emanuel Macron": the surname of a known person, and a given name a letter from his. */
function beforeFamilyName(discourse: Discourse, word: UnknownWord): Slip | undefined {
  const family = word.next;
  if (!family || !isCapitalised(family) || isCapitalised(word.previous)) return undefined;
  const persons = spellingIndex(discourse.knowledge).byFamilyName(family.folded);
  const near = persons.filter((person) => isMisspelling(person, word.folded, givenName(person), 0));
  const [person] = near;
  if (!person || near.length !== 1 || persons.some((other) => givenName(other) === word.folded)) return undefined;
  return { right: person.name.split(' ')[0]!, entity: person, sure: givenName(person).length >= 6 && persons.length === 1 };
}

function givenName(person: Person): string {
  return person.order === 'given-first' ? fold(person.name).split(' ')[0]! : '';
}

/** "Schabovski" where the text has Schabowski. */
function likePersonOfText(word: UnknownWord, people: ReturnType<typeof peopleInText>): Slip | undefined {
  if (isCapitalised(word.next) || (isCapitalised(word.previous) && !/\.$/.test(word.previous!.text)) || word.folded.length < SHORTEST_WITH_GIVEN + 1) return undefined;
  for (const { person } of people) {
    const right = familyNames(person).find((family) => fold(family).length > SHORTEST_WITH_GIVEN && isMisspelling(person, word.folded, fold(family), 1));
    if (right !== undefined) return { right: person.family, entity: person, sure: true };
  }
  return undefined;
}

/**
 * "Srebenica": one letter from a long name of a place or state that no other name is near to. Surnames are left out: there are so many that each has
 * neighbours.
 */
function likeKnownName(discourse: Discourse, word: UnknownWord): Slip | undefined {
  // The capital of a sentence's first word says nothing ("Compare", "Capital").
  if (word.initial && word.next?.text !== "'s") return undefined;
  if (word.folded.length < SHORTEST_ALONE || word.inLongerName || isCapitalised(word.next) || isCapitalised(word.previous)) return undefined;
  const near = spellingIndex(discourse.knowledge).near(word.folded)
    .filter(({ folded, entity }) => isMisspelling(entity, word.folded, folded, 0) && !differsAtEnd(word.folded, folded));
  const entities = new Set(near.map((spelling) => spelling.entity.id));
  const [spelling] = near;
  if (!spelling || entities.size !== 1) return undefined;
  return { right: spelling.text, entity: spelling.entity, sure: speaksOf(discourse, spelling) };
}

/** Whether the entity, or a state to which it belongs, is in the text. */
function speaksOf(discourse: Discourse, spelling: Spelling): boolean {
  const own = new Set<EntityId>(involved(discourse, spelling.entity.id));
  return discourse.mentions.some((mention) => mention.entity !== undefined && involved(discourse, mention.entity).some((id) => own.has(id)));
}

/** "Trudaeu" and "Trudeau". */
function swapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** Whether the title right in front of a name is that of an office which the person ever held. */
function hasTitleOf(discourse: Discourse, start: number, person: Person): boolean {
  const { knowledge } = discourse;
  const title = discourse.mentions.find(({ kind, office }) => kind === 'office' && office !== undefined && office.wholeSpan.end < start && discourse.wordsBetween(office.wholeSpan.end, start).length === 0);
  return title !== undefined && knowledge.terms(person.id).some(({ office }) => {
    const held = knowledge.entity(office);
    return held?.kind === 'office' && title.office!.roles.includes(held.role);
  });
}

/** One edit from the name, or two in long ones; neither another romanisation of it nor an ending that makes another word of the same name. */
function isMisspelling(entity: Entity, a: string, b: string, moreForLong: number): boolean {
  if (a === b || a[0] !== b[0]) return false;
  const x = a.toLowerCase();
  const y = b.toLowerCase();
  if (derived(x, y) || derived(y, x) || isAdjective(x, y) || sameRomanisation(entity, a, b)) return false;
  const limit = y.length >= DISTINCT ? 1 + moreForLong : 1;
  return editDistance(x, y, limit) <= limit;
}

/** "Bosniak" and "Bosnian", "Americas" and "American": other words of one stem. */
function differsAtEnd(a: string, b: string): boolean {
  return a.length === b.length && a.slice(0, -1).toLowerCase() === b.slice(0, -1).toLowerCase();
}

/** "Olympic" beside Mr Olympio: an ending that makes an English word. */
function isAdjective(word: string, name: string): boolean {
  const ending = /(?:ic|al|ous|ness|ing)$/.exec(word);
  return ending !== null && !name.endsWith(ending[0]);
}

function derived(longer: string, shorter: string): boolean {
  return longer.startsWith(shorter) && DERIVED.test(longer.slice(shorter.length));
}

