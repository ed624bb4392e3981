import type { MemberCountClaim } from '../claims/types';
import { writeNumberLike } from '../claims/numbers';
import type { DayRange } from '../dates/interval';
import { factOf, replace } from './fixes';
import type { Draft, Rule, RuleContext } from './rule';
import { atTime } from './wording';

export const memberCountMismatch: Rule = {
  id: 'member-count-mismatch',
  title: 'Number of members',
  description: 'A bloc said to have another number of members than it had at the time.',
  defaultSeverity: 'warning',
  *check(context) {
    for (const claim of context.claimsOf('member-count')) {
      const draft = judge(context, claim);
      if (draft) yield draft;
    }
  },
};

function judge(context: RuleContext, claim: MemberCountClaim): Draft | undefined {
  const { knowledge, parsed } = context.discourse;
  let nearest: { readonly when: DayRange; readonly min: number; readonly max: number } | undefined;
  for (const when of claim.time.ranges) {
    const count = knowledge.memberCount(claim.organisation, when);
    if (!count || (claim.count >= count.min && claim.count <= count.max)) return undefined;
    if (!nearest || when === claim.time.main) nearest = { when, ...count };
  }
  if (!nearest) return undefined;
  const organisation = knowledge.entity(claim.organisation)!;
  const number = nearest.min === nearest.max ? String(nearest.min) : `${nearest.min} to ${nearest.max}`;
  const old = parsed.source.text.slice(claim.countSpan.start, claim.countSpan.end);
  return {
    ...claim.countSpan,
    message: `${organisation.name} had ${number} members ${atTime(nearest.when)}, not ${claim.count}.`,
    fixes: nearest.min === nearest.max ? [replace(claim.countSpan, writeNumberLike(nearest.min, old), { preferred: true })] : [],
    related: [{ span: context.discourse.mentions[claim.mention]!, message: organisation.name }],
    fact: factOf(organisation),
    slip: `${claim.organisation}:${claim.count}`,
  };
}
