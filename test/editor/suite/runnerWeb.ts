import 'mocha/mocha.js';
import { LineReporter } from './reporter';

/** Whether this really is a worker. */
export const rightHost = 'WorkerGlobalScope' in globalThis;

/** Mocha's build for browsers is a global. */
const browserMocha = mocha;

/** Defines `suite`, `test` and so on for the files that follow. */
export function begin(): void {
  browserMocha.setup({ ui: 'tdd', timeout: 60_000, reporter: LineReporter as never });
}

/** Runs what has been defined; resolves with the number of failures. */
export function finish(): Promise<number> {
  // Its own `run` reads the address of the page first, and a worker of VS Code has none.
  const { run } = Object.getPrototypeOf(browserMocha) as Mocha;
  return new Promise((resolve) => run.call(browserMocha, resolve));
}
