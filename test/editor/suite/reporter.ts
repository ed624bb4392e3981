import type { Runner, Test } from 'mocha';

/** Prints each test on a line and, at the end, the counts on a line that the test run reads: `editor tests: 9 passed, 0 failed`. */
export class LineReporter {
  constructor(runner: Runner) {
    let passed = 0;
    let failed = 0;
    runner.on('pass', (test: Test) => {
      passed++;
      console.log(`  ok    ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on('fail', (test: Test, error: Error) => {
      failed++;
      console.log(`  FAIL  ${test.fullTitle()}\n        ${(error.stack ?? error.message).replaceAll('\n', '\n        ')}`);
    });
    runner.on('end', () => console.log(`editor tests: ${passed} passed, ${failed} failed`));
  }
}
