// What a user does, in the page itself: opens an article, sees colours and squiggles, reads a card, takes a fix from the light bulb.
//   node test/editor/user.mjs --vsix FILE [--vscode 1.139.1] [--screenshots FOLDER]
// The packaged extension is installed, as users have it. Pictures go to out/screenshots unless a folder is named.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EDITORS, remote } from '../../scripts/lib/codeServer.mjs';
import { die, makeFolder, root, say, Trouble } from '../../scripts/lib/shell.mjs';
import { openHost } from './workbench.mjs';

const { values } = parseArgs({
  options: {
    vsix: { type: 'string' },
    vscode: { type: 'string', default: EDITORS.at(-1).vscode },
    screenshots: { type: 'string', default: join(root, 'out', 'screenshots') },
  },
});

/** Names as the settings of VS Code have them; the pictures are called by the key. */
const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast-dark': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};
const ARTICLE = 'summit.md';
const WAIT = 60_000;

/** Settings that keep the picture to the article. */
const CALM = {
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'editor.lineNumbers': 'off',
  'editor.folding': false,
  'editor.fontSize': 15,
  'editor.lineHeight': 1.6,
  'editor.hover.delay': 200,
  'editor.renderLineHighlight': 'none',
  'editor.occurrencesHighlight': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'files.autoSave': 'off',
  'files.exclude': { '.vscode': true },
};

const scratch = mkdtempSync(join(tmpdir(), 'foreign-desk-user-'));
// The name of the folder is in the pictures.
const workspace = join(scratch, 'articles');
cpSync(join(root, 'test-fixtures', 'workspace'), workspace, { recursive: true });
mkdirSync(join(workspace, '.vscode'), { recursive: true });

function useTheme(name) {
  writeFileSync(join(workspace, '.vscode', 'settings.json'), JSON.stringify({ ...CALM, 'workbench.colorTheme': name }, null, 2));
}

/** The part of a line that shows exactly this text, or contains it. */
function words(page, text) {
  return page.locator('.monaco-editor .view-line span span', { hasText: text }).first();
}

function squiggles(page) {
  return page.locator('.monaco-editor .cdr.squiggly-error, .monaco-editor .cdr.squiggly-warning');
}

/** Text of the editor as it is drawn; VS Code draws spaces as no-break spaces. */
function drawnText(page) {
  return page.locator('.monaco-editor .view-lines').first().evaluate((element) => element.textContent.replace(/\u00a0/g, ' '));
}

/** Rests the mouse on a text until its card is there; the editor may draw the line anew under a mouse that has come too soon. */
async function hover(page, text, card) {
  let nudge = 0;
  await eventually(page, `the card of ${text}`, async () => {
    nudge = (nudge + 1) % 4;
    await words(page, text).hover({ position: { x: 8 + nudge, y: 8 } });
    return card.waitFor({ timeout: 1500 }).then(() => true, () => false);
  });
}

async function eventually(page, what, look) {
  // Looks again at each frame the page draws, not by the clock.
  const deadline = Date.now() + WAIT;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Trouble(`${what}: waited in vain.`);
    await page.evaluate(() => new Promise((done) => window.requestAnimationFrame(() => setTimeout(done, 50))));
  }
}

/** Contrast of a text with the editor's ground by WCAG 2.2; 0 while the page is being drawn anew and has none. */
async function contrastOn(page, text) {
  const ground = page.locator('.monaco-editor .monaco-editor-background').first();
  const colours = [await colourOf(text), await ground.evaluate((element) => window.getComputedStyle(element).backgroundColor)];
  return colours.every((colour) => /^rgb/.test(colour)) ? contrast(...colours) : 0;
}

function contrast(one, other) {
  const luminance = (colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g).slice(0, 3).map((part) => {
      const value = Number(part) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const colourOf = (locator) => locator.evaluate((element) => window.getComputedStyle(element).color);

async function main() {
  if (!values.vsix) throw new Trouble('Needs --vsix FILE.');
  const pictures = makeFolder(resolve(values.screenshots));
  useTheme(THEMES.light);
  const host = await openHost({ vscode: values.vscode, vsix: resolve(values.vsix) });
  let failed = 0;
  let page;
  const step = async (name, work) => {
    // What follows builds on it, so a failed step ends the morning.
    if (failed > 0) return;
    try {
      await work();
      say(`  ok    ${name}`);
    } catch (error) {
      failed++;
      await page?.screenshot({ path: join(makeFolder(join(root, 'out', 'screenshots')), 'failure.png') });
      say(`  FAIL  ${name}\n        ${error.message}\n        The page as it was: out/screenshots/failure.png`);
    }
  };
  const picture = (name) => page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });

  try {
    await step('opens an article', async () => {
      page = await host.open(workspace, [['openFile', remote(host.origin, join(workspace, ARTICLE))]]);
      page.setDefaultTimeout(WAIT);
      await page.setViewportSize({ width: 1200, height: 660 });
      await page.locator('.monaco-editor .view-line').first().waitFor();
      // Newer versions open an empty bar on the right.
      const bar = page.locator('.part.auxiliarybar:visible');
      if ((await bar.count()) > 0) {
        await page.keyboard.press('Control+Alt+b');
        await bar.waitFor({ state: 'hidden' });
      }
    });
    await step('sees three squiggles', () => eventually(page, 'three squiggles', async () => (await squiggles(page).count()) >= 3));
    await step('sees names in colours of their own', async () => {
      const plain = await colourOf(words(page, 'did not travel'));
      for (const name of ['Lavrov', 'Ukraine', 'NATO']) {
        await eventually(page, `a colour for ${name}`, async () => (await colourOf(words(page, name))) !== plain);
      }
    });
    await step('can read them in the light, dark and high-contrast themes', async () => {
      for (const [name, theme] of Object.entries(THEMES)) {
        const before = await page.locator('.monaco-workbench').getAttribute('class');
        useTheme(theme);
        if (name !== 'light') await eventually(page, `the theme ${theme}`, async () => (await page.locator('.monaco-workbench').getAttribute('class')) !== before);
        for (const text of ['Lavrov', 'Ukraine', 'NATO', 'Geneva', 'Minister', '2004']) {
          const least = name.startsWith('high') ? 7 : 4;
          await eventually(page, `a colour for ${text} in ${theme} with a contrast of at least ${least}`, async () => {
            const plain = await colourOf(words(page, 'did not travel'));
            return (await colourOf(words(page, text))) !== plain && (await contrastOn(page, words(page, text))) >= least;
          });
        }
        await picture(`article-${name}`);
      }
      useTheme(THEMES.light);
      await page.locator('.monaco-workbench.vs').waitFor();
    });
    await step('reads the card of a name', async () => {
      await hover(page, 'Lavrov', page.locator('.monaco-hover:visible', { hasText: 'Lavrov' }).filter({ hasText: /foreign minister/i }));
      await picture('hover');
    });
    await step('reads what is wrong with a name', async () => {
      await page.mouse.move(5, 5);
      await page.locator('.monaco-hover:visible').first().waitFor({ state: 'hidden' });
      await hover(page, 'Shoigu', page.locator('.monaco-hover:visible', { hasText: 'Foreign Desk' }).filter({ hasText: '2024' }));
      await picture('finding');
      await page.mouse.move(5, 5);
    });
    await step('takes a fix from the light bulb, and the text and the squiggles change', async () => {
      const count = await squiggles(page).count();
      await words(page, 'Wednesday').click();
      const bulb = page.locator('.monaco-editor .lightBulbWidget:visible, .monaco-editor .codicon-gutter-lightbulb:visible, .monaco-editor .codicon-gutter-lightbulb-auto-fix:visible').first();
      await bulb.click();
      const menu = page.locator('.action-widget:visible');
      await menu.waitFor();
      await picture('fixes');
      const fix = await menu.locator('.action', { hasText: 'Thursday' }).first().boundingBox();
      // The menu takes no click until the mouse has moved over it, lest the click that opened it choose as well.
      await page.mouse.move(fix.x + 30, fix.y + fix.height / 2, { steps: 5 });
      await page.mouse.click(fix.x + 30, fix.y + fix.height / 2);
      await eventually(page, 'the fixed text', async () => (await drawnText(page)).includes('Thursday, 5 February 2026'));
      await eventually(page, 'one squiggle less', async () => (await squiggles(page).count()) < count);
      await picture('fixed');
    });
    await step('sees a city named where a man is meant', async () => {
      await page.mouse.move(5, 5);
      await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'visit-to-beijing.md' }).dblclick();
      await page.locator('.tab.active', { hasText: 'visit-to-beijing.md' }).waitFor();
      await eventually(page, 'the article', async () => (await drawnText(page)).includes('Xuzhou'));
      await eventually(page, 'its squiggles', async () => (await squiggles(page).count()) >= 3);
      await hover(page, 'Xuzhou', page.locator('.monaco-hover:visible', { hasText: 'Sergei Shoigu seems to be meant' }));
      await picture('confusion');
    });
  } finally {
    await host.close();
    rmSync(scratch, { recursive: true, force: true });
  }
  process.exitCode = failed > 0 ? 1 : 0;
}

main().catch(die);
