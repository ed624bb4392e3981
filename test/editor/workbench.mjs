// Opens VS Code's workbench in a Chromium, and ends it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureChromium } from '../../scripts/lib/chromium.mjs';
import { EDITORS, ensureEditor, installVsix, startServer, workbenchUrl } from '../../scripts/lib/codeServer.mjs';
import { Trouble } from '../../scripts/lib/shell.mjs';

/**
 * Starts a server of one VS Code version and a browser for it.
 * @param {{vscode: string, vsix?: string}} wanted version as in EDITORS; vsix is installed first
 */
export async function openHost({ vscode, vsix }) {
  const known = EDITORS.find((editor) => editor.vscode === vscode);
  if (!known) throw new Trouble(`VS Code ${vscode} is none of ${EDITORS.map((editor) => editor.vscode).join(', ')}.`);
  const editor = await ensureEditor(known);
  const data = mkdtempSync(join(tmpdir(), 'foreign-desk-'));
  if (vsix) await installVsix(editor, data, vsix);
  const log = [];
  const server = await startServer(editor, { data, log: (text) => log.push(text) });
  let browser;
  const close = async () => {
    await browser?.close();
    await server.stop();
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    browser = await chromium.launch(await ensureChromium());
  } catch (error) {
    await close();
    throw error;
  }
  return {
    origin: server.origin,
    /** What the server printed, for when something goes wrong. */
    log: () => log.join('').slice(-8000),
    /**
     * Opens a folder.
     * @param {string} folder absolute path
     * @param {[string, string][]} payload
     * @param {{log?: (type: string, args: unknown[]) => void, exit?: (code: number) => void}} [automation] what the workbench reports
     */
    async open(folder, payload, automation = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1, locale: 'en-GB' });
      const page = await context.newPage();
      await page.exposeFunction('codeAutomationLog', (type, args) => automation.log?.(type, args));
      await page.exposeFunction('codeAutomationExit', (code) => automation.exit?.(code));
      await page.goto(workbenchUrl(server.origin, folder, payload));
      return page;
    },
    close,
  };
}
