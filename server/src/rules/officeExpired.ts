import { describeRange } from '../dates/edtf';
import { factOf } from './fixes';
import { formerFix, holderFix, officeName, personName, presentTitleFixes } from './officeWording';
import { officeOf, officeVerdict } from './officeVerdict';
import type { Rule } from './rule';
import { atTime } from './wording';

export const officeExpired: Rule = {
  id: 'office-expired',
  title: 'Office no longer held',
  description: 'A person given an office that he or she had left by the time of the statement.',
  defaultSeverity: 'warning',
  *check(context) {
    const { discourse } = context;
    for (const claim of context.claimsOf('holds-office')) {
      const verdict = officeVerdict(discourse, claim);
      if (verdict.kind !== 'expired') continue;
      const person = discourse.mentions[claim.person]!;
      const holder = verdict.holder && verdict.holder.person !== person.entity ? verdict.holder : undefined;
      const left = `${personName(discourse, person.entity!)} was ${officeName(discourse, officeOf(discourse.knowledge, verdict.term))} until ${describeRange(verdict.term.to!.range)}.`;
      yield {
        start: Math.min(claim.start, person.start),
        end: claim.end,
        message: holder ? `${left} The holder ${atTime(verdict.when)} was ${personName(discourse, holder.person)}.` : left,
        fixes: [...presentTitleFixes(discourse, claim, verdict.when), formerFix(discourse, claim), ...holderFix(discourse, claim, holder)],
        related: [],
        fact: factOf(verdict.term),
        slip: `${person.entity}:${verdict.term.office}`,
      };
    }
  },
};
