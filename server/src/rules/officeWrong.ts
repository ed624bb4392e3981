import { factOf } from './fixes';
import { holderFix, officeName, personName, titleFix } from './officeWording';
import { officeOf, officeVerdict } from './officeVerdict';
import type { Rule } from './rule';
import { atTime, list } from './wording';

export const officeWrong: Rule = {
  id: 'office-wrong',
  title: 'Wrong office',
  description: 'A person given an office of a state that somebody else held, while he or she held another one.',
  defaultSeverity: 'warning',
  *check(context) {
    const { discourse } = context;
    for (const claim of context.claimsOf('holds-office')) {
      const verdict = officeVerdict(discourse, claim);
      if (verdict.kind !== 'never') continue;
      const person = discourse.mentions[claim.person]!;
      const actual = list(verdict.actual.map((term) => officeName(discourse, officeOf(discourse.knowledge, term))));
      yield {
        ...discourse.mentions[claim.office]!.office!.titleSpan,
        message: `${personName(discourse, person.entity!)} was ${actual} ${atTime(verdict.when)}; ${personName(discourse, verdict.holder.person)} was ${officeName(discourse, verdict.office)}.`,
        fixes: [...verdict.actual.flatMap((term) => titleFix(discourse, claim, term)), ...holderFix(discourse, claim, verdict.holder)],
        related: [{ span: person, message: personName(discourse, person.entity!) }],
        fact: factOf(verdict.holder),
      };
    }
  },
};
