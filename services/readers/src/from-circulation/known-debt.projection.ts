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
  /** null: a class owes. */
  readonly readerId: ReaderId | null;
  /** null: declared when amounts were not kept. */
  readonly owedFen: number | null;
  readonly isOpen: boolean;
};

export const knownDebtAfter = ({
  type,
  data,
  aggregateversion,
}: CompensationOwedV1 | CompensationSettledV1 | CompensationReopenedV1): KnownDebt => ({
  id: data.compensationId,
  version: aggregateversion,
  readerId: data.readerId,
  owedFen: data.owedFen,
  isOpen: type !== 'shulian.circulation.compensation.settled.v1',
});
