import { expect, it } from 'vitest';
import { readBlock } from './blockReading';
import { parseDocument } from './document';

/** Texts that trip parsers: deep nesting, pairs that never close, runs without end. */
const TEXTS: Readonly<Record<string, string>> = {
  'nested quotations': `${'>'.repeat(10_000)} x`,
  'nested lists': `${'- '.repeat(2_000)}x`,
  'nested emphasis': `${'*a **b '.repeat(5_000)}${'b** b* '.repeat(5_000)}`,
  'open brackets': '['.repeat(50_000),
  'open links': `${'[a '.repeat(5_000)}${'](x)'.repeat(5_000)}`,
  'stars': '*'.repeat(50_000),
  'code marks': '`a ``b '.repeat(10_000),
  'open tags': '<a '.repeat(20_000),
  'open comments': '<!-- '.repeat(20_000),
  'comments': '<!-- x --> '.repeat(9_000),
  'addresses': 'a.'.repeat(40_000) + '@',
  'single marks': "'a ".repeat(30_000),
  'curly single marks': '‘a '.repeat(30_000),
  'double marks': '“'.repeat(50_000),
  'stops and marks': '. " x '.repeat(15_000),
  'combining marks': 'e' + '\u0301'.repeat(50_000),
  'joiners': '\u2060'.repeat(50_000) + 'a',
  'slashes': '1/'.repeat(30_000),
  'line breaks': '\r'.repeat(100_000),
  'front matter of aliases': `---\n${'a: &a [*a]\n'.repeat(1_500)}---\n`,
  'front matter nested': `---\na: ${'['.repeat(8_000)}\n---\n`,
  'front matter without end': `---\na: b\n${'x: y\n'.repeat(50_000)}`,
  'table bars': `${'|'.repeat(40_000)}\n${'|-'.repeat(20_000)}|\n`,
};

it.each(Object.keys(TEXTS))('%s', { timeout: 20_000 }, (name) => {
  const text = TEXTS[name]!;
  for (const format of ['markdown', 'plaintext'] as const) {
    const { blocks } = parseDocument({ text, format });
    for (const block of blocks) {
      expect(block.prose).toHaveLength(block.end - block.start);
      expect(readBlock(block).tokens.length).toBeLessThanOrEqual(block.prose.length);
    }
  }
});

it('does not read front matter that is too long, and says so', () => {
  const { frontMatter } = parseDocument({ text: `---\n${'x: y\n'.repeat(10_000)}---\nText`, format: 'markdown' });
  expect(frontMatter).toMatchObject({ entries: [], problem: { message: 'longer than 32000 characters, not read' } });
});
