import { eventDateConflict } from './eventDateConflict';
import { eventDateMismatch } from './eventDateMismatch';
import { impossibleDate } from './impossibleDate';
import { memberCountMismatch } from './memberCountMismatch';
import { nameConfusion } from './nameConfusion';
import { nameMisspelt } from './nameMisspelt';
import { nameVariant } from './nameVariant';
import { nameVariantUnknown } from './nameVariantUnknown';
import { notAMember } from './notAMember';
import { officeCountryMismatch } from './officeCountryMismatch';
import { officeExpired } from './officeExpired';
import { officeNotYetHeld } from './officeNotYetHeld';
import { officeWrong } from './officeWrong';
import { relativeDateMismatch } from './relativeDateMismatch';
import { reversedRange } from './reversedRange';
import type { Rule } from './rule';
import { weekdayMismatch } from './weekdayMismatch';

export { rulePage, type Draft, type Rule, type RuleContext } from './rule';

/** All rules, in the order of the catalogue: dates, offices, names, organisations. */
export const RULES: readonly Rule[] = [
  weekdayMismatch,
  impossibleDate,
  reversedRange,
  eventDateMismatch,
  eventDateConflict,
  relativeDateMismatch,
  officeExpired,
  officeNotYetHeld,
  officeWrong,
  officeCountryMismatch,
  nameConfusion,
  nameMisspelt,
  nameVariant,
  nameVariantUnknown,
  memberCountMismatch,
  notAMember,
];
