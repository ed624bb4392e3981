import { ExtentReader, pack, packExtents, type Extents } from './packed';
import { TapeReader, TapeWriter, type TableReader, type TableWriter } from './tape';

/** Something for each of many keys, as it lies in the artefact: the keys, one a line, and the length that each takes of the tape. */
export interface KeyedPart {
  readonly keys: string;
  readonly extents: Extents;
  readonly tape: string;
}

/** Writes what {@link KeyedTable} reads, in the order of the map. Keys have no line breaks. */
export function writeKeyed<T>(groups: ReadonlyMap<string, T>, tables: TableWriter, write: (tape: TapeWriter, group: T) => void): KeyedPart {
  const tape = new TapeWriter(tables);
  const lengths: number[] = [];
  for (const group of groups.values()) {
    const start = tape.numbers.length;
    write(tape, group);
    lengths.push(tape.numbers.length - start);
  }
  return { keys: [...groups.keys()].join('\n'), extents: packExtents(lengths), tape: pack(tape.numbers) };
}

/** Values by key, each made when it is first asked for and kept. */
export class KeyedTable<T> {
  private readonly ordinals = new Map<string, number>();
  private readonly extents: ExtentReader;
  private readonly values: (T | undefined)[];
  private readonly reader: TapeReader;

  /** @param read makes a value from the tape, from its present position up to `end` */
  constructor(part: KeyedPart, tables: TableReader, private readonly read: (tape: TapeReader, end: number) => T) {
    this.reader = new TapeReader(part.tape, tables);
    this.extents = new ExtentReader(part.extents);
    this.values = new Array<T | undefined>(this.extents.size);
    if (this.extents.size === 0) return;
    const keys = part.keys.split('\n');
    for (let i = 0; i < keys.length; i++) this.ordinals.set(keys[i]!, i);
  }

  get(key: string): T | undefined {
    const ordinal = this.ordinals.get(key);
    if (ordinal === undefined) return undefined;
    const known = this.values[ordinal];
    if (known !== undefined) return known;
    // A reader of its own: making one value may lead to another of this table.
    const start = this.extents.start(ordinal);
    return (this.values[ordinal] = this.read(this.reader.at(start), start + this.extents.length(ordinal)));
  }

  has(key: string): boolean {
    return this.ordinals.has(key);
  }

  keys(): Iterable<string> {
    return this.ordinals.keys();
  }
}
