import { describe, expect, it } from 'vitest';
import { addIgnore, globMatches, ignoresFor, parseIgnores } from '../analysis/ignoreFile';
import { relativePath } from './folders';

/** Messages with the text they stand on. */
const faults = (text: string) => parseIgnores(text).problems.map(({ start, end, message }) => [message, text.slice(start, end).trim()]);

describe('parseIgnores', () => {
  it('reads entries from a list, from a map, and bare rules', () => {
    expect(parseIgnores('- rule: a\n  text: x\n  file: "*.md"\n  reason: so\n- b\n').entries).toEqual([{ rule: 'a', text: 'x', file: '*.md', reason: 'so' }, { rule: 'b' }]);
    expect(parseIgnores('ignore:\n  - rule: a\n')).toEqual({ entries: [{ rule: 'a' }], problems: [] });
    expect(parseIgnores('- rule: a\n  text: 2014\n').entries).toEqual([{ rule: 'a', text: '2014' }]);
  });

  it.each([[''], ['# only a comment\n'], ['---\n']])('takes %j for an empty list', (text) => {
    expect(parseIgnores(text)).toEqual({ entries: [], problems: [] });
  });

  it('tells faults where they stand, and keeps the good entries', () => {
    const text = '- rule: a\n- text: b\n- rule: c\n  colour: red\n- rule: d\n  text: [e]\n';
    expect(parseIgnores(text).entries).toEqual([{ rule: 'a' }, { rule: 'c' }]);
    expect(faults(text)).toEqual([
      ['the entry names no rule', 'text: b'],
      ["'colour' is not known here; known are rule, text, file, reason", 'colour'],
      ['text: expected text', '[e]'],
    ]);
  });

  it('tells of rules that there are not', () => {
    const { entries, problems } = parseIgnores('- rule: known\n- unkown\n- "*"\n', new Set(['known']));
    expect(entries).toHaveLength(3);
    expect(problems.map(({ message }) => message)).toEqual(["no rule is called 'unkown'"]);
  });

  it('tells broken YAML and wrong shapes', () => {
    expect(parseIgnores('- rule: [a\n').problems.length).toBeGreaterThan(0);
    expect(parseIgnores('rule: a').problems).toMatchObject([{ message: 'expected a list of entries, each with a rule' }]);
    expect(parseIgnores('- \n- 3\n').problems).toHaveLength(2);
    expect(parseIgnores('{ignore: {a: 1}, ? [b] : c}').problems).toHaveLength(1);
  });
});

describe('addIgnore', () => {
  it('begins a file that says what it is', () => {
    const result = addIgnore('', { rule: 'a', text: 'b: "c"', reason: 'so' }) as { text: string };
    expect(result.text).toMatch(/^# /);
    expect(parseIgnores(result.text)).toEqual({ entries: [{ rule: 'a', text: 'b: "c"', reason: 'so' }], problems: [] });
  });

  it('keeps what is there', () => {
    expect(addIgnore('# why\nignore:\n  - a # because\n', { rule: 'b' })).toEqual({ text: '# why\nignore:\n  - a # because\n  - rule: b\n' });
    expect(addIgnore('# only this\n', { rule: 'b' })).toEqual({ text: '# only this\n- rule: b\n' });
  });

  it.each([['- [a'], ['just text'], ['a: b']])('leaves %j alone and says why', (text) => {
    expect(addIgnore(text, { rule: 'b' })).toEqual({ message: expect.stringContaining('ignore file') as string });
  });
});

describe('globs', () => {
  it.each([
    ['*.md', 'a.md', true],
    ['*.md', 'deep/down/a.md', true],
    ['*.md', 'a.mdx', false],
    ['deep/*.md', 'deep/a.md', true],
    ['deep/*.md', 'deep/down/a.md', false],
    ['deep/**', 'deep/down/a.md', true],
    ['deep/', 'deep/down/a.md', true],
    ['./deep/a.md', 'deep/a.md', true],
    ['**/a.md', 'a.md', true],
    ['**/down/*.md', 'x/y/down/a.md', true],
    ['**/down/**/b?.md', 'down/x/y/b1.md', true],
    ['**/down/**/b?.md', 'down/x/y/b.md', false],
    ['a.md', 'b/xa.md', false],
    ['**', 'b/c', true],
  ])('%s against %s', (glob, path, expected) => {
    expect(globMatches(glob, path)).toBe(expected);
  });

  it('does not run away on many stars', () => {
    expect(globMatches(`${'*a'.repeat(200)}b`, 'a'.repeat(5000))).toBe(false);
    expect(globMatches(`${'**/x/'.repeat(50)}y`, 'x/'.repeat(2000))).toBe(false);
  });
});

it('only entries for the file count', () => {
  const entries = [{ rule: 'a' }, { rule: 'b', file: 'x/*.md', reason: 'so' }, { rule: 'c', file: 'y/' }];
  expect(ignoresFor(entries, 'x/t.md')).toEqual([{ rule: 'a' }, { rule: 'b', reason: 'so' }]);
  expect(ignoresFor(entries, undefined)).toEqual([{ rule: 'a' }]);
});

it('paths are relative to the folder', () => {
  expect(relativePath('file:///w', 'file:///w/a/b%20c.md')).toBe('a/b c.md');
  expect(relativePath('file:///w/', 'file:///w/a.md')).toBe('a.md');
  expect(relativePath('file:///w', 'file:///world/a.md')).toBeUndefined();
  expect(relativePath('file:///w', 'untitled:a')).toBeUndefined();
});
