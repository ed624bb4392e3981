import { parseEdtf } from '../dates/edtf';
import type { Severity } from '../rules/types';
import type { SourceDocument } from '../text/types';
import { CliError } from './io';

export type Format = 'human' | 'json' | 'sarif';

export interface CheckCommand {
  readonly name: 'check';
  readonly files: readonly string[];
  readonly format: Format;
  readonly jsonl: boolean;
  readonly date?: string;
  readonly assumeToday: boolean;
  /** Least severity that is reported and counted. */
  readonly severity: Severity;
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly quotations: boolean;
  readonly mentions: boolean;
  readonly times: boolean;
  readonly stdinFormat?: SourceDocument['format'];
  readonly config?: string;
  /** Path of the ignore file; null for none, undefined for the usual one where it exists. */
  readonly ignoreFile?: string | null;
  /** Folder of knowledge files; null for none, undefined for the usual one where it exists. */
  readonly knowledge?: string | null;
  readonly color?: boolean;
}

export interface ExplainCommand {
  readonly name: 'explain';
  readonly subject: string;
  readonly date?: string;
  readonly knowledge?: string | null;
}

export interface HelpCommand {
  readonly name: 'help';
  readonly topic?: 'check' | 'explain';
}

export type Command = CheckCommand | ExplainCommand | HelpCommand | { readonly name: 'version' };

export const SEVERITY_ORDER: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const FORMATS: readonly SourceDocument['format'][] = ['markdown', 'plaintext'];
const FLAGS = new Set([
  '--jsonl', '--mentions', '--times', '--quotations', '--assume-today', '--no-ignore-file', '--no-knowledge', '--color', '--no-color', '--help',
  '--version',
]);
const VALUES = new Set(['--format', '--date', '--severity', '--rule', '--stdin-format', '--config', '--ignore-file', '--knowledge']);
const EXPLAIN_OPTIONS = new Set(['--date', '--knowledge', '--no-knowledge']);
const SHORT: Readonly<Record<string, string>> = { '-h': '--help', '-V': '--version', '-f': '--format', '-d': '--date' };

interface Parsed {
  readonly words: string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads the arguments behind the program's name. `ruleIds` are the rules that `--rule` may name. Throws a {@link CliError}
 * that says which argument is wrong and what it may be.
 */
export function parseArguments(args: readonly string[], ruleIds: readonly string[]): Command {
  const { words, flags, values } = collect(args);
  const [name, ...rest] = words;
  if (flags.has('--version')) return { name: 'version' };
  if (flags.has('--help') || name === 'help') {
    const topic = name === 'help' ? rest[0] : name;
    return topic === 'check' || topic === 'explain' ? { name: 'help', topic } : { name: 'help' };
  }
  const date = values.get('--date')?.at(-1);
  if (date !== undefined) checkDate(date);
  const given = values.get('--knowledge')?.at(-1);
  if (flags.has('--no-knowledge') && given !== undefined) throw new CliError('--knowledge and --no-knowledge contradict each other');
  const knowledge = flags.has('--no-knowledge') ? { knowledge: null } : given !== undefined && { knowledge: given };
  switch (name) {
    case undefined:
      throw new CliError('no command given; try foreign-desk --help');
    case 'check':
      return { ...check(rest, flags, values, ruleIds), ...knowledge };
    case 'explain':
      if (rest.length === 0) throw new CliError('explain: no name given; for example foreign-desk explain "Sergei Shoigu" --date 2014');
      for (const option of [...flags, ...values.keys()]) {
        if (!EXPLAIN_OPTIONS.has(option)) throw new CliError(`explain does not know ${option}`);
      }
      return { name: 'explain', subject: rest.join(' '), ...(date !== undefined && { date }), ...knowledge };
    default:
      throw new CliError(`'${name}' is no command; there are check and explain`);
  }
}

function check(
  files: readonly string[], flags: Parsed['flags'], values: Parsed['values'], ruleIds: readonly string[],
): CheckCommand {
  const last = (option: string): string | undefined => values.get(option)?.at(-1);
  const jsonl = flags.has('--jsonl');
  const format = oneOf('--format', last('--format') ?? 'human', ['human', 'json', 'sarif']);
  if (jsonl && files.some((file) => file !== '-')) {
    throw new CliError('--jsonl reads documents from standard input; leave out the files');
  }
  if (jsonl && last('--format') !== undefined) throw new CliError('--jsonl has its own format; leave out --format');
  if (!jsonl && files.length === 0) throw new CliError('check: no files given (- for standard input)');
  if (flags.has('--no-ignore-file') && last('--ignore-file') !== undefined) {
    throw new CliError('--ignore-file and --no-ignore-file contradict each other');
  }
  const stdinFormat = last('--stdin-format');
  const date = last('--date');
  const config = last('--config');
  const ignoreFile = flags.has('--no-ignore-file') ? null : last('--ignore-file');
  return {
    name: 'check',
    files,
    format,
    jsonl,
    assumeToday: flags.has('--assume-today'),
    severity: oneOf('--severity', last('--severity') ?? 'hint', SEVERITY_ORDER),
    rules: readRules(values.get('--rule') ?? [], ruleIds),
    quotations: flags.has('--quotations'),
    mentions: jsonl || flags.has('--mentions'),
    times: jsonl || flags.has('--times'),
    ...(date !== undefined && { date }),
    ...(stdinFormat !== undefined && { stdinFormat: oneOf('--stdin-format', stdinFormat, FORMATS) }),
    ...(config !== undefined && { config }),
    ...(ignoreFile !== undefined && { ignoreFile }),
    ...((flags.has('--color') || flags.has('--no-color')) && { color: flags.has('--color') }),
  };
}

/** Splits words from options; `--option=value` and `--option value` are the same, and behind `--` all is words. */
function collect(args: readonly string[]): Parsed {
  const words: string[] = [];
  const flags = new Set<string>();
  const values = new Map<string, string[]>();
  for (let index = 0; index < args.length; index++) {
    const arg = args[index]!;
    if (arg === '--') {
      words.push(...args.slice(index + 1));
      break;
    }
    if (arg === '-' || !arg.startsWith('-')) {
      words.push(arg);
      continue;
    }
    const equals = arg.startsWith('--') ? arg.indexOf('=') : -1;
    const given = equals < 0 ? arg : arg.slice(0, equals);
    const option = SHORT[given] ?? given;
    if (VALUES.has(option)) {
      const value = equals < 0 ? args[++index] : arg.slice(equals + 1);
      if (value === undefined || value === '') throw new CliError(`${option} needs a value`);
      values.set(option, [...(values.get(option) ?? []), value]);
    } else if (FLAGS.has(option)) {
      if (equals >= 0) throw new CliError(`${option} takes no value`);
      flags.add(option);
    } else {
      throw new CliError(`there is no option ${given}; try foreign-desk --help`);
    }
  }
  return { words, flags, values };
}

function oneOf<T extends string>(option: string, value: string, choices: readonly T[]): T {
  if (choices.includes(value as T)) return value as T;
  throw new CliError(`${option}: '${value}' is not one of ${choices.join(', ')}`);
}

function readRules(pairs: readonly string[], ruleIds: readonly string[]): Record<string, Severity | 'off'> {
  const rules: Record<string, Severity | 'off'> = {};
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    if (equals < 0) throw new CliError(`--rule: '${pair}' has no severity; expected for example ${pair}=off`);
    const id = pair.slice(0, equals);
    if (!ruleIds.includes(id)) throw new CliError(`--rule: there is no rule '${id}'; there are ${ruleIds.join(', ')}`);
    rules[id] = oneOf(`--rule ${id}`, pair.slice(equals + 1), [...SEVERITY_ORDER, 'off']);
  }
  return rules;
}

/** Throws unless the text is an EDTF date with a known start. */
export function checkDate(date: string, where = '--date'): void {
  const from = parseEdtf(date)?.from;
  if (!from || !Number.isFinite(from.range.first)) {
    throw new CliError(`${where}: '${date}' is no date; expected EDTF such as 2026-02-03, 2026-02 or 2026`);
  }
}
