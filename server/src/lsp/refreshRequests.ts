import type { CancellationToken, Connection } from 'vscode-languageserver';
import { formatDay } from '../dates/edtf';
import type { Knowledge } from '../knowledge/api';
import { askHolders, readAnswer } from '../knowledge/refresh/ask';
import { proposeHolders } from '../knowledge/refresh/propose';
import { holderQueries, refreshableOffices, WIKIDATA_ENDPOINT } from '../knowledge/refresh/query';
import type { HolderRow } from '../knowledge/refresh/result';
import { proposalLines, proposalsFile } from '../knowledge/refresh/write';
import {
  KNOWLEDGE_FOLDER, METHODS, REFRESH_FILE, type HolderQuestions, type RefreshHoldersParams, type RefreshHoldersResult,
} from '../protocol';
import type { Environment } from './environment';
import { guard, type Log } from './guard';

export interface RefreshInput {
  readonly connection: Connection;
  readonly log: Log;
  readonly environment: Environment;
  /** The knowledge of a folder without one of its files. */
  knowledgeWithout(folder: string, file: string): Promise<Knowledge>;
}

/** Registers the requests by which a workspace's holders are brought up to date from Wikidata. */
export function registerRefreshRequests({ connection, log, environment, knowledgeWithout }: RefreshInput): void {
  /** What the file said before is asked for anew, so that it can be written whole. */
  const base = (folder: string) => knowledgeWithout(folder, `${folder.replace(/\/$/, '')}/${KNOWLEDGE_FOLDER}/${REFRESH_FILE}`);

  const ask = async (knowledge: Knowledge, endpoint: string, token: CancellationToken): Promise<readonly HolderRow[]> => {
    const { fetch, version } = environment;
    if (!fetch) throw new Error('there is no network here');
    return askHolders({
      endpoint, fetch,
      queries: questions(knowledge),
      userAgent: `foreign-desk/${version ?? '0'} (https://github.com/foreign-desk/foreign-desk)`,
      wait: (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); }),
      cancelled: () => token.isCancellationRequested,
      progress: (question, of) => { void connection.sendNotification(METHODS.refreshProgress, { question, of }); },
    });
  };

  const failed: RefreshHoldersResult = { text: '', lines: [], notes: [], message: 'Wikidata could not be asked; the log says why' };
  const refresh = guard<[RefreshHoldersParams], RefreshHoldersResult>(METHODS.refreshHolders, log, failed, async (token, { folder, answer, endpoint }) => {
    const knowledge = await base(folder);
    let rows: readonly HolderRow[];
    try {
      rows = answer === undefined ? await ask(knowledge, endpoint ?? WIKIDATA_ENDPOINT, token) : readAnswer(answer);
    } catch (error) {
      return { ...failed, message: reasonOf(error) };
    }
    const proposals = proposeHolders(knowledge, rows);
    const officeName = (id: string): string => knowledge.entity(id)?.name ?? id;
    return { text: proposalsFile(proposals, environment.today()), lines: proposalLines(proposals, officeName), notes: proposals.notes };
  });
  connection.onRequest(METHODS.refreshHolders, (params: RefreshHoldersParams, token: CancellationToken) => refresh(token, params));

  const none: HolderQuestions = { queries: [], offices: 0 };
  const questionsOf = guard<[{ readonly folder: string }], HolderQuestions>(METHODS.holderQuestions, log, none, async (_, { folder }) => {
    const knowledge = await base(folder);
    return { queries: questions(knowledge), offices: refreshableOffices(knowledge).length };
  });
  connection.onRequest(METHODS.holderQuestions, (params: { readonly folder: string }, token: CancellationToken) => questionsOf(token, params));
}

/** What ended before the oldest of our as-of days is no news. */
function questions(knowledge: Knowledge): readonly string[] {
  const offices = refreshableOffices(knowledge);
  const since = Math.min(...offices.map(({ asOf }) => asOf));
  return offices.length === 0 ? [] : holderQueries(offices, formatDay(since));
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // "fetch failed" says nothing; what lies behind it does.
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
