import type { EntityId, EntityKind, Name, RoleId } from '../knowledge/types';
import type { Span } from '../text/span';

export type MentionKind = EntityKind | 'nationality';

/** How the text names it: which kind of name matched, or how a later mention was resolved in the document. */
export type MatchedBy =
  | 'full' | 'formal' | 'alias' | 'acronym' | 'adjective' | 'demonym' | 'metonym' | 'former' | 'variant' | 'misnomer'
  | 'family' | 'given' | 'title' | 'phrase';

export interface Candidate {
  readonly entity: EntityId;
  /** 0 to 1. */
  readonly score: number;
  /** One short reason: "named in full above", "state of the dateline". */
  readonly why: string;
}

/** What stands in front of an office and changes what is said: "former", "then", "acting", "outgoing", "incoming", "late", "ex-". */
export type OfficeModifier =
  | 'former' | 'then' | 'acting' | 'outgoing' | 'incoming' | 'elect' | 'late' | 'deputy' | 'designate' | 'future' | 'candidate' | 'first' | 'next' | 'other';

/** For mentions of kind office: the role as written, and whose it is as far as the text says. */
export interface OfficeReading {
  /** Roles the title can mean ("leader" several). */
  readonly roles: readonly RoleId[];
  /** Body named with the title ("Russian", "of Russia", "Russia's"), if any. */
  readonly of?: EntityId;
  /** Index of the mention which names that body. */
  readonly ofMention?: number;
  readonly modifiers: readonly OfficeModifier[];
  /** Span of the title without modifiers and body, document offsets. */
  readonly titleSpan: Span;
  /** Span with modifiers and body, in front and behind ("then British Prime Minister", "president-elect of Chile"). */
  readonly wholeSpan: Span;
  /** "foreign ministers": nobody's single office. */
  readonly plural?: true;
}

/** One mention in the text; spans are document offsets. The mention list of a document is sorted by start and does not overlap. */
export interface Mention extends Span {
  readonly kind: MentionKind;
  /** Surface, markup removed. */
  readonly text: string;
  readonly by: MatchedBy;
  /** The knowledge name that matched, if one did. */
  readonly name?: Name;
  /** Resolved entity; undefined when ambiguous or unknown. For nationality: the state. For metonyms: the place named. */
  readonly entity?: EntityId;
  /** "Moscow said": the body that is meant, while `entity` is the city. */
  readonly stands?: EntityId;
  /** Sorted by score, best first. */
  readonly candidates: readonly Candidate[];
  readonly office?: OfficeReading;
  /** "Mr", "Ms", "General", "Sheikh" in front of a person: its span. */
  readonly honorific?: Span;
  /** Events: which end the text speaks of ("the outbreak of", "since", "the end of"). */
  readonly aspect?: 'start' | 'end' | 'whole';
  /** Events: the whole phrase that means it ("Russia's invasion of Ukraine"), when the mention covers only its head. */
  readonly phraseSpan?: Span;
  readonly provenance: 'knowledge' | 'text' | 'user';
  readonly block: number;
  readonly sentence: number;
  /** In quotation marks, a quoted block or a title. */
  readonly quoted: boolean;
}
