import type { CliIo } from './io';

const INTERVAL = 100;
const CLEAR = '\r\x1b[K';

/**
 * A line on the terminal that says how far the run is, for runs that take a while; nothing where standard error is no
 * terminal.
 */
export class Progress {
  private shown = false;
  private last: number;

  constructor(
    private readonly io: Pick<CliIo, 'stderr' | 'now'>,
    private readonly enabled: boolean,
  ) {
    this.last = io.now();
  }

  async update(text: string): Promise<void> {
    if (!this.enabled || !this.io.stderr.isTTY) return;
    const now = this.io.now();
    if (now - this.last < INTERVAL) return;
    this.last = now;
    this.shown = true;
    await this.io.stderr.write(`${CLEAR}${text.slice(0, 78)}`);
  }

  /** Takes the line away; call before anything else is printed. */
  async clear(): Promise<void> {
    if (!this.shown) return;
    this.shown = false;
    await this.io.stderr.write(CLEAR);
  }
}
