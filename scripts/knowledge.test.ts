import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../server/src/knowledge/load';
import { buildKnowledge } from './knowledge.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'knowledge-'));
  mkdirSync(join(root, 'server/knowledge/states'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
const write = (name: string, text: string) => writeFileSync(join(root, 'server/knowledge', name), `asOf: 2026-02-01\n${text}`);

describe('buildKnowledge', () => {
  it('reads all folders, writes the artefact and counts what is in it', async () => {
    write('states/north.yaml', 'states: [{id: norland, name: Norland}]');
    write('people.yaml', 'people: [{id: ada, name: Ada Vale, nationality: [norland]}]');
    const result = await buildKnowledge({ root, out: 'dist/knowledge.json' });
    expect(result).toMatchObject({ ok: true, problems: [], files: 2, counts: { entities: 2, persons: 1, states: 1 } });
    const written = readFileSync(join(root, 'dist/knowledge.json'), 'utf8');
    expect(written.length).toBe(result.bytes);
    expect(loadKnowledge(JSON.parse(written)).entity('ada')?.name).toBe('Ada Vale');
  });

  it('writes nothing when there are errors, and names file, line and column', async () => {
    write('states/north.yaml', 'states: [{id: norland, name: Norland}]');
    const line = '  - {id: ada, name: Ada Vale, nationality: [norlnd]}';
    write('people.yaml', `people:\n${line}`);
    const result = await buildKnowledge({ root, out: 'dist/knowledge.json' });
    expect(result.ok).toBe(false);
    expect(result.problems).toEqual([{
      file: 'server/knowledge/people.yaml', line: 3, column: line.indexOf('norlnd') + 1, severity: 'error', message: 'no state has the id "norlnd"; did you mean "norland"?',
    }]);
    expect(existsSync(join(root, 'dist/knowledge.json'))).toBe(false);
  });

  it('builds with warnings', async () => {
    write('people.yaml', 'people: [{id: ada, name: Ada Vale, names: [{text: Ada, kind: alias, from: 2027-01-01}]}]');
    const result = await buildKnowledge({ root, out: 'dist/knowledge.json' });
    expect(result.ok).toBe(true);
    expect(result.problems.map(({ severity }: { severity: string }) => severity)).toEqual(['warning']);
    expect(existsSync(join(root, 'dist/knowledge.json'))).toBe(true);
  });
});
