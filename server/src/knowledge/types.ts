import type { EdtfDate } from '../dates/edtf';

/** "russia", "sergei-shoigu", "russia.defence-minister": lower case, digits, hyphens, a dot between an office and its body. */
export type EntityId = string;
export type RoleId = string;
export type EntityKind = 'person' | 'state' | 'place' | 'organisation' | 'office' | 'event';

/**
 * How a name names.
 * full: the name by which the entity is known; formal: official long form; alias: another spelling or name in good use; acronym;
 * family, given: part of a person's name used alone; adjective: "Russian"; demonym: "Russians"; metonym: "the Kremlin" for the state;
 * former: a name that was right in its time; variant: a spelling of another house; misnomer: a wrong name seen in texts.
 */
export type NameKind =
  | 'full' | 'formal' | 'alias' | 'acronym' | 'family' | 'given' | 'adjective' | 'demonym' | 'metonym' | 'former' | 'variant' | 'misnomer';

/** When a fact holds. Missing `from`: unknown start. Missing `to`: holds up to the as-of date. */
export interface Period {
  readonly from?: EdtfDate;
  readonly to?: EdtfDate;
  /** The end is known to have come, the day is not. */
  readonly endUnknown?: boolean;
}

/** Where a fact comes from and until when it was checked (a day number). */
export interface Provenance {
  readonly source: string;
  readonly asOf: number;
}

/** Where the record of an entity stands. */
export interface Origin {
  /** Path relative to the project, or URI of a file of the workspace. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** News houses whose spellings are known: AP, Reuters, BBC, Guardian. */
export type House = 'ap' | 'reuters' | 'bbc' | 'guardian';

export interface Name extends Period {
  readonly text: string;
  readonly kind: NameKind;
  /** Houses that write it so where they differ from our house form. */
  readonly houses?: readonly House[];
}

export interface EntityBase extends Provenance {
  readonly id: EntityId;
  readonly kind: EntityKind;
  /** House form of the name. */
  readonly name: string;
  /** All names, the house form first. */
  readonly names: readonly Name[];
  readonly wikidata?: string;
  /** One neutral line for the hover card. */
  readonly note?: string;
  readonly origin?: Origin;
}

export type NameOrder = 'given-first' | 'family-first' | 'single';

export interface Person extends EntityBase {
  readonly kind: 'person';
  /** The part used on second reference: "Xi", "Shoigu", "Suu Kyi", "Lula". */
  readonly family: string;
  readonly order: NameOrder;
  readonly born?: EdtfDate;
  readonly died?: EdtfDate;
  readonly sex?: 'male' | 'female';
  readonly nationality: readonly EntityId[];
}

export interface State extends EntityBase {
  readonly kind: 'state';
  readonly exists: Period;
  readonly iso?: string;
  /** Oldest first. */
  readonly capitals: readonly CapitalTerm[];
}

export interface CapitalTerm extends Period, Provenance {
  readonly place: EntityId;
}

export type PlaceType = 'city' | 'region' | 'building' | 'water' | 'island' | 'mountain' | 'continent' | 'area' | 'site';

export interface Place extends EntityBase {
  readonly kind: 'place';
  readonly type: PlaceType;
  /** States it lies in; disputed places list none or several. */
  readonly states: readonly EntityId[];
  /** News says it for this state or organisation: Kremlin, White House, Brussels. */
  readonly metonymOf?: EntityId;
}

export type MemberStatus = 'member' | 'candidate' | 'observer' | 'partner' | 'suspended' | 'applicant' | 'invited';

export interface Membership extends Period, Provenance {
  readonly organisation: EntityId;
  readonly member: EntityId;
  readonly status: MemberStatus;
}

export interface Organisation extends EntityBase {
  readonly kind: 'organisation';
  readonly type: string;
  readonly exists: Period;
  readonly seat?: EntityId;
  /** The list of members is whole from this date on: counts and "not a member" may be asserted. */
  readonly membersCompleteFrom?: EdtfDate;
}

export interface Office extends EntityBase {
  readonly kind: 'office';
  readonly role: RoleId;
  /** State or organisation. */
  readonly of: EntityId;
  /** Titles beyond those of the role, in lower case: "taoiseach", "lord chancellor"; also aliases in `names`. They name this office where its body is known. */
  readonly titles: readonly string[];
  /** False when several hold it at once. */
  readonly single: boolean;
  /** The list of holders has no gaps from this date on. */
  readonly completeFrom?: EdtfDate;
}

export interface Term extends Period, Provenance {
  readonly office: EntityId;
  readonly person: EntityId;
  readonly acting: boolean;
}

export interface EventDate {
  readonly date: EdtfDate;
  readonly what: string;
}

export interface Event extends EntityBase {
  readonly kind: 'event';
  readonly type: string;
  readonly start: EdtfDate;
  /** Missing: one-off events end when they start; lasting ones (`ongoing`) have no end up to the as-of date. */
  readonly end?: EdtfDate;
  readonly ongoing: boolean;
  /** Other dates that a careful writer may give for it. */
  readonly dates: readonly EventDate[];
  readonly places: readonly EntityId[];
  readonly parties: readonly EntityId[];
  /** Phrases by which texts mean it, see knowledge/README.md: words, `{entity-id}`, `(a|b)`. */
  readonly phrases: readonly string[];
}

export type Entity = Person | State | Place | Organisation | Office | Event;

/** A generic role, with the titles by which texts name it, in lower case: "defence minister", "minister of defence". */
export interface Role {
  readonly id: RoleId;
  readonly name: string;
  readonly titles: readonly string[];
  /** Roles that this title can also mean ("leader" can be any head), so that they do not contradict. */
  readonly covers: readonly RoleId[];
}
