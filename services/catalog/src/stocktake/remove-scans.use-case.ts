import { Injectable } from '@nestjs/common';
import { OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { StocktakeId } from '@shulian/contracts/ids';
import { holdStocktake } from './hold-stocktake.step.js';
import type { ScansRemoved } from './stocktakes.http.js';
import { StocktakesRepository } from './stocktakes.repository.js';
import { plainBarcodes } from './take-scans.use-case.js';

/** Takes back what was scanned by mistake, as a list of another room. */
@Injectable()
export class RemoveScans {
  constructor(private readonly oncePerKey: OncePerKey) {}

  /** @throws Problem 404, 409 `stocktake.closed` */
  execute(
    caller: Caller,
    id: StocktakeId,
    scanned: readonly string[],
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx): Promise<ScansRemoved> => {
      await holdStocktake(tx, caller, id);
      return { removed: await tx.use(StocktakesRepository).unscan(id, plainBarcodes(scanned)) };
    });
  }
}
