import { conflict, unknownThing, type Caller, type Tx } from '@shulian/service-kit';
import { CardProductionRepository, type Batch } from './card-production.repository.js';

/** The batch, locked. @throws Problem 404 out of reach, 409 `card-batch.cancelled` */
export async function lockedBatch(tx: Tx, caller: Caller, id: string): Promise<Batch> {
  const batch = await tx.use(CardProductionRepository).locked(id);
  if (batch === null || !caller.mayWorkAt(batch.schoolId)) throw unknownThing();
  if (batch.cancelledOn !== null) throw conflict('card-batch.cancelled');
  return batch;
}
