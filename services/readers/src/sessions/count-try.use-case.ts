import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Problem, Transaction } from '@shulian/service-kit';
import type { Count } from './rules/throttle.js';
import { TriesRepository } from './tries.repository.js';

/**
 * Tries of the same moment count until the first right password is seen; those beyond the limit look again for so long
 * whether there was one. No more passwords are looked at by it.
 */
const BURST = { maxWaitMs: 5_000, lookAgainMs: 200 } as const;

/** Counts one more try, before the password is looked at, so that parallel tries cannot be more than the limit. */
@Injectable()
export class CountTry {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 429 `account.locked` */
  async execute(counts: readonly Count[]): Promise<void> {
    const began = Date.now();
    const waitUntil = began + BURST.maxWaitMs;
    for (;;) {
      const now = new Date();
      const locked = await this.transaction.run(async (tx) => {
        // The nearest first: what it stops does not count under the others.
        for (const count of counts) {
          const until = await tx.use(TriesRepository).lockedUntil(count, now);
          if (until !== null) return { count, until: until.getTime() };
        }
        return null;
      });
      if (locked === null) return;
      const { count, until } = locked;
      const lockedFor = now.getTime() - (until - count.rule.lockMs);
      if (lockedFor >= BURST.maxWaitMs || now.getTime() >= waitUntil) throw lockedProblem(until - began);
      do await pause(BURST.lookAgainMs);
      while (
        Date.now() < waitUntil &&
        (await this.transaction.run((tx) => tx.use(TriesRepository).isLocked(count, new Date())))
      );
    }
  }
}

const lockedProblem = (waitMs: number): Problem =>
  new Problem(429, 'account.locked', { retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) });
