import { describe, expect, it } from 'vitest';
import { run } from './run';
import { memoryIo, type World } from './testing/memoryIo';

async function feed(stdin: World['stdin'], options: readonly string[] = [], world: World = {}) {
  const io = memoryIo({ ...world, stdin });
  const code = await run(['check', '--jsonl', ...options], io);
  return { code, answers: io.out().split('\n').filter(Boolean).map((line) => JSON.parse(line)), err: io.err() };
}
const lines = (...values: unknown[]) => values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');

describe('--jsonl', () => {
  it('answers each document in order with findings, mentions and times', async () => {
    const { code, answers, err } = await feed(lines(
      { id: 'a', text: 'Jon Ruizen spoke on Wednesday, 3 March 2022.', date: null, format: 'plaintext' },
      { id: 7, text: '`Wednesday, 3 March 2022`', format: 'markdown' },
      '',
      { id: 'c', text: 'Vera Holm slept.', date: '2020-05' },
    ));
    expect([code, err]).toEqual([1, '']);
    expect(answers.map(({ id }) => id)).toEqual(['a', 7, 'c']);
    for (const answer of answers) expect(Object.keys(answer)).toEqual(['id', 'date', 'findings', 'mentions', 'times']);
    expect(answers[0].findings[0].rule).toBe('weekday-mismatch');
    expect(answers[0].mentions[0]).toMatchObject({ begin: 0, end: 10, kind: 'person', entity: 'jon-ruizen' });
    expect(answers[1]).toMatchObject({ date: null, findings: [], mentions: [], times: [] });
    expect(answers[2].date).toBe('2020-05');
  });

  it('answers bad lines and goes on', async () => {
    const { code, answers } = await feed(lines(
      '{"id": 1, "text": ', '[1]', { id: 'x' }, { id: 'y', text: 'T', date: 'soon' }, { id: 'z', text: 'T', date: 5 }, { id: 'f', text: 'T', format: 'html' }, { text: 'Fine.' },
    ));
    expect(code).toBe(2);
    expect(answers.map(({ id }) => id)).toEqual([null, null, 'x', 'y', 'z', 'f', null]);
    expect(answers.slice(0, 6).map(({ error }) => error)).toEqual([
      expect.stringMatching(/^line 1: not JSON: /),
      'line 2: expected an object with "id" and "text"',
      'line 3: "text" is missing or no string',
      `line 4: "date": 'soon' is no date; expected EDTF such as 2026-02-03, 2026-02 or 2026`,
      'line 5: "date" is no string',
      'line 6: "format" is neither "markdown" nor "plaintext"',
    ]);
    expect(answers[6]).toMatchObject({ findings: [] });
  });

  it('falls back on --date, keeps to --severity, and exits with 0 when nothing is found', async () => {
    const { code, answers } = await feed(lines({ id: 1, text: 'On Wednesday, 3 March 2022, it rained.' }, { id: 2, text: 'x', date: '2019' }), [
      '--date', '2021', '--severity', 'error', '--rule', 'weekday-mismatch=hint',
    ]);
    expect(code).toBe(0);
    expect(answers.map(({ date }) => date)).toEqual(['2021', '2019']);
  });

  it('reads characters and lines that are cut between chunks', async () => {
    const bytes = new TextEncoder().encode(`${lines({ id: 'é😀', text: 'Čas.' }, { id: 2, text: 'x' })}\n`);
    const { answers } = await feed([...bytes].map((byte) => new Uint8Array([byte])));
    expect(answers.map(({ id }) => id)).toEqual(['é😀', 2]);
  });

  it('does not read on before an answer is taken', async () => {
    const encoder = new TextEncoder();
    let read = 0;
    const taken: number[] = [];
    const io = memoryIo({
      drain: async () => {
        await Promise.resolve();
        taken.push(read);
      },
    });
    const stdin = (async function* () {
      for (let id = 1; id <= 4; id++) {
        read = id;
        yield encoder.encode(`${JSON.stringify({ id, text: 'x' })}\n`);
      }
    })();
    await run(['check', '--jsonl'], { ...io, stdin });
    expect(taken).toEqual([1, 2, 3, 4]);
  });

  it('shows progress only where it does not mix with the answers', async () => {
    const many = lines(...Array.from({ length: 3 }, (_, id) => ({ id, text: 'x' })));
    expect((await feed(many, [], { errTty: true })).err).toContain('documents');
    expect((await feed(many, [], { tty: true })).err).toBe('');
  });
});
