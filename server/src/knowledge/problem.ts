import { LineCounter } from 'yaml';

/** Something wrong in a knowledge file. Line and column count from 1; the column counts UTF-16 code units. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** `file:line:column: severity: message`, the form that editors and terminals make clickable. */
export function formatProblem(problem: Problem): string {
  return `${problem.file}:${problem.line}:${problem.column}: ${problem.severity}: ${problem.message}`;
}

interface Offsets {
  readonly self: number;
  readonly keys: Map<string, number>;
  readonly values: Map<string, number>;
}

/** Where the values read from one file stand in it, and what is wrong with them. Lists count their items '0', '1' … */
export class FileReport {
  readonly problems: Problem[] = [];
  readonly lines = new LineCounter();
  private readonly offsets = new WeakMap<object, Offsets>();

  constructor(readonly file: string) {}

  place(container: object, offset: number): Offsets {
    const offsets = { self: offset, keys: new Map<string, number>(), values: new Map<string, number>() };
    this.offsets.set(container, offsets);
    return offsets;
  }

  /** Lets a copy stand where the original stands. */
  alias(copy: object, original: object): void {
    const offsets = this.offsets.get(original);
    if (offsets) this.offsets.set(copy, offsets);
  }

  /** Whether the place of a value is known. */
  has(container: object): boolean {
    return this.offsets.has(container);
  }

  /** Offset of a value: of `container[key]`, or of the container itself. */
  offsetOf(container: object, key?: string | number): number {
    const offsets = this.offsets.get(container);
    if (!offsets) return 0;
    return (key === undefined ? undefined : offsets.values.get(String(key))) ?? offsets.self;
  }

  keyOffsetOf(container: object, key: string): number {
    return this.offsets.get(container)?.keys.get(key) ?? this.offsetOf(container);
  }

  add(offset: number, message: string, severity: Problem['severity'] = 'error'): void {
    const { line, col } = this.lines.linePos(offset);
    this.problems.push({ file: this.file, line: Math.max(1, line), column: Math.max(1, col), message, severity });
  }

  error(container: object, key: string | number | undefined, message: string): void {
    this.add(this.offsetOf(container, key), message);
  }

  warn(container: object, key: string | number | undefined, message: string): void {
    this.add(this.offsetOf(container, key), message, 'warning');
  }
}
