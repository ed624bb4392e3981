/** Mocha of the host: `runnerNode` or `runnerWeb`, chosen when the suite is bundled. */
declare module 'editor-test-runner' {
  export const rightHost: boolean;
  export function begin(): void;
  export function finish(): Promise<number>;
}
