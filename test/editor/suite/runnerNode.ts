import Mocha from 'mocha';
import { LineReporter } from './reporter';

/** Whether this really is Node. */
export const rightHost = !('WorkerGlobalScope' in globalThis);

const mocha = new Mocha({ ui: 'tdd', timeout: 60_000, reporter: LineReporter as never });

/** Defines `suite`, `test` and so on for the files that follow. */
export function begin(): void {
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
}

/** Runs what has been defined; resolves with the number of failures. */
export function finish(): Promise<number> {
  return new Promise((resolve) => mocha.run(resolve));
}
