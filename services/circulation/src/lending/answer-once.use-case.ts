import { Injectable } from '@nestjs/common';
import {
  Answer,
  Database,
  killPoint,
  OncePerKey,
  Transaction,
  wasAnsweredMeanwhile,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CirculationStore } from '../circulation.store.js';

/**
 * A command of a desk whose `.effects` statement remembers the answer itself, so that idempotency costs no trip.
 * The second press of a button gets the first answer, also when both are pressed at once: a twin that finds the world
 * changed by the first (and would refuse) is told what the first was told.
 */
@Injectable()
export class AnswerOnce {
  constructor(
    private readonly transaction: Transaction<CirculationStore>,
    private readonly once: OncePerKey<CirculationStore>,
    private readonly database: Database,
  ) {}

  /** Works in a transaction. */
  run<T>(request: DeskRequest | null, work: (store: CirculationStore) => Promise<T>): Promise<T | Answer> {
    return this.told(request, async () => {
      const done = await this.transaction.run(async (store) => {
        const result = await work(store);
        killPoint('command.beforeCommit');
        return result;
      });
      killPoint('command.afterCommit');
      return done;
    });
  }

  /** Works as it likes; a refusal is remembered, and so is found what a twin was told. */
  async told<T>(request: DeskRequest | null, work: () => Promise<T>): Promise<T | Answer> {
    try {
      return await work();
    } catch (error) {
      if (request === null) throw error;
      const earlier = wasAnsweredMeanwhile(error) ? await this.once.earlier(this.database, request) : null;
      const told = earlier ?? (await this.once.remembered(request, error));
      if (told instanceof Answer) return told;
      throw told;
    }
  }
}
