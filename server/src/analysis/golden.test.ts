import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shippedKnowledge } from '../knowledge/testing/shipped';
import { analyze } from './analyze';
import { annotate } from './testing/annotate';

const FOLDER = join(__dirname, '../../../test-fixtures/golden');
const ARTICLES = readdirSync(FOLDER).filter((file) => /\.(?:md|txt)$/.test(file));

it('has golden articles', () => {
  expect(ARTICLES.length).toBeGreaterThanOrEqual(3);
});

it.each(ARTICLES)('%s', (file) => {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  const analysis = analyze({ text, format: file.endsWith('.md') ? 'markdown' : 'plaintext' }, shippedKnowledge());
  const actual = annotate(analysis);
  const golden = join(FOLDER, `${file}.golden`);
  // The only way in which a golden file changes; one that is missing fails.
  if (process.env.UPDATE_EXPECT === '1') writeFileSync(golden, actual);
  expect(existsSync(golden), `${golden} is missing; UPDATE_EXPECT=1 writes it`).toBe(true);
  expect(actual).toBe(readFileSync(golden, 'utf8'));
  if (file.startsWith('clean-')) expect(analysis.findings).toEqual([]);
});
