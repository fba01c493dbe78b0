import { Injectable } from '@nestjs/common';
import { Clock, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { StocktakeId } from '@shulian/contracts/ids';
import { plainBarcode } from '../accession/rules/copy-numbers.js';
import { holdStocktake } from './hold-stocktake.step.js';
import type { ScansTaken } from './stocktakes.http.js';
import { StocktakesRepository } from './stocktakes.repository.js';

/** Each barcode once, as the catalogue keeps it. */
export const plainBarcodes = (scanned: readonly string[]): string[] => [
  ...new Set(scanned.flatMap((text) => plainBarcode(text) ?? [])),
];

/** Takes in what a scanner has, live or in lists; several devices scan into one stocktake. */
@Injectable()
export class TakeScans {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409 `stocktake.closed` */
  execute(
    caller: Caller,
    id: StocktakeId,
    scanned: readonly string[],
    request: DeskRequest | null,
  ): Promise<Answer> {
    const barcodes = plainBarcodes(scanned);
    return this.oncePerKey.run(request, 200, async (tx): Promise<ScansTaken> => {
      const stocktake = await holdStocktake(tx, caller, id);
      const stocktakes = tx.use(StocktakesRepository);
      const added = await stocktakes.scan(stocktake, barcodes, { at: this.clock.now(), by: caller.id });
      return { received: barcodes.length, added, noteworthy: await stocktakes.noteworthy(id, barcodes) };
    });
  }
}
