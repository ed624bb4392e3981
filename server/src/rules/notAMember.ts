import type { MemberOfClaim } from '../claims/types';
import { describeRange } from '../dates/edtf';
import type { Membership } from '../knowledge/types';
import type { Discourse } from '../claims/discourse';
import { factOf } from './fixes';
import type { Draft, Rule, RuleContext } from './rule';
import type { Fix, TextEdit } from './types';
import { atTime } from './wording';

export const notAMember: Rule = {
  id: 'not-a-member',
  title: 'Not a member',
  description: 'A state called a member of a bloc to which it did not belong at the time.',
  defaultSeverity: 'warning',
  *check(context) {
    for (const claim of context.claimsOf('member-of')) {
      if (!someOtherIsMember(context, claim)) continue;
      const draft = judge(context, claim);
      if (draft) yield draft;
    }
  },
};

/** In a list of which nobody is a member, the words were misread rather than every state misplaced. */
function someOtherIsMember(context: RuleContext, claim: MemberOfClaim): boolean {
  const listed = context.claimsOf('member-of').filter((other) => other.block === claim.block && other.sentence === claim.sentence && other.organisationMention === claim.organisationMention);
  const { knowledge } = context.discourse;
  return listed.length < 2 || listed.some((other) => other.time.ranges.some((when) => knowledge.isMember(other.organisation, other.member, when) !== 'no'));
}

function judge(context: RuleContext, claim: MemberOfClaim): Draft | undefined {
  const { discourse } = context;
  const { knowledge } = discourse;
  if (!claim.polarity || claim.time.ranges.length === 0) return undefined;
  if (claim.time.ranges.some((when) => knowledge.isMember(claim.organisation, claim.member, when) !== 'no')) return undefined;
  const organisation = knowledge.entity(claim.organisation)!;
  const state = knowledge.entity(claim.member)!;
  const when = claim.time.main ?? claim.time.ranges[0]!;
  const other = knowledge.membershipsOf(claim.member)
    .filter((membership) => membership.organisation === claim.organisation && (membership.status === 'member' || (membership.from?.range.first ?? -Infinity) <= when.last));
  return {
    start: claim.start,
    end: claim.end,
    message: `${state.name} was not a member of ${withArticle(organisation.name)} ${atTime(when)}.${history(other)}`,
    fixes: fixesFor(discourse, claim, state.name),
    related: [{ span: discourse.mentions[claim.organisationMention]!, message: organisation.name }],
    fact: factOf(organisation),
  };
}

/** "It was a candidate from 23 June 2022." / "It left on 31 January 2020." */
function history(memberships: readonly Membership[]): string {
  const last = memberships.at(-1);
  if (!last) return '';
  if (last.status === 'member') {
    if (last.to) return ` It left ${atTime(last.to.range)}.`;
    return last.from ? ` It joined ${atTime(last.from.range)}.` : '';
  }
  return ` It was ${last.status === 'invited' ? 'invited' : `${/^[aeiou]/.test(last.status) ? 'an' : 'a'} ${last.status}`}${last.from ? ` from ${describeRange(last.from.range)}` : ''}.`;
}

function withArticle(name: string): string {
  return /^(?:Union|Group|Organi[sz]ation|Association|Council|European|African|Arab|Gulf|Shanghai|United|Collective|Economic|Commonwealth|Southern|West|Eurasian|World)\b/.test(name) ? `the ${name}` : name;
}

/** Takes the state out of the list it stands in, or, said of one state, puts "not" in. */
function fixesFor(discourse: Discourse, claim: MemberOfClaim, name: string): Fix[] {
  const before = discourse.wordsBefore(claim.start, 2);
  const after = discourse.wordsAfter(claim.end, 2);
  const text = discourse.parsed.source.text;
  if (before.at(-1) === 'and' || (before.at(-2) === 'and' && before.at(-1) === 'the')) {
    const edit = removeLast(discourse, claim);
    if (edit) return [{ title: `Remove '${name}' from the list`, edits: edit }];
  }
  if (after[0] === ',' && (before.at(-1) === ',' || before.at(-1) === ':' || before.at(-1) === 'members' || before.at(-1) === 'are')) {
    const end = claim.end + (/^\s*,\s*/.exec(text.slice(claim.end, claim.end + 8))?.[0].length ?? 0);
    return [{ title: `Remove '${name}' from the list`, edits: [{ start: claim.start, end, newText: '' }] }];
  }
  const following = discourse.tokensAfter(claim.end, 3);
  const offset = discourse.block(discourse.blockAt(claim.end)).start;
  const at = following.findIndex((token) => token.lower === 'is' || token.lower === 'was');
  const is = following[at];
  if (is && discourse.wordsAfter(offset + is.end, 4).some((word) => word === 'member' || word === 'members')) {
    return [{ title: `Change to '${is.text} not'`, edits: [{ start: offset + is.end, end: offset + is.end, newText: ' not' }] }];
  }
  return [];
}

/** "Kuwait, Oman and Yemen" becomes "Kuwait and Oman". */
function removeLast(discourse: Discourse, claim: MemberOfClaim): TextEdit[] | undefined {
  const previous = discourse.mentionsIn(claim.block, claim.sentence).filter((i) => discourse.mentions[i]!.end <= claim.start && discourse.mentions[i]!.kind === 'state');
  const last = previous.at(-1);
  if (last === undefined) return undefined;
  const edits: TextEdit[] = [{ start: discourse.mentions[last]!.end, end: claim.end, newText: '' }];
  const earlier = previous.at(-2);
  if (earlier !== undefined) {
    const from = discourse.mentions[earlier]!.end;
    const words = discourse.wordsBetween(from, discourse.mentions[last]!.start);
    const comma = discourse.parsed.source.text.indexOf(',', from);
    if (words[0] === ',' && comma >= 0 && comma < discourse.mentions[last]!.start) edits.unshift({ start: comma, end: comma + 1, newText: ' and' });
  }
  return edits;
}
