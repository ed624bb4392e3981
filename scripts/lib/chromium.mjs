// A Chromium to show the workbench in: the machine's own, Debian's, or the one that comes in an npm package.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder, makeFolder, must, onPath, run, say, starts, Trouble } from './shell.mjs';

/** For a program that shows only our own pages, in a container as well: no sandbox, and no traffic of its own. */
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--disable-dev-shm-usage', '--hide-scrollbars', '--force-color-profile=srgb',
];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Finds a Chromium or installs one.
 * @returns {Promise<{executablePath: string, args: string[]}>} options for Playwright's `chromium.launch`
 */
export async function ensureChromium() {
  const wanted = process.env.CHROMIUM ?? onPath(...NAMES) ?? APPLICATIONS.find(existsSync);
  if (wanted) return { executablePath: wanted, args: FLAGS };
  const root = process.getuid?.() === 0;
  if (root && onPath('apt-get')) {
    say('Installing Chromium (apt-get install chromium) …');
    await run('apt-get', ['update', '-qq'], { quiet: true });
    const { code } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      quiet: true,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
    const installed = onPath('chromium');
    if (code === 0 && installed) return { executablePath: installed, args: FLAGS };
  }
  return fromNpm(root);
}

async function fromNpm(root) {
  const folder = makeFolder(join(cacheFolder, 'chromium'));
  const home = join(folder, 'node_modules', '@sparticuz', 'chromium');
  if (!existsSync(home)) {
    say('Installing Chromium from npm (@sparticuz/chromium) …');
    await must('Installing @sparticuz/chromium', 'npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, '@sparticuz/chromium'], { cwd: folder });
  }
  const entry = createRequire(join(folder, 'package.json')).resolve('@sparticuz/chromium');
  const { default: chromium } = await import(pathToFileURL(entry).href);
  const executablePath = await chromium.executablePath();
  if (!starts(executablePath) && root && onPath('apt-get')) {
    await run('apt-get', ['update', '-qq'], { quiet: true });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'libnss3'], { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } });
  }
  if (!starts(executablePath)) {
    throw new Trouble('No Chromium that starts was found. Install Chromium or Chrome, or name one in the variable CHROMIUM.');
  }
  return { executablePath, args: [...new Set([...chromium.args, ...FLAGS])] };
}
