/**
 * What client and server agree upon beyond the Language Server Protocol: ids, the semantic token legend, the shape of the
 * settings, custom requests and notifications. Types and constants only, so that both bundles can hold it. Positions and ranges
 * are those of LSP (line and UTF-16 character, from 0).
 */

/** Section of all settings in VS Code: `foreignDesk.severity` and so on. */
export const CONFIGURATION_SECTION = 'foreignDesk';

/** Shown as the source of diagnostics. */
export const DIAGNOSTIC_SOURCE = 'Foreign Desk';

/** Code action kind of "fix all" on save: `source.fixAll` is asked for, this is what we answer with. */
export const FIX_ALL_KIND = 'source.fixAll.foreignDesk';

/** Where ignored findings of a workspace folder are listed, relative to the folder. */
export const IGNORE_FILE = '.foreign-desk/ignore.yaml';

/** Folder of a workspace folder's own knowledge files (`*.yaml`, also in folders below it), relative to it. */
export const KNOWLEDGE_FOLDER = '.foreign-desk/knowledge';

/** File in {@link KNOWLEDGE_FOLDER} that holds what was last taken over from Wikidata; written whole each time. */
export const REFRESH_FILE = 'wikidata.yaml';

/** Documents with more characters than this are not analysed; the status says so. */
export const MAX_DOCUMENT_LENGTH = 5_000_000;

/** Semantic token types, in the order of the legend. A nationality is a state with the modifier `adjective`. */
export const TOKEN_TYPES = ['fdPerson', 'fdState', 'fdPlace', 'fdOrganisation', 'fdOffice', 'fdEvent', 'fdDate'] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

/**
 * Semantic token modifiers, in the order of the legend.
 * unresolved: named, but not known which (or a time without a value); former: an office held before, a former name, a state or
 * body that is no more at the date of the text; metonym: a place that stands for a body; adjective: "Russian", "Russians";
 * quoted: in somebody else's words.
 */
export const TOKEN_MODIFIERS = ['unresolved', 'former', 'metonym', 'adjective', 'quoted'] as const;
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

/** Commands which the client contributes and carries out. Those that code actions call say what their one argument is. */
export const COMMANDS = {
  /** No argument: the mention at the cursor of the active editor. */
  goToFirstMention: 'foreignDesk.goToFirstMention',
  /** Argument: {@link IgnoreInWorkspaceArgument}. */
  ignoreInWorkspace: 'foreignDesk.ignoreInWorkspace',
  /** Argument: {@link SetSeverityArgument}; without one the client asks for the rule. */
  setSeverity: 'foreignDesk.setSeverity',
  setDocumentDate: 'foreignDesk.setDocumentDate',
  showLog: 'foreignDesk.showLog',
  restartServer: 'foreignDesk.restartServer',
  showIgnored: 'foreignDesk.showIgnored',
  fixAll: 'foreignDesk.fixAll',
  /** Argument: {@link UnknownNameArgument}; without one the selection, or the name at the cursor. */
  addToKnowledge: 'foreignDesk.addToKnowledge',
  /** Argument: {@link UnknownNameArgument}; the client asks for the entity where it is not given. */
  alsoKnownAs: 'foreignDesk.alsoKnownAs',
  /** Argument: the id of an entity; without one the mention at the cursor, else the client asks. */
  openKnowledge: 'foreignDesk.openKnowledge',
  refreshHolders: 'foreignDesk.refreshHolders',
} as const;
export type CommandId = (typeof COMMANDS)[keyof typeof COMMANDS];

/** Commands that code actions of the server may call; offered only if the client names them in {@link InitializationOptions}. */
export const CODE_ACTION_COMMANDS: readonly CommandId[] = [
  COMMANDS.ignoreInWorkspace, COMMANDS.setSeverity, COMMANDS.addToKnowledge, COMMANDS.alsoKnownAs,
];

export interface InitializationOptions {
  /**
   * Command ids which the client can carry out. Other LSP editors leave it out: they are offered no commands and sent no
   * {@link METHODS.status}.
   */
  readonly commands?: readonly string[];
}

/** Argument of {@link COMMANDS.ignoreInWorkspace}: what to add to the ignore file of the folder that holds `uri`. */
export interface IgnoreInWorkspaceArgument {
  readonly uri: string;
  readonly rule: string;
  /** Text of the finding: the rule is ignored for this text only. */
  readonly text: string;
}

/** Argument of {@link COMMANDS.setSeverity}. */
export interface SetSeverityArgument {
  readonly uri: string;
  readonly rule: string;
}

/** Kinds of entities, as the knowledge has them. */
export const ENTITY_KINDS = ['person', 'state', 'place', 'organisation', 'office', 'event'] as const;
export type EntityKindName = (typeof ENTITY_KINDS)[number];

/** Argument of {@link COMMANDS.addToKnowledge} and {@link COMMANDS.alsoKnownAs}: a name in a text that is not known, or not as this. */
export interface UnknownNameArgument {
  readonly uri: string;
  readonly text: string;
  /** What the text seems to name. */
  readonly kind?: EntityKindName;
  /** Whom it names by the user's word. */
  readonly entity?: string;
}

export type SeverityName = 'error' | 'warning' | 'information' | 'hint';
export const SEVERITY_NAMES: readonly SeverityName[] = ['error', 'warning', 'information', 'hint'];

export const HOUSE_STYLES = ['ap', 'reuters', 'bbc', 'guardian'] as const;

/**
 * The settings that the server reads, all of them per resource, below {@link CONFIGURATION_SECTION}. A missing or malformed value
 * counts as its default. (`foreignDesk.languages` and `foreignDesk.trace.server` are the client's own.)
 */
export interface Settings {
  /** Severity per rule id, `off` to switch it off. Default {}. */
  readonly severity: Readonly<Record<string, SeverityName | 'off'>>;
  /** The date of every text by the user's word, EDTF (`2026-02-03`), winning over the text. Default '': as the text says. */
  readonly documentDate: string;
  /** A text without any date of its own is read as written today. Default false. */
  readonly assumeToday: boolean;
  /** Check inside quotations as well. Default false. */
  readonly checkQuotations: boolean;
  /** House spelling per entity id. Default {}. */
  readonly houseNames: Readonly<Record<string, string>>;
  /** News house whose spelling counts where `houseNames` gives none. Default '': none. */
  readonly houseStyle: '' | (typeof HOUSE_STYLES)[number];
  /** Order in which fixes write dates and ambiguous numeric dates are read. Default 'day-month-year'. */
  readonly dateOrder: 'day-month-year' | 'month-day-year';
}

export const DEFAULT_SETTINGS: Settings = {
  severity: {},
  documentDate: '',
  assumeToday: false,
  checkQuotations: false,
  houseNames: {},
  houseStyle: '',
  dateOrder: 'day-month-year',
};

export interface Position {
  readonly line: number;
  readonly character: number;
}
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** user: the setting; session: {@link METHODS.setDocumentDate}; today: no date in the text and `assumeToday` set. */
export type DateSource =
  | 'user' | 'session' | 'frontMatter' | 'dateline' | 'byline' | 'headline' | 'fileName' | 'today' | 'none';

export interface StatusDate {
  /** EDTF; missing when the text has no date. */
  readonly edtf?: string;
  /** As people write it: "3 February 2026". */
  readonly text?: string;
  readonly source: DateSource;
  /** Where the text says so. */
  readonly range?: Range;
}

export interface DocumentStatus {
  readonly uri: string;
  readonly version: number;
  /** skipped: too large; failed: the analysis threw (the log says why). */
  readonly state: 'ok' | 'analysing' | 'skipped' | 'failed';
  /** Missing unless `state` is 'ok'. */
  readonly date?: StatusDate;
  readonly findings?: Readonly<Record<SeverityName, number>>;
  /** Number of findings that are ignored by comment, front matter or workspace. */
  readonly ignored?: number;
  /** Mentions found, and how many of them are not resolved. */
  readonly mentions?: { readonly total: number; readonly unresolved: number };
  /** One line for the tooltip where there is something to say: why it was skipped or failed, notices about the text. */
  readonly message?: string;
}

export interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

export interface SetDocumentDateParams extends DocumentParams {
  /** EDTF; null takes it back. Kept for the session of the server, over closing and opening again. */
  readonly date: string | null;
}
export interface SetDocumentDateResult {
  readonly ok: boolean;
  /** Why it was refused ("'2026-13' is no date"). */
  readonly message?: string;
}

export interface MentionsParams extends DocumentParams {
  /** Only the entity (or, unresolved, the name) mentioned here. */
  readonly position?: Position;
}
/** All mentions of one entity in the document, in order: the first range is the first mention. */
export interface MentionGroup {
  /** Missing for names that are not resolved; these are grouped by their text. */
  readonly entity?: string;
  readonly kind: 'person' | 'place' | 'state' | 'organisation' | 'office' | 'event' | 'nationality';
  readonly name: string;
  readonly ranges: readonly Range[];
}

export interface IgnoredItem {
  readonly rule: string;
  readonly message: string;
  readonly text: string;
  readonly range: Range;
  readonly by: 'comment' | 'frontMatter' | 'workspace';
  readonly reason?: string;
  /** Of the ignoring comment or front-matter entry. */
  readonly byRange?: Range;
}

/** Client to server, at start and on each change: an ignore file as it stands now; `text` null when there is none (any more). */
export interface IgnoresParams {
  /** URI of the workspace folder whose documents it is for. */
  readonly folder: string;
  /** URI of the file itself: its errors are shown there. */
  readonly uri: string;
  readonly text: string | null;
}

/** One entry of the ignore file: without `text` the whole rule, without `file` (a glob relative to the folder) everywhere. */
export interface IgnoreFileEntry {
  readonly rule: string;
  readonly text?: string;
  readonly file?: string;
  readonly reason?: string;
}
export interface AddIgnoreParams {
  /** Present text of the ignore file, '' when there is none. */
  readonly text: string;
  readonly entry: IgnoreFileEntry;
}
/** The new text of the file with all comments kept; `message` instead when the present text is broken and was left alone. */
export interface AddIgnoreResult {
  readonly text?: string;
  readonly message?: string;
}

export interface KnowledgeFileText {
  readonly uri: string;
  readonly text: string;
}

/** Client to server, at start and on each change: all knowledge files of a workspace folder as they are saved. */
export interface KnowledgeFilesParams {
  /** URI of the workspace folder whose documents they are for. */
  readonly folder: string;
  readonly files: readonly KnowledgeFileText[];
}

/** What to write into a workspace's knowledge: another name of an entity that is known, or a new entity. */
export type KnowledgeEntry =
  | { readonly add: 'name'; readonly entity: string; readonly text: string }
  | { readonly add: 'entity'; readonly kind: 'person' | 'place' | 'organisation'; readonly text: string };

export interface AddKnowledgeParams {
  readonly folder: string;
  /** The knowledge files of the folder as they stand, open editors included. */
  readonly files: readonly KnowledgeFileText[];
  readonly entry: KnowledgeEntry;
}
/** The new text of one file, comments and layout kept; `message` instead when nothing was written, and why. */
export interface AddKnowledgeResult {
  readonly uri?: string;
  readonly text?: string;
  /** Line of the record, from 0. */
  readonly line?: number;
  readonly message?: string;
}

export interface SearchEntitiesParams {
  /** A document of the folder whose knowledge is to be searched. */
  readonly uri?: string;
  /** Beginning of any word of any name, case and diacritics ignored. */
  readonly query: string;
  /** At most so many; default 50. */
  readonly limit?: number;
}
export interface FoundEntity {
  readonly id: string;
  readonly kind: EntityKindName;
  readonly name: string;
  /** "president of France since 14 May 2017"; may be empty. */
  readonly detail: string;
}

export interface EntityOriginParams {
  /** A document of the folder whose knowledge counts. */
  readonly uri?: string;
  /** Id of an entity. */
  readonly entity?: string;
  /** Instead of `entity`: a place in the document `uri`. */
  readonly position?: Position;
}
/** Where the record of an entity stands: the workspace's own first, then ours. */
export interface EntityOrigin {
  readonly entity: string;
  readonly name: string;
  /** URI of a workspace's file, or path of one of ours below the extension's folder. */
  readonly file: string;
  readonly shipped: boolean;
  /** From 0. */
  readonly line: number;
}

export interface RefreshHoldersParams {
  /** Workspace folder whose knowledge is to be brought up to date. */
  readonly folder: string;
  /** Text of a downloaded answer; without it the query service at `endpoint` is asked, over the network. */
  readonly answer?: string;
  /** Address of the query service. */
  readonly endpoint?: string;
}
export interface RefreshHoldersResult {
  /** New text of {@link REFRESH_FILE}; empty when nothing is newer. */
  readonly text: string;
  /** What it says that we did not know, one line each. */
  readonly lines: readonly string[];
  /** What Wikidata has and was left out, and why. */
  readonly notes: readonly string[];
  /** Why there is no result: the service could not be asked, or what it answered. */
  readonly message?: string;
}

/** How far the asking is; questions count from 1. */
export interface RefreshProgress {
  readonly question: number;
  readonly of: number;
}

export interface HolderQuestions {
  /** SPARQL, for a page of the query service. */
  readonly queries: readonly string[];
  readonly offices: number;
}

export interface KnowledgeInfo {
  /** Newest as-of day, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly entities: Readonly<Record<'person' | 'state' | 'place' | 'organisation' | 'office' | 'event', number>>;
}

/** Rules, for the quick pick of `setSeverity`. */
export interface RuleInfo {
  readonly id: string;
  readonly title: string;
  readonly defaultSeverity: SeverityName | 'off';
  readonly docUrl?: string;
}

/** Names of the custom requests (r) and notifications (n). */
export const METHODS = {
  /** r: {@link DocumentParams} -> {@link DocumentStatus} | null. Null: not open. */
  documentStatus: 'foreignDesk/documentStatus',
  /** n, server to client: {@link DocumentStatus}. */
  status: 'foreignDesk/status',
  /** r: {@link SetDocumentDateParams} -> {@link SetDocumentDateResult}. */
  setDocumentDate: 'foreignDesk/setDocumentDate',
  /** r: {@link MentionsParams} -> {@link MentionGroup}[]. */
  mentions: 'foreignDesk/mentions',
  /** r: {@link DocumentParams} -> {@link IgnoredItem}[]. */
  ignored: 'foreignDesk/ignored',
  /** n, client to server: {@link IgnoresParams}. */
  ignores: 'foreignDesk/ignores',
  /** r: {@link AddIgnoreParams} -> {@link AddIgnoreResult}. */
  addIgnore: 'foreignDesk/addIgnore',
  /** r: no params -> {@link KnowledgeInfo} | null. Null: the knowledge could not be loaded. */
  knowledgeInfo: 'foreignDesk/knowledgeInfo',
  /** n, client to server: {@link KnowledgeFilesParams}. */
  knowledgeFiles: 'foreignDesk/knowledgeFiles',
  /** r: {@link AddKnowledgeParams} -> {@link AddKnowledgeResult}. */
  addKnowledge: 'foreignDesk/addKnowledge',
  /** r: {@link SearchEntitiesParams} -> {@link FoundEntity}[]. */
  searchEntities: 'foreignDesk/searchEntities',
  /** r: {@link EntityOriginParams} -> {@link EntityOrigin}[]. */
  entityOrigin: 'foreignDesk/entityOrigin',
  /** r: {@link RefreshHoldersParams} -> {@link RefreshHoldersResult}. Without `answer` it goes to the network: only after the user said so. */
  refreshHolders: 'foreignDesk/refreshHolders',
  /** r: {folder: string} -> {@link HolderQuestions}. */
  holderQuestions: 'foreignDesk/holderQuestions',
  /** n, server to client: {@link RefreshProgress} while the query service is asked. */
  refreshProgress: 'foreignDesk/refreshProgress',
  /** r: no params -> {@link RuleInfo}[]. */
  rules: 'foreignDesk/rules',
} as const;
export type MethodName = (typeof METHODS)[keyof typeof METHODS];
