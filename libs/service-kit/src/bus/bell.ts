/** A bell: whoever waits is woken when it rings, or after the time; a ring that nobody waits for is kept for the next. */
export class Bell {
  private waiting = new Set<() => void>();
  private rung = false;

  ring(): void {
    if (this.waiting.size === 0) this.rung = true;
    for (const wake of this.waiting) wake();
  }

  /** Resolves at the next ring, at once if it rang unheard, or after the given milliseconds. */
  heard(ms: number): Promise<void> {
    if (this.rung) {
      this.rung = false;
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
