import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
// @ts-expect-error a script without types
import { refresh as untyped } from './knowledgeRefresh.mjs';

interface Host { today: string; fetch: typeof fetch; wait: () => Promise<void>; print: (line: string) => void }
const refresh = untyped as (root: string, options: object, host: Host) => Promise<unknown>;

const FILE = `# Borduria, by hand
asOf: 2026-02-01
source: own

people:
  - {id: ana-musler, name: Ana Musler, wikidata: Q101} # the president
  - {id: otto-plek, name: Otto Plek}

offices:
  - id: borduria.president
    role: president
    of: borduria
    wikidata: Q900
    holders:
      - {person: otto-plek, from: '2010', to: 2020-01-01}
      - {person: ana-musler, from: 2020-01-01} # sworn in late
  - id: borduria.foreign-minister
    role: foreign-minister
    of: borduria
    wikidata: Q901
    holders: [{person: otto-plek, from: 2021-01-01}]
states:
  - {id: borduria, name: Borduria}
`;
const iri = (id: string) => ({ type: 'uri', value: `http://www.wikidata.org/entity/${id}` });
const time = (day: string) => ({ type: 'literal', datatype: 'http://www.w3.org/2001/XMLSchema#dateTime', value: `${day}T00:00:00Z` });
const name = (value: string) => ({ 'type': 'literal', 'xml:lang': 'en', value });
const ANSWER = JSON.stringify({ head: { vars: [] }, results: { bindings: [
  { office: iri('Q900'), person: iri('Q101'), personLabel: name('Ana Musler'), start: time('2020-01-01'), end: time('2026-06-15') },
  { office: iri('Q900'), person: iri('Q102'), personLabel: name('Ilya Brot'), start: time('2026-06-15'), born: time('1971-03-04'), sex: iri('Q6581097') },
  { office: iri('Q901'), person: iri('Q102'), personLabel: name('Ilya Brot'), start: time('2026-03-01'), end: time('2026-06-15') },
] } });

const root = mkdtempSync(join(tmpdir(), 'foreign-desk-'));
const path = join(root, 'server/knowledge/borduria.yaml');
let asked: string[] = [];
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    asked.push(new URLSearchParams(body).get('query')!);
    response.setHeader('content-type', 'application/sparql-results+json');
    response.end(ANSWER);
  });
});
beforeAll(() => new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); }));
afterAll(() => {
  server.close();
  rmSync(root, { recursive: true });
});
beforeEach(() => {
  asked = [];
  mkdirSync(join(root, 'server/knowledge'), { recursive: true });
  writeFileSync(path, FILE);
  writeFileSync(join(root, 'server/knowledge/roles.yaml'), readFileSync(new URL('../server/knowledge/roles.yaml', import.meta.url)));
});

async function run(options: object) {
  const printed: string[] = [];
  await refresh(root, options, { today: '2026-11-22', fetch, wait: () => Promise.resolve(), print: (line) => printed.push(line) });
  return printed.join('\n');
}
const endpoint = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/sparql`;

describe('knowledge:refresh', () => {
  it('asks the service and prints what is newer, writing nothing', async () => {
    const printed = await run({ endpoint: endpoint() });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain('wd:Q901 wd:Q900');
    expect(asked[0]).toContain('"2026-02-01T00:00:00Z"^^xsd:dateTime');
    expect(printed).toContain('# president of Borduria: Ana Musler until 2026-06-15');
    expect(printed).toContain('- {person: ilya-brot, from: 2026-06-15}');
    expect(readFileSync(path, 'utf8')).toBe(FILE);
  });

  it('prints the questions without asking', async () => {
    expect(await run({ queries: true, endpoint: endpoint() })).toContain('SELECT ?office ?person');
    expect(asked).toEqual([]);
  });

  it('writes a downloaded answer into the files, one line each, and says what is left to the hand', async () => {
    const answer = join(root, 'answer.json');
    writeFileSync(answer, ANSWER);
    const printed = await run({ from: answer, write: true });
    expect(asked).toEqual([]);
    expect(readFileSync(path, 'utf8')).toBe(FILE
      .replace('from: 2020-01-01} # sworn in late', 'from: 2020-01-01, to: 2026-06-15} # sworn in late')
      .replace('# sworn in late\n', '# sworn in late\n      - {person: ilya-brot, from: 2026-06-15, source: wikidata-2026, asOf: 2026-11-22}\n')
      .replace("name: Otto Plek}\n", "name: Otto Plek}\n  - {id: ilya-brot, name: Ilya Brot, wikidata: Q102, born: 1971-03-04, sex: male, nationality: [borduria]}\n"));
    expect(printed).toContain('# by hand: server/knowledge/borduria.yaml: borduria.foreign-minister: Ilya Brot');
    expect(printed).toContain('# server/knowledge/borduria.yaml: 2 of 3 written');
    expect(await run({ from: answer })).not.toContain('president of Borduria');
  });
});
