import 'mocha/mocha.js';
import { LineReporter } from './reporter';

/** Mocha's build for browsers is a global. */
const browserMocha = mocha;

/** Defines `suite`, `test` and so on for the files that follow. */
export function begin(): void {
  browserMocha.setup({ ui: 'tdd', timeout: 30_000, reporter: LineReporter as never });
}

/** Runs what has been defined; resolves with the number of failures. */
export function finish(): Promise<number> {
  return new Promise((resolve) => browserMocha.run(resolve));
}
