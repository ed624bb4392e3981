import type { CancellationToken } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { Analysis, AnalysisOptions, IgnoreEntry } from '../analysis/types';
import type { Knowledge } from '../knowledge/api';
import { MAX_DOCUMENT_LENGTH, type Settings } from '../protocol';
import type { SourceDocument } from '../text/types';
import type { Environment } from './environment';
import { cancelled, errorText, type Log } from './guard';

/** An analysis with the very text it was made of; later edits do not reach it. */
export interface Analysed {
  readonly state: 'ok';
  /** Unique in the server's life; serves as result id. */
  readonly id: number;
  readonly uri: string;
  readonly version: number;
  readonly document: TextDocument;
  readonly analysis: Analysis;
  /** Who gave the document's date, where the analysis itself only knows that it was given. */
  readonly dateGivenBy?: 'user' | 'session' | 'today';
}

/** A version that could not be analysed, and why in one line. */
export interface NotAnalysed {
  readonly state: 'skipped' | 'failed';
  readonly id: number;
  readonly uri: string;
  readonly version: number;
  readonly message: string;
}

export type Outcome = Analysed | NotAnalysed;

export interface AnalysesInput {
  readonly environment: Environment;
  readonly log: Log;
  /** The open document as it stands now. */
  document(uri: string): TextDocument | undefined;
  settings(uri: string): Promise<Settings>;
  ignores(uri: string): readonly IgnoreEntry[];
  /** The knowledge that counts for a document. */
  knowledge(uri: string): Promise<Knowledge>;
}

export interface Analyses {
  /**
   * The outcome for the document as it stands when the answer is ready; undefined when it is not open. Each version is analysed
   * at most once for the same settings, ignores and date. Throws only where the token is cancelled.
   */
  get(uri: string, token?: CancellationToken): Promise<Outcome | undefined>;
  /** Date by the user's word for this session, EDTF; undefined takes it back. */
  setDate(uri: string, date: string | undefined): void;
  /** Makes the next `get` of these documents analyse anew. */
  invalidate(uris: readonly string[]): void;
  forget(uri: string): void;
  /** How long the last analysis of the document took, in milliseconds. */
  lastDuration(uri: string): number;
}

interface Entry {
  readonly outcome: Outcome;
  readonly settings: Settings;
  readonly duration: number;
}

/** Formats that are Markdown under another name. */
const MARKDOWN = new Set(['markdown', 'mdx', 'quarto', 'rmd', 'juliamarkdown']);

export function createAnalyses(input: AnalysesInput): Analyses {
  const { environment, log } = input;
  const entries = new Map<string, Entry>();
  const dates = new Map<string, string>();
  const stale = new Set<string>();
  let lastId = 0;

  const fresh = (uri: string, document: TextDocument, settings: Settings): Outcome | undefined => {
    const entry = entries.get(uri);
    return entry && !stale.has(uri) && entry.settings === settings && entry.outcome.version === document.version
      ? entry.outcome : undefined;
  };

  const run = (document: TextDocument, settings: Settings, knowledge: Knowledge): Outcome => {
    const { uri, version } = document;
    const id = ++lastId;
    const text = document.getText();
    if (text.length > MAX_DOCUMENT_LENGTH) {
      const message = `Not analysed: longer than ${MAX_DOCUMENT_LENGTH / 1_000_000} million characters`;
      return { state: 'skipped', id, uri, version, message };
    }
    try {
      const source: SourceDocument = {
        text,
        format: MARKDOWN.has(document.languageId) ? 'markdown' : 'plaintext',
        fileName: fileName(uri),
      };
      const sessionDate = dates.get(uri);
      const givenDate = sessionDate ?? (settings.documentDate === '' ? undefined : settings.documentDate);
      const options = toOptions(settings, input.ignores(uri), givenDate);
      const last = entries.get(uri)?.outcome;
      const previous = last?.state === 'ok' ? last.analysis : undefined;
      let analysis = environment.analyze(source, knowledge, options, previous);
      let dateGivenBy: Analysed['dateGivenBy'];
      if (givenDate !== undefined) dateGivenBy = sessionDate === undefined ? 'user' : 'session';
      if (analysis.date.source === 'none' && settings.assumeToday) {
        analysis = environment.analyze(source, knowledge, { ...options, documentDate: environment.today() }, analysis);
        dateGivenBy = 'today';
      }
      return {
        state: 'ok', id, uri, version, analysis,
        document: TextDocument.create(uri, document.languageId, version, text),
        ...(dateGivenBy !== undefined && { dateGivenBy }),
      };
    } catch (error) {
      log.error(`analysis of ${uri}, version ${version}: ${errorText(error)}`);
      return { state: 'failed', id, uri, version, message: 'The analysis failed; the log says why' };
    }
  };

  const check = (token: CancellationToken | undefined): void => {
    if (token?.isCancellationRequested) throw cancelled();
  };

  const get = async (uri: string, token?: CancellationToken): Promise<Outcome | undefined> => {
    check(token);
    if (!input.document(uri)) return undefined;
    let knowledge: Knowledge;
    try {
      knowledge = await input.knowledge(uri);
    } catch {
      const version = input.document(uri)?.version;
      return version === undefined ? undefined
        : { state: 'failed', id: 0, uri, version, message: 'The knowledge could not be loaded; the log says why' };
    }
    let settings = await input.settings(uri);
    let document = input.document(uri);
    if (!document) return undefined;
    const known = fresh(uri, document, settings);
    if (known) return known;
    // Edits and cancellations that wait in the queue are taken first, so that a burst of keystrokes is analysed once.
    await new Promise<void>((resolve) => { setTimeout(resolve, 0); });
    check(token);
    settings = await input.settings(uri);
    knowledge = await input.knowledge(uri);
    document = input.document(uri);
    if (!document) return undefined;
    const meanwhile = fresh(uri, document, settings);
    if (meanwhile) return meanwhile;
    const began = environment.now();
    const outcome = run(document, settings, knowledge);
    stale.delete(uri);
    entries.set(uri, { outcome, settings, duration: environment.now() - began });
    return outcome;
  };

  return {
    get,
    setDate(uri, date) {
      if (date === undefined) dates.delete(uri);
      else dates.set(uri, date);
      stale.add(uri);
    },
    invalidate(uris) {
      for (const uri of uris) stale.add(uri);
    },
    forget(uri) {
      stale.delete(uri);
      entries.delete(uri);
    },
    lastDuration: (uri) => entries.get(uri)?.duration ?? 0,
  };
}

function toOptions(settings: Settings, ignores: readonly IgnoreEntry[], documentDate: string | undefined): AnalysisOptions {
  const { severity, checkQuotations, houseNames, houseStyle, dateOrder } = settings;
  return { severity, checkQuotations, houseNames, dateOrder, ignores, ...(houseStyle !== '' && { houseStyle }), ...(documentDate !== undefined && { documentDate }) };
}

/** Last path segment of a URI, decoded; '' where it has none. */
function fileName(uri: string): string {
  try {
    const { path } = URI.parse(uri);
    return path.slice(path.lastIndexOf('/') + 1);
  } catch {
    return '';
  }
}
