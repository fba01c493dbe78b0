import { Injectable } from '@nestjs/common';
import {
  Answer,
  Database,
  killPoint,
  OncePerKey,
  Transaction,
  wasAnsweredMeanwhile,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';

/**
 * A command of a desk whose `.effects` statement remembers the answer itself, so that idempotency costs no trip.
 * The second press of a button gets the first answer, also when both are pressed at once: a twin that finds the world
 * changed by the first (and would refuse) is told what the first was told.
 */
@Injectable()
export class AnswerOnce {
  constructor(
    private readonly transaction: Transaction,
    private readonly once: OncePerKey,
    private readonly database: Database,
  ) {}

  /** Works in a transaction. */
  run<T>(request: DeskRequest | null, work: (tx: Tx) => Promise<T>): Promise<T | Answer> {
    return this.rememberOutcome(request, async () => {
      const done = await this.transaction.run(async (tx) => {
        const result = await work(tx);
        killPoint('command.beforeCommit');
        return result;
      });
      killPoint('command.afterCommit');
      return done;
    });
  }

  /** Works as it likes; a refusal is remembered, and so is found what a twin was told. */
  async rememberOutcome<T>(request: DeskRequest | null, work: () => Promise<T>): Promise<T | Answer> {
    try {
      return await work();
    } catch (error) {
      if (request === null) throw error;
      const earlier = wasAnsweredMeanwhile(error) ? await this.once.earlier(this.database, request) : null;
      const outcome = earlier ?? (await this.once.remembered(request, error));
      if (outcome instanceof Answer) return outcome;
      throw outcome;
    }
  }
}
