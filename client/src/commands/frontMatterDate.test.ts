import { describe, expect, it } from 'vitest';
import { writeFrontMatterDate } from './frontMatterDate';

function written(text: string, date: string): string {
  const lines = text.split('\n');
  const edit = writeFrontMatterDate(lines, date);
  lines.splice(edit.start, edit.end - edit.start, ...edit.lines);
  return lines.join('\n');
}

describe('writeFrontMatterDate', () => {
  it('sets a front matter in front of a text without one', () => {
    expect(written('# Talks\n', '2026-02-03')).toBe('---\ndate: 2026-02-03\n---\n\n# Talks\n');
  });

  it('replaces the date and keeps the other keys', () => {
    expect(written('---\ntitle: Talks # draft\ndate: 2025-01-01\ntags: [x]\n---\nText', '2026-02-03')).toBe(
      '---\ntitle: Talks # draft\ndate: 2026-02-03\ntags: [x]\n---\nText',
    );
  });

  it('adds a date to a front matter without one', () => {
    expect(written('---\ntitle: Talks\n---\nText', '2026-02-03')).toBe('---\ntitle: Talks\ndate: 2026-02-03\n---\nText');
  });

  it('quotes what YAML would read as a number', () => {
    expect(written('Text', '2026')).toBe("---\ndate: '2026'\n---\n\nText");
  });

  it('takes a lone rule for no front matter', () => {
    expect(written('---\nText', '2026-02-03')).toBe('---\ndate: 2026-02-03\n---\n\n---\nText');
  });

  it('leaves a date further down alone', () => {
    expect(written('---\na: 1\n---\ndate: yesterday', '2026-02-03')).toBe('---\na: 1\ndate: 2026-02-03\n---\ndate: yesterday');
  });
});
