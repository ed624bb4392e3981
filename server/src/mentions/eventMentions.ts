import type { DayRange } from '../dates/interval';
import { fromDay } from '../dates/calendar';
import { eventExtent } from '../knowledge/eventDates';
import type { EntityId, Event } from '../knowledge/types';
import type { Draft, DraftBlock, DraftDocument } from './drafts';
import { EVENT_WORDS, RESUMED } from './vocabulary';
import { Gap, Shape } from './words';

const STARTS = new Set(['outbreak', 'start', 'beginning', 'onset', 'eve', 'launch', 'opening', 'commencement', 'dawn']);
const ENDS = new Set(['end', 'conclusion', 'close', 'ending', 'cessation']);
const LAUNCHES = new Set(['launched', 'began', 'started', 'launches', 'starts', 'begins', 'ordered', 'triggered']);
const ENDINGS = new Set(['ended', 'ends']);
const BEGINS = new Set(['began', 'started', 'erupted', 'broke', 'begins', 'starts']);
const DEFINITE = new Set(['the', 'that', 'this', 'its']);
const RELATIONS = new Set(['of', 'in', 'on', 'against', 'between', 'with', 'for', 'over', 'to', 'by']);
/** Kinds of events that news speaks of long before they happen. */
const ANNOUNCED = new Set(['summit', 'election', 'referendum', 'treaty']);
const ANNOUNCED_AHEAD = 800;
/** By how many years a year may be off and still be meant for the event that the text dates elsewhere. */
const YEAR_SLIP = 2;
/** Days after its end for which an event is still news. */
const LATELY = 366;
/** Blocks back to the last mention within which a bare "the coup" goes back to it. */
const NEAR_BLOCKS = 3;
/** Events further away from the year in the text are no candidates. */
const YEAR_RANGE = 5;

/** Resolves event phrases, then "the war", "the 1974 coup" and the like against the events of the text. */
export function resolveEvents(document: DraftDocument): void {
  for (const draft of document.drafts) {
    if (draft.source === 'phrase') resolvePhrase(document, draft);
    if (draft.source === 'name' && draft.entity?.kind === 'event') draft.aspect = aspectOf(document.blocks[draft.block]!, draft.first, draft.last);
  }
  const states = statesOf(document);
  const mentioned: Mentioned = new Map();
  for (const draft of document.drafts) {
    if (draft.dropped) continue;
    if (draft.source === 'generic') resolveGeneric(document, draft, mentioned, states);
    else if (draft.source === 'phrase' && !draft.entity) for (const event of draft.events ?? []) mentioned.set(event, draft.block);
    if (draft.entity?.kind === 'event') mentioned.set(draft.entity, draft.block);
  }
}

/** Events mentioned so far, with the block of the last mention. */
type Mentioned = Map<Event, number>;

function resolvePhrase(document: DraftDocument, draft: Draft): void {
  const block = document.blocks[draft.block]!;
  const { phrase } = draft;
  const events = phrase!.events.filter((event) => canHaveHappened(event, document.date.range));
  if (events.length === 0) {
    draft.dropped = true;
    return;
  }
  const { words } = block;
  const span = { start: block.block.start + words.start[phrase!.first]!, end: block.block.start + words.end[phrase!.last - 1]! };
  if (phrase!.first !== draft.first || phrase!.last !== draft.last) draft.phraseSpan = span;
  draft.aspect = aspectOf(block, phrase!.first, phrase!.last);
  if (events.length === 1) {
    draft.entity = events[0];
    draft.candidates = [{ entity: events[0]!.id, score: 0.9, why: 'phrase for the event' }];
  } else {
    draft.events = events;
    draft.candidates = events.map((event) => ({ entity: event.id, score: 0.45, why: 'the phrase fits several events' }));
  }
}

/** An event that began after the document's date cannot be meant, unless it is one of those that are announced. */
function canHaveHappened(event: Event, when: DayRange | undefined): boolean {
  if (!when) return true;
  return event.start.range.first <= when.last + (ANNOUNCED.has(event.type) ? ANNOUNCED_AHEAD : 0);
}

/** Which end of the event the words around the phrase mean. */
function aspectOf({ words }: DraftBlock, first: number, last: number): Draft['aspect'] {
  const { key, gap, count } = words;
  let at = first - 1;
  let next = first;
  const step = () => {
    next = at;
    at--;
  };
  const open = () => at >= 0 && gap[next]! <= Gap.Joined;
  while (open() && (DETERMINERS.has(key[at]!) || ADVERBS.has(key[at]!))) step();
  if (open()) {
    const word = key[at]!;
    if (word === 'of' && at > 0 && gap[at] === Gap.Space) {
      const head = key[at - 1]!;
      if (STARTS.has(head)) return 'start';
      if (ENDS.has(head)) return 'end';
    } else if (word === 'since' || LAUNCHES.has(word)) return 'start';
    else if (ENDINGS.has(word)) return 'end';
  }
  if (last < count && gap[last] === Gap.Space) {
    if (BEGINS.has(key[last]!)) return 'start';
    if (ENDINGS.has(key[last]!)) return 'end';
  }
  return 'whole';
}

const DETERMINERS = new Set(['the', 'its', 'his', 'her', 'their', 'a', 'an', 'this', 'that']);
const ADVERBS = new Set(['full', 'scale', 'ongoing', 'whole', 'first', 'current', 'long']);

function resolveGeneric(document: DraftDocument, draft: Draft, mentioned: Mentioned, states: ReadonlySet<EntityId>): void {
  draft.dropped = true;
  const block = document.blocks[draft.block]!;
  const { words } = block;
  const { key, gap, shape, count } = words;
  const word = key[draft.first]!;
  const kinds = EVENT_WORDS.get(word)!;
  if (shape[draft.first] !== Shape.Lower || gap[draft.first]! > Gap.Space) return;
  const year = yearOf(block, draft);
  const similar = [...mentioned.keys()].filter((event) => kinds.includes(event.type) || event.phrases.some((phrase) => phrase.includes(word)));
  const exact = similar.filter((event) => event.type === kinds[0]);
  const fitting = exact.length > 0 ? exact : similar;
  if (year === undefined) {
    if (!DEFINITE.has(key[draft.first - 1] ?? '') || gap[draft.first - 1] === undefined) return;
    if (draft.last < count && gap[draft.last] === Gap.Space && RELATIONS.has(key[draft.last]!)) return;
    if (draft.last < count && gap[draft.last] === Gap.Joined) return;
    if (!RESUMED.has(word) || fitting.length !== 1 || !isAtHand(document, draft, fitting[0]!, mentioned, key[draft.first - 1]!)) return;
    link(draft, fitting[0]!, 0.6, 'the only such event of the text');
    draft.aspect = aspectOf(block, draft.first, draft.last);
    return;
  }
  const known = document.knowledge.ofKind('event').filter((entity) => kinds.includes(entity.type)
    && Math.abs(fromDay(entity.start.range.first).year - year) <= (entity.type === 'election' || entity.type === 'summit' ? 0 : YEAR_RANGE)
    && canHaveHappened(entity, document.date.range) && [...entity.parties, ...entity.places.flatMap((place) => statesOfPlace(document, place))].some((state) => states.has(state)));
  if (known.length === 0 && fitting.length === 0) return;
  const sameYear = known.filter((event) => fromDay(event.start.range.first).year === year);
  const dated = known.filter((event) => Math.abs(fromDay(event.start.range.first).year - year) <= YEAR_SLIP
    && [...event.parties].every((party) => states.has(party)) && isDated(document, event));
  draft.dropped = false;
  draft.aspect = 'whole';
  if (fitting.length === 1) link(draft, fitting[0]!, 0.6, 'the only such event of the text');
  else if (sameYear.length === 1) link(draft, sameYear[0]!, 0.7, 'kind, year and parties');
  else if (dated.length === 1) link(draft, dated[0]!, 0.6, 'its day and its parties are in the text');
  else draft.candidates = known.slice(0, 5).map((event) => ({ entity: event.id, score: 0.3, why: 'an event of this kind with a state of the text' }));
}

/** Whether the text gives the day on which the event began. */
function isDated({ times }: DraftDocument, event: Event): boolean {
  const { first, last } = event.start.range;
  return last - first < 31 && times.some(({ range, anchor }) => anchor === 'explicit' && range && range.last - range.first < 31
    && range.first <= last && first <= range.last);
}

/**
 * Whether "the war" can go back to an event of the text: one that goes on, or one mentioned shortly before. "This war" is one that is not over.
 */
function isAtHand({ date }: DraftDocument, draft: Draft, event: Event, mentioned: Mentioned, determiner: string): boolean {
  const near = draft.block - mentioned.get(event)! <= NEAR_BLOCKS;
  if (event.ongoing) return true;
  const over = date.range === undefined || eventExtent(event).last + LATELY < date.range.first;
  return over ? determiner !== 'this' && near : near;
}

function link(draft: Draft, event: Event, score: number, why: string): void {
  draft.dropped = false;
  draft.entity = event;
  draft.candidates = [{ entity: event.id, score, why }];
}

/** "the 1974 coup", "the invasion of 1983". */
function yearOf({ words }: DraftBlock, draft: Draft): number | undefined {
  const { key, gap, count } = words;
  if (draft.first > 0 && gap[draft.first] === Gap.Space && YEAR.test(key[draft.first - 1]!)) return Number(key[draft.first - 1]);
  const of = draft.last;
  if (of + 1 < count && key[of] === 'of' && gap[of] === Gap.Space && gap[of + 1] === Gap.Space && YEAR.test(key[of + 1]!)) return Number(key[of + 1]);
  return undefined;
}

const YEAR = /^(?:1[89]|20)\d\d$/;

function statesOf(document: DraftDocument): Set<EntityId> {
  const states = new Set<EntityId>();
  for (const draft of document.drafts) {
    if (draft.dropped || !draft.entity) continue;
    if (draft.entity.kind === 'state') states.add(draft.entity.id);
    else if (draft.entity.kind === 'place') for (const state of draft.entity.states) states.add(state);
    else if (draft.entity.kind === 'person') for (const state of draft.entity.nationality) states.add(state);
  }
  return states;
}

function statesOfPlace({ knowledge }: DraftDocument, id: EntityId): readonly EntityId[] {
  const entity = knowledge.entity(id);
  return entity?.kind === 'place' ? entity.states : entity ? [entity.id] : [];
}
