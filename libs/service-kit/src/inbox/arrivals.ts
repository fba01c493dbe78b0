import { Signal } from '../bus/signal.js';

const LOOK_EVERY = 25;
/** Who waits at once in one process. More than that are no desks that were a moment too early. */
const WAITING_AT_MOST = 100;

/** Answers for all who ask the same kind of thing at once, in their order; null: not there yet. */
export type Question<Asked, Found> = (input: readonly Asked[]) => Promise<readonly (Found | null)[]>;

type Waiter = {
  readonly input: unknown;
  readonly until: number;
  readonly came: (found: unknown) => void;
  readonly failed: (error: unknown) => void;
};

/**
 * Read your own writes across services (decision 9): an id that is not known yet may be on its way. A use case waits
 * here, outside any transaction, until its projection has come or the time is up.
 *
 * Bounded, because anybody can ask for what does not exist: so many wait at once, and one look is under way at a time for
 * all of them together, so that they never take more than one connection from those who do not wait. Who comes when so
 * many wait already is told at once that it is not there.
 */
export class Arrivals {
  private readonly signal = new Signal();
  private readonly heeding = new Set<() => void>();
  private readonly waiting = new Map<Question<never, unknown>, Set<Waiter>>();
  private waiters = 0;
  private looking = false;

  /** Something was digested. */
  raise(): void {
    this.signal.raise();
    for (const heed of this.heeding) heed();
  }

  /** Is told whenever something was digested. @returns how to stop it */
  heed(wake: () => void): () => void {
    this.heeding.add(wake);
    return () => this.heeding.delete(wake);
  }

  /** Looks until `look` finds something, at most `ms` milliseconds; null when it never came. */
  async wait<T>(look: () => Promise<T | null>, ms = 2_000): Promise<T | null> {
    return (await look()) ?? (await this.for(async () => [await look()], null, ms));
  }

  /**
   * Asks until the answer is there, at most `ms` milliseconds, in one question with all who wait for the same; null when
   * it never came. The first look is yours: whoever has not looked yet need not wait.
   * @param question the same function for all, or each is asked for itself
   */
  for<Asked, Found>(question: Question<Asked, Found>, input: Asked, ms = 2_000): Promise<Found | null> {
    if (this.waiters >= WAITING_AT_MOST) return Promise.resolve(null);
    return new Promise<Found | null>((resolve, reject) => {
      const group = this.waiting.get(question) ?? new Set<Waiter>();
      this.waiting.set(question, group);
      const leave = (): void => {
        this.waiters -= 1;
        group.delete(waiter);
        if (group.size === 0) this.waiting.delete(question);
      };
      const waiter: Waiter = {
        input,
        until: Date.now() + ms,
        came: (found) => {
          leave();
          resolve(found as Found | null);
        },
        failed: (error) => {
          leave();
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      };
      this.waiters += 1;
      group.add(waiter);
      if (!this.looking) void this.look();
    });
  }

  private async look(): Promise<void> {
    this.looking = true;
    while (this.waiters > 0) {
      await this.signal.wait(LOOK_EVERY);
      for (const [question, group] of [...this.waiting]) await answer(question, [...group]);
    }
    this.looking = false;
  }
}

async function answer(question: Question<never, unknown>, waiters: readonly Waiter[]): Promise<void> {
  try {
    const found = await question(waiters.map(({ input }) => input as never));
    const now = Date.now();
    waiters.forEach(({ came, until }, place) => {
      const one = found[place] ?? null;
      if (one !== null || now >= until) came(one);
    });
  } catch (error) {
    for (const { failed } of waiters) failed(error);
  }
}
