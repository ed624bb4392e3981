import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedKnowledge } from '../knowledge/testing/shipped';
import { analyze } from './analyze';

/** Texts that are kept beside the repository and never in it. */
const SHARED = join(__dirname, '../../../../shared');
const ARTICLE = join(SHARED, 'corpora/articles/china-and-russia-2026.txt');
const SLIPS = join(SHARED, 'bench/slips-dev.jsonl');

function needs(file: string, name: string, run: () => void): void {
  if (existsSync(file)) it(name, run);
  else it.skip(`${name} (skipped: ${file} is not here)`, run);
}

describe('the model case', () => {
  needs(ARTICLE, 'has its two slips and nothing else, and all that is known in it is resolved', () => {
    const text = readFileSync(ARTICLE, 'utf8');
    const { findings, mentions, times } = analyze({ text, format: 'plaintext', fileName: 'china-and-russia-2026.txt' }, shippedKnowledge());
    const said = findings.map((finding) => ({ rule: finding.rule, text: text.slice(finding.start, finding.end) }));
    expect(said).toEqual([{ rule: 'name-confusion', text: 'Xuzhou' }, { rule: 'event-date-mismatch', text: 'early 2012' }]);
    expect(findings[0]!.fixes.map((fix) => fix.edits[0]!.newText)).toContain('Shoigu');
    expect(findings[1]!.related.map((related) => text.slice(related.span.start, related.span.end))).toContain('four years ago');
    const open = mentions.filter((mention) => ['person', 'state', 'place', 'organisation', 'nationality'].includes(mention.kind) && !mention.entity);
    expect(open.map((mention) => mention.text)).toEqual([]);
    expect(times.find((time) => time.text === 'Wednesday')).toMatchObject({ unresolved: 'vague' });
  });
});

describe('clean articles', () => {
  needs(SLIPS, 'give no finding at warning or above', () => {
    const documents = readFileSync(SLIPS, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as { id: string; text: string; date: string | null; format: 'markdown' | 'plaintext'; slips: unknown[] });
    const alarms = documents.filter((document) => document.slips.length === 0).flatMap(({ id, text, format, date }) =>
      analyze({ text, format }, shippedKnowledge(), date === null ? {} : { documentDate: date }).findings
        .filter((finding) => finding.severity === 'warning' || finding.severity === 'error')
        .map((finding) => `${id} ${finding.rule} ${text.slice(finding.start, finding.end)}`));
    expect(alarms).toEqual([]);
  });
});
