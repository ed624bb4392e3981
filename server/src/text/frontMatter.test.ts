import { describe, expect, it } from 'vitest';
import { readFrontMatter } from './frontMatter';

describe('YAML', () => {
  const text = '---\ntitle: "A day in Oslo"\ndate: 2022-02-24\ndraft: true\ntags: [a, b]\nforeign-desk:\n  ignore: [x]\n---\nText\n';
  const matter = readFrontMatter(text, 0)!;
  it('covers both fences', () => expect(text.slice(matter.start, matter.end)).toMatch(/^---\n[^]*\n---$/));
  it('lists scalars with spans, quotes left out', () => {
    expect(matter.entries.map(({ key, value }) => [key, value])).toEqual([['title', 'A day in Oslo'], ['date', '2022-02-24'], ['draft', 'true']]);
    for (const { key, value, keySpan, valueSpan } of matter.entries) {
      expect(text.slice(keySpan.start, keySpan.end)).toBe(key);
      expect(text.slice(valueSpan.start, valueSpan.end)).toBe(value);
    }
  });
  it('keeps the structure', () => expect(matter.data).toMatchObject({ tags: ['a', 'b'], 'foreign-desk': { ignore: ['x'] } }));
  it('has exact offsets with CRLF and a byte-order mark', () => {
    const crlf = '\ufeff' + text.replaceAll('\n', '\r\n');
    for (const { value, valueSpan } of readFrontMatter(crlf, 1)!.entries) expect(crlf.slice(valueSpan.start, valueSpan.end)).toBe(value);
  });
  it('accepts ... as the closing fence', () => expect(readFrontMatter('---\na: 1\n...\nx', 0)!.end).toBe(12));
  it('reads empty front matter', () => expect(readFrontMatter('---\n---\n', 0)).toMatchObject({ entries: [], data: {} }));
});

describe('broken YAML', () => {
  it('says what and where in one line', () => {
    const text = '---\ntitle: Oslo\ndate: [2022\n---\nText';
    const { problem, entries } = readFrontMatter(text, 0)!;
    expect(problem!.message).not.toContain('\n');
    expect(problem!.span.start).toBeGreaterThan(3);
    expect(problem!.span.end).toBeLessThanOrEqual(text.length);
    expect(entries[0]).toMatchObject({ key: 'title', value: 'Oslo' });
  });
  it('does not expand a bomb of aliases', () => {
    const levels = 'bcdefghijkl'.split('').map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghijkl'[i]!}`).join(', ')}]`);
    const text = `---\na: &a [x, x, x, x, x, x, x, x, x]\n${levels.join('\n')}\ntitle: y\n---\n`;
    const matter = readFrontMatter(text, 0)!;
    expect(matter.data).toEqual({});
    expect(matter.entries.at(-1)).toMatchObject({ key: 'title', value: 'y' });
  });
  it('survives deep nesting', () => {
    expect(readFrontMatter(`---\na: ${'['.repeat(20_000)}\n---\n`, 0)!.problem).toBeDefined();
  });
  it('keeps a list as no record', () => expect(readFrontMatter('---\n- a\n---\n', 0)).toMatchObject({ entries: [], data: {} }));
});

describe('what is none', () => {
  it.each(['', 'Text', '---', '---\nno end', '----\na: 1\n----\n', 'x\n---\na: 1\n---\n'])('%j', (text) => {
    expect(readFrontMatter(text, 0)).toBeUndefined();
  });
  it('needs a key in plain text', () => {
    expect(readFrontMatter('---\nA rule above.\n---\n', 0, true)).toBeUndefined();
    expect(readFrontMatter('---\ndate: 2022\n---\n', 0, true)).toBeDefined();
  });
});

it('reads simple TOML keys', () => {
  const text = '+++\ntitle = "Oslo"\ndate = 2022-02-24 # when\nlist = [1]\n[extra]\nx = 1\n+++\nText';
  const { entries } = readFrontMatter(text, 0)!;
  expect(entries.map(({ key, value }) => [key, value])).toEqual([['title', 'Oslo'], ['date', '2022-02-24']]);
  for (const { value, valueSpan } of entries) expect(text.slice(valueSpan.start, valueSpan.end)).toBe(value);
});
