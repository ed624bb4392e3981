import { describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-types';
import { knowledgeFromYaml } from '../knowledge/testing/fromYaml';
import { COMMANDS, FIX_ALL_KIND } from '../protocol';
import type { Finding } from '../rules/types';
import { codeActions, type CodeActionContext } from './codeActions';
import { diagnostics } from './diagnostics';
import { applyEdits, mergeFixes } from './edits';
import { ignoreCommentEdit } from './ignoreComment';
import { toRange } from './positions';
import { finding, fixture, SMALL_WORLD, type Fixture } from './testing/fixture';
import { TextDocument } from 'vscode-languageserver-textdocument';

const knowledge = knowledgeFromYaml(SMALL_WORLD);

function context({ uri, document }: Fixture, parts: Partial<CodeActionContext> = {}): CodeActionContext {
  return {
    uri, positions: document, version: 7, documentChanges: false, commands: new Set(), docUrl: () => undefined, ruleTitle: (rule) => rule.toUpperCase(), ...parts,
  };
}

/** Actions for a finding, applied, by title. */
function applied(made: Fixture, actions: readonly CodeAction[]): Readonly<Record<string, string>> {
  return Object.fromEntries(actions.filter(({ edit }) => edit).map(({ title, edit }) => [title, TextDocument.applyEdits(made.document, edit!.changes![made.uri]!)]));
}

function change(text: string, from: string, to: string, parts: Partial<Finding> = {}, occurrence = 0): Finding {
  const found = finding(text, from, parts, occurrence);
  return { ...found, fixes: [{ title: `Change to '${to}'`, preferred: true, edits: [{ start: found.start, end: found.end, newText: to }] }] };
}

describe('code actions', () => {
  const text = 'Shogun met Bergh. Bergh and Shogunn left.';
  const findings = [
    change(text, 'Bergh', 'Berg', { slip: 'bergh' }),
    change(text, 'Bergh', 'Berg', { slip: 'bergh' }, 1),
    change(text, 'Shogunn', 'Shogun', { rule: 'name-variant', severity: 'hint' }),
  ];
  const made = fixture(text, { knowledge, findings });
  const at = (span: { start: number; end: number }, parts: Partial<CodeActionContext> = {}) =>
    codeActions(made.analysis, toRange(made.document, span), context(made, parts));

  it('fix the slip, the slip everywhere, and all of the kind', () => {
    expect(applied(made, at(findings[0]!))).toEqual({
      "Change to 'Berg'": 'Shogun met Berg. Bergh and Shogunn left.',
      "Change to 'Berg' everywhere in this text (2 places)": 'Shogun met Berg. Berg and Shogunn left.',
      'Fix all 2 of this kind in this text: NAME-MISSPELT': 'Shogun met Berg. Berg and Shogunn left.',
      'Ignore here with a comment: name-misspelt': `<!-- foreign-desk-ignore name-misspelt: reason -->\n${text}`,
    });
  });

  it('offer nothing "everywhere" or "all" for a single slip', () => {
    expect(at(findings[2]!).map(({ title }) => title)).toEqual(["Change to 'Shogun'", 'Ignore here with a comment: name-variant']);
  });

  it('carry the diagnostic as it was sent, and versioned edits where the editor takes them', () => {
    const [first] = at(findings[0]!, { documentChanges: true });
    expect(first!.diagnostics).toEqual([diagnostics(made.analysis, context(made))[0]]);
    expect(first!.edit).toEqual({ documentChanges: [{ textDocument: { uri: made.uri, version: 7 }, edits: [{ range: first!.diagnostics![0]!.range, newText: 'Berg' }] }] });
  });

  it('call client commands only where the client has them', () => {
    const commands = at(findings[0]!, { commands: new Set([COMMANDS.setSeverity]) }).filter(({ command }) => command);
    expect(commands.map(({ command }) => command)).toEqual([
      { title: 'Set severity of name-misspelt …', command: COMMANDS.setSeverity, arguments: [{ uri: made.uri, rule: 'name-misspelt' }] },
    ]);
  });

  it('are those of all findings that the selection touches', () => {
    const titles = at({ start: 0, end: text.length }).map(({ title }) => title).filter((title) => /^Change to '\w+'$/.test(title));
    expect(titles).toEqual(["Change to 'Berg'", "Change to 'Berg'", "Change to 'Shogun'"]);
    expect(at({ start: 0, end: 2 })).toEqual([]);
  });

  it.each([['source.fixAll'], ['source'], [FIX_ALL_KIND]])('give one action for %s', (kind) => {
    const actions = at({ start: 0, end: 0 }, { only: [kind] });
    expect(actions.map((action) => action.kind)).toEqual([FIX_ALL_KIND]);
    expect(Object.values(applied(made, actions))).toEqual(['Shogun met Berg. Berg and Shogun left.']);
  });

  it('give nothing for kinds that are not ours', () => {
    expect(at(findings[0]!, { only: ['refactor'] })).toEqual([]);
    expect(at(findings[0]!, { only: ['source.organizeImports'] })).toEqual([]);
  });

  it('"fix all" leaves findings without a preferred fix alone', () => {
    const unsure = findings.map((item) => ({ ...item, fixes: item.fixes.map(({ title, edits }) => ({ title, edits })) }));
    const other = fixture(text, { knowledge, findings: unsure });
    const range = toRange(other.document, { start: 0, end: 0 });
    expect(codeActions(other.analysis, range, context(other, { only: ['source.fixAll'] }))).toEqual([]);
    const titles = codeActions(other.analysis, toRange(other.document, unsure[0]!), context(other)).map(({ title }) => title);
    expect(titles).not.toContainEqual(expect.stringContaining('of this kind'));
  });
});

describe('merging fixes', () => {
  const fix = (...edits: [number, number, string][]) => ({ title: 'x', edits: edits.map(([start, end, newText]) => ({ start, end, newText })) });

  it('takes a fix whole or not at all', () => {
    const { edits, fixes } = mergeFixes([fix([0, 2, 'a']), fix([1, 3, 'b'], [8, 9, 'c']), fix([5, 6, 'd'])]);
    expect(edits.map(({ newText }) => newText)).toEqual(['a', 'd']);
    expect(fixes).toBe(2);
  });

  it('counts the same edit once, and never inserts twice at one place', () => {
    expect(mergeFixes([fix([0, 2, 'a']), fix([0, 2, 'a'])])).toMatchObject({ fixes: 1, edits: [{ newText: 'a' }] });
    expect(mergeFixes([fix([4, 4, 'a']), fix([4, 4, 'b'])])).toMatchObject({ fixes: 1, edits: [{ newText: 'a' }] });
  });

  it('applies in order whatever the order of edits', () => {
    expect(applyEdits('0123456789', [{ start: 8, end: 9, newText: '' }, { start: 0, end: 1, newText: 'xyz' }])).toBe('xyz12345679');
  });
});

describe('ignore comment', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['paragraph', 'One.\n\nTwo\nSLIP.\n', 'SLIP', 'One.\n\n%\nTwo\nSLIP.\n'],
    ['first line', '# SLIP', 'SLIP', '%\n# SLIP'],
    ['quotation', 'One\n\n> Two SLIP\n', 'SLIP', 'One\n\n> %\n> Two SLIP\n'],
    ['nested list item', '- one\n  - SLIP\n', 'SLIP', '- one\n  %\n  - SLIP\n'],
    ['table cell', '| a | b |\n|---|---|\n| c | SLIP |\n', 'SLIP', '%\n| a | b |\n|---|---|\n| c | SLIP |\n'],
    ['CRLF', 'One.\r\n\r\nSLIP.\r\n', 'SLIP', 'One.\r\n\r\n%\r\nSLIP.\r\n'],
  ];
  it.each(cases)('stands on its own line before a %s', (_, text, needle, expected) => {
    const slip = finding(text, needle);
    const { analysis } = fixture(text, { knowledge, findings: [slip] });
    const edit = ignoreCommentEdit(analysis, slip, 'quoted so')!;
    expect(applyEdits(text, [edit])).toBe(expected.replace('%', '<!-- foreign-desk-ignore name-misspelt: quoted so -->'));
  });

  it('is the same in plain text', () => {
    const text = 'One.\n\nSLIP.\n';
    const { analysis } = fixture(text, { knowledge, format: 'plaintext' });
    expect(applyEdits(text, [ignoreCommentEdit(analysis, finding(text, 'SLIP'))!])).toBe('One.\n\n<!-- foreign-desk-ignore name-misspelt: reason -->\nSLIP.\n');
  });
});

describe('diagnostics', () => {
  it('tell rule, page, source of the fact, related places and notices', () => {
    const text = 'Berg. Bergh.';
    const slip = finding(text, 'Bergh', {
      severity: 'error', message: 'Wrong.', fact: { source: 'wikidata-2022', asOf: '2022' }, related: [{ span: { start: 0, end: 4 }, message: 'first mention' }],
    });
    const made = fixture(text, { knowledge, findings: [slip], notices: [{ start: 0, end: 1, code: 'skipped', message: 'binary data' }] });
    const items = diagnostics(made.analysis, { uri: made.uri, positions: made.document, docUrl: (rule) => `https://example.org/${rule}` });
    const range = (start: number, end: number) => toRange(made.document, { start, end });
    expect(items).toEqual([
      {
        range: range(6, 11), severity: 1, code: 'name-misspelt', codeDescription: { href: 'https://example.org/name-misspelt' },
        source: 'Foreign Desk', message: 'Wrong (Wikidata, 2022; as of 2022).', data: { rule: 'name-misspelt', fixes: 0 },
        relatedInformation: [{ location: { uri: made.uri, range: range(0, 4) }, message: 'first mention' }],
      },
      { range: range(0, 1), severity: 3, code: 'skipped', source: 'Foreign Desk', message: 'binary data' },
    ]);
    const plain = diagnostics(made.analysis, { ...context(made), relatedInformation: false });
    expect(plain[0]!.relatedInformation).toBeUndefined();
  });
});
