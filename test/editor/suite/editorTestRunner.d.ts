/** Mocha of the host: `runnerNode` or `runnerWeb`, chosen when the suite is bundled. */
declare module 'editor-test-runner' {
  export function begin(): void;
  export function finish(): Promise<number>;
}
