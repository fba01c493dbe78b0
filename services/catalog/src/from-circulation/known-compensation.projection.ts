import type {
  CompensationOwedV1,
  CompensationReopenedV1,
  CompensationSettledV1,
} from '@shulian/contracts/circulation';
import type { CalendarDay, CompensationId, CopyId, SchoolId } from '@shulian/contracts/ids';

/** What is owed for a lost copy. Who owes it, the catalogue need not know. */
export type KnownCompensation = {
  readonly id: CompensationId;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly copyId: CopyId;
  readonly owedOn: CalendarDay;
  /** As of the loss; null: declared when amounts were not kept. */
  readonly owedFen: number | null;
  readonly settled: {
    readonly how: 'paid' | 'replaced' | 'waived';
    readonly fen: number | null;
    readonly on: CalendarDay;
  } | null;
};

/** The compensation after an event, or null where a newer event was digested before. */
export const knownCompensationAfter = (
  event: CompensationOwedV1 | CompensationSettledV1 | CompensationReopenedV1,
  known: KnownCompensation | null,
): KnownCompensation | null => {
  if (known !== null && known.version >= event.aggregateversion) return null;
  const { data } = event;
  return {
    id: data.compensationId,
    version: event.aggregateversion,
    schoolId: data.owningSchoolId,
    copyId: data.copyId,
    owedOn: data.owedOn,
    owedFen: data.owedFen,
    settled: 'how' in data ? { how: data.how, fen: data.amountFen, on: data.settledOn } : null,
  };
};
