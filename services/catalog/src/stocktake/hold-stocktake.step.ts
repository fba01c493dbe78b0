import { conflict, unknownThing, type Caller, type Tx } from '@shulian/service-kit';
import type { StocktakeId } from '@shulian/contracts/ids';
import type { Stocktake } from './rules/stocktake.js';
import { StocktakesRepository } from './stocktakes.repository.js';

/**
 * The stocktake, held to the end of the transaction: scans, resolutions and the signature come one after the other.
 * @throws Problem 404 out of reach, 409 `stocktake.closed`
 */
export const holdStocktake = async (tx: Tx, caller: Caller, id: StocktakeId): Promise<Stocktake> => {
  const stocktake = await tx.use(StocktakesRepository).locked(id);
  if (stocktake === null || !caller.mayWorkAt(stocktake.schoolId)) throw unknownThing();
  if (stocktake.state !== 'open') throw conflict('stocktake.closed');
  return stocktake;
};
