import { parse } from 'yaml';
import type { AnalysisOptions, IgnoreEntry } from '../analysis/types';
import { ignoresFor, parseIgnores } from '../analysis/ignoreFile';
import { readSettings } from '../features/settings';
import { DEFAULT_SETTINGS, IGNORE_FILE, type Settings } from '../protocol';
import { RULES } from '../rules/index';
import { LineIndex } from '../text/lineIndex';
import type { CheckCommand } from './arguments';
import { decodeText } from './decode';
import { CliError, fileTrouble, type CliIo } from './io';

/** What the user set, from the command line and the files that it names. */
export interface RunSettings {
  /** Options for a file; `path` as given on the command line. */
  optionsFor(path: string): Partial<AnalysisOptions>;
  readonly assumeToday: boolean;
  /** Faults that do not stop the run, one line each: wrong entries of the ignore file, rules that there are not. */
  readonly warnings: readonly string[];
}

/**
 * Reads the settings and ignore files; the command line wins. Throws a {@link CliError} for a named file that cannot be read
 * or is wrong.
 */
export async function loadSettings(command: CheckCommand, io: CliIo): Promise<RunSettings> {
  const warnings: string[] = [];
  const settings = command.config === undefined ? DEFAULT_SETTINGS : await readConfig(command.config, io, warnings);
  const ignores = await readIgnores(command.ignoreFile, io, warnings);
  const documentDate = command.date ?? settings.documentDate;
  const common: Partial<AnalysisOptions> = {
    severity: { ...settings.severity, ...command.rules },
    checkQuotations: settings.checkQuotations || command.quotations,
    houseNames: settings.houseNames,
    ...(settings.houseStyle !== '' && { houseStyle: settings.houseStyle }),
    dateOrder: settings.dateOrder,
    ...(documentDate !== '' && { documentDate }),
  };
  return {
    optionsFor: (path) => ({ ...common, ignores: ignoresFor(ignores, relativePath(path, io.cwd)) }),
    assumeToday: settings.assumeToday || command.assumeToday,
    warnings,
  };
}

async function readConfig(path: string, io: CliIo, warnings: string[]): Promise<Settings> {
  const text = await readNamed(path, '--config', io);
  let value: unknown;
  try {
    value = parse(text, { logLevel: 'error' });
  } catch (error) {
    throw new CliError(`--config ${path}: ${String(error instanceof Error ? error.message : error).split('\n', 1)[0]!}`);
  }
  const { settings, problems } = readSettings(value);
  if (problems.length > 0) throw new CliError(problems.map((problem) => `--config ${path}: ${problem}`).join('\n'));
  for (const id of Object.keys(settings.severity)) {
    if (!RULES.some((rule) => rule.id === id)) warnings.push(`--config ${path}: there is no rule '${id}'`);
  }
  return settings;
}

async function readIgnores(path: string | null | undefined, io: CliIo, warnings: string[]): Promise<readonly IgnoreEntry[]> {
  if (path === null) return [];
  if (path === undefined && (await io.kindOf(IGNORE_FILE)) !== 'file') return [];
  const name = path ?? IGNORE_FILE;
  const text = await readNamed(name, '--ignore-file', io);
  const { entries, problems } = parseIgnores(text);
  const index = new LineIndex(text);
  for (const { start, message } of problems) {
    const { line, column } = index.position(start);
    warnings.push(`${name}:${line}:${column}: ${message}`);
  }
  return entries;
}

async function readNamed(path: string, option: string, io: CliIo): Promise<string> {
  try {
    return decodeText(await io.readFile(path));
  } catch (error) {
    throw new CliError(`${option} ${path}: ${fileTrouble(error)}`);
  }
}

/** Path below the working directory with `/`, as the globs of the ignore file want it; undefined for a path outside. */
function relativePath(path: string, cwd: string): string | undefined {
  const slashed = path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  const base = `${cwd.replaceAll('\\', '/').replace(/\/$/, '')}/`;
  if (slashed.startsWith(base)) return slashed.slice(base.length);
  return slashed.startsWith('/') || slashed.startsWith('../') || /^[A-Za-z]:/.test(slashed) ? undefined : slashed;
}
