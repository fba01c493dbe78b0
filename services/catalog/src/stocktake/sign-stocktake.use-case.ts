import { Injectable } from '@nestjs/common';
import { Clock, OncePerKey, Refused, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { StocktakeId } from '@shulian/contracts/ids';
import { holdStocktake } from './hold-stocktake.step.js';
import { StocktakesRepository } from './stocktakes.repository.js';

/** The head signs: the lists stand as they are, for good. */
@Injectable()
export class SignStocktake {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409 `stocktake.closed`, 409 `stocktake.unresolved` with how many copies of which finding */
  execute(
    caller: Caller,
    id: StocktakeId,
    note: string | null,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      await holdStocktake(tx, caller, id);
      const stocktakes = tx.use(StocktakesRepository);
      const { missing, found } = await stocktakes.unresolved(id);
      if (missing + found > 0)
        throw new Refused('stocktake.unresolved', [
          { code: 'stocktake.unresolved', severity: 'deny', overridable: false, facts: { missing, found } },
        ]);
      await stocktakes.sign(id, { on: this.clock.today(), by: caller.id, note });
      return stocktakes.view(id);
    });
  }
}
