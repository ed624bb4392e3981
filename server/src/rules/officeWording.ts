import type { HoldsOfficeClaim } from '../claims/types';
import type { Discourse } from '../claims/discourse';
import { describeRange } from '../dates/edtf';
import type { DayRange } from '../dates/interval';
import type { EntityId, Office, Person, Term } from '../knowledge/types';
import type { Mention } from '../mentions/types';
import { replace, withCaseOf } from './fixes';
import { officeOf } from './officeVerdict';
import type { Fix } from './types';

const HIGH: ReadonlySet<string> = new Set(['president', 'prime-minister', 'chancellor', 'vice-president', 'foreign-minister', 'defence-minister', 'foreign-secretary', 'secretary-of-state', 'security-council-secretary']);

/** "prime minister of the United Kingdom". */
export function officeName(discourse: Discourse, office: Office): string {
  return office.name || (discourse.knowledge.role(office.role)?.name ?? office.role);
}

/** "until 6 September 2022", "since 12 May 2024", "from 13 March 2013 to 30 December 2022". */
export function termText(term: Term): string {
  const from = term.from && describeRange(term.from.range);
  const to = term.to && describeRange(term.to.range);
  if (from && to) return `from ${from} to ${to}`;
  if (from) return term.endUnknown ? `from ${from}` : `since ${from}`;
  return to ? `until ${to}` : '';
}

export function personName(discourse: Discourse, person: EntityId): string {
  return discourse.knowledge.entity(person)?.name ?? person;
}

/** The name of another person, as long as the one it replaces: full for full, surname for surname. */
export function nameLike(discourse: Discourse, mention: Mention, person: EntityId): string {
  const entity = discourse.knowledge.entity(person) as Person | undefined;
  if (!entity) return person;
  return mention.by === 'family' ? entity.family : entity.name;
}

/** Puts the holder's name in the place of the one that is written. */
export function holderFix(discourse: Discourse, claim: HoldsOfficeClaim, holder: Term | undefined): Fix[] {
  if (!holder) return [];
  const mention = discourse.mentions[claim.person]!;
  return [replace(mention, nameLike(discourse, mention, holder.person))];
}

/** Puts "former" in front of title and country. */
export function formerFix(discourse: Discourse, claim: HoldsOfficeClaim): Fix {
  const { titleSpan, of, ofMention } = discourse.mentions[claim.office]!.office!;
  const text = discourse.parsed.source.text;
  const body = of !== undefined && ofMention !== undefined ? discourse.mentions[ofMention]! : undefined;
  const leads = body !== undefined && body.end <= titleSpan.start && discourse.wordsBetween(body.end, titleSpan.start).length === 0;
  const at = leads ? body.start : titleSpan.start;
  const first = text.slice(at, at + 1);
  const sentence = discourse.sentenceSpan(claim.block, claim.sentence);
  const startsSentence = text.slice(sentence.start, at).trim() === '';
  const word = startsSentence ? 'Former ' : 'former ';
  // "Prime minister" at the start of a sentence loses its capital when it is no longer first.
  const lowers = startsSentence && body === undefined && /^\p{Lu}\p{Ll}+\s\p{Ll}/u.test(text.slice(at, titleSpan.end));
  return { title: `Change to '${word}${text.slice(at, titleSpan.end)}'`, edits: [{ start: at, end: lowers ? at + 1 : at, newText: word + (lowers ? first.toLowerCase() : '') }] };
}

/** The title of a high office that the person holds now, for the old one: "President" for "Prime Minister". */
export function presentTitleFixes(discourse: Discourse, claim: HoldsOfficeClaim, when: DayRange): Fix[] {
  const body = discourse.mentions[claim.office]!.office!.of;
  return discourse.knowledge.termsAt(discourse.mentions[claim.person]!.entity!, when)
    .filter((term) => term.holds === 'yes' && !term.acting)
    .filter((term) => HIGH.has(officeOf(discourse.knowledge, term).role) && (body === undefined || officeOf(discourse.knowledge, term).of === body))
    .slice(0, 1)
    .flatMap((term) => titleFix(discourse, claim, term));
}

/** Puts the title that the person had in the place of the wrong one, where the role has a plain name. */
export function titleFix(discourse: Discourse, claim: HoldsOfficeClaim, actual: Term): Fix[] {
  const office = discourse.knowledge.entity(actual.office) as Office;
  const role = discourse.knowledge.role(office.role);
  if (!role) return [];
  const { titleSpan } = discourse.mentions[claim.office]!.office!;
  const old = discourse.parsed.source.text.slice(titleSpan.start, titleSpan.end);
  return [replace(titleSpan, withCaseOf(old, office.titles[0] ?? role.name))];
}
