import type { Discourse } from '../claims/discourse';
import { nameSimilarity } from '../mentions/similarity';
import type { Mention } from '../mentions/types';
import { spansOverlap, type Span } from '../text/span';
import { replace } from './fixes';
import { familyNames, peopleInText, type PersonInText } from './peopleInText';
import type { Draft, Rule, RuleContext } from './rule';
import { isGazetteer } from './spellingIndex';
import { isCapitalised, unknownWords, type UnknownWord } from './unknownNames';

/** In a slot that only a person fills, a weaker likeness is enough. */
const LIKE_IN_PERSON_SLOT = 0.5;
const LIKE_AS_SPEAKER = 0.7;
const LIKE_OF_STRANGER = 0.65;
const MEETING = new Set(['meeting', 'meetings', 'talks', 'talk', 'call', 'conversation', 'dinner', 'lunch', 'handshake', 'embrace', 'summit', 'encounter', 'conversations', 'discussion', 'discussions', 'negotiations', 'friendship', 'rapport', 'between', 'relationship', 'dialogue', 'exchange', 'session']);
const SPEAKING = new Set(['said', 'says', 'told', 'promised', 'added', 'replied', 'smiled', 'joked', 'recalled', 'thanked', 'praised', 'insisted', 'vowed', 'pledged', 'visited', 'arrived', 'flew', 'travelled', 'traveled', 'shook', 'met', 'asked', 'answered', 'resigned', 'wept', 'argued', 'explained', 'acknowledged', 'greeted', 'congratulated', 'who', 'himself', 'herself', 'spoke', 'wrote', 'tweeted', 'declined', 'signed', 'won', 'lost', 'addressed']);
const HONORIFICS = new Set(['mr', 'mr.', 'mrs', 'mrs.', 'ms', 'ms.', 'dr', 'dr.', 'president', 'minister', 'general', 'gen.', 'secretary', 'premier', 'chancellor', 'sheikh', 'ambassador', 'prime']);

/** Where a name stands, and how surely a person belongs there. */
type Slot = 'person' | 'speaker';

/** A stretch of a sentence. */
type Place = Span & { readonly block: number; readonly sentence: number };

export const nameConfusion: Rule = {
  id: 'name-confusion',
  title: 'A name where a person is meant',
  description: 'A place or a stranger named where only a person can stand, and whose name sounds or looks like that of a person of the text.',
  defaultSeverity: 'warning',
  *check(context) {
    const people = peopleInText(context.discourse);
    if (people.length === 0) return;
    for (const mention of context.discourse.mentions) {
      if ((mention.kind !== 'place' && mention.kind !== 'state') || !context.mayJudge(mention)) continue;
      const slot = slotOf(context.discourse, mention);
      const draft = slot && judge(context, mention, slot, people);
      if (draft) yield draft;
    }
    for (const word of loneWords(context)) {
      const draft = isPersonSlot(context.discourse, word) ? judge(context, word, 'person', people) : undefined;
      if (draft) yield draft;
    }
  },
};

/** Capitalised words that stand alone and belong to no longer name of the text: strangers whom nobody has introduced. */
function loneWords(context: RuleContext): readonly UnknownWord[] {
  const words = [...unknownWords(context.discourse)];
  const introduced = new Set(words.filter((word) => isCapitalised(word.previous) || isCapitalised(word.next)).map((word) => word.folded));
  return words.filter((word) => !introduced.has(word.folded) && !word.titleCase && !word.initial && word.folded.length >= 4 && context.mayJudge(word));
}

function judge(context: RuleContext, mention: Mention | UnknownWord, slot: Slot, people: readonly PersonInText[]): Draft | undefined {
  const { discourse } = context;
  const entity = 'kind' in mention ? mention.entity : undefined;
  const best = mostAlike(discourse, mention, people);
  // A stranger's name may be right as it stands; a place's cannot be, where a person must stand.
  const least = slot === 'speaker' ? LIKE_AS_SPEAKER : entity ? LIKE_IN_PERSON_SLOT : LIKE_OF_STRANGER;
  if (!best || best.likeness < least) return undefined;
  const { person, first } = best.person;
  const what = entity ? `'${mention.text}' is ${describePlace(discourse, entity)}` : `Nobody in the text is called '${mention.text}'`;
  return {
    start: mention.start,
    end: mention.end,
    message: `${what}; ${person.name} seems to be meant.`,
    fixes: [replace(mention, person.family, { preferred: true })],
    related: [{ span: first, message: person.name }],
    slip: `${person.id}:${mention.text}`,
  };
}

function mostAlike(discourse: Discourse, mention: Mention | UnknownWord, people: readonly PersonInText[]): { person: PersonInText; likeness: number } | undefined {
  let best: { person: PersonInText; likeness: number } | undefined;
  for (const person of people) {
    // The person on the other side of "and" is not meant twice.
    if (spansOverlap(person.first, mention) || isPartner(discourse, mention, person)) continue;
    for (const family of familyNames(person.person)) {
      if (family.length < 4) continue;
      const likeness = nameSimilarity(mention.text, family);
      if (!best || likeness > best.likeness) best = { person, likeness };
    }
  }
  return best;
}

/** Whether the person is the one with whom the name is joined. */
function isPartner(discourse: Discourse, at: Place, { person }: PersonInText): boolean {
  return (['before', 'after'] as const).some((side) => partner(discourse, at, side)?.entity === person.id);
}

/**
 * person: joined with a person of the text in a meeting, or behind a title. speaker: doing what people do, by a name that news does not use
 * for a government.
 */
function slotOf(discourse: Discourse, mention: Mention): Slot | undefined {
  if (mention.entity !== undefined && isGazetteer(discourse.knowledge.entity(mention.entity)!)) return undefined;
  if (isPersonSlot(discourse, mention)) return 'person';
  if (endsLongerName(discourse, mention)) return undefined;
  const last = discourse.wordsBefore(mention.start, 1)[0];
  const after = discourse.wordsAfter(mention.end, 1);
  if (mention.stands !== undefined || mention.kind === 'state' || isCapital(discourse, mention)) return undefined;
  return after[0] !== undefined && SPEAKING.has(after[0]) && !['in', 'at', 'from', 'to', 'of', 'near', 'for', 'outside'].includes(last ?? '') ? 'speaker' : undefined;
}

/** "Ismail Osman Aden says": the last part of a name that we do not know. */
function endsLongerName(discourse: Discourse, { start, block }: Mention): boolean {
  const { prose, start: offset } = discourse.block(block);
  return /\p{Lu}\p{Ll}+ $/u.test(prose.slice(0, start - offset));
}

function isPersonSlot(discourse: Discourse, at: Place): boolean {
  const last = discourse.wordsBefore(at.start, 1)[0];
  if (last !== undefined && HONORIFICS.has(last)) return true;
  return (['before', 'after'] as const).some((side) => {
    const other = partner(discourse, at, side);
    return other !== undefined && discourse.wordsBefore(Math.min(other.start, at.start), 4).some((word) => MEETING.has(word));
  });
}

/** "between Wang and X", "X and Wang": the person on the other side of "and". */
function partner(discourse: Discourse, at: Place, side: 'before' | 'after'): Mention | undefined {
  const neighbours = discourse.mentionsIn(at.block, at.sentence).map((i) => discourse.mentions[i]!);
  const other = side === 'before' ? neighbours.filter((mention) => mention.end <= at.start).at(-1) : neighbours.find((mention) => mention.start >= at.end);
  if (!other || other.kind !== 'person') return undefined;
  const between = side === 'before' ? discourse.wordsBetween(other.end, at.start) : discourse.wordsBetween(at.end, other.start);
  return between.length === 1 && between[0] === 'and' ? other : undefined;
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
