import type { EntityId, Place } from '../knowledge/types';
import { daysOf, type Draft, type DraftBlock, type DraftDocument } from './drafts';
import { ACTOR_STATES, ACTOR_VERBS, ADDRESSING_VERBS, LOCATIVE_PREPOSITIONS, PARTNER_PREPOSITIONS, TOWN_NOUNS } from './vocabulary';
import { Gap, Shape } from './words';

/**
 * Finds the capitals and seats that stand for a government: "Moscow said", "Beijing's readiness", "between Washington and Tehran", "the
 * Kremlin". A place after a preposition of place stays a place.
 */
export function resolveMetonymy(document: DraftDocument): void {
  for (const block of document.blocks) {
    const places = block.drafts.filter((draft) => !draft.dropped && draft.entity?.kind === 'place');
    for (const draft of places) {
      const place = draft.entity as Place;
      const body = bodyOf(document, draft, place);
      if (body === undefined) continue;
      const use = useOf(draft, block);
      if (use === 'actor' || (use === 'open' && place.type === 'building' && place.metonymOf !== undefined)) draft.stands = body;
    }
    spreadOverPairs(document, block, places);
  }
}

/** The body for which the place can stand in the days of the sentence. */
function bodyOf(document: DraftDocument, draft: Draft, place: Place): EntityId | undefined {
  const { knowledge } = document;
  const states = knowledge.capitalOf(place.id);
  const [when] = daysOf(document, draft);
  if (when) {
    const then = states.find((state) => knowledge.capitalAt(state, when) === place.id && knowledge.exists(state, when) !== 'no');
    if (then) return then;
  } else {
    const lasting = states.filter((state) => {
      const entity = knowledge.entity(state);
      return entity?.kind === 'state' && !entity.exists.to && entity.capitals.some((term) => term.place === place.id && !term.to && !term.endUnknown);
    });
    if (lasting.length === 1) return lasting[0];
  }
  return draft.entry?.name.kind === 'metonym' ? place.metonymOf : place.type === 'building' || states.length === 0 ? place.metonymOf : undefined;
}

type Use = 'actor' | 'place' | 'open';

function useOf(draft: Draft, { words }: DraftBlock): Use {
  const { key, gap, shape, count, possessive } = words;
  const before = beforeArticle(draft, words);
  const previous = before >= 0 && gap[before + 1]! <= Gap.Joined ? key[before]! : '';
  // "the Nairobi process", "the Geneva talks"
  if (before < draft.first - 1 && (draft.entity as Place).type === 'city') return 'place';
  if (LOCATIVE_PREPOSITIONS.has(previous)) {
    return 'place';
  }
  const next = draft.last;
  const follows = next < count && gap[next] === Gap.Space;
  if (possessive[draft.last - 1]) {
    if (!follows || shape[next] !== Shape.Lower || TOWN_NOUNS.has(key[next]!)) return 'place';
    return 'actor';
  }
  if (PARTNER_PREPOSITIONS.has(previous) || ADDRESSING_VERBS.has(previous)) return 'actor';
  if (follows && shape[next] === Shape.Lower) {
    const word = key[next]!;
    if (ACTOR_VERBS.has(word)) return startsClause(before, words) ? 'actor' : 'open';
    if ((word === 'is' || word === 'was' || word === 'are' || word === 'were') && next + 1 < count && ACTOR_STATES.has(key[next + 1]!)) return 'actor';
  }
  return 'open';
}

/** Whether a subject can stand here: at the start, after punctuation, a conjunction, or nothing that governs it. */
function startsClause(before: number, { key, gap }: DraftBlock['words']): boolean {
  return before < 0 || gap[before + 1]! > Gap.Joined || !NOUN_GOVERNORS.has(key[before]!);
}

const NOUN_GOVERNORS = new Set(['of', 'on', 'under', 'about', 'over', 'without', 'since', 'after', 'before', 'during']);

function beforeArticle(draft: Draft, { key, gap }: DraftBlock['words']): number {
  const before = draft.first - 1;
  return before >= 0 && key[before] === 'the' && gap[draft.first] === Gap.Space ? before - 1 : before;
}

/** "Moscow and Beijing", "both Paris and Berlin agreed": one reading for all members of a list. */
function spreadOverPairs(document: DraftDocument, block: DraftBlock, places: readonly Draft[]): void {
  const { words } = block;
  for (let i = 1; i < places.length; i++) {
    const [left, right] = [places[i - 1]!, places[i]!];
    const between = right.first - left.last;
    const joined = (between === 1 && (words.key[left.last] === 'and' || words.key[left.last] === 'or') && words.gap[left.last]! <= Gap.Comma)
      || (between === 0 && (words.gap[right.first] === Gap.Comma || words.gap[right.first] === Gap.Joined));
    if (!joined || (left.stands === undefined) === (right.stands === undefined)) continue;
    const [from, to] = left.stands !== undefined ? [left, right] : [right, left];
    if (useOf(to, block) === 'place' || useOf(from, block) === 'place') continue;
    const body = bodyOf(document, to, to.entity as Place);
    if (body !== undefined) to.stands = body;
  }
  for (let i = 1; i < places.length; i++) {
    const [left, right] = [places[i - 1]!, places[i]!];
    const pair = right.first - left.last === 1 && words.key[left.last] === 'and';
    // "in Moscow and Beijing": the preposition governs both.
    if (pair && left.stands === undefined && right.stands !== undefined && useOf(left, block) === 'place') right.stands = undefined;
    // "Washington and Moscow agreed": the verb follows the second only.
    const verb = right.last < words.count && words.gap[right.last] === Gap.Space && ACTOR_VERBS.has(words.key[right.last]!);
    if (pair && verb && left.stands === undefined && useOf(left, block) === 'open') {
      const body = bodyOf(document, left, left.entity as Place);
      if (body !== undefined) left.stands = body;
    }
  }
}
