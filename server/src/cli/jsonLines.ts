import type { Knowledge } from '../knowledge/api';
import type { SourceDocument } from '../text/types';
import { checkDate, type CheckCommand } from './arguments';
import { analyzeFor } from './check';
import { readLines } from './decode';
import { CliError, EXIT, type CliIo, type ExitCode } from './io';
import { knowledgeOf } from './knowledge';
import { Progress } from './progress';
import { jsonDate, jsonFindings, jsonMentions, jsonTimes } from './report';
import { loadSettings, type RunSettings } from './settings';

interface Request {
  readonly id: unknown;
  readonly source: SourceDocument;
  readonly date?: string;
}

/**
 * Reads one document a line and answers each with one line, in order; the next line is read when the answer has been taken, so
 * memory stays flat. A line that cannot be read is answered with `{"id","error"}` and the run goes on.
 */
export async function checkJsonLines(command: CheckCommand, io: CliIo): Promise<ExitCode> {
  const settings = await loadSettings(command, io);
  for (const warning of settings.warnings) await io.stderr.write(`foreign-desk: ${warning}\n`);
  const knowledge = await knowledgeOf(command.knowledge, io);
  const progress = new Progress(io, !io.stdout.isTTY);
  let number = 0;
  let failed = false;
  let found = false;
  for await (const line of readLines(io.stdin)) {
    number++;
    if (line.trim() === '') continue;
    const answer = answerLine(line, number, { command, io, settings, knowledge });
    if ('error' in answer) failed = true;
    else if (answer.findings.length > 0) found = true;
    await io.stdout.write(`${JSON.stringify(answer)}\n`);
    await progress.update(`${number} documents`);
  }
  await progress.clear();
  return failed ? EXIT.failed : found ? EXIT.findings : EXIT.clean;
}

interface LineContext {
  readonly command: CheckCommand;
  readonly io: CliIo;
  readonly settings: RunSettings;
  readonly knowledge: Knowledge;
}

function answerLine(line: string, number: number, { command, io, settings, knowledge }: LineContext) {
  let id: unknown = null;
  try {
    const value = parseObject(line);
    id = value['id'] ?? null;
    const { source, date } = readRequest(value);
    const options = { ...settings.optionsFor('-'), ...(date !== undefined && { documentDate: date }) };
    const analysis = analyzeFor(source, knowledge, options, settings.assumeToday ? () => io.today() : undefined);
    return {
      id,
      date: jsonDate(analysis),
      findings: jsonFindings(analysis, command.severity),
      mentions: jsonMentions(analysis),
      times: jsonTimes(analysis),
    };
  } catch (error) {
    return { id, error: `line ${number}: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function parseObject(line: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new CliError(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CliError('expected an object with "id" and "text"');
  }
  return value as Record<string, unknown>;
}

function readRequest(value: Readonly<Record<string, unknown>>): Request {
  const { id, text, date, format } = value;
  if (typeof text !== 'string') throw new CliError('"text" is missing or no string');
  const kind = format ?? 'plaintext';
  if (kind !== 'markdown' && kind !== 'plaintext') throw new CliError('"format" is neither "markdown" nor "plaintext"');
  const source: SourceDocument = { text, format: kind };
  if (date === undefined || date === null || date === '') return { id, source };
  if (typeof date !== 'string') throw new CliError('"date" is no string');
  checkDate(date, '"date"');
  return { id, source, date };
}
