import { begin, finish } from 'editor-test-runner';

/** Entry of the tests in the extension host, called by VS Code. Rejects when a test failed. */
export async function run(): Promise<void> {
  begin();
  await import('./extension.test');
  await import('./knowledge.test');
  const failures = await finish();
  if (failures > 0) throw new Error(`${failures} editor test${failures === 1 ? '' : 's'} failed`);
}
