import type { Discourse } from '../claims/discourse';
import { nameSimilarity } from '../mentions/similarity';
import type { Mention } from '../mentions/types';
import { spansOverlap } from '../text/span';
import { replace } from './fixes';
import { familyNames, peopleInText, type PersonInText } from './peopleInText';
import type { Draft, Rule, RuleContext } from './rule';

/** In a slot that only a person fills, a weaker likeness is enough. */
const LIKE_IN_PERSON_SLOT = 0.5;
const LIKE_AS_SPEAKER = 0.7;
const MEETING = new Set(['meeting', 'meetings', 'talks', 'talk', 'call', 'conversation', 'dinner', 'lunch', 'handshake', 'embrace', 'summit', 'encounter', 'conversations', 'discussion', 'discussions', 'negotiations', 'friendship', 'rapport', 'between', 'relationship', 'dialogue', 'exchange', 'session']);
const SPEAKING = new Set(['said', 'says', 'told', 'promised', 'added', 'replied', 'smiled', 'joked', 'recalled', 'thanked', 'praised', 'insisted', 'vowed', 'pledged', 'visited', 'arrived', 'flew', 'travelled', 'traveled', 'shook', 'met', 'asked', 'answered', 'resigned', 'wept', 'argued', 'explained', 'acknowledged', 'greeted', 'congratulated', 'who', 'himself', 'herself', 'spoke', 'wrote', 'tweeted', 'declined', 'signed', 'won', 'lost', 'addressed']);
const HONORIFICS = new Set(['mr', 'mr.', 'mrs', 'mrs.', 'ms', 'ms.', 'dr', 'dr.', 'president', 'minister', 'general', 'gen.', 'secretary', 'premier', 'chancellor', 'sheikh', 'ambassador', 'prime']);

/** Where a name stands, and how surely a person belongs there. */
type Slot = 'person' | 'speaker';

export const nameConfusion: Rule = {
  id: 'name-confusion',
  title: 'A name where a person is meant',
  description: 'A place named where only a person can stand, and which sounds or looks like a person of the text.',
  defaultSeverity: 'warning',
  *check(context) {
    const people = peopleInText(context.discourse);
    if (people.length === 0) return;
    for (const mention of context.discourse.mentions) {
      if ((mention.kind !== 'place' && mention.kind !== 'state') || !context.mayJudge(mention)) continue;
      const draft = judge(context, mention, people);
      if (draft) yield draft;
    }
  },
};

function judge(context: RuleContext, mention: Mention, people: readonly PersonInText[]): Draft | undefined {
  const { discourse } = context;
  const slot = slotOf(discourse, mention);
  if (!slot) return undefined;
  const place = mention.entity === undefined ? undefined : discourse.knowledge.entity(mention.entity);
  const best = mostAlike(mention, people);
  if (!best || best.likeness < (slot === 'person' ? LIKE_IN_PERSON_SLOT : LIKE_AS_SPEAKER)) return undefined;
  const { person, first } = best.person;
  const what = place ? `'${mention.text}' is ${describePlace(discourse, place.id)}` : `'${mention.text}' names a place`;
  return {
    start: mention.start,
    end: mention.end,
    message: `${what}; ${person.name} seems to be meant.`,
    fixes: [replace(mention, person.family, { preferred: true })],
    related: [{ span: first, message: person.name }],
    slip: `${person.id}:${mention.text}`,
  };
}

function mostAlike(mention: Mention, people: readonly PersonInText[]): { person: PersonInText; likeness: number } | undefined {
  let best: { person: PersonInText; likeness: number } | undefined;
  for (const person of people) {
    if (spansOverlap(person.first, mention)) continue;
    for (const family of familyNames(person.person)) {
      if (family.length < 4) continue;
      const likeness = nameSimilarity(mention.text, family);
      if (!best || likeness > best.likeness) best = { person, likeness };
    }
  }
  return best;
}

/**
 * person: joined with a person of the text in a meeting, or behind a title. speaker: doing what people do, by a name that news does not use
 * for a government.
 */
function slotOf(discourse: Discourse, mention: Mention): Slot | undefined {
  const before = discourse.wordsBefore(mention.start, 6);
  const last = before.at(-1);
  if (last !== undefined && HONORIFICS.has(last)) return 'person';
  if (last === 'and' && joinedWithPerson(discourse, mention, 'before')) return 'person';
  const after = discourse.wordsAfter(mention.end, 2);
  if (after[0] === 'and' && joinedWithPerson(discourse, mention, 'after')) return 'person';
  if (mention.stands !== undefined || mention.kind === 'state' || isCapital(discourse, mention)) return undefined;
  return after[0] !== undefined && SPEAKING.has(after[0]) && !['in', 'at', 'from', 'to', 'of', 'near', 'for', 'outside'].includes(last ?? '') ? 'speaker' : undefined;
}

/** "between Wang and X", "talks with X and Wang": a person on the other side of "and", and a word of meeting in front. */
function joinedWithPerson(discourse: Discourse, mention: Mention, side: 'before' | 'after'): boolean {
  const neighbours = discourse.mentionsIn(mention.block, mention.sentence).map((i) => discourse.mentions[i]!);
  const at = neighbours.indexOf(mention);
  const other = side === 'before' ? neighbours[at - 1] : neighbours[at + 1];
  if (!other || other.kind !== 'person') return false;
  const [left, right] = side === 'before' ? [other, mention] : [mention, other];
  if (discourse.wordsBetween(left.end, right.start).join(' ') !== 'and') return false;
  return discourse.wordsBefore(left.start, 4).some((word) => MEETING.has(word));
}

function isCapital(discourse: Discourse, mention: Mention): boolean {
  return mention.entity !== undefined && discourse.knowledge.capitalOf(mention.entity).length > 0;
}

/** "a city in China". */
function describePlace(discourse: Discourse, id: string): string {
  const entity = discourse.knowledge.entity(id)!;
  if (entity.kind === 'state') return 'a state';
  if (entity.kind !== 'place') return 'a place';
  const state = entity.states.length === 1 ? discourse.knowledge.entity(entity.states[0]!)?.name : undefined;
  return `${entity.type === 'area' || entity.type === 'island' ? 'an' : 'a'} ${entity.type}${state ? ` in ${state}` : ''}`;
}
