import { describe, expect, it } from 'vitest';
import { shippedKnowledge } from '../knowledge/testing/shipped';
import { analyze } from './analyze';
import type { AnalysisOptions } from './types';

const SLIP = 'It happened on Wednesday, 5 February 2026.';
const rules = (text: string, options = {}) => analyze({ text, format: 'markdown' }, shippedKnowledge(), options).findings.map((finding) => finding.rule);

describe('severity', () => {
  it('is the rule\'s own, or what is set', () => {
    const severity = (set: object) => analyze({ text: SLIP, format: 'markdown' }, shippedKnowledge(), { severity: set as never }).findings.map((finding) => finding.severity);
    expect(severity({})).toEqual(['warning']);
    expect(severity({ 'weekday-mismatch': 'hint' })).toEqual(['hint']);
    expect(severity({ 'weekday-mismatch': 'off' })).toEqual([]);
  });
});

describe('ignores', () => {
  it('by a comment before the block, with a reason', () => {
    const analysis = analyze({ text: `<!-- foreign-desk-ignore weekday-mismatch: he said so -->\n${SLIP}\n\n${SLIP}\n`, format: 'markdown' }, shippedKnowledge());
    expect(analysis.findings).toHaveLength(1);
    expect(analysis.findings[0]!.start).toBeGreaterThan(100);
    expect(analysis.ignored).toMatchObject([{ by: 'comment', reason: 'he said so' }]);
  });

  it('by a comment for the whole file', () => {
    expect(rules(`${SLIP}\n\n<!-- foreign-desk-ignore-file weekday-mismatch -->\n\n${SLIP}\n`)).toEqual([]);
  });

  it('does not take another rule, or another block', () => {
    expect(rules(`<!-- foreign-desk-ignore impossible-date -->\n${SLIP}\n`)).toEqual(['weekday-mismatch']);
    expect(rules(`<!-- foreign-desk-ignore weekday-mismatch -->\nA quiet day.\n\n${SLIP}\n`)).toEqual(['weekday-mismatch']);
  });

  it('says so when the rule is not known', () => {
    const { notices, findings } = analyze({ text: `<!-- foreign-desk-ignore weekday-mismach -->\n${SLIP}\n`, format: 'markdown' }, shippedKnowledge());
    expect(findings).toHaveLength(1);
    expect(notices).toMatchObject([{ code: 'ignore-comment', start: 0, message: "No rule is called 'weekday-mismach'." }]);
  });

  it('by front matter, for a rule or for one text', () => {
    const front = (ignore: string) => rules(`---\nforeign-desk:\n  ignore:\n${ignore}\n---\n\n${SLIP}\n`);
    expect(front('    - weekday-mismatch')).toEqual([]);
    expect(front('    - {rule: weekday-mismatch, text: "Wednesday, 5 February 2026", reason: quoted so}')).toEqual([]);
    expect(front('    - {rule: weekday-mismatch, text: "Wednesday, 6 February 2026"}')).toEqual(['weekday-mismatch']);
  });

  it('by the workspace, for a rule, a text or a file', () => {
    const ignored = (entry: object, fileName = 'brief.md') => analyze({ text: SLIP, format: 'markdown', fileName }, shippedKnowledge(), { ignores: [entry as never] }).ignored.length;
    expect(ignored({ rule: 'weekday-mismatch' })).toBe(1);
    expect(ignored({ rule: 'weekday-mismatch', file: '*.md' })).toBe(1);
    expect(ignored({ rule: 'weekday-mismatch', file: 'other.md' })).toBe(0);
    expect(ignored({ rule: 'weekday-mismatch', text: 'Thursday' })).toBe(0);
  });
});

describe('quotations', () => {
  it('are not checked unless asked for', () => {
    const text = 'She wrote: "It happened on Wednesday, 5 February 2026, in the rain."';
    expect(rules(text)).toEqual([]);
    expect(rules(text, { checkQuotations: true })).toEqual(['weekday-mismatch']);
  });
});

describe('bad input', () => {
  it.each([
    ['nothing', ''],
    ['binary data', '\0\x01\x02'.repeat(5000)],
    ['a lone surrogate', `\ud800 ${SLIP}`],
    ['broken front matter', `---\ndate: [2022\n---\n\n${SLIP}`],
    ['an alias bomb', `---\na: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\n---\n\n${SLIP}`],
    ['one long line', `${'word '.repeat(60_000)}\n\n${SLIP}`],
  ])('%s gives an analysis with spans inside the text', (_, text) => {
    const analysis = analyze({ text, format: 'markdown' }, shippedKnowledge());
    for (const { start, end } of [...analysis.mentions, ...analysis.times, ...analysis.findings, ...analysis.notices]) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(text.length);
    }
  });

  it('names a setting that is no date', () => {
    const { notices } = analyze({ text: SLIP, format: 'markdown' }, shippedKnowledge(), { documentDate: 'next week' });
    expect(notices).toMatchObject([{ code: 'document-date', message: expect.stringContaining("'next week' is no date") }]);
  });
});

describe('the house style', () => {
  it('asks for its own spelling', () => {
    const { findings } = analyze({ text: 'Volodymyr Zelensky spoke. Zelensky left.', format: 'markdown' }, shippedKnowledge(), { houseNames: { 'volodymyr-zelensky': 'Volodymyr Zelenskyy' } });
    expect(findings.map(({ rule, fixes }) => [rule, fixes[0]!.edits[0]!.newText])).toEqual([['name-variant', 'Volodymyr Zelenskyy'], ['name-variant', 'Zelenskyy']]);
  });

  it('keeps to the spelling of a news house, where the knowledge has one, and to the user\'s own before it', () => {
    const text = 'Muammar Gaddafi fell. Volodymyr Zelensky spoke. Olaf Scholz left. Kim Jong-un stayed.';
    const messages = (options: Partial<AnalysisOptions>) => analyze({ text, format: 'markdown' }, shippedKnowledge(), options).findings
      .map(({ message, fixes }) => `${message} ${fixes[0]?.edits[0]?.newText ?? ''}`);
    expect(messages({})).toEqual([]);
    expect(messages({ houseStyle: 'ap' })).toEqual([
      "AP style has 'Moammar Gadhafi'. Moammar Gadhafi", "AP style has 'Volodymyr Zelenskyy'. Volodymyr Zelenskyy", "AP style has 'Kim Jong Un'. Kim Jong Un",
    ]);
    expect(messages({ houseStyle: 'bbc' })).toEqual([]);
    expect(messages({ houseStyle: 'reuters', houseNames: { 'volodymyr-zelensky': 'Volodymyr Zelensky' } })).toEqual(["Reuters style has 'Kim Jong Un'. Kim Jong Un"]);
  });
});
