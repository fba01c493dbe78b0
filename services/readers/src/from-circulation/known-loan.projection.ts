import type {
  CopyLostV1,
  LoanCheckedOutV1,
  LoanDueChangedV1,
  LoanRenewedV1,
  LoanReturnedV1,
} from '@shulian/contracts/circulation';
import type { CalendarDay, CopyId, ReaderId, SchoolClassId } from '@shulian/contracts/ids';

/** The last loan of a copy: who has it; who had it is not kept. */
export type KnownLoan = {
  readonly id: CopyId;
  readonly version: number;
  /** null: a class as a whole has it, or nobody does. */
  readonly readerId: ReaderId | null;
  readonly classId: SchoolClassId | null;
  readonly dueOn: CalendarDay;
  readonly isOpen: boolean;
};

const CLOSING: readonly string[] = [
  'shulian.circulation.loan.returned.v1',
  'shulian.circulation.copy.lost.v1',
];

/** Any event of a loan tells the whole loan. */
export const knownLoanAfter = ({
  type,
  data,
  aggregateversion,
}: LoanCheckedOutV1 | LoanRenewedV1 | LoanDueChangedV1 | LoanReturnedV1 | CopyLostV1): KnownLoan => {
  const isOpen = !CLOSING.includes(type);
  return {
    id: data.copyId,
    version: aggregateversion,
    readerId: isOpen ? data.readerId : null,
    classId: isOpen ? data.classId : null,
    dueOn: data.dueOn,
    isOpen,
  };
};
