import type { CalendarDay, CopyId, RepairId, SchoolId } from '@shulian/contracts/ids';
import { newId, type Tx } from '@shulian/service-kit';
import { CopiesRepository } from '../accession/copies.repository.js';
import { moveCopies } from '../accession/move-copies.step.js';
import { KnownLendingsRepository } from '../from-circulation/known-lendings.repository.js';
import type { TakenItem } from './repairs.http.js';
import { RepairsRepository } from './repairs.repository.js';
import type { Damage, RepairSource } from './rules/repair.js';

const OUT: readonly string[] = ['on-loan', 'hold-shelf', 'in-transit'];

export type Taking = {
  readonly damage: Damage;
  readonly source: RepairSource;
  readonly note: string | null;
  readonly on: CalendarDay;
  readonly by: string;
};

/**
 * Takes damaged copies out of use in the caller's transaction: each gets its line in the register of repairs, or the reason why it
 * stays. One answer for each barcode, in their order; barcodes in plain form, each once.
 */
export const takeCopies = async (
  tx: Tx,
  schoolId: SchoolId,
  barcodes: readonly string[],
  how: Taking,
): Promise<readonly TakenItem[]> => {
  const found = await tx.use(CopiesRepository).knownBy(schoolId, barcodes, []);
  const ids = found.map(({ id }) => id);
  const lendings = await tx.use(KnownLendingsRepository).statesOf(ids);
  const mended = await tx.use(RepairsRepository).openOf(ids);
  const wanted = found.filter(({ id }) => !mended.has(id) && !OUT.includes(lendings.get(id) ?? 'in'));
  const { moved, kept } = await moveCopies(
    tx,
    wanted.map(({ id }) => id),
    { day: how.on, by: how.by, to: () => 'repair' },
  );
  const was = new Map(moved.map(({ before }) => [before.id, before.stockState]));
  const refused = new Map(kept.map(({ copy, code }): [CopyId, string] => [copy.id, code]));
  const lines = wanted
    .filter(({ id }) => !refused.has(id))
    .map(({ id }) => ({ repairId: newId<RepairId>(), id, was: was.get(id) ?? ('repair' as const) }));
  const taken = await tx.use(RepairsRepository).take(schoolId, how, lines);

  const byBarcode = new Map(found.map((copy) => [copy.barcode, copy]));
  const repairOf = new Map(lines.map(({ id, repairId }) => [id, repairId]));
  return barcodes.map((barcode): TakenItem => {
    const copy = byBarcode.get(barcode);
    if (copy === undefined) return { barcode, repairId: null, code: 'copy.unknown' };
    if (OUT.includes(lendings.get(copy.id) ?? 'in')) return { barcode, repairId: null, code: 'copy.on-loan' };
    const refusal = refused.get(copy.id);
    if (refusal !== undefined) return { barcode, repairId: null, code: refusal };
    if (!taken.has(copy.id)) return { barcode, repairId: null, code: 'repair.in-repair' };
    return { barcode, repairId: repairOf.get(copy.id) ?? null, code: null };
  });
};
