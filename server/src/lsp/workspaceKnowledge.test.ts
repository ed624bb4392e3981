import { afterEach, describe, expect, it } from 'vitest';
import { CodeActionRequest, HoverRequest, type CodeAction, type Hover } from 'vscode-languageserver-protocol/node';
import { analyze } from '../analysis/analyze';
import {
  CODE_ACTION_COMMANDS, COMMANDS, KNOWLEDGE_FOLDER, METHODS, REFRESH_FILE, type AddKnowledgeResult, type EntityOrigin, type FoundEntity, type RefreshHoldersResult,
} from '../protocol';
import type { Environment } from './environment';
import { startTestClient, type TestClient } from './testing/client';
import { testEnvironment } from './testing/wordReader';

const FOLDER = 'file:///desk';
const FILE = `${FOLDER}/.foreign-desk/knowledge/own.yaml`;
const ARTICLE = `${FOLDER}/article.md`;
const ELSEWHERE = 'file:///elsewhere/article.md';
const TEXT = 'VIK, 2026-01-10. Oda Lunde spoke in Vik.\n';
const OWN = 'asOf: 2026-01-01\npeople:\n  - {id: oda-lunde, name: Oda Lunde, born: 1970-02-03, nationality: [norland]}\n';

const running: TestClient[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((client) => client.stop()));
});

async function start(parts: Partial<Environment> = {}) {
  const client = await startTestClient(testEnvironment({ analyze, ...parts }), { initializationOptions: { commands: [...CODE_ACTION_COMMANDS] } });
  running.push(client);
  return client;
}
const tell = (client: TestClient, ...texts: readonly string[]) => client.connection.sendNotification(METHODS.knowledgeFiles, {
  folder: FOLDER, files: texts.map((text, index) => ({ uri: index === 0 ? FILE : `${FILE}${index}.yaml`, text })),
});
const hover = async (client: TestClient, uri: string) => {
  const found = await client.connection.sendRequest<Hover | null>(HoverRequest.method, { textDocument: { uri }, position: { line: 0, character: 20 } });
  return found ? (found.contents as { value: string }).value : null;
};

describe('knowledge of a workspace', () => {
  it('counts for documents of its folder only, at once', async () => {
    const client = await start();
    await client.open(ARTICLE, TEXT);
    await client.open(ELSEWHERE, TEXT);
    expect(await hover(client, ARTICLE)).toBeNull();
    await tell(client, OWN);
    expect(await hover(client, ARTICLE)).toContain('Oda Lunde');
    expect(await hover(client, ELSEWHERE)).toBeNull();
  });

  it('is forgotten with the file', async () => {
    const client = await start();
    await client.open(ARTICLE, TEXT);
    await tell(client, OWN);
    expect(await hover(client, ARTICLE)).toContain('Oda Lunde');
    await tell(client);
    expect(await hover(client, ARTICLE)).toBeNull();
  });

  it('shows faults in the file itself, clears them, and keeps what is right', async () => {
    const client = await start();
    await client.open(ARTICLE, TEXT);
    await tell(client, `${OWN}  - {id: x, nome: X}\n`);
    const shown = await client.diagnostics.when(({ uri, diagnostics }) => uri === FILE && diagnostics.length > 0);
    expect(shown.diagnostics).toMatchObject([
      { severity: 1, code: 'knowledge-file', source: 'Foreign Desk', message: 'A person has no "nome"; did you mean "name"?', range: { start: { line: 3, character: 12 }, end: { line: 3, character: 20 } } },
    ]);
    expect(await hover(client, ARTICLE)).toContain('Oda Lunde');
    await tell(client, OWN);
    await client.diagnostics.when(({ uri, diagnostics }) => uri === FILE && diagnostics.length === 0);
    await tell(client, OWN, 'people: [');
    await client.diagnostics.when(({ uri, diagnostics }) => uri === `${FILE}1.yaml` && diagnostics.length > 0);
    await tell(client, OWN);
    await client.diagnostics.when(({ uri, diagnostics }) => uri === `${FILE}1.yaml` && diagnostics.length === 0);
  });

  it('survives what is no list of files', async () => {
    const client = await start();
    await client.open(ARTICLE, TEXT);
    await client.connection.sendNotification(METHODS.knowledgeFiles, { folder: FOLDER });
    await client.connection.sendNotification(METHODS.knowledgeFiles, { folder: FOLDER, files: [{ uri: FILE, text: '\u0000\uD800: [' }] });
    expect(await hover(client, ARTICLE)).toBeNull();
    expect(client.logs.items.join('\n')).toContain(METHODS.knowledgeFiles);
  });
});

describe('finding and writing knowledge', () => {
  it('searches names by the beginnings of their words, the workspace\'s too', async () => {
    const client = await start();
    await tell(client, OWN);
    const search = (query: string, uri?: string) => client.connection.sendRequest<FoundEntity[]>(METHODS.searchEntities, { query, uri });
    expect((await search('lun', ARTICLE)).map(({ id }) => id)).toEqual(['oda-lunde']);
    expect(await search('lun')).toEqual([]);
    expect((await search('berg an')).map(({ id, kind }) => `${kind} ${id}`)).toContain('person anna-berg');
  });

  it('tells where a record stands: in the workspace first, then in ours', async () => {
    const client = await start();
    await client.open(ARTICLE, TEXT);
    await tell(client, `${OWN}  - id: anna-berg\n    names: [{text: A. Berg, kind: variant}]\n`);
    const origin = (params: object) => client.connection.sendRequest<EntityOrigin[]>(METHODS.entityOrigin, { uri: ARTICLE, ...params });
    expect(await origin({ position: { line: 0, character: 20 } })).toEqual([{ entity: 'oda-lunde', name: 'Oda Lunde', file: FILE, shipped: false, line: 2 }]);
    expect(await origin({ entity: 'anna-berg' })).toMatchObject([{ file: FILE, shipped: false, line: 3 }, { file: 'text-1.yaml', shipped: true }]);
    expect(await origin({ position: { line: 0, character: 37 } })).toEqual(await origin({ entity: 'vik' }));
    expect(await origin({ entity: 'nobody' })).toEqual([]);
  });

  it('writes names and entities into the right file', async () => {
    const client = await start();
    await tell(client, OWN);
    const add = (entry: object, files: object[] = [{ uri: FILE, text: OWN }]) =>
      client.connection.sendRequest<AddKnowledgeResult>(METHODS.addKnowledge, { folder: FOLDER, files, entry });
    expect(await add({ add: 'name', entity: 'oda-lunde', text: 'Oda Lund' })).toMatchObject({ uri: FILE, line: 2, text: expect.stringContaining('text: Oda Lund') as string });
    expect(await add({ add: 'entity', kind: 'place', text: 'Nesby' }, [])).toMatchObject({
      uri: `${FOLDER}/.foreign-desk/knowledge/names.yaml`, text: expect.stringContaining('asOf: 2026-01-31\n\nplaces:\n  - id: nesby\n') as string,
    });
    expect(await add({ add: 'name', entity: 'nobody', text: 'X' })).toEqual({ message: 'There is no "nobody" in the knowledge' });
  });

  it('offers both for a name that is not known, and to keep a name that is taken for a slip', async () => {
    const client = await start();
    await tell(client, OWN.replace('Oda Lunde', 'Oda Lundberg'));
    const text = 'VIK, 2026-01-10. Oda Lundberg spoke to Pål Hamnes in Vik. Later Oda Lundborg left. Mr Hamnes stayed.\n';
    await client.open(ARTICLE, text);
    const offered = async (name: string) => {
      const start = { line: 0, character: text.lastIndexOf(name) + 1 };
      const params = { textDocument: { uri: ARTICLE }, range: { start, end: start }, context: { diagnostics: [] } };
      const actions = await client.connection.sendRequest<CodeAction[]>(CodeActionRequest.method, params);
      return actions.filter(({ command }) => command?.command === COMMANDS.alsoKnownAs || command?.command === COMMANDS.addToKnowledge)
        .map(({ title, command }) => [title, command!.arguments![0] as unknown]);
    };
    expect(await offered('Lundborg')).toEqual([
      ["'Lundborg' is right: also known as Oda Lundberg", { uri: ARTICLE, text: 'Lundborg', kind: 'person', entity: 'oda-lunde' }],
    ]);
    expect(await offered('Hamnes in')).toEqual([
      ["Add 'Pål Hamnes' to the workspace's knowledge …", { uri: ARTICLE, text: 'Pål Hamnes' }],
      ["'Pål Hamnes' is also known as …", { uri: ARTICLE, text: 'Pål Hamnes' }],
    ]);
    // The first word of a sentence, a known name and small words are no unknown names.
    for (const word of ['Later', 'Vik', 'spoke']) expect(await offered(word)).toEqual([]);
  });
});

describe('bringing holders up to date', () => {
  const office = 'offices: [{id: norland.foreign-minister, role: foreign-minister, of: norland, wikidata: Q77, holders: [{person: anna-berg, from: 2019-01-01}]}]\n';
  const iri = (id: string) => `http://www.wikidata.org/entity/${id}`;
  const answer = JSON.stringify([
    { office: iri('Q77'), person: iri('Q1'), personLabel: 'Anna Berg', start: '2019-01-01T00:00:00Z', end: '2026-01-20T00:00:00Z' },
    { office: iri('Q77'), person: iri('Q2'), personLabel: 'Nils Moe', start: '2026-01-20T00:00:00Z' },
  ]);
  const refresh = (client: TestClient, params: object) =>
    client.connection.sendRequest<RefreshHoldersResult>(METHODS.refreshHolders, { folder: FOLDER, ...params });
  const LINES = ['foreign minister of Norland: Anna Berg until 2026-01-20', 'foreign minister of Norland: Nils Moe since 2026-01-20'];

  it('reads a downloaded answer without the network', async () => {
    const client = await start({ fetch: () => Promise.reject(new Error('the network was asked')) });
    await tell(client, `asOf: 2026-01-01\n${office}`);
    const { text, lines, message } = await refresh(client, { answer });
    expect(message).toBeUndefined();
    expect(lines).toEqual(LINES);
    // What the file has said before is asked for anew: it is written whole.
    await client.connection.sendNotification(METHODS.knowledgeFiles, {
      folder: FOLDER, files: [{ uri: FILE, text: `asOf: 2026-01-01\n${office}` }, { uri: `${FOLDER}/${KNOWLEDGE_FOLDER}/${REFRESH_FILE}`, text }],
    });
    expect((await refresh(client, { answer })).text).toBe(text);
    expect((await refresh(client, { answer: 'gone' })).message).toMatch(/^not JSON/);
  });

  it('asks the service with what the host gives, and says why when it cannot', async () => {
    const asked: string[] = [];
    const client = await start({
      fetch: (url, { body }) => {
        asked.push(`${url} ${decodeURIComponent(body).match(/wd:\w+/g)!.join(' ')}`);
        return Promise.resolve({ ok: true, status: 200, headers: { get: () => null }, text: () => Promise.resolve(answer) });
      },
    });
    await tell(client, `asOf: 2026-01-01\n${office}`);
    expect(await client.connection.sendRequest(METHODS.holderQuestions, { folder: FOLDER })).toMatchObject({ offices: 1, queries: [expect.stringContaining('wd:Q77')] });
    expect(asked).toEqual([]);
    expect((await refresh(client, { endpoint: 'http://localhost/sparql' })).lines).toEqual(LINES);
    expect(asked).toEqual(['http://localhost/sparql wd:Q77']);
    const offline = await start({ fetch: () => Promise.reject(new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND') })) });
    await tell(offline, `asOf: 2026-01-01\n${office}`);
    expect((await refresh(offline, {})).message).toBe('fetch failed: getaddrinfo ENOTFOUND');
  });
});
