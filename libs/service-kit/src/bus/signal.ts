/** Whoever waits is woken when the signal is raised, or after the time; one that nobody waited for is kept for the next. */
export class Signal {
  private waiting = new Set<() => void>();
  private raised = false;

  raise(): void {
    if (this.waiting.size === 0) this.raised = true;
    for (const wake of this.waiting) wake();
  }

  /** Resolves when it is raised next, at once if nobody waited when it was raised last, or after the given milliseconds. */
  wait(ms: number): Promise<void> {
    if (this.raised) {
      this.raised = false;
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.waiting.add(wake);
    });
  }
}
