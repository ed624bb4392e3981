/** Runs a task per key once things have been quiet for a while. */
export interface Scheduler {
  /** Runs the task for `key` after `delay` ms, unless it is scheduled anew before. */
  schedule(key: string, delay: number): void;
  cancel(key: string): void;
  dispose(): void;
}

export function createScheduler(task: (key: string) => void): Scheduler {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const cancel = (key: string): void => {
    clearTimeout(timers.get(key));
    timers.delete(key);
  };
  return {
    cancel,
    schedule(key, delay) {
      cancel(key);
      timers.set(key, setTimeout(() => {
        timers.delete(key);
        task(key);
      }, delay));
    },
    dispose() {
      for (const key of [...timers.keys()]) cancel(key);
    },
  };
}
