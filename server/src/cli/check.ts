import { analyze } from '../analysis/analyze';
import type { Analysis, AnalysisOptions } from '../analysis/types';
import type { Knowledge } from '../knowledge/api';
import { RULES } from '../rules/index';
import type { SourceDocument } from '../text/types';
import type { CheckCommand } from './arguments';
import { decodeText, readAll } from './decode';
import { fileNameOf, findFiles, formatOf } from './files';
import { humanReport, newTally, summary, type Tally } from './human';
import { EXIT, fileTrouble, type CliIo, type ExitCode } from './io';
import { knowledgeOf } from './knowledge';
import { Progress } from './progress';
import { jsonFile, reported } from './report';
import { sarifLog, type SarifFile } from './sarif';
import { loadSettings, type RunSettings } from './settings';

/** Checks files and standard input, and prints the report. Reading goes on behind a file that cannot be read. */
export async function check(command: CheckCommand, io: CliIo): Promise<ExitCode> {
  const settings = await loadSettings(command, io);
  for (const warning of settings.warnings) await io.stderr.write(`foreign-desk: ${warning}\n`);
  const { paths, errors } = await findFiles(command.files, io);
  const run = new Run(command, io, settings, [...errors]);
  for (const error of errors) await io.stderr.write(`foreign-desk: ${error}\n`);
  if (paths.length > 0) await run.files(paths, await knowledgeOf(command.knowledge, io));
  return run.finish();
}

/** Analyses a text; one without a date is read as written today if the user wants so. */
export function analyzeFor(
  source: SourceDocument, knowledge: Knowledge, options: Partial<AnalysisOptions>, today: (() => string) | undefined,
): Analysis {
  const analysis = analyze(source, knowledge, options);
  return today && analysis.date.source === 'none' ? analyze(source, knowledge, { ...options, documentDate: today() }) : analysis;
}

class Run {
  private readonly tally: Tally = newTally();
  private readonly progress: Progress;
  private readonly collected: SarifFile[] = [];
  private readonly color: boolean;
  private jsonStarted = false;

  constructor(
    private readonly command: CheckCommand,
    private readonly io: CliIo,
    private readonly settings: RunSettings,
    private readonly errors: string[],
  ) {
    this.progress = new Progress(io, true);
    const { env, stdout } = io;
    this.color = command.color ?? (stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb');
  }

  async files(paths: readonly string[], knowledge: Knowledge): Promise<void> {
    for (const [index, path] of paths.entries()) {
      await this.progress.update(`${index + 1}/${paths.length} ${path}`);
      try {
        await this.report(path, await this.analyze(path, knowledge));
      } catch (error) {
        await this.fail(`${path}: ${fileTrouble(error)}`);
      }
    }
  }

  async finish(): Promise<ExitCode> {
    await this.progress.clear();
    const { stdout } = this.io;
    const { command, tally } = this;
    if (command.format === 'json') {
      await stdout.write(this.jsonStarted ? '\n]}\n' : '{"files":[]}\n');
    } else if (command.format === 'sarif') {
      const log = sarifLog(this.collected, {
        rules: RULES, version: this.io.version, severity: command.severity, errors: this.errors,
      });
      await stdout.write(`${JSON.stringify(log, undefined, 2)}\n`);
    } else if (tally.files > 0) {
      await stdout.write(summary(tally));
    }
    if (this.errors.length > 0) return EXIT.failed;
    return tally.filesWithFindings > 0 ? EXIT.findings : EXIT.clean;
  }

  private async analyze(path: string, knowledge: Knowledge): Promise<Analysis> {
    const { command, io, settings } = this;
    const stdin = path === '-';
    const source: SourceDocument = {
      text: decodeText(stdin ? await readAll(io.stdin) : await io.readFile(path)),
      format: stdin ? (command.stdinFormat ?? 'plaintext') : formatOf(path),
      ...(!stdin && { fileName: fileNameOf(path) }),
    };
    return analyzeFor(source, knowledge, settings.optionsFor(path), settings.assumeToday ? () => io.today() : undefined);
  }

  private async report(path: string, analysis: Analysis): Promise<void> {
    const { command, tally, io } = this;
    const findings = reported(analysis, command.severity);
    tally.files++;
    if (findings.length > 0) tally.filesWithFindings++;
    for (const { severity } of findings) tally.counts[severity]++;
    if (command.format === 'sarif') {
      this.collected.push({ path, analysis });
      return;
    }
    await this.progress.clear();
    if (command.format === 'json') {
      await io.stdout.write(`${this.jsonStarted ? ',\n' : '{"files":[\n'}${JSON.stringify(jsonFile(path, analysis, command))}`);
      this.jsonStarted = true;
      return;
    }
    const text = humanReport(path === '-' ? '<stdin>' : path, analysis, { ...command, color: this.color });
    if (text !== '') await io.stdout.write(text);
  }

  private async fail(message: string): Promise<void> {
    this.errors.push(message);
    await this.progress.clear();
    await this.io.stderr.write(`foreign-desk: ${message}\n`);
  }
}
