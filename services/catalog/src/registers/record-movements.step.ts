import type { CalendarDay, CopyId, SchoolId } from '@shulian/contracts/ids';
import type { Copy } from '../accession/rules/copy.js';
import type { WithdrawalReason } from '../accession/rules/copy-state.js';
import type { AccessionSource } from '@shulian/contracts/words';
import {
  accessionOf,
  correctionOf,
  reclassificationOf,
  repriceOf,
  withdrawalOf,
  type Correction,
  type Occasion,
} from './rules/movement.js';
import { RegistersRepository } from './registers.repository.js';
import type { Tx } from '@shulian/service-kit';

/** How copies came in: on a day, from where, by which document, import and person. */
export type Entry = Pick<
  Occasion,
  'day' | 'documentNumber' | 'importId' | 'deliveryId' | 'withoutDelivery' | 'by'
> & {
  readonly source: AccessionSource;
  /** What the line says besides, as the school that a copy came from. */
  readonly note?: string;
};

/** The lines of copies that were entered, in the transaction that entered them. */
export const recordAccession = async (tx: Tx, copies: readonly Copy[], entry: Entry): Promise<void> => {
  const { note = entry.withoutDelivery?.reason ?? null, ...occasion } = entry;
  const lines = copies.map((copy) => accessionOf(copy, note));
  await tx.use(RegistersRepository).add({ ...occasion, side: 'in' }, lines);
};

/** The pairs of lines of copies that got another class, in the books of all their schools at once. */
export const recordReclassification = (
  tx: Tx,
  changes: readonly (readonly [before: Copy, after: Copy])[],
  occasion: Pick<Occasion, 'day' | 'by'>,
): Promise<void> =>
  tx.use(RegistersRepository).add(
    { ...occasion, side: 'value', source: 'reclassification', documentNumber: null, importId: null },
    changes.flatMap(([before, after]) => reclassificationOf(before, after)),
  );

/** Whether a line of the school is one of this copy, and may be put right as such. */
export const isLineOfCopy = (tx: Tx, schoolId: SchoolId, line: number, copyId: CopyId): Promise<boolean> =>
  tx.use(RegistersRepository).isLineOf(schoolId, line, copyId);

/** The lines of a change of a copy: of its value or of what was put right, of its withdrawal; most changes have none. */
export const recordChange = async (
  tx: Tx,
  before: Copy,
  after: Copy,
  how: {
    readonly day: CalendarDay;
    readonly documentNumber: string | null;
    readonly by: string;
    readonly correction: Correction | null;
    /** Who approved that it goes. */
    readonly approvedBy: string | null;
  },
): Promise<void> => {
  const { correction, approvedBy, ...named } = how;
  const occasion = { ...named, importId: null };
  const reprice = repriceOf(before, after);
  const registers = tx.use(RegistersRepository);
  if (correction !== null) {
    const corrected = correctionOf(before, after, correction);
    await registers.add({ ...occasion, side: 'value', source: 'correction' }, [corrected]);
  } else if (reprice !== null)
    await registers.add({ ...occasion, side: 'value', source: 'revaluation' }, [reprice]);
  if (before.withdrawn === null && after.withdrawn !== null)
    await registers.add({ ...occasion, approvedBy, side: 'out', source: after.withdrawn.why }, [
      withdrawalOf(after),
    ]);
};

/** The lines of copies that were struck together: a batch for each reason, all under one document. */
export const recordWithdrawals = async (
  tx: Tx,
  copies: readonly Copy[],
  how: Pick<Occasion, 'day' | 'documentNumber' | 'by' | 'approvedBy'> & {
    /** What each line says besides, as the school that took them over. */
    readonly note?: string;
  },
): Promise<void> => {
  const { note = null, ...named } = how;
  const byReason = new Map<WithdrawalReason, Copy[]>();
  for (const copy of copies) {
    if (copy.withdrawn === null) continue;
    const { why } = copy.withdrawn;
    byReason.set(why, [...(byReason.get(why) ?? []), copy]);
  }
  for (const [source, struck] of byReason)
    await tx.use(RegistersRepository).add(
      { ...named, importId: null, side: 'out', source },
      struck.map((copy) => withdrawalOf(copy, note)),
    );
};
