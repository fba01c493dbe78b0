import type {
  CompensationOwedV1,
  CompensationReopenedV1,
  CompensationSettledV1,
} from '@shulian/contracts/circulation';
import type { CompensationId, ReaderId } from '@shulian/contracts/ids';

/** What is owed for a lost copy. */
export type KnownDebt = {
  readonly id: CompensationId;
  readonly version: number;
  /** null: a class owes, or nothing is owed any more. */
  readonly readerId: ReaderId | null;
  /** null: declared when amounts were not kept. */
  readonly owedFen: number | null;
  readonly isOpen: boolean;
};

export const knownDebtAfter = ({
  type,
  data,
  aggregateversion,
}: CompensationOwedV1 | CompensationSettledV1 | CompensationReopenedV1): KnownDebt => {
  const isOpen = type !== 'shulian.circulation.compensation.settled.v1';
  return {
    id: data.compensationId,
    version: aggregateversion,
    readerId: isOpen ? data.readerId : null,
    owedFen: data.owedFen,
    isOpen,
  };
};
