import { readResult, ResultError, type HolderRow } from './result';

/** The part of `fetch` that is used; given by the host. */
export type Fetch = (url: string, init: {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}) => Promise<{
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}>;

export interface AskInput {
  readonly endpoint: string;
  readonly queries: readonly string[];
  readonly fetch: Fetch;
  /** Who asks, as the service's rules want it. */
  readonly userAgent: string;
  /** Resolves after so many milliseconds. */
  wait(milliseconds: number): Promise<void>;
  /** Called before each question with its number, from 1. */
  progress?(question: number, of: number): void;
  /** Asked between questions: whether to stop. */
  cancelled?(): boolean;
}

const MOST_TRIES = 4;
const LONGEST_WAIT = 120_000;

/**
 * Asks the query service one question after the other and reads its answers. A service that is busy (429, 503) is asked again after the time that it
 * names. Throws a {@link ResultError} that says what the service answered.
 */
export async function askHolders(input: AskInput): Promise<readonly HolderRow[]> {
  const rows: HolderRow[] = [];
  for (const [index, query] of input.queries.entries()) {
    if (input.cancelled?.()) throw new ResultError('cancelled');
    input.progress?.(index + 1, input.queries.length);
    rows.push(...readAnswer(await ask(query, input)));
  }
  return rows;
}

/** Reads the text of an answer, or of a downloaded file: one answer, or a list of them. */
export function readAnswer(text: string): readonly HolderRow[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ResultError(`not JSON: it begins with ${JSON.stringify(text.slice(0, 60))}`);
  }
  const answers = Array.isArray(json) && json.some((item) => typeof item === 'object' && item !== null && 'results' in item) ? json as unknown[] : [json];
  return answers.flatMap(readResult);
}

async function ask(query: string, { endpoint, fetch, userAgent, wait }: AskInput): Promise<string> {
  for (let tries = 1; ; tries++) {
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: { 'accept': 'application/sparql-results+json', 'content-type': 'application/x-www-form-urlencoded', 'user-agent': userAgent },
      body: `query=${encodeURIComponent(query)}`,
    });
    const text = await answer.text();
    if (answer.ok) return text;
    const busy = answer.status === 429 || answer.status === 503;
    if (!busy || tries === MOST_TRIES) throw new ResultError(`the query service answered ${answer.status}: ${text.split('\n', 1)[0]!.slice(0, 200)}`);
    const seconds = Number(answer.headers.get('retry-after') ?? 5 * tries);
    await wait(Math.min(LONGEST_WAIT, Math.max(0, Number.isFinite(seconds) ? seconds * 1000 : 5000)));
  }
}
