import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileKnowledge } from '../knowledge/compile';

/** The bundle as it is built for the product, run as a program of its own, in a folder of its own. */
let root: string;
let program: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'foreign-desk-'));
  program = join(root, 'dist', 'cli.js');
  await build({
    entryPoints: [fileURLToPath(new URL('cli.ts', import.meta.url))],
    outfile: program, bundle: true, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'], logLevel: 'error',
  });
  const { compiled } = compileKnowledge([{ path: 'facts.yaml', text: 'asOf: 2026-02-01\nsource: own\nstates:\n  - {id: ostland, name: Ostland}\n' }]);
  await writeFile(join(root, 'dist', 'knowledge.json'), JSON.stringify(compiled));
  await writeFile(join(root, 'package.json'), '{"version": "9.8.7"}');
  await mkdir(join(root, 'texts', 'node_modules'), { recursive: true });
  await writeFile(join(root, 'texts', 'slip.md'), 'It rained in Ostland on Wednesday, 3 March 2022.\n');
  await writeFile(join(root, 'texts', 'clean.md'), 'It rained in Ostland on Thursday, 3 March 2022.\n');
  await writeFile(join(root, 'texts', 'node_modules', 'slip.md'), 'Wednesday, 3 March 2022\n');
});

afterAll(() => rm(root, { recursive: true, force: true }));

function cli(args: readonly string[], stdin = ''): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program, ...args], { cwd: root }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
    child.stdin!.end(stdin);
  });
}

describe('the program', () => {
  it('checks what a pattern finds, installed packages left out', async () => {
    const { code, out, err } = await cli(['check', 'texts/**/*.md', '--format', 'json']);
    expect(err).toBe('');
    const { files } = JSON.parse(out) as { files: { path: string; findings: { rule: string }[] }[] };
    expect(files.map(({ path, findings }) => [path, findings.map(({ rule }) => rule)])).toEqual([
      ['texts/clean.md', []], ['texts/slip.md', ['weekday-mismatch']],
    ]);
    expect(code).toBe(1);
  });

  it('reads standard input', async () => {
    expect(await cli(['check', '-'], 'It rained on Thursday, 3 March 2022.')).toEqual({ code: 0, out: 'No findings in 1 file\n', err: '' });
    const { code, out } = await cli(['check', '--jsonl'], '{"id": "a", "text": "Ostland"}\nno\n');
    expect(code).toBe(2);
    expect(out.trimEnd().split('\n').map((line) => Object.keys(JSON.parse(line) as object))).toEqual([
      ['id', 'date', 'findings', 'mentions', 'times'], ['id', 'error'],
    ]);
  });

  it('says what cannot be read', async () => {
    expect(await cli(['check', 'texts', 'no.md'])).toEqual({
      code: 2, out: '', err: 'foreign-desk: texts: is a directory; give files or a pattern such as "texts/**/*.md"\nforeign-desk: no.md: no such file\n',
    });
  });

  it('knows its version and what it is told', async () => {
    expect(await cli(['--version'])).toEqual({ code: 0, out: '9.8.7\n', err: '' });
    expect((await cli(['explain', 'Ostland'])).out).toMatch(/^Ostland — state\n/);
  });

  it('goes quietly when the reader stops reading', async () => {
    const line = `${JSON.stringify({ id: 1, text: 'Ostland. '.repeat(500) })}\n`;
    const child = spawn(process.execPath, [program, 'check', '--jsonl'], { cwd: root });
    let err = '';
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.stdin.on('error', () => undefined);
    child.stdin.end(line.repeat(400));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect([code, err]).toEqual([0, '']);
  });
});
