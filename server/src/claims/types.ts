import type { DayRange } from '../dates/interval';
import type { EntityId, RoleId } from '../knowledge/types';
import type { Span } from '../text/span';

/** How a claim is put. Only `asserted` and `past` claims are held against the facts by default; the rest are listed. */
export type Modality = 'asserted' | 'past' | 'quoted' | 'planned' | 'hypothetical' | 'denied';

interface ClaimBase extends Span {
  readonly modality: Modality;
  readonly block: number;
  readonly sentence: number;
}

/** Days for which a statement speaks, and why we think so. Several, when the text leaves it open: then one that fits is enough. */
export interface StatementTime {
  readonly ranges: readonly DayRange[];
  /** The one to name in a message: an explicit date of the sentence, else the document's. Undefined when there is none. */
  readonly main?: DayRange;
  readonly basis: 'sentence' | 'narrative' | 'document' | 'none';
}

/** "Russian Defence Minister Sergei Shoigu": a person holds (held, will hold) an office. Numbers are indexes into the mentions. */
export interface HoldsOfficeClaim extends ClaimBase {
  readonly type: 'holds-office';
  readonly person: number;
  readonly office: number;
  readonly roles: readonly RoleId[];
  /** State or organisation, from the text or, failing that, from the document. */
  readonly of?: EntityId;
  /** Whether the text itself names the body next to the title. */
  readonly ofExplicit: boolean;
  /** current: at the time of the statement; former: at some time before it; future: after it. */
  readonly tense: 'current' | 'former' | 'future';
  /** "the leader of the time": the moment the text tells of, not the day of the text. */
  readonly atNarrativeTime?: boolean;
  readonly time: StatementTime;
}

/** An event is dated: "the outbreak of the war in early 2012", "Iraq invaded Kuwait on 2 August 1991". */
export interface EventAtClaim extends ClaimBase {
  readonly type: 'event-at';
  readonly event: EntityId;
  readonly mention: number;
  /** Index into the time expressions. */
  readonly time: number;
  readonly aspect: 'start' | 'end' | 'whole';
  readonly range: DayRange;
  /** How far off a careful but rounding writer may be, in days. */
  readonly tolerance: number;
}

/** "the 31-member alliance", "NATO has 31 members". */
export interface MemberCountClaim extends ClaimBase {
  readonly type: 'member-count';
  readonly organisation: EntityId;
  readonly mention: number;
  readonly count: number;
  readonly countSpan: Span;
  readonly time: StatementTime;
}

/** "Norway, a member of the European Union", "EU members Poland, Denmark and Norway". */
export interface MemberOfClaim extends ClaimBase {
  readonly type: 'member-of';
  readonly organisation: EntityId;
  readonly organisationMention: number;
  readonly member: EntityId;
  readonly memberMention: number;
  readonly polarity: boolean;
  readonly time: StatementTime;
}

/** "Wednesday, 5 February 2026". `time` is an index into the time expressions. */
export interface WeekdayOfClaim extends ClaimBase {
  readonly type: 'weekday-of';
  readonly time: number;
}

export type Claim = HoldsOfficeClaim | EventAtClaim | MemberCountClaim | MemberOfClaim | WeekdayOfClaim;
export type ClaimType = Claim['type'];
