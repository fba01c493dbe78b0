import { Injectable } from '@nestjs/common';
import type { CalendarDay, ReaderId, SchoolId } from '@shulian/contracts/ids';
import { Transaction, type Tx } from '@shulian/service-kit';
import { FORGETTABLE, type Forgettable } from './forgettable.row.js';
import { ForgettingEffects } from './forgetting.effects.js';
import { ForgettingFacts } from './forgetting.facts.js';
import { ForgettingPoliciesRepository } from './forgetting-policies.repository.js';
import { forgottenUpTo } from './rules/forgetting.js';

const SLICE = 200;
const LEAVERS = 50;

/**
 * What is over for so many days as a school says loses its reader; what those had who left and owe nothing, at once. School by school, some
 * rows a transaction, each of which can be repeated.
 */
@Injectable()
export class ForgetReaders {
  constructor(private readonly transaction: Transaction) {}

  /** @returns how many rows lost their reader; fewer than are due when the signal said to stop */
  async execute(today: CalendarDay, signal?: AbortSignal): Promise<number> {
    const schools = await this.transaction.run((tx) => tx.use(ForgettingFacts).schools());
    let forgotten = 0;
    for (const schoolId of schools) {
      if (signal?.aborted) break;
      forgotten += await this.atSchool(schoolId, today, signal);
    }
    return forgotten;
  }

  private async atSchool(
    schoolId: SchoolId,
    today: CalendarDay,
    signal: AbortSignal | undefined,
  ): Promise<number> {
    let forgotten = 0;
    for (const what of FORGETTABLE) {
      let slice = 0;
      do {
        slice = await this.alone(schoolId, today, async (tx, upTo) =>
          this.forget(
            tx,
            what,
            schoolId,
            await tx.use(ForgettingFacts).due(what, { schoolId, upTo, limit: SLICE }),
            today,
          ),
        );
        forgotten += slice;
      } while (slice === SLICE && !signal?.aborted);
    }
    forgotten += await this.leavers(schoolId, today, signal);
    if (!signal?.aborted)
      await this.alone(schoolId, today, (tx) => tx.use(ForgettingEffects).dropStandIns(schoolId, today));
    return forgotten;
  }

  private async leavers(
    schoolId: SchoolId,
    today: CalendarDay,
    signal: AbortSignal | undefined,
  ): Promise<number> {
    let forgotten = 0;
    let after: ReaderId | null = null;
    do {
      const last: ReaderId | null = after;
      const left: readonly ReaderId[] = await this.alone(schoolId, today, (tx) =>
        tx.use(ForgettingFacts).left(schoolId, last, LEAVERS),
      );
      after = left.at(-1) ?? null;
      for (const what of left.length > 0 ? FORGETTABLE : []) {
        let slice = 0;
        do {
          slice = await this.alone(schoolId, today, async (tx) =>
            this.forget(tx, what, schoolId, await tx.use(ForgettingFacts).ofLeft(what, left, SLICE), today),
          );
          forgotten += slice;
        } while (slice === SLICE && !signal?.aborted);
      }
    } while (after !== null && !signal?.aborted);
    return forgotten;
  }

  private async forget(
    tx: Tx,
    what: Forgettable,
    schoolId: SchoolId,
    ids: readonly string[],
    today: CalendarDay,
  ): Promise<number> {
    return ids.length === 0 ? 0 : tx.use(ForgettingEffects).forget(what, schoolId, ids, today);
  }

  /** A reader who is to be kept, or another number of days, counts from the next slice on. */
  private alone<T>(
    schoolId: SchoolId,
    today: CalendarDay,
    work: (tx: Tx, upTo: CalendarDay) => Promise<T>,
  ): Promise<T> {
    return this.transaction.run(async (tx) => {
      const policies = tx.use(ForgettingPoliciesRepository);
      await policies.lock(schoolId);
      const { daysAfter } = await policies.of(schoolId);
      return work(tx, forgottenUpTo(today, daysAfter));
    });
  }
}
