import type { Analysis } from '../../analysis/types';
import type { Provenance } from '../../knowledge/types';
import type { Span } from '../../text/span';
import type { Reference } from './reference';

/** A link of a card: to an address, or to a place in the text. */
export interface CardLink {
  readonly label: string;
  readonly url?: string;
  readonly span?: Span;
}

/**
 * What is known of one mention or time expression, as plain text (no Markdown, no line breaks wanted): a dozen lines at most, one
 * for the title, one per warning and line, one for the source and one for the links.
 */
export interface Card {
  /** What the card is about in the text, document offsets. */
  readonly span: Span;
  readonly title: string;
  /** Who or what, in a few words. */
  readonly subtitle?: string;
  /** Findings here, with their sources. */
  readonly warnings: readonly string[];
  readonly lines: readonly string[];
  /** Sources and their as-of dates. */
  readonly source?: string;
  readonly links: readonly CardLink[];
}

/** What a describer of one kind of entity gives; the rest of the card is common. */
export interface Description {
  readonly subtitle: string;
  readonly lines: readonly string[];
  /** Facts used beyond the entity itself. */
  readonly facts: readonly Provenance[];
}

export interface CardContext {
  readonly analysis: Analysis;
  readonly reference: Reference;
}
