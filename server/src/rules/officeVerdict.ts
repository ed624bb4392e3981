import { actsNow } from '../claims/officeContext';
import type { HoldsOfficeClaim } from '../claims/types';
import type { Discourse } from '../claims/discourse';
import type { DayRange } from '../dates/interval';
import type { Knowledge } from '../knowledge/api';
import type { EntityId, Office, RoleId, Term } from '../knowledge/types';

/** How a claim "person holds office" stands against the terms that we know. */
export type OfficeVerdict =
  | { readonly kind: 'fine' }
  /** Held it before, not at any time for which the sentence may speak. */
  | { readonly kind: 'expired'; readonly term: Term; readonly when: DayRange; readonly holder?: Term }
  /** Came to it only later. */
  | { readonly kind: 'not-yet'; readonly term: Term; readonly when: DayRange; readonly holder?: Term }
  /** Holds that office, but for another state. */
  | { readonly kind: 'country'; readonly term: Term; readonly office: Office }
  /** Holds other offices of that state, and somebody else held this one. */
  | { readonly kind: 'never'; readonly actual: readonly Term[]; readonly office: Office; readonly holder: Term; readonly when: DayRange };

const FINE: OfficeVerdict = { kind: 'fine' };
/** Only offices of which a state has one at a time, and whose titles mean nothing else, can be said to be wrong. */
const SINGULAR: ReadonlySet<RoleId> = new Set([
  'president', 'prime-minister', 'chancellor', 'taoiseach', 'vice-president', 'foreign-minister', 'defence-minister', 'interior-minister', 'finance-minister', 'economy-minister',
  'foreign-secretary', 'secretary-of-state', 'defence-secretary', 'home-secretary', 'treasury-secretary', 'security-council-secretary', 'national-security-adviser', 'secretary-general',
]);

/** "King" and "Prince" are parts of names more than they are offices; who leads an opposition or rebels, news decides for itself. */
const NO_OFFICE: ReadonlySet<RoleId> = new Set(['monarch', 'opposition-leader', 'rebel-leader', 'spokesperson', 'special-envoy', 'senior-official']);

const VACANCY_DAYS = 365;
const FAR_OFF_DAYS = 8 * 366;
const LONG_GONE_DAYS = 25 * 366;
/** Sources and texts differ by some days on when an office passes: election, oath, appointment. */
const HANDOVER_DAYS = 7;

const verdicts = new WeakMap<HoldsOfficeClaim, OfficeVerdict>();

/** Judges a claim; the four rules on offices share one verdict. */
export function officeVerdict(discourse: Discourse, claim: HoldsOfficeClaim): OfficeVerdict {
  let verdict = verdicts.get(claim);
  if (!verdict) verdicts.set(claim, (verdict = judge(discourse, claim)));
  return verdict;
}

function judge(discourse: Discourse, claim: HoldsOfficeClaim): OfficeVerdict {
  const { knowledge } = discourse;
  const person = discourse.mentions[claim.person]!.entity!;
  const terms = knowledge.terms(person);
  if (terms.length === 0 || claim.tense === 'future' || claim.roles.some((role) => NO_OFFICE.has(role))) return FINE;
  const roles = coveredRoles(knowledge, claim.roles);
  const matching = terms.filter((term) => roles.has(officeOf(knowledge, term).role));
  if (matching.length === 0) return claim.tense === 'current' ? judgeNever(discourse, claim, person, roles) : FINE;
  const written = writtenBody(discourse, claim);
  const ofBody = claim.of === undefined ? matching : matching.filter((term) => sameBody(knowledge, officeOf(knowledge, term).of, claim.of!, written));
  if (ofBody.length === 0) return judgeCountry(knowledge, claim, person, matching, written);
  return claim.tense === 'former' ? judgeFormer(discourse, claim, ofBody) : judgeCurrent(discourse, claim, person, ofBody);
}

function judgeCurrent(discourse: Discourse, claim: HoldsOfficeClaim, person: EntityId, terms: readonly Term[]): OfficeVerdict {
  const { knowledge } = discourse;
  const ranges = relevantRanges(discourse, claim, person);
  if (ranges.length === 0 || !(claim.atNarrativeTime || actsNow(discourse, claim))) return FINE;
  for (const when of ranges) {
    const lenient = { first: when.first - HANDOVER_DAYS, last: when.last + HANDOVER_DAYS };
    for (const term of terms) if (knowledge.held(person, term.office, lenient) !== 'no') return FINE;
  }
  const when = claim.time.main && ranges.includes(claim.time.main) ? claim.time.main : ranges[0]!;
  const past = terms.filter((term) => term.to !== undefined && term.to.range.last < when.first);
  const last = past.at(-1);
  if (last) {
    const holder = knownHolder(knowledge, last.office, when);
    // Whom a coup put out is still the president to many; for a year we do not say otherwise, nor without a successor that we know of.
    const lately = last.to!.range.last + VACANCY_DAYS >= when.first;
    return lately && (!holder || tellsOfOverthrow(discourse)) ? FINE : { kind: 'expired', term: last, when, holder };
  }
  const first = terms.find((term) => term.from !== undefined && term.from.range.first > when.last);
  // An old date in a sentence is seldom the day of which its titles speak.
  return first && first.from!.range.first - when.last < FAR_OFF_DAYS
    ? { kind: 'not-yet', term: first, when, holder: knownHolder(knowledge, first.office, when) } : FINE;
}

const OVERTHROW = new Set(['coup', 'junta', 'putsch', 'overthrew', 'overthrown', 'toppled', 'deposed', 'ousted', 'putschists', 'mutiny', 'mutineers', 'usurper', 'exile', 'exiled']);
const overthrown = new WeakMap<Discourse, boolean>();

function tellsOfOverthrow(discourse: Discourse): boolean {
  let tells = overthrown.get(discourse);
  if (tells === undefined) {
    tells = discourse.readings.some((reading) => reading.tokens.some((token) => OVERTHROW.has(token.lower)));
    overthrown.set(discourse, tells);
  }
  return tells;
}

/**
 * "Former" is right as soon as a term had begun; whether it has ended is not this rule's question. It is said on the day of the text, so that without
 * one nothing can be held against it: "former President X signed the treaty of 1995".
 */
function judgeFormer(discourse: Discourse, claim: HoldsOfficeClaim, terms: readonly Term[]): OfficeVerdict {
  if (!discourse.date.range) return FINE;
  const { ranges } = claim.time;
  const first = terms[0]!;
  const begins = first.from?.range.first;
  if (begins === undefined || ranges.length === 0 || begins - ranges.at(-1)!.last >= FAR_OFF_DAYS) return FINE;
  const tooEarly = terms.every((term) => term.from !== undefined && ranges.every((when) => when.last < term.from!.range.first));
  return tooEarly ? { kind: 'not-yet', term: first, when: ranges.at(-1)! } : FINE;
}

function judgeCountry(knowledge: Knowledge, claim: HoldsOfficeClaim, person: EntityId, matching: readonly Term[], written: string | undefined): OfficeVerdict {
  if (!claim.ofExplicit || knowledge.entity(claim.of!)?.kind !== 'state') return FINE;
  const entity = knowledge.entity(person);
  if (entity?.kind !== 'person' || entity.nationality.includes(claim.of!)) return FINE;
  const atTime = matching.filter((term) => claim.time.ranges.some((when) => knowledge.held(person, term.office, when) === 'yes'));
  const candidates = (atTime.length > 0 ? atTime : matching).filter((term) => {
    const body = knowledge.entity(officeOf(knowledge, term).of);
    return body?.kind === 'state' && !sameBody(knowledge, body.id, claim.of!, written) && !succeed(knowledge, body.id, claim.of!);
  });
  const term = candidates.at(-1);
  return term ? { kind: 'country', term, office: officeOf(knowledge, term) } : FINE;
}

/** The person never had this role, holds another office of the same body then, and we know who had this one. */
function judgeNever(discourse: Discourse, claim: HoldsOfficeClaim, person: EntityId, roles: ReadonlySet<RoleId>): OfficeVerdict {
  const { knowledge } = discourse;
  if (!claim.roles.every((role) => SINGULAR.has(role))) return FINE;
  const ranges = relevantRanges(discourse, claim, person);
  let result: OfficeVerdict = FINE;
  for (const when of ranges) {
    const actual = knowledge.termsAt(person, when).filter((term) => term.holds === 'yes');
    const body = claim.of ?? actual.map((term) => officeOf(knowledge, term)).find((held) => SINGULAR.has(held.role))?.of;
    const own = actual.filter((term) => officeOf(knowledge, term).of === body && SINGULAR.has(officeOf(knowledge, term).role));
    if (body === undefined || own.length === 0) return FINE;
    const office = knowledge.officesOf(body).find((candidate) => roles.has(candidate.role) && candidate.single);
    const holder = office && knownHolder(knowledge, office.id, when);
    if (!office || !holder || holder.person === person) return FINE;
    if (result.kind === 'fine') result = { kind: 'never', actual: own, office, holder, when };
  }
  return result;
}

/**
 * The times at which the claim is tested. Of the dead, only the moments that the text tells of: a title in front of a dead man's
 * name belongs to his own day.
 */
function relevantRanges(discourse: Discourse, claim: HoldsOfficeClaim, person: EntityId): readonly DayRange[] {
  const { date, knowledge } = discourse;
  // Without a date of the text, what a sentence dates may be anything in it but the title.
  if (!date.range && !claim.atNarrativeTime) return [];
  const ranges = claim.atNarrativeTime ? claim.time.ranges.filter((when) => when !== date.range) : claim.time.ranges;
  if (!date.range || claim.atNarrativeTime) return ranges;
  return knowledge.alive(person, date.range) === 'no' || longGone(knowledge, person, date.range) ? [] : ranges;
}

/** Out of every office for so long that a title is history, even if we do not know of a death. */
function longGone(knowledge: Knowledge, person: EntityId, today: DayRange): boolean {
  const terms = knowledge.terms(person);
  return terms.length > 0 && terms.every((term) => term.to !== undefined && term.to.range.last < today.first - LONG_GONE_DAYS);
}

/** Who surely held an office at the time, if the knowledge says so; on the day of a handover, the one who came. */
export function knownHolder(knowledge: Knowledge, office: EntityId, when: DayRange): Term | undefined {
  const holders = knowledge.holdersAt(office, when).filter((term) => term.holds === 'yes');
  return holders.at(-1);
}

export function officeOf(knowledge: Knowledge, term: Term): Office {
  return knowledge.entity(term.office) as Office;
}

/** Roles that a title can mean, loose ones ("leader") spread out. */
function coveredRoles(knowledge: Knowledge, roles: readonly RoleId[]): ReadonlySet<RoleId> {
  const all = new Set<RoleId>(roles);
  for (const role of roles) knowledge.role(role)?.covers.forEach((covered) => all.add(covered));
  return all;
}

/** Whether one state came after the other in the same capital: a minister of Serbia and Montenegro stands among those of Serbia. */
function succeed(knowledge: Knowledge, a: EntityId, b: EntityId): boolean {
  const capitals = (id: EntityId) => {
    const state = knowledge.entity(id);
    return state?.kind === 'state' ? state.capitals.map(({ place }) => place) : [];
  };
  const own = capitals(a);
  return capitals(b).some((place) => own.includes(place));
}

/** The adjective or name by which the text names the body. */
function writtenBody(discourse: Discourse, claim: HoldsOfficeClaim): string | undefined {
  const { ofMention } = discourse.mentions[claim.office]!.office!;
  return ofMention === undefined ? undefined : discourse.mentions[ofMention]!.text;
}

/**
 * The same body, or two that the written adjective can both mean ("German" for both German states, "European" for the Union's
 * institutions); "North Korean" means one of two.
 */
function sameBody(knowledge: Knowledge, a: EntityId, b: EntityId, written: string | undefined): boolean {
  if (a === b) return true;
  const adjectives = (id: EntityId) => knowledge.entity(id)?.names.filter((name) => name.kind === 'adjective').map((name) => name.text) ?? [];
  const first = adjectives(a);
  const second = adjectives(b);
  if (written !== undefined && (first.includes(written) || second.includes(written))) return first.includes(written) && second.includes(written);
  return second.some((adjective) => first.includes(adjective));
}
