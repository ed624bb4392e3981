import type { HoldsOfficeClaim } from '../claims/types';
import type { Discourse } from '../claims/discourse';
import type { EntityId } from '../knowledge/types';
import { factOf, replace } from './fixes';
import { officeName, personName, termText } from './officeWording';
import { officeVerdict } from './officeVerdict';
import type { Rule } from './rule';
import type { Fix } from './types';

export const officeCountryMismatch: Rule = {
  id: 'office-country-mismatch',
  title: 'Office of another country',
  description: 'A person given the office of a country other than his or her own.',
  defaultSeverity: 'warning',
  *check(context) {
    const { discourse } = context;
    for (const claim of context.claimsOf('holds-office')) {
      const verdict = officeVerdict(discourse, claim);
      if (verdict.kind !== 'country') continue;
      const reading = discourse.mentions[claim.office]!.office!;
      const body = reading.ofMention === undefined ? reading.titleSpan : discourse.mentions[reading.ofMention]!;
      yield {
        start: body.start,
        end: body.end,
        message: `${personName(discourse, discourse.mentions[claim.person]!.entity!)} was ${officeName(discourse, verdict.office)} ${termText(verdict.term)}.`.replace(' .', '.'),
        fixes: countryFixes(discourse, claim, verdict.office.of),
        related: [],
        fact: factOf(verdict.term),
      };
    }
  },
};

/** Writes the right country in the form of the wrong one: adjective for adjective, name for name. */
function countryFixes(discourse: Discourse, claim: HoldsOfficeClaim, right: EntityId): Fix[] {
  const { ofMention } = discourse.mentions[claim.office]!.office!;
  if (ofMention === undefined) return [];
  const mention = discourse.mentions[ofMention]!;
  const state = discourse.knowledge.entity(right)!;
  const names = mention.by === 'adjective'
    ? state.names.filter((name) => name.kind === 'adjective').map((name) => name.text)
    : [state.name];
  return names.map((name, i) => replace(mention, name, { preferred: i === 0 }));
}
