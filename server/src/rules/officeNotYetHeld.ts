import { describeRange } from '../dates/edtf';
import { factOf } from './fixes';
import { holderFix, officeName, personName } from './officeWording';
import { officeOf, officeVerdict } from './officeVerdict';
import type { Rule } from './rule';
import { atTime } from './wording';

export const officeNotYetHeld: Rule = {
  id: 'office-not-yet-held',
  title: 'Office not yet held',
  description: 'A person given an office to which he or she came only after the time of the statement.',
  defaultSeverity: 'warning',
  *check(context) {
    const { discourse } = context;
    for (const claim of context.claimsOf('holds-office')) {
      const verdict = officeVerdict(discourse, claim);
      if (verdict.kind !== 'not-yet') continue;
      const person = discourse.mentions[claim.person]!;
      const came = `${personName(discourse, person.entity!)} has been ${officeName(discourse, officeOf(discourse.knowledge, verdict.term))} only from ${describeRange(verdict.term.from!.range)}.`;
      yield {
        start: claim.start,
        end: claim.end,
        message: verdict.holder ? `${came} The holder ${atTime(verdict.when)} was ${personName(discourse, verdict.holder.person)}.` : came,
        fixes: holderFix(discourse, claim, verdict.holder),
        related: [],
        fact: factOf(verdict.term),
        slip: `${person.entity}:${verdict.term.office}`,
      };
    }
  },
};
