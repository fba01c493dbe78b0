import { conflict, denied, Refused, unknownThing, type Caller, type Tx } from '@shulian/service-kit';
import type { CalendarDay, OwnershipTransferId } from '@shulian/contracts/ids';
import { OwnershipTransfersRepository } from './ownership-transfers.repository.js';
import {
  decidingSchoolOf,
  ended,
  transferRefusals,
  type CopyToTransfer,
  type Ending,
  type OwnershipTransfer,
} from './rules/ownership-transfer.js';

/**
 * Ends a transfer inside the transaction of the caller, for who works at the school that may.
 * @throws Problem 404 for who works at neither school, 403 for the other of the two, 409 `transfer.not-open`
 */
export const endTransfer = async (
  tx: Tx,
  caller: Caller,
  id: OwnershipTransferId,
  ending: Ending,
  decided: { readonly on: CalendarDay; readonly note: string | null },
): Promise<OwnershipTransfer> => {
  const transfer = await tx.use(OwnershipTransfersRepository).locked(id);
  if (
    transfer === null ||
    !(caller.mayWorkAt(transfer.fromSchoolId) || caller.mayWorkAt(transfer.toSchoolId))
  )
    throw unknownThing();
  if (!caller.mayWorkAt(decidingSchoolOf(transfer, ending))) throw denied();
  const now = ended(transfer, ending, { ...decided, by: caller.id });
  if (now === null) throw conflict('transfer.not-open');
  await tx.use(OwnershipTransfersRepository).end(now);
  return now;
};

/** @throws Problem 409 `transfer.copies-refused` with a reason for each copy that stands in the way */
export const refuseToTransfer = (copies: readonly CopyToTransfer[]): void => {
  const refusals = transferRefusals(copies);
  if (refusals.length === 0) return;
  throw new Refused(
    'transfer.copies-refused',
    refusals.map(({ code, facts }) => ({ code, severity: 'deny', overridable: false, facts })),
  );
};
