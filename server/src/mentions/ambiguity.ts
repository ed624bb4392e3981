import { isNationality, type NameEntry } from '../knowledge/nameIndex';
import type { Knowledge } from '../knowledge/api';
import type { Entity, EntityId, Place, State } from '../knowledge/types';
import { entitiesOf, settle, type Draft, type DraftBlock, type DraftDocument } from './drafts';
import type { Candidate } from './types';
import { AMERICAN_STATES } from './vocabulary';
import { Gap, Shape } from './words';

/** Names that places outside the knowledge bear as well: they are linked only where the text speaks of the right country. Keys. */
const SHARED_PLACES = new Set(['tripoli', 'cartagena', 'cordoba', 'valencia', 'santiago', 'alexandria', 'san jose', 'birmingham', 'odessa', 'st petersburg',
  'saint petersburg', 'victoria', 'hamilton', 'kingston', 'georgetown', 'george town', 'granada', 'merida', 'guadalajara', 'leon', 'toledo', 'santa cruz',
  'cambridge', 'boston', 'manchester', 'wellington', 'perth', 'newcastle', 'athens', 'trinidad', 'durango', 'guayana', 'salamanca', 'cuenca', 'zaragoza',
  'hyderabad', 'macedonia', 'washington', 'san salvador', 'la paz', 'concepcion', 'san juan', 'vancouver', 'melbourne', 'richmond', 'naples', 'tripolis']);
/** Shared names whose other bearer is rare enough in news from abroad: linked unless something speaks for the other. */
const MOSTLY_ONE = new Set(['washington', 'athens', 'wellington', 'odessa', 'st petersburg', 'saint petersburg', 'manchester', 'melbourne', 'boston', 'perth',
  'naples', 'vancouver', 'victoria']);
/** Words that show that a text is about the American Georgia. */
const AMERICAN_CUES = new Set(['atlanta', 'savannah', 'republican', 'republicans', 'democrats', 'democrat', 'runoff', 'gop', 'kemp', 'confederate']);
const NEEDED_LEAD = 0.25;

/** How strongly a text speaks of each entity, apart from the ambiguous names themselves. */
export class Evidence {
  private readonly weight = new Map<EntityId, number>();
  private foreignStates = 0;
  private americanCues = 0;

  constructor(private readonly document: DraftDocument) {
    for (const draft of document.drafts) if (draft.source === 'name') this.count(draft);
    for (const { words } of document.blocks) {
      for (let i = 0; i < words.count; i++) {
        if (words.shape[i] !== Shape.Capital) continue;
        const key = words.key[i]!;
        if (AMERICAN_CUES.has(key) || (AMERICAN_STATES.has(key) && key !== 'georgia' && key !== 'washington')) this.americanCues++;
      }
    }
  }

  of(entity: EntityId): number {
    return this.weight.get(entity) ?? 0;
  }

  /** What speaks for an entity: its own other names, its people, its places, the state it lies in. */
  supports(entity: Entity): number {
    if (entity.kind === 'place') return Math.max(0, ...entity.states.map((state) => this.of(state)));
    return this.of(entity.id);
  }

  /** The strongest evidence for any state. */
  get greatest(): number {
    let greatest = 0;
    for (const [id, weight] of this.weight) if (weight > greatest && this.document.knowledge.entity(id)?.kind === 'state') greatest = weight;
    return greatest;
  }

  get american(): boolean {
    return this.americanCues > 0;
  }

  get statesNamed(): number {
    return this.foreignStates;
  }

  private count(draft: Draft): void {
    const entities = entitiesOf(draft.name!.entries);
    if (entities.length !== 1) return;
    const [entity] = entities as [Entity];
    const shared = isShared(draft, this.document.blocks[draft.block]!);
    if (shared) return;
    switch (entity.kind) {
      case 'state':
        if (entity.id !== 'united-states') this.foreignStates++;
        this.add(entity.id, 1);
        break;
      case 'place':
        for (const state of entity.states) this.add(state, 0.7);
        break;
      case 'person':
        if (draft.name!.entries.some((entry) => entry.name.kind !== 'family')) for (const state of entity.nationality) this.add(state, 0.7);
        break;
      case 'organisation':
        this.add(entity.id, 1);
        break;
      default:
    }
  }

  private add(entity: EntityId, weight: number): void {
    this.weight.set(entity, (this.weight.get(entity) ?? 0) + weight);
  }
}

function keysAt(draft: Draft, block: DraftBlock): string {
  return block.words.key.slice(draft.first, draft.last).join(' ');
}

function isShared(draft: Draft, block: DraftBlock): boolean {
  const keys = keysAt(draft, block);
  return SHARED_PLACES.has(keys) || (keys === 'georgia' && !isNationality(draft.name!.entries[0]!.name.kind));
}

/** Resolves names of states, places and organisations; persons come later. What stays open keeps its candidates. */
export function resolveNames(document: DraftDocument, evidence: Evidence): void {
  const elsewhere = sharedElsewhere(document);
  for (const draft of document.drafts) {
    if (draft.source !== 'name' || draft.dropped) continue;
    const entries = draft.name!.entries.filter((entry) => entry.entity.kind !== 'person');
    if (entries.length === 0) continue;
    const block = document.blocks[draft.block]!;
    const entities = entitiesOf(entries);
    if (entities.length === 1 && (isTownElsewhere(document.knowledge, draft, block, entities[0]!) || isForeignBody(document.knowledge, draft, block, entities[0]!))) {
      draft.dropped = true;
    } else if (entities.length > 1) chooseAmong(document, evidence, draft, entries, entities);
    else if (isGenericOrganisation(entities[0]!, block, draft) && !ownsTheText(document, evidence, entities[0]!)) {
      draft.candidates = [{ entity: entities[0]!.id, score: 0.4, why: 'other countries have one of this name' }];
    } else if (isShared(draft, block)) settleShared(evidence, draft, block, entries[0]!, elsewhere);
    else settle(draft, bestEntry(entries), 0.95, 'only bearer of the name');
  }
}

const HOME_TYPES = new Set(['party', 'ministry', 'legislature', 'court', 'agency', 'bank', 'other']);
const GENERIC_WORDS = new Set(['foreign', 'office', 'ministry', 'conservative', 'conservatives', 'labour', 'labor', 'democrats', 'republicans', 'democrat', 'republican',
  'congress', 'senate', 'house', 'commons', 'lords', 'representatives', 'parliament', 'supreme', 'court', 'constitutional', 'liberal', 'liberals', 'social', 'national', 'party',
  'assembly', 'council', "people's", 'peoples', 'communist', 'green', 'greens', 'defence', 'defense', 'treasury', 'home', 'state', 'department', 'union', 'workers',
  'central', 'bank', 'guard', 'guards', 'revolutionary', 'security', 'front', 'army', 'police', 'intelligence', 'service', 'democratic', 'socialist', 'socialists', 'republic',
  'of', 'the', 'for', 'and', 'affairs', 'interior', 'justice', 'finance', 'agency', 'christian', 'reform', 'justice', 'development', 'federal', 'reserve', 'secret', 'general',
  'staff', 'navy', 'air', 'force', 'conference', 'league', 'movement', 'alliance', 'coalition', 'tories', 'communists', 'cabinet', 'popular', 'right', 'left', 'way', 'forward']);

/** "the Foreign Office", "the Conservatives": names that bodies of several countries bear. */
function isGenericOrganisation(entity: Entity, block: DraftBlock, draft: Draft): boolean {
  return entity.kind === 'organisation' && HOME_TYPES.has(entity.type) && hasGenericName(block, draft);
}

function hasGenericName({ words }: DraftBlock, draft: Draft): boolean {
  for (let i = draft.first; i < draft.last; i++) if (!GENERIC_WORDS.has(words.key[i]!.replace(/'s$/, ''))) return false;
  return true;
}

/** "the Russian Security Council", "Kenya's Supreme Court": a common name that the country in front makes another body's. */
function isForeignBody(knowledge: Knowledge, draft: Draft, block: DraftBlock, entity: Entity): boolean {
  if (entity.kind !== 'organisation' || !hasGenericName(block, draft)) return false;
  const owner = block.byLast.get(draft.first);
  const state = owner?.source === 'name' && block.words.gap[draft.first]! <= Gap.Joined ? entitiesOf(owner.name!.entries)[0] : undefined;
  if (state?.kind !== 'state') return false;
  const seat = entity.seat === undefined ? undefined : knowledge.entity(entity.seat);
  return !HOME_TYPES.has(entity.type) || (seat?.kind === 'place' && !seat.states.includes(state.id));
}

/** Whether the country of the organisation's seat is one that the text speaks of more than of others. */
function ownsTheText({ knowledge }: DraftDocument, evidence: Evidence, entity: Entity): boolean {
  const seat = entity.kind === 'organisation' && entity.seat !== undefined ? knowledge.entity(entity.seat) : undefined;
  return seat?.kind === 'place' && seat.states.some((state) => evidence.of(state) > 0 && evidence.of(state) >= evidence.greatest);
}

/** "a Moscow in Idaho": a place behind "in" that lies in another country. */
function isTownElsewhere(knowledge: Knowledge, draft: Draft, { words, byFirst }: DraftBlock, entity: Entity): boolean {
  if (entity.kind !== 'place' || entity.type !== 'city') return false;
  const { count, gap, key, shape } = words;
  const at = draft.last;
  if (at + 1 >= count || gap[at] !== Gap.Space || key[at] !== 'in' || gap[at + 1] !== Gap.Space || shape[at + 1] === Shape.Lower) return false;
  if (AMERICAN_STATES.has(key[at + 1]!) && key[at + 1] !== 'georgia') return !entity.states.includes('united-states');
  const next = byFirst.get(at + 1)?.name?.entries[0]?.entity;
  return next?.kind === 'place' && next.type === 'region' && next.states.length > 0 && entity.states.length > 0
    && !next.states.some((state) => entity.states.includes(state)) && knowledge.capitalOf(next.id).length === 0;
}

/** The entry by the best kind of name; the house form comes first in the entity's own list. */
function bestEntry(entries: readonly NameEntry[]): NameEntry {
  return entries.find((entry) => entry.name.kind !== 'misnomer' && entry.name.kind !== 'former') ?? entries[0]!;
}

function chooseAmong(document: DraftDocument, evidence: Evidence, draft: Draft, entries: readonly NameEntry[], entities: readonly Entity[]): void {
  const scored = entities.map((entity) => {
    const entry = bestEntry(entries.filter((candidate) => candidate.entity === entity));
    const scored = score(document, evidence, draft, entry);
    const placed = entity.kind === 'place' ? statedCountry(draft, document.blocks[draft.block]!) : undefined;
    if (placed === undefined) return { entry, ...scored };
    return (entity as Place).states.includes(placed)
      ? { entry, score: Math.min(1, scored.score + 0.4), why: 'its country is named behind it' }
      : { entry, score: Math.max(0, scored.score - 0.4), why: scored.why };
  }).sort((a, b) => b.score - a.score);
  const [best, second] = scored as [typeof scored[0], typeof scored[0]];
  if (best.score - second.score >= NEEDED_LEAD) {
    settle(draft, best.entry, best.score, best.why);
  }
  draft.candidates = scored.map(({ entry, score: value, why }): Candidate => ({ entity: entry.entity.id, score: value, why }));
}

const KIND_PRIOR: Partial<Record<string, number>> = {
  full: 0.4, formal: 0.4, acronym: 0.4, adjective: 0.4, demonym: 0.4, alias: 0.35, former: 0.15, variant: 0.3, metonym: 0.3, misnomer: 0.1,
};

function score(document: DraftDocument, evidence: Evidence, draft: Draft, entry: NameEntry): { score: number; why: string } {
  const { knowledge, date } = document;
  const { entity } = entry;
  let value = KIND_PRIOR[entry.name.kind] ?? 0.2;
  let why = 'bears the name';
  const support = evidence.supports(entity);
  if (support > 0) {
    value += Math.min(0.4, 0.25 + support * 0.05);
    why = entity.kind === 'place' ? 'its country is named' : 'named otherwise in the text';
  }
  const when = date.range;
  if (when) {
    if (knowledge.exists(entity.id, when) === 'no') value -= 0.3;
    if (knowledge.nameUsed(entry.name, when) === 'no') value -= 0.2;
  } else if (entity.kind === 'state' && (entity as State).exists.to) {
    value -= 0.3;
  }
  const days = document.sentenceTimes.get(`${draft.block}:${document.blocks[draft.block]!.words.sentence[draft.first]}`);
  if (days && (entity.kind === 'state' || entity.kind === 'organisation')) {
    const lived = days.some((day) => knowledge.exists(entity.id, day) === 'yes');
    if (lived) value += 0.1;
    else if (days.every((day) => knowledge.exists(entity.id, day) === 'no')) value -= 0.3;
  }
  return { score: Math.max(0, Math.min(1, value)), why };
}

type Elsewhere = ReadonlyMap<string, 'here' | 'there' | 'both'>;

/** For each shared name of the text: whether "NAME in COUNTRY" or "NAME, COUNTRY" says which bearer is meant. */
function sharedElsewhere(document: DraftDocument): Elsewhere {
  const result = new Map<string, 'here' | 'there' | 'both'>();
  for (const draft of document.drafts) {
    if (draft.source !== 'name') continue;
    const block = document.blocks[draft.block]!;
    if (!isShared(draft, block)) continue;
    const said = location(draft, block);
    if (!said) continue;
    const key = keysAt(draft, block);
    const before = result.get(key);
    result.set(key, before && before !== said ? 'both' : said);
  }
  return result;
}

/** The state named right behind a place: "Tripoli in Lebanon", "Tripoli, Lebanon". */
function statedCountry(draft: Draft, { words, byFirst }: DraftBlock): EntityId | undefined {
  let at = draft.last;
  if (at >= words.count || words.possessive[at - 1]) return undefined;
  if (words.gap[at] === Gap.Space && words.key[at] === 'in') at++;
  else if (words.gap[at] !== Gap.Comma) return undefined;
  const next = byFirst.get(at)?.name?.entries[0];
  return next?.entity.kind === 'state' && !isNationality(next.name.kind) ? next.entity.id : undefined;
}

/** Whether the words behind the name put it where the known bearer lies. */
function location(draft: Draft, block: DraftBlock): 'here' | 'there' | undefined {
  const { words, byFirst } = block;
  let at = draft.last;
  if (at >= words.count) return undefined;
  if (words.gap[at] === Gap.Space && (words.key[at] === 'is' || words.key[at] === 'lies')) at++;
  if (words.gap[at] === Gap.Space && words.key[at] === 'in') at++;
  else if (words.gap[at] !== Gap.Comma) return undefined;
  if (words.key[at] === 'the') at++;
  if (at >= words.count || words.shape[at] === Shape.Lower) return undefined;
  const [entity] = entitiesOf(draft.name!.entries);
  const states = entity!.kind === 'place' ? entity!.states : [entity!.id];
  const next = byFirst.get(at)?.name?.entries[0]?.entity;
  if (next?.kind === 'state') return states.includes(next.id) ? 'here' : words.gap[draft.last] === Gap.Comma && entity!.kind === 'state' ? undefined : 'there';
  if (next?.kind === 'place' && next.type === 'region' && next.states.length > 0) {
    return next.states.some((state) => states.includes(state)) ? 'here' : 'there';
  }
  if (next?.kind === 'place') return undefined;
  return AMERICAN_STATES.has(words.key[at]!) && !states.includes('united-states') ? 'there' : undefined;
}

function settleShared(
  evidence: Evidence, draft: Draft, block: DraftBlock, entry: NameEntry, elsewhere: Elsewhere,
): void {
  const { entity } = entry;
  const said = location(draft, block);
  if (said === 'there') {
    draft.dropped = true;
    return;
  }
  const keys = keysAt(draft, block);
  const general = elsewhere.get(keys);
  const supported = evidence.supports(entity) > 0;
  if (said === 'here') settle(draft, entry, 0.95, 'its country is named behind it');
  else if (general === 'both' || general === 'there') draft.candidates = [{ entity: entity.id, score: 0.4, why: 'another place of this name is in the text' }];
  else if (keys === 'georgia') {
    if (supported || (!evidence.american && evidence.statesNamed > 0)) settle(draft, entry, supported ? 0.9 : 0.7, 'other states are named');
    else draft.candidates = [{ entity: entity.id, score: 0.4, why: 'may be the American state' }];
  } else if (supported || MOSTLY_ONE.has(keys)) settle(draft, entry, supported ? 0.9 : 0.7, supported ? 'its country is named' : 'best known bearer of the name');
  else draft.candidates = [{ entity: entity.id, score: 0.4, why: 'several places bear the name' }];
}
