import { describe, expect, it } from 'vitest';
import { run } from './run';
import { memoryIo, type World } from './testing/memoryIo';

/** 3 March 2022 was a Thursday. */
const SLIP = 'The ministers met in Arnsk on Wednesday, 3 March 2022.';
const CLEAN = 'Jon Ruizen spoke in Arnsk on Thursday, 3 March 2022.';

async function cli(line: string, world: World = {}) {
  const io = memoryIo(world);
  const code = await run(line.split(' '), io);
  return { code, out: io.out(), err: io.err() };
}

describe('human output', () => {
  it('gives place, severity, rule and message, fixes, and a summary', async () => {
    const { code, out, err } = await cli('check a.txt', { files: { 'a.txt': `😀 One.\r\n\r\n${SLIP}` } });
    const [first, ...rest] = out.trimEnd().split('\n');
    expect(first).toMatch(/^a\.txt:3:31 (?:error|warning) weekday-mismatch .*Thursday/);
    expect(rest.some((line) => line.startsWith('    fix '))).toBe(true);
    expect(rest.at(-1)).toMatch(/^1 finding \(1 (?:error|warning)\) in 1 file$/);
    expect([code, err]).toEqual([1, '']);
  });
  it('is one line for clean texts', async () => {
    expect(await cli('check a.txt b.md', { files: { 'a.txt': CLEAN, 'b.md': CLEAN } })).toEqual({ code: 0, out: 'No findings in 2 files\n', err: '' });
  });
  it.each<[string, World, boolean]>([
    ['check a.txt', { tty: true }, true],
    ['check a.txt', {}, false],
    ['check a.txt', { tty: true, env: { NO_COLOR: '1' } }, false],
    ['check a.txt', { tty: true, env: { TERM: 'dumb' } }, false],
    ['check a.txt --no-color', { tty: true }, false],
    ['check a.txt --color', {}, true],
  ])('%s with %j has colours: %s', async (line, world, colored) => {
    const { out } = await cli(line, { ...world, files: { 'a.txt': SLIP } });
    expect(out.includes('\x1b[3')).toBe(colored);
  });
  it('lists mentions and times', async () => {
    const { out } = await cli('check --mentions --times a.txt', { files: { 'a.txt': CLEAN } });
    expect(out).toContain('a.txt:1:1 person jon-ruizen "Jon Ruizen"\n');
    expect(out).toMatch(/a\.txt:1:\d+ DATE 2022-03-03 /);
  });
  it('notes what was not read', async () => {
    const { code, out } = await cli('check a.md', { files: { 'a.md': '---\na: [\n---\nText.' } });
    expect(out).toMatch(/^a\.md:\d+:\d+ note Front matter: /);
    expect(code).toBe(0);
  });
});

describe('JSON output', () => {
  it('has the documented shape', async () => {
    const { code, out } = await cli('check -f json --mentions --times a.md b.txt', { files: { 'a.md': SLIP, 'b.txt': 'Jon Ruizen slept.' } });
    const { files } = JSON.parse(out);
    expect(code).toBe(1);
    expect(files.map((file: object) => Object.keys(file))).toEqual(Array(2).fill(['path', 'date', 'findings', 'mentions', 'times']));
    expect(files[1]).toEqual({
      path: 'b.txt', date: null, findings: [], times: [],
      mentions: [{ begin: 0, end: 10, text: 'Jon Ruizen', kind: 'person', entity: 'jon-ruizen', name: 'Jon Ruizen' }],
    });
    const [finding] = files[0].findings;
    expect(Object.keys(finding).sort()).toEqual(['begin', 'end', 'fixes', 'message', 'related', 'rule', 'severity', 'text']);
    expect(SLIP.slice(finding.begin, finding.end)).toBe(finding.text);
    for (const { title, edits } of finding.fixes) {
      expect(typeof title).toBe('string');
      for (const edit of edits) expect(Object.keys(edit)).toEqual(['begin', 'end', 'newText']);
    }
    expect(files[0].times[0]).toMatchObject({ type: 'DATE', value: '2022-03-03' });
  });
  it('leaves mentions and times out unless asked', async () => {
    const { out } = await cli('check -f json a.md', { files: { 'a.md': CLEAN } });
    expect(Object.keys(JSON.parse(out).files[0])).toEqual(['path', 'date', 'findings']);
  });
  it('is an object without files, too', async () => {
    const { code, out } = await cli('check -f json no.md');
    expect(JSON.parse(out)).toEqual({ files: [] });
    expect(code).toBe(2);
  });
});

describe('SARIF output', () => {
  it('has rules, regions and fixes', async () => {
    const { code, out } = await cli('check -f sarif /x/ö[1].md ./b.txt', { files: { '/x/ö[1].md': `# T\n\n😀 ${SLIP}`, './b.txt': CLEAN } });
    expect(code).toBe(1);
    const log = JSON.parse(out);
    expect(log.version).toBe('2.1.0');
    const [sarif] = log.runs;
    const { driver } = sarif.tool;
    expect(driver).toMatchObject({ name: 'Foreign Desk', semanticVersion: '1.2.3' });
    expect(sarif.columnKind).toBe('utf16CodeUnits');
    expect(sarif.artifacts.map((artifact: { location: { uri: string } }) => artifact.location.uri)).toEqual(['file:///x/%C3%B6%5B1%5D.md', 'b.txt']);
    expect(sarif.invocations).toEqual([{ executionSuccessful: true }]);
    expect(sarif.results).toHaveLength(1);
    const [result] = sarif.results;
    expect(driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(result.ruleId).toBe('weekday-mismatch');
    expect(driver.rules[result.ruleIndex]).toMatchObject({
      shortDescription: { text: expect.any(String) }, fullDescription: { text: expect.any(String) }, helpUri: expect.stringMatching(/^https:/),
      defaultConfiguration: { level: expect.stringMatching(/^(?:error|warning|note)$/) },
    });
    const { region, artifactLocation } = result.locations[0].physicalLocation;
    expect(artifactLocation).toEqual({ uri: 'file:///x/%C3%B6%5B1%5D.md', index: 0 });
    expect(region).toMatchObject({ startLine: 3, startColumn: 34, endLine: 3 });
    expect(region.snippet.text).toHaveLength(region.endColumn - region.startColumn);
    const [change] = result.fixes[0].artifactChanges;
    expect(change.replacements[0]).toEqual({
      deletedRegion: { startLine: 3, startColumn: expect.any(Number), endLine: 3, endColumn: expect.any(Number) },
      insertedContent: { text: expect.any(String) },
    });
  });
  it('tells what failed', async () => {
    const { code, out } = await cli('check -f sarif no.md');
    expect(code).toBe(2);
    expect(JSON.parse(out).runs[0].invocations[0]).toEqual({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error', message: { text: 'no.md: no such file' } }],
    });
  });
});

describe('files', () => {
  const files = { 'a.md': CLEAN, 'x/b.md': CLEAN, 'x/y/c.md': CLEAN, 'x/d.txt': SLIP };
  it('come from patterns, sorted and once each', async () => {
    const { out } = await cli('check -f json x/y/c.md **/*.md', { files });
    expect(JSON.parse(out).files.map(({ path }: { path: string }) => path)).toEqual(['x/y/c.md', 'a.md', 'x/b.md']);
  });
  it('may have names that look like patterns', async () => {
    expect(await cli('check x[1].md', { files: { 'x[1].md': CLEAN } })).toMatchObject({ code: 0 });
  });
  it('that cannot be read do not stop the others', async () => {
    const { code, out, err } = await cli('check no.md x secret.md *.html x/d.txt', { files: { ...files, 'secret.md': 'locked' } });
    expect(code).toBe(2);
    expect(err.split('\n')).toEqual([
      'foreign-desk: no.md: no such file',
      'foreign-desk: x: is a directory; give files or a pattern such as "x/**/*.md"',
      'foreign-desk: *.html: no file fits the pattern',
      'foreign-desk: secret.md: no permission to read it',
      '',
    ]);
    expect(out).toContain('x/d.txt:1:31');
  });
  it('are Markdown by their extension', async () => {
    const text = '`Wednesday, 3 March 2022`';
    expect(await cli('check a.MD', { files: { 'a.MD': text } })).toMatchObject({ code: 0 });
    expect(await cli('check a.txt', { files: { 'a.txt': text } })).toMatchObject({ code: 1 });
  });
  it('may be UTF-16 or begin with a byte-order mark', async () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...[...SLIP].flatMap((char) => [char.charCodeAt(0), 0])]);
    const marked = new TextEncoder().encode(`\ufeff${SLIP}`);
    const { out } = await cli('check -f json a.txt b.txt', { files: { 'a.txt': utf16, 'b.txt': marked } });
    const [a, b] = JSON.parse(out).files;
    expect(a.findings).toEqual(b.findings);
    expect(a.findings[0].begin).toBe(SLIP.indexOf('Wednesday'));
  });
  it('may be standard input', async () => {
    const { code, out } = await cli('check -', { stdin: SLIP });
    expect(out).toMatch(/^<stdin>:1:31 /);
    expect(code).toBe(1);
    expect(await cli('check --stdin-format markdown -', { stdin: `\`${SLIP}\`` })).toMatchObject({ code: 0 });
    expect(JSON.parse((await cli('check -f json -', { stdin: '' })).out).files[0].path).toBe('-');
  });
});

describe('settings', () => {
  const files = { 'a.txt': SLIP };
  it('date: the option wins over the text', async () => {
    const { out } = await cli('check -f json --date 2020-05 a.txt', { files });
    expect(JSON.parse(out).files[0].date).toBe('2020-05');
  });
  it('date: undated texts are of today if the user says so', async () => {
    const world = { files: { 'a.txt': 'Jon Ruizen slept.' } };
    expect(JSON.parse((await cli('check -f json --assume-today a.txt', world)).out).files[0].date).toBe('2030-01-02');
    expect(JSON.parse((await cli('check -f json a.txt', world)).out).files[0].date).toBeNull();
  });
  it('severity: less severe findings neither show nor count', async () => {
    const { code, out } = await cli('check --severity warning --rule weekday-mismatch=hint a.txt', { files });
    expect([code, out]).toEqual([0, 'No findings in 1 file\n']);
  });
  it('rule: off, or of another severity', async () => {
    expect(await cli('check --rule weekday-mismatch=off a.txt', { files })).toMatchObject({ code: 0 });
    expect((await cli('check --rule weekday-mismatch=error a.txt', { files })).out).toContain(' error weekday-mismatch ');
  });
  it('config: a file of settings, over which the options win', async () => {
    const world = { files: { ...files, 'c.yaml': 'severity: {weekday-mismatch: off}\ndocumentDate: 2019-01-01\n' } };
    const { code, out } = await cli('check -f json --config c.yaml a.txt', world);
    expect(code).toBe(0);
    expect(JSON.parse(out).files[0].date).toBe('2019-01-01');
    expect(await cli('check --config c.yaml --rule weekday-mismatch=error a.txt', world)).toMatchObject({ code: 1 });
  });
  it.each([
    ['severity: {weekday-mismatch: loud}', /c\.yaml: foreignDesk\.severity\.weekday-mismatch: expected/],
    ['a: [', /--config c\.yaml: /],
  ])('config: says what is wrong in %j', async (text, message) => {
    const { code, err } = await cli('check --config c.yaml a.txt', { files: { ...files, 'c.yaml': text } });
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
  it('config: warns of rules that there are not', async () => {
    const { code, err } = await cli('check --config c.yaml a.txt', { files: { ...files, 'c.yaml': 'severity: {no-such: off}' } });
    expect([code, err]).toEqual([1, "foreign-desk: --config c.yaml: there is no rule 'no-such'\n"]);
  });
  it('config: says when it is missing', async () => {
    expect(await cli('check --config c.yaml a.txt', { files })).toMatchObject({ code: 2, err: 'foreign-desk: --config c.yaml: no such file\n' });
  });
  it('ignore file: the usual one is read where it exists', async () => {
    const world = { files: { ...files, '.foreign-desk/ignore.yaml': '- {rule: weekday-mismatch, file: "*.txt"}\n- {text: x}\n' } };
    const { code, err } = await cli('check a.txt', world);
    expect(code).toBe(0);
    expect(err).toBe('foreign-desk: .foreign-desk/ignore.yaml:2:3: the entry names no rule\n');
    expect(await cli('check --no-ignore-file a.txt', world)).toMatchObject({ code: 1, err: '' });
  });
  it('ignore file: a named one must exist', async () => {
    expect(await cli('check --ignore-file i.yaml a.txt', { files })).toMatchObject({ code: 2, err: 'foreign-desk: --ignore-file i.yaml: no such file\n' });
  });
});

describe('progress', () => {
  const files = { 'a.txt': CLEAN, 'b.txt': CLEAN };
  it('is shown on a terminal and taken away', async () => {
    const { out, err } = await cli('check a.txt b.txt', { files, errTty: true });
    expect(err).toContain('1/2 a.txt');
    expect(err.endsWith('\r\x1b[K')).toBe(true);
    expect(out).toBe('No findings in 2 files\n');
  });
  it('is not shown elsewhere', async () => expect((await cli('check a.txt b.txt', { files })).err).toBe(''));
});

describe('help, version, mistakes', () => {
  it('documents every option and rule', async () => {
    const { code, out } = await cli('help check');
    expect(code).toBe(0);
    for (const option of ['--date', '--format', '--severity', '--rule', '--mentions', '--times', '--jsonl', '--stdin-format', '--config', '--ignore-file', '--no-ignore-file',
      '--quotations', '--assume-today', '--color', 'weekday-mismatch']) expect(out).toContain(option);
    expect((await cli('--help')).out).toContain('Exit codes');
    expect((await cli('explain --help')).out).toContain('foreign-desk explain');
  });
  it('prints the version', async () => expect(await cli('--version')).toEqual({ code: 0, out: '1.2.3\n', err: '' }));
  it('exits with 2 for a wrong option', async () => {
    expect(await cli('check --date soon a.txt')).toEqual({
      code: 2, out: '', err: "foreign-desk: --date: 'soon' is no date; expected EDTF such as 2026-02-03, 2026-02 or 2026\n",
    });
  });
});

describe('explain', () => {
  it('tells what is known', async () => {
    const { code, out } = await cli('explain Jon Ruizen --date 2014');
    expect(code).toBe(0);
    expect(out).toMatch(/^Jon Ruizen — .*Ostland/);
    expect(out).toContain('Born 3 February 1960');
    expect(out).toContain('Id: jon-ruizen');
    expect(out).toMatch(/Source: .*as of 1 February 2026/);
  });
  it('finds family names, ids and spellings with other letters', async () => {
    for (const name of ['Holm', 'vera-holm', 'VERA HÖLM']) expect((await cli(`explain ${name}`)).out).toMatch(/^Vera Holm/);
  });
  it('says so when nothing is known', async () => {
    expect(await cli('explain Nobody')).toEqual({ code: 1, out: '', err: "foreign-desk: nothing is known of 'Nobody'\n" });
  });
});

describe('own knowledge', () => {
  const own = 'asOf: 2026-01-01\npeople:\n  - {id: vera-holm, died: 2020-05-01}\n  - {id: mia-toft, name: Mia Toft, born: 1970, nationality: [ostland]}\n'.replace('1970', "'1970'");
  const files = { '.foreign-desk/knowledge/people.yaml': own, 'a.txt': 'Mia Toft slept.' };
  it('is read from the working directory', async () => {
    expect((await cli('explain Mia Toft', { files })).out).toMatch(/^Mia Toft[^]*Record: \.foreign-desk\/knowledge\/people\.yaml:4\n/);
    expect((await cli('explain Vera Holm', { files })).out).toContain('1 May 2020');
    expect((await cli('check --mentions a.txt', { files })).out).toContain('person mia-toft "Mia Toft"');
  });
  it('can be left out, or stand elsewhere', async () => {
    expect((await cli('explain --no-knowledge Mia Toft', { files })).code).toBe(1);
    expect((await cli('explain --knowledge facts Mia Toft', { files: { 'facts/x/b.yml': own } })).code).toBe(0);
    expect(await cli('explain --knowledge nowhere Mia Toft')).toEqual({ code: 2, out: '', err: 'foreign-desk: --knowledge nowhere: no such folder\n' });
    expect((await cli('check --knowledge a --no-knowledge a.txt')).err).toContain('contradict each other');
  });
  it('has its faults told and its sound records used', async () => {
    const { code, err } = await cli('explain Mia Toft', { files: { '.foreign-desk/knowledge/a.yaml': `${own}  - {id: x}\n`, '.foreign-desk/knowledge/b.yaml': 'locked' } });
    expect(code).toBe(0);
    expect(err).toBe('foreign-desk: .foreign-desk/knowledge/b.yaml: no permission to read it\n'
      + 'foreign-desk: .foreign-desk/knowledge/a.yaml:5:10: error: Foreign Desk knows no person "x"; a new one needs "name"\n');
  });
});
