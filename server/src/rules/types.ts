import type { EntityId } from '../knowledge/types';
import type { Span } from '../text/span';

export type RuleId = string;
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** One change of the text, document offsets, half-open. */
export interface TextEdit extends Span {
  readonly newText: string;
}

export interface Fix {
  /** "Change to 'Shoigu'". */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The likeliest of several; at most one per finding. */
  readonly preferred?: boolean;
}

export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** What a rule reports. The message gives the fact; `source` and `asOf` are rendered after it by the features. */
export interface Finding extends Span {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  readonly fixes: readonly Fix[];
  readonly related: readonly Related[];
  /** Source key and as-of day (EDTF) of the fact that contradicts, when one does. */
  readonly fact?: { readonly source: string; readonly asOf: string };
  /** Of findings about a name: the entity for whose name the text is taken, so that the user can say that it is one of its names. */
  readonly entity?: EntityId;
  /** The text is a name that the knowledge has nothing for, and may well be right. */
  readonly unknownName?: true;
  /** The same slip at several places has one key: "fix everywhere in this text" joins them. */
  readonly slip?: string;
}
