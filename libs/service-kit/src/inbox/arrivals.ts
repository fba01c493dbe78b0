import { Bell } from '../bus/bell.js';

const LOOK_EVERY = 25;

/**
 * Read your own writes across services (decision 9): an id that is not known yet may be on its way. A use case waits
 * here, outside any transaction, until its projection has come or the time is up.
 */
export class Arrivals {
  private readonly bell = new Bell();

  /** Something was digested. */
  ring(): void {
    this.bell.ring();
  }

  /** Looks until `look` finds something, at most `ms` milliseconds; null when it never came. */
  async wait<T>(look: () => Promise<T | null>, ms = 2_000): Promise<T | null> {
    const until = Date.now() + ms;
    for (;;) {
      const found = await look();
      if (found !== null || Date.now() >= until) return found;
      await this.bell.heard(LOOK_EVERY);
    }
  }
}
