import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { StocktakeId } from '@shulian/contracts/ids';
import { holdStocktake } from './hold-stocktake.step.js';
import { StocktakesRepository } from './stocktakes.repository.js';

/** Gives a stocktake up; it leaves nothing behind in the stock. */
@Injectable()
export class CancelStocktake {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409 `stocktake.closed`, 409 `stocktake.has-marks` */
  execute(
    caller: Caller,
    id: StocktakeId,
    note: string | null,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      await holdStocktake(tx, caller, id);
      const stocktakes = tx.use(StocktakesRepository);
      if ((await stocktakes.countMarks(id)) > 0) throw conflict('stocktake.has-marks');
      await stocktakes.cancel(id, { on: this.clock.today(), by: caller.id, note });
      return stocktakes.view(id);
    });
  }
}
