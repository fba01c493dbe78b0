import type { CalendarDay, CopyId } from '@shulian/contracts/ids';
import type { StockState } from '@shulian/contracts/words';
import type { Tx } from '@shulian/service-kit';
import { KnownLendingsRepository } from '../from-circulation/known-lendings.repository.js';
import { recordWithdrawals } from '../registers/record-movements.step.js';
import { copyChanged } from './copy.events.js';
import { CopiesRepository } from './copies.repository.js';
import { stateChangeRefusals, type CopyRefusal, type WithdrawalReason } from './rules/copy-state.js';
import { changedCopy, type Copy } from './rules/copy.js';

/** Where copies go: to a state each, or out of the register for a reason each, with the number of the approval. */
export type Move = {
  readonly to: (copy: Copy) => StockState;
  readonly withdrawal?: {
    readonly why: (copy: Copy) => WithdrawalReason;
    readonly documentNumber: string | null;
    /** In words, as 教育局装备科. */
    readonly approvedBy?: string | null;
  };
  readonly day: CalendarDay;
  readonly by: string;
};

export type MovedCopies = {
  readonly moved: readonly { readonly before: Copy; readonly after: Copy }[];
  /** Copies that a rule keeps where they are, each with the first reason. */
  readonly kept: readonly { readonly copy: Copy; readonly code: CopyRefusal['code'] }[];
};

/**
 * Moves many copies in the caller's transaction, each by the rules of a single change, in four statements however many
 * they are. A copy that stands there already is neither moved nor kept. Copies are locked by id, the register last.
 */
export const moveCopies = async (tx: Tx, ids: readonly CopyId[], move: Move): Promise<MovedCopies> => {
  const copies = await tx.use(CopiesRepository).lockedAll(ids);
  const lendings = await tx.use(KnownLendingsRepository).statesOf(copies.map(({ id }) => id));
  const moved: { before: Copy; after: Copy }[] = [];
  const kept: { copy: Copy; code: CopyRefusal['code'] }[] = [];
  for (const copy of copies) {
    const to = move.to(copy);
    if (to === copy.stockState) continue;
    const why = move.withdrawal?.why(copy) ?? null;
    const [refusal] = stateChangeRefusals(copy.stockState, to, lendings.get(copy.id) ?? 'in', why);
    if (refusal !== undefined) kept.push({ copy, code: refusal.code });
    else {
      const withdrawal = why === null ? null : { on: move.day, why };
      moved.push({ before: copy, after: changedCopy(copy, { stockState: to }, withdrawal) });
    }
  }
  await tx.use(CopiesRepository).moveAll(moved.map(({ after }) => after));
  await recordWithdrawals(
    tx,
    moved.map(({ after }) => after),
    {
      day: move.day,
      by: move.by,
      documentNumber: move.withdrawal?.documentNumber ?? null,
      approvedBy: move.withdrawal?.approvedBy ?? null,
    },
  );
  await tx.outbox.append(...moved.map(({ before, after }) => copyChanged(before, after)));
  return { moved, kept };
};
