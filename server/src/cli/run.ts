import { RULES } from '../rules/index';
import { parseArguments, type Command } from './arguments';
import { check } from './check';
import { explain } from './explain';
import { helpText } from './help';
import { CliError, EXIT, type CliIo, type ExitCode } from './io';
import { checkJsonLines } from './jsonLines';

/**
 * The command line: `args` are the arguments behind the program's name. Returns the exit code; what goes wrong is said on
 * standard error, one line each, and never thrown.
 */
export async function run(args: readonly string[], io: CliIo): Promise<ExitCode> {
  try {
    return await dispatch(parseArguments(args, RULES.map(({ id }) => id)), io);
  } catch (error) {
    const message = error instanceof CliError ? error.message : `failed: ${traceOf(error)}`;
    await io.stderr.write(message.split('\n').map((line) => `foreign-desk: ${line}\n`).join(''));
    return EXIT.failed;
  }
}

function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function dispatch(command: Command, io: CliIo): Promise<ExitCode> {
  switch (command.name) {
    case 'help':
      await io.stdout.write(helpText(command.topic, RULES));
      return EXIT.clean;
    case 'version':
      await io.stdout.write(`${io.version}\n`);
      return EXIT.clean;
    case 'explain':
      return explain(command, io);
    case 'check':
      return command.jsonl ? checkJsonLines(command, io) : check(command, io);
  }
}
