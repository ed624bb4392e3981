import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../analysis/analyze';
import { shippedKnowledge } from '../knowledge/testing/shipped';
import { RULES } from './index';
import { applyFix, readFixture, underline } from './testing/fixture';

const ROOT = join(__dirname, '../../..');
const FIXTURES = join(ROOT, 'test-fixtures/rules');
const PAGES = join(ROOT, 'docs/rules');

function check(source: string): void {
  const fixture = readFixture(source);
  const { findings } = analyze({ text: fixture.text, format: 'markdown' }, shippedKnowledge());
  const report = underline(fixture.text, findings);
  expect(findings.map(({ start, end, rule }) => ({ start, end, rule })), report).toEqual(fixture.expected.map(({ start, end, rule }) => ({ start, end, rule })));
  fixture.expected.forEach((expected, i) => {
    const results = findings[i]!.fixes.map((fix) => applyFix(fixture.text, fix));
    for (const fixed of expected.fixed) expect(results.some((result) => result.includes(fixed)), `a fix that gives "${fixed}"\n${report}`).toBe(true);
  });
}

/** Every fix of every finding, applied, must leave a text in which that finding is gone. */
function checkFixesResolve(source: string): void {
  const { text } = readFixture(source);
  const { findings } = analyze({ text, format: 'markdown' }, shippedKnowledge());
  for (const finding of findings) {
    for (const fix of finding.fixes.filter((candidate) => candidate.preferred)) {
      const fixed = applyFix(text, fix);
      const after = analyze({ text: fixed, format: 'markdown' }, shippedKnowledge()).findings;
      const same = after.filter((other) => other.rule === finding.rule && other.message === finding.message);
      expect(same.length, `"${fix.title}" leaves: ${underline(fixed, same)}`).toBeLessThan(findings.filter((other) => other.rule === finding.rule && other.message === finding.message).length);
    }
  }
}

describe.each(RULES.map((rule) => rule.id))('%s', (id) => {
  const folder = join(FIXTURES, id);
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.md')) : [];

  it('has fixtures for wrong and for right', () => {
    expect(files.some((file) => file.startsWith('wrong'))).toBe(true);
    expect(files.some((file) => file.startsWith('right'))).toBe(true);
  });

  it.each(files)('%s', (file) => {
    const source = readFileSync(join(folder, file), 'utf8');
    expect(readFixture(source).expected.length > 0).toBe(file.startsWith('wrong'));
    check(source);
    checkFixesResolve(source);
  });

  it('has a page whose examples are true', () => {
    const page = readFileSync(join(PAGES, `${id}.md`), 'utf8');
    const examples = [...page.matchAll(/^```markdown\n([\s\S]*?)^```$/gm)].map((match) => match[1]!);
    expect(examples.length).toBeGreaterThanOrEqual(2);
    examples.forEach(check);
    expect(readFixture(examples[0]!).expected.map((expected) => expected.rule)).toContain(id);
    expect(readFixture(examples.at(-1)!).expected).toEqual([]);
  });
});

it('every fixture folder and every page belongs to a rule', () => {
  const ids = new Set(RULES.map((rule) => rule.id));
  for (const folder of readdirSync(FIXTURES)) expect(ids.has(folder), folder).toBe(true);
  for (const page of readdirSync(PAGES)) if (page !== 'README.md') expect(ids.has(page.replace(/\.md$/, '')), page).toBe(true);
});

it('the index of rules lists them all', () => {
  const rows = RULES.map((rule) => `| [${rule.id}](${rule.id}.md) | ${rule.title} | ${rule.description} | ${rule.defaultSeverity} |`);
  const index = `# Rules\n\n| id | | what it reports | severity |\n|---|---|---|---|\n${rows.join('\n')}\n`;
  const file = join(PAGES, 'README.md');
  if (process.env.UPDATE_EXPECT === '1') writeFileSync(file, index);
  expect(readFileSync(file, 'utf8')).toBe(index);
});
