import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { parseEdtfDate } from '../../dates/edtf';
import { overlayKnowledge } from '../overlay';
import { knowledgeFromYaml } from '../testing/fromYaml';
import { askHolders, readAnswer } from './ask';
import { proposeHolders } from './propose';
import { holderQueries, refreshableOffices } from './query';
import { proposalLines, proposalsFile } from './write';

const KNOWLEDGE = knowledgeFromYaml(`
asOf: 2026-02-01
states:
  - {id: borduria, name: Borduria, adjectives: [Bordurian]}
people:
  - {id: ana-musler, name: Ana Musler, wikidata: Q101}
  - {id: otto-plek, name: Otto Plek}
  - {id: ida-kron, name: Ida Kron, wikidata: Q104}
offices:
  - {id: borduria.president, role: president, of: borduria, wikidata: Q900, holders: [{person: ana-musler, from: 2020-01-01}]}
  - {id: borduria.foreign-minister, role: foreign-minister, of: borduria, wikidata: Q901, holders: [
      {person: ida-kron, from: 2015-05-02, to: 2021-01-01}, {person: otto-plek, from: 2021-01-01}]}
  - {id: borduria.defence-minister, role: defence-minister, of: borduria, holders: [{person: ida-kron, from: 2021-02-01}]}
`);

const iri = (id: string) => ({ type: 'uri', value: `http://www.wikidata.org/entity/${id}` });
const time = (value: string) => ({ datatype: 'http://www.w3.org/2001/XMLSchema#dateTime', type: 'literal', value: `${value}T00:00:00Z` });
const precision = (value: number) => ({ datatype: 'http://www.w3.org/2001/XMLSchema#integer', type: 'literal', value: String(value) });
const label = (value: string) => ({ 'xml:lang': 'en', type: 'literal', value });

/** A term in the words of the service: JSON of the SPARQL 1.1 results format. */
function binding(office: string, person: string, name: string, start: string, more: object = {}) {
  return { office: iri(office), person: iri(person), personLabel: label(name), start: time(start), startPrecision: precision(11), endGiven: undefined, ...more };
}
const until = (day: string, digits = 11) => ({ end: time(day), endPrecision: precision(digits), endGiven: time(day) });
const answer = (...bindings: readonly object[]) => JSON.stringify({
  head: { vars: ['office', 'person', 'personLabel', 'start', 'startPrecision', 'end', 'endPrecision', 'endGiven', 'born', 'bornPrecision', 'died', 'diedPrecision', 'sex'] },
  results: { bindings },
});
const BORN = { born: time('1971-03-04'), bornPrecision: precision(11), sex: iri('Q6581072') };

const servers: ReturnType<typeof createServer>[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => { server.close(resolve); })));
});

/** A query service on this machine; gives its address and what it was asked. */
async function service(reply: (question: string, response: ServerResponse, number: number) => void) {
  const asked: { readonly question: string; readonly request: IncomingMessage }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const question = new URLSearchParams(body).get('query') ?? '';
      asked.push({ question, request });
      reply(question, response, asked.length);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sparql`, asked };
}

const waits: number[] = [];
const ask = (endpoint: string, queries: readonly string[]) => askHolders({
  endpoint, queries, fetch, userAgent: 'foreign-desk/test', wait: (milliseconds) => { waits.push(milliseconds); return Promise.resolve(); },
});

describe('asking Wikidata', () => {
  it('asks for the offices that have an id there, in batches', () => {
    expect(refreshableOffices(KNOWLEDGE).map(({ id }) => id)).toEqual(['borduria.foreign-minister', 'borduria.president']);
    const offices = Array.from({ length: 95 }, (_, index) => ({ ...refreshableOffices(KNOWLEDGE)[0]!, wikidata: `Q${index + 1}` }));
    const queries = holderQueries(offices, '2026-01-31');
    expect(queries.map((query) => query.match(/wd:Q\d+/g)!.length)).toEqual([40, 40, 15]);
    expect(queries[0]).toContain('?end >= "2026-01-31T00:00:00Z"^^xsd:dateTime');
  });

  it('posts each question as the service wants it and reads the answer', async () => {
    const { endpoint, asked } = await service((_, response) => {
      response.setHeader('content-type', 'application/sparql-results+json;charset=utf-8');
      response.end(answer(binding('Q900', 'Q102', 'Ilya Brot', '2026-06-15', BORN)));
    });
    const queries = holderQueries(refreshableOffices(KNOWLEDGE), '2026-01-31');
    expect(await ask(endpoint, queries)).toEqual([{ office: 'Q900', person: 'Q102', name: 'Ilya Brot', start: '2026-06-15', born: '1971-03-04', sex: 'female' }]);
    expect(asked.map(({ question }) => question)).toEqual(queries);
    expect(asked[0]!.request).toMatchObject({ method: 'POST', headers: { 'accept': 'application/sparql-results+json', 'user-agent': 'foreign-desk/test' } });
  });

  it('waits as long as a busy service says, and asks again', async () => {
    const { endpoint, asked } = await service((_, response, number) => {
      if (number === 1) response.writeHead(429, { 'retry-after': '7' }).end('Too Many Requests');
      else response.end(answer());
    });
    waits.length = 0;
    expect(await ask(endpoint, ['SELECT'])).toEqual([]);
    expect([asked.length, waits]).toEqual([2, [7000]]);
  });

  it.each<[string, number, string, RegExp]>([
    ['a fault of the service', 500, 'java.util.concurrent.TimeoutException\n\tat com.bigdata', /^the query service answered 500: java\.util\.concurrent\.TimeoutException$/],
    ['a service that stays busy', 429, 'Too Many Requests', /^the query service answered 429/],
    ['a page that is no answer', 200, '<!DOCTYPE html><html>', /^not JSON: it begins with "<!DOCTYPE html>/],
    ['other JSON', 200, '{"boolean": true}', /^not an answer of the query service/],
  ])('says what is wrong: %s', async (_, status, text, message) => {
    const { endpoint } = await service((__, response) => { response.writeHead(status, { 'retry-after': '0' }).end(text); });
    await expect(ask(endpoint, ['SELECT'])).rejects.toThrow(message);
  });
});

describe('reading answers', () => {
  it('keeps the precision, and tells an unknown end from none', () => {
    const rows = readAnswer(answer(
      binding('Q900', 'Q1', 'A', '2019-01-01', { startPrecision: precision(9), ...until('2020-03-01', 10) }),
      binding('Q900', 'Q2', 'Q2', '2020-03-01', { endGiven: { type: 'uri', value: 'http://www.wikidata.org/.well-known/genid/7f' } }),
      binding('Q900', 'Q3', 'C', '1840-02-30'),
    ));
    expect(rows).toEqual([
      { office: 'Q900', person: 'Q1', name: 'A', start: '2019', end: '2020-03' },
      { office: 'Q900', person: 'Q2', start: '2020-03-01', endUnknown: true },
      { office: 'Q900', person: 'Q3', name: 'C' },
    ]);
  });

  it('joins the rows of a person with two birth dates, and leaves out what names nobody', () => {
    const one = binding('Q900', 'Q1', 'A', '2019-01-01', { born: time('1950-01-01'), bornPrecision: precision(9) });
    expect(readAnswer(answer(one, { ...one, ...BORN }, { office: iri('Q900') }, {}))).toEqual([
      { office: 'Q900', person: 'Q1', name: 'A', start: '2019-01-01', born: '1971-03-04', sex: 'female' },
    ]);
  });

  it('reads what the page of the service offers for download, and several answers in one file', () => {
    const plain = [{ office: 'http://www.wikidata.org/entity/Q900', person: 'http://www.wikidata.org/entity/Q1', personLabel: 'A', start: '2019-01-01T00:00:00Z', startPrecision: '11' }];
    const row = { office: 'Q900', person: 'Q1', name: 'A', start: '2019-01-01' };
    expect(readAnswer(JSON.stringify(plain))).toEqual([row]);
    expect(readAnswer(`[${answer(binding('Q900', 'Q1', 'A', '2019-01-01'))},${answer()}]`)).toEqual([row]);
  });
});

describe('proposals', () => {
  const propose = (...bindings: readonly object[]) => proposeHolders(KNOWLEDGE, readAnswer(answer(...bindings)));
  const lines = (...bindings: readonly object[]) => proposalLines(propose(...bindings), (id) => KNOWLEDGE.entity(id)!.name);

  it('are none where Wikidata says what we say, or only older things', () => {
    expect(propose(
      binding('Q900', 'Q101', 'Ana Musler', '2020-01-01'), binding('Q900', 'Q77', 'Old King', '1990-01-01', until('2019-12-31')),
      binding('Q901', 'Q103', 'Otto Plek', '2021-01-02'), binding('Q999', 'Q1', 'Nobody', '2026-01-01'),
    )).toEqual({ people: [], terms: [], notes: [] });
  });

  it('end our open term and add who came after, a new person with birth and sex', () => {
    expect(lines(
      binding('Q900', 'Q101', 'Ana Musler', '2020-01-01', until('2026-06-15')), binding('Q900', 'Q102', 'Ilya Brot', '2026-06-15', BORN),
    )).toEqual(['president of Borduria: Ana Musler until 2026-06-15', 'president of Borduria: Ilya Brot since 2026-06-15']);
  });

  it('know people by their id, else by a name that only one has', () => {
    const { people, terms } = propose(
      binding('Q901', 'Q103', 'Otto Plek', '2021-01-01', until('2026-03-01')), binding('Q901', 'Q104', 'I. Kron', '2026-03-01'),
    );
    expect(people).toEqual([]);
    expect(terms.map(({ person, is }) => `${person} ${is}`)).toEqual(['otto-plek end', 'ida-kron holder']);
  });

  it('leave out what has no end and is not the newest, and what has no English name, and say so', () => {
    const { terms, notes } = propose(binding('Q900', 'Q105', 'Vic Tim', '2026-03-01'), binding('Q900', 'Q106', 'Q106', '2026-04-01'), binding('Q900', 'Q102', 'Ilya Brot', '2026-06-15'));
    expect(terms.map(({ name }) => name)).toEqual(['Ilya Brot']);
    expect(notes).toEqual([
      'president of Borduria: Vic Tim, from 2026-03-01: has no end and is not the latest', 'president of Borduria: Q106, from 2026-04-01: has no English name in Wikidata',
    ]);
  });

  it('are a knowledge file that lies over ours without a complaint, and changes what is known', () => {
    const proposals = propose(binding('Q900', 'Q101', 'Ana Musler', '2020-01-01', until('2026-06-15')), binding('Q900', 'Q102', 'Ilya Brot', '2026-06-15', BORN));
    const text = proposalsFile(proposals, '2026-11-22');
    expect(text).toBe(`# Holders by Wikidata (CC0), asked on 2026-11-22. Anybody may edit Wikidata: read this before you rely on it.

asOf: 2026-11-22
source: wikidata-2026
people:
  - {id: ilya-brot, name: Ilya Brot, wikidata: Q102, born: 1971-03-04, sex: female, nationality: [borduria]}
offices:
  - id: borduria.president
    holders:
      - {person: ana-musler, from: 2020-01-01, to: 2026-06-15}
      - {person: ilya-brot, from: 2026-06-15}
`);
    const { knowledge, problems } = overlayKnowledge(KNOWLEDGE, [{ path: 'wikidata.yaml', text }]);
    expect(problems).toEqual([]);
    expect(knowledge.held('ana-musler', 'borduria.president', parseEdtfDate('2026-08-01')!.range)).toBe('no');
    expect(knowledge.held('ilya-brot', 'borduria.president', parseEdtfDate('2026-08-01')!.range)).toBe('yes');
    expect(proposeHolders(knowledge, readAnswer(answer(binding('Q900', 'Q102', 'Ilya Brot', '2026-06-15', BORN)))).terms).toEqual([]);
    expect(proposalsFile({ people: [], terms: [], notes: [] }, '2026-11-22')).toBe('');
  });
});
