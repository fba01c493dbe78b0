import type { CalendarDay, CopyId } from '@shulian/contracts/ids';
import type { Tx } from '@shulian/service-kit';
import { moveCopies } from '../accession/move-copies.step.js';
import type { StandingCompensation } from './compensations.repository.js';
import { reasonOfWithdrawal } from './rules/standing.js';

/** Copies that a rule keeps in the books, each with the reason. */
export type NotStruck = ReadonlyMap<CopyId, string>;

/** Strikes lost copies in the caller's transaction, each for what its compensation says; what is struck already stays so. */
export const strikeLostCopies = async (
  tx: Tx,
  lost: readonly StandingCompensation[],
  how: { readonly documentNumber: string | null; readonly day: CalendarDay; readonly by: string },
): Promise<NotStruck> => {
  const settled = new Map(lost.map(({ copyId, how: settlement }) => [copyId, settlement]));
  const { kept } = await moveCopies(tx, [...settled.keys()], {
    to: () => 'withdrawn',
    withdrawal: {
      why: ({ id }) => reasonOfWithdrawal(settled.get(id) ?? null),
      documentNumber: how.documentNumber,
    },
    day: how.day,
    by: how.by,
  });
  return new Map(kept.map(({ copy, code }) => [copy.id, code]));
};
