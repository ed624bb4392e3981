import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS, CONFIGURATION_SECTION, DEFAULT_SETTINGS, SEVERITY_NAMES, TOKEN_MODIFIERS, TOKEN_TYPES } from '../server/src/protocol';
import { WIKIDATA_ENDPOINT } from '../server/src/knowledge/refresh/query';
import { RULES } from '../server/src/rules/index';

const root = join(__dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json'));
const nls = JSON.parse(read('package.nls.json')) as Record<string, string>;
const { contributes } = manifest;

/** Settings that only the client reads, with their defaults. */
const CLIENT_SETTINGS = {
  'languages': ['markdown', 'plaintext'], 'wikidata.enabled': false, 'wikidata.endpoint': WIKIDATA_ENDPOINT, 'trace.server': 'off',
};

/** All string values anywhere in a JSON value. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(path);
    return path.endsWith('.ts') && !path.endsWith('.test.ts') ? [read(path)] : [];
  });
}

const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('manifest', () => {
  it('contributes the commands of the protocol, and these only', () => {
    const contributed = contributes.commands.map(({ command }: { command: string }) => command);
    expect([...contributed].sort()).toEqual(Object.values(COMMANDS).sort());
    for (const command of contributes.commands) {
      expect(command.category, command.command).toBe('Foreign Desk');
      expect(command.icon, command.command).toMatch(/^\$\([a-z-]+\)$/);
    }
  });

  it('registers a handler for each command', () => {
    const register = read('client/src/commands/register.ts');
    for (const name of Object.keys(COMMANDS)) expect(register, name).toContain(`[COMMANDS.${name}]`);
    expect(register.match(/\[COMMANDS\.\w+\]/g)).toHaveLength(Object.keys(COMMANDS).length);
  });

  it('names no command in menus and walkthroughs that does not exist', () => {
    const known: string[] = Object.values(COMMANDS);
    const inMenus = Object.values(contributes.menus as Record<string, { command: string }[]>).flat().map(({ command }) => command);
    const named = strings([contributes.walkthroughs, nls]).flatMap((text) => [...text.matchAll(/(?:command:|onCommand:)(foreignDesk\.[\w.]+)/g)].map(([, id]) => id!));
    for (const id of [...inMenus, ...named]) expect(known).toContain(id);
    expect(named.length).toBeGreaterThan(0);
  });

  it('has the settings that the code reads, with the same defaults', () => {
    const properties = contributes.configuration.properties as Record<string, { default: unknown; scope: string }>;
    const defaults = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, value.default]));
    const wanted = Object.entries({ ...DEFAULT_SETTINGS, ...CLIENT_SETTINGS }).map(([key, value]) => [`${CONFIGURATION_SECTION}.${key}`, value]);
    expect(defaults).toEqual(Object.fromEntries(wanted));
    for (const [key, { scope }] of Object.entries(properties)) {
      const own = key.replace('foreignDesk.', '');
      // A workspace must not be able to say yes to the network, nor to say whom to ask.
      expect(scope, key).toBe(own in DEFAULT_SETTINGS ? 'resource' : own.startsWith('wikidata.') ? 'machine' : 'window');
    }
  });

  it('reads no setting in the client that is not contributed', () => {
    const got = sources('client/src').flatMap((text) => [...text.matchAll(/\.(?:get|inspect|update)(?:<[^()]*>)?\('([\w.]+)'/g)].map(([, key]) => key!));
    expect(got.length).toBeGreaterThan(0);
    for (const key of got) expect(Object.keys(contributes.configuration.properties)).toContain(`${CONFIGURATION_SECTION}.${key}`);
  });

  it('offers a severity for each rule, and for no other', () => {
    const setting = contributes.configuration.properties['foreignDesk.severity'];
    expect(Object.keys(setting.properties)).toEqual(ids(RULES));
    for (const rule of RULES) {
      expect(setting.properties[rule.id].enum, rule.id).toEqual([...SEVERITY_NAMES, 'off']);
      expect(nls[`rule.${rule.id}`], rule.id).toBe(`${rule.title}: ${rule.description} Default: ${rule.defaultSeverity}.`);
      expect(existsSync(join(root, 'docs', 'rules', `${rule.id}.md`)), `the page of ${rule.id}`).toBe(true);
    }
    expect(setting.additionalProperties.enum).toEqual([...SEVERITY_NAMES, 'off']);
  });

  it('contributes the token types and modifiers of the legend, each with a super type and a scope', () => {
    expect(ids(contributes.semanticTokenTypes)).toEqual([...TOKEN_TYPES]);
    expect(ids(contributes.semanticTokenModifiers)).toEqual([...TOKEN_MODIFIERS]);
    for (const type of contributes.semanticTokenTypes) expect(type.superType, type.id).toBeTruthy();
    expect(Object.keys(contributes.semanticTokenScopes[0].scopes)).toEqual([...TOKEN_TYPES]);
    const { rules, ...themes } = contributes.configurationDefaults['editor.semanticTokenColorCustomizations'];
    for (const rule of [rules, ...Object.values(themes).map((theme) => (theme as { rules: object }).rules)].flatMap((one) => Object.keys(one))) {
      const [type, ...modifiers] = rule.split('.');
      expect(TOKEN_TYPES).toContain(type);
      for (const modifier of modifiers) expect(TOKEN_MODIFIERS).toContain(modifier);
    }
  });

  it('shows its colours in each language that it reads by default', () => {
    for (const language of contributes.configuration.properties['foreignDesk.languages'].default) {
      expect(contributes.configurationDefaults[`[${language}]`], language).toEqual({ 'editor.semanticHighlighting.enabled': true });
      expect(manifest.activationEvents).toContain(`onLanguage:${language}`);
    }
  });

  it('uses each text of package.nls.json, and has a text for each key', () => {
    const used = new Set(strings(manifest).flatMap((text) => [...text.matchAll(/^%([\w.-]+)%$/g)].map(([, key]) => key!)));
    expect([...used].sort()).toEqual(Object.keys(nls).sort());
    for (const [key, text] of Object.entries(nls)) expect(text.trim(), key).not.toBe('');
  });

  it('has the files that it names', () => {
    const named = [
      manifest.icon, ...contributes.grammars.map(({ path }: { path: string }) => path),
      ...contributes.walkthroughs.flatMap(({ steps }: { steps: { media: { markdown: string } }[] }) => steps.map(({ media }) => media.markdown)),
    ];
    for (const path of named) expect(existsSync(join(root, path)), path).toBe(true);
    expect(readdirSync(join(root, 'client', 'walkthrough'))).toHaveLength(contributes.walkthroughs[0].steps.length);
    expect(statSync(join(root, 'images', 'icon.png')).size).toBeGreaterThan(1000);
    expect(JSON.parse(read(contributes.grammars[0].path)).scopeName).toBe(contributes.grammars[0].scopeName);
  });

  it('is packed with what it names', () => {
    const packed = read('.vscodeignore');
    const named = [manifest.main, manifest.browser].map((path: string) => path.replace('./', '!'));
    for (const line of [...named, '!dist/server.js', '!dist/serverWorker.js', '!dist/knowledge.json', '!syntaxes/*.json', '!images/icon.png', '!client/walkthrough/*.md', '!package.nls.json']) {
      expect(packed.split('\n')).toContain(line);
    }
  });

  it('names context keys that the client sets', () => {
    const keys = new Set(strings(contributes).flatMap((text) => [...text.matchAll(/foreignDesk\.documentIsRead|foreignDesk\.document\w+/g)].map(([key]) => key)));
    keys.delete('foreignDesk.documentDate');
    for (const key of keys) expect(sources('client/src').some((text) => text.includes(`'${key}'`)), key).toBe(true);
  });

  it('declares the oldest editor that the tests run in', async () => {
    const { EDITORS } = (await import(join(root, 'scripts', 'lib', 'codeServer.mjs'))) as { EDITORS: { vscode: string }[] };
    const [major, minor] = EDITORS[0]!.vscode.split('.');
    expect(manifest.engines.vscode).toBe(`^${major}.${minor}.0`);
    expect(manifest.devDependencies['@types/vscode']).toBe(`~${major}.${minor}.0`);
  });
});
