// Runs the suite in one editor: node test/editor/run.mjs --vscode 1.100.3 [--web] [--vsix FILE]
// `--vscode desktop` takes desktop VS Code, downloaded by @vscode/test-electron unless VSCODE_PATH names one.
import { runTests } from '@vscode/test-electron';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { die, root } from '../../scripts/lib/shell.mjs';
import { bundleSuite, extensionPath, suitePath } from './bundle.mjs';

const { values } = parseArgs({ options: { vscode: { type: 'string' }, web: { type: 'boolean' }, vsix: { type: 'string' }, version: { type: 'string' } } });

try {
  await bundleSuite();
  // The suite writes into its workspace, so it gets one of its own.
  const workspace = mkdtempSync(join(tmpdir(), 'foreign-desk-workspace-'));
  cpSync(join(root, 'test-fixtures', 'workspace'), workspace, { recursive: true });
  const desktop = values.vscode === 'desktop';
  try {
    await runTests({
      // Desktop VS Code is downloaded, in the version named or the newest, unless there is a path.
      ...(desktop ? { version: values.version, vscodeExecutablePath: process.env.VSCODE_PATH } : { vscodeExecutablePath: join(root, 'test', 'editor', 'launcher.mjs') }),
      extensionDevelopmentPath: values.vsix ? join(root, 'test', 'editor', 'host') : extensionPath(values.web ? 'web' : 'node'),
      extensionTestsPath: suitePath(values.web ? 'web' : 'node'),
      launchArgs: [workspace, ...(values.web ? ['--extensionDevelopmentKind=web'] : [])],
      extensionTestsEnv: { FOREIGN_DESK_EDITOR: values.vscode, FOREIGN_DESK_VSIX: values.vsix ?? '' },
    });
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
} catch (error) {
  die(error);
}
