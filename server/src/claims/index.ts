import type { Discourse } from './discourse';
import { eventAtClaims } from './eventAt';
import { holdsOfficeClaims } from './holdsOffice';
import { memberCountClaims } from './memberCount';
import { memberOfClaims } from './memberOf';
import { StatementTimes } from './statementTime';
import type { Claim } from './types';
import { weekdayOfClaims } from './weekdayOf';

/** Everything the text asserts that we can hold against facts, sorted by start. */
export function findClaims(discourse: Discourse): readonly Claim[] {
  const times = new StatementTimes(discourse);
  const claims: Claim[] = [
    ...weekdayOfClaims(discourse),
    ...eventAtClaims(discourse),
    ...holdsOfficeClaims(discourse, times),
    ...memberCountClaims(discourse, times),
    ...memberOfClaims(discourse, times),
  ];
  return claims.sort((a, b) => a.start - b.start || a.end - b.end);
}
