import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { lockedBatch } from './batch-in-reach.step.js';
import { toBatchView } from './card-production.http.js';
import { CardProductionRepository } from './card-production.repository.js';
import { positionOf } from './rules/production.js';

/** A batch is called off; once its cards are entered, the entry is undone first. */
@Injectable()
export class CancelBatch {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 `card-batch.cancelled`, `card-batch.entered` */
  execute(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    const today = this.clock.today();
    return this.oncePerKey.run(request, 200, async (tx) => {
      const batch = await lockedBatch(tx, caller, id);
      if (batch.position >= positionOf('entered')) throw conflict('card-batch.entered');
      const batches = tx.use(CardProductionRepository);
      await batches.cancel(id, today);
      return toBatchView(await batches.view(id), today);
    });
  }
}
