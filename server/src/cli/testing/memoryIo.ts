import type { Knowledge } from '../../knowledge/api';
import { knowledgeFromYaml } from '../../knowledge/testing/fromYaml';
import type { CliIo, Output } from '../io';

/** A made-up pair of countries, so that what the tests expect does not move with the shipped knowledge. */
const FACTS = `
source: own
states:
  - id: ostland
    name: Ostland
    adjectives: [Ostlandic]
    demonyms: [Ostlander, Ostlanders]
places:
  - id: arnsk
    name: Arnsk
    type: city
    in: [ostland]
people:
  - {id: jon-ruizen, name: Jon Ruizen, nationality: [ostland], born: 1960-02-03}
  - {id: vera-holm, name: Vera Holm, nationality: [ostland]}
`;

let facts: Knowledge | undefined;

export interface MemoryIo extends CliIo {
  out(): string;
  err(): string;
}

export interface World {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly stdin?: string | readonly Uint8Array[];
  readonly tty?: boolean;
  readonly errTty?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** What each write to standard output waits for. */
  readonly drain?: () => Promise<void>;
}

/**
 * The outside world of a test: files by path, standard input, and what was printed. The clock goes on by a second each time it
 * is asked.
 */
export function memoryIo(world: World = {}): MemoryIo {
  const files = world.files ?? {};
  let out = '';
  let err = '';
  let time = 0;
  const stdout: Output = {
    isTTY: world.tty ?? false,
    write: (text) => {
      out += text;
      return world.drain?.();
    },
  };
  const stderr: Output = { isTTY: world.errTty ?? world.tty ?? false, write: (text) => void (err += text) };
  const fail = (code: string): never => {
    throw Object.assign(new Error(code), { code });
  };
  const input = world.stdin ?? '';
  const chunks = typeof input === 'string' ? [new TextEncoder().encode(input)] : input;
  return {
    stdin: (async function* () {
      yield* chunks;
    })(),
    stdout,
    stderr,
    cwd: '/desk',
    env: world.env ?? {},
    version: '1.2.3',
    readFile: async (path) => {
      const file = files[path];
      if (file === undefined) return fail('ENOENT');
      if (file === 'locked') return fail('EACCES');
      return typeof file === 'string' ? new TextEncoder().encode(file) : file;
    },
    kindOf: async (path) => {
      if (path in files) return 'file';
      return Object.keys(files).some((file) => file.startsWith(`${path.replace(/\/$/, '')}/`)) ? 'directory' : 'missing';
    },
    glob: async (pattern) => {
      const source = pattern.replaceAll('.', '\\.').replace(/\{(\w+),(\w+)\}/, '(?:$1|$2)').replaceAll('**/', '(?:.+/)?').replaceAll(/(?<!\.)\*/g, '[^/]*');
      return Object.keys(files).filter((file) => new RegExp(`^${source}$`).test(file)).reverse();
    },
    loadKnowledge: async () => (facts ??= knowledgeFromYaml(FACTS)),
    now: () => (time += 1000),
    today: () => '2030-01-02',
    out: () => out,
    err: () => err,
  };
}
