import type { House, MemberStatus, NameKind, NameOrder, PlaceType } from './types';

/** What a knowledge file says once it has passed the schema: the shape of the YAML, see knowledge/README.md. */
export interface SourceFile {
  readonly asOf: string;
  readonly source?: string;
  /** Names that several bear on purpose. */
  readonly ambiguous?: readonly string[];
  readonly roles?: readonly SourceRole[];
  readonly states?: readonly SourceState[];
  readonly places?: readonly SourcePlace[];
  readonly people?: readonly SourcePerson[];
  readonly offices?: readonly SourceOffice[];
  readonly organisations?: readonly SourceOrganisation[];
  readonly events?: readonly SourceEvent[];
}

export interface SourcePeriod {
  readonly from?: string;
  readonly to?: string;
}

export interface SourceProvenance {
  readonly source?: string;
  readonly asOf?: string;
}

export interface SourceName extends SourcePeriod {
  readonly text: string;
  readonly kind: NameKind;
  readonly houses?: readonly House[];
}

export interface SourceRole {
  readonly id: string;
  readonly name: string;
  readonly titles: readonly string[];
  readonly covers?: readonly string[];
}

export interface SourceEntity extends SourceProvenance {
  readonly id: string;
  /** Only in a workspace's files: fields of which nothing that the product ships is kept. */
  readonly replace?: readonly string[];
  readonly name: string;
  readonly names?: readonly SourceName[];
  readonly wikidata?: string;
  readonly note?: string;
}

export interface SourceState extends SourceEntity {
  readonly exists?: SourcePeriod;
  readonly adjectives?: readonly string[];
  readonly demonyms?: readonly string[];
  readonly iso?: string;
  readonly capitals?: readonly SourceCapital[];
}

export interface SourceCapital extends SourcePeriod, SourceProvenance {
  readonly place: string;
}

export interface SourcePlace extends SourceEntity {
  readonly type: PlaceType;
  readonly in?: readonly string[];
  readonly metonymOf?: string;
}

export interface SourcePerson extends SourceEntity {
  readonly family?: string;
  readonly order?: NameOrder;
  readonly born?: string;
  readonly died?: string;
  readonly sex?: 'male' | 'female';
  readonly nationality?: readonly string[];
}

export interface SourceOffice extends Omit<SourceEntity, 'name'> {
  readonly name?: string;
  readonly role: string;
  readonly of: string;
  readonly titles?: readonly string[];
  readonly completeFrom?: string;
  readonly single?: boolean;
  readonly holders?: readonly SourceHolder[];
}

export interface SourceHolder extends SourcePeriod, SourceProvenance {
  readonly person: string;
  readonly acting?: boolean;
}

export interface SourceOrganisation extends SourceEntity {
  readonly type: string;
  readonly exists?: SourcePeriod;
  readonly adjectives?: readonly string[];
  readonly seat?: string;
  readonly membersCompleteFrom?: string;
  readonly members?: readonly SourceMembers[];
}

export interface SourceMembers extends SourcePeriod, SourceProvenance {
  readonly states: readonly string[];
  readonly status?: MemberStatus;
}

export interface SourceEvent extends SourceEntity {
  readonly type: string;
  readonly start: string;
  readonly end?: string;
  readonly ongoing?: boolean;
  readonly dates?: readonly { readonly date: string; readonly what: string }[];
  readonly places?: readonly string[];
  readonly parties?: readonly string[];
  readonly phrases?: readonly string[];
}

/** A record of any kind of entity. */
export type SourceAny = SourceState | SourcePlace | SourcePerson | SourceOffice | SourceOrganisation | SourceEvent;
