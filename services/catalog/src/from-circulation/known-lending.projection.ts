import type {
  CopyLostOnWayV1,
  CopyLostV1,
  CopyReleasedV1,
  LoanCheckedOutV1,
  LoanReturnedV1,
} from '@shulian/contracts/circulation';
import type { CalendarDay, CopyId } from '@shulian/contracts/ids';
import type { LendingState } from '@shulian/contracts/words';

/** Where circulation has a copy: its lending state, which is circulation's to say (decision 2). */
export type KnownLending = {
  readonly copyId: CopyId;
  readonly version: number;
  readonly state: LendingState;
  /** The last day on which it was lent, as far as the events told here say; null changes nothing of what was heard before. */
  readonly lentOn: CalendarDay | null;
};

type LendingEvent = LoanCheckedOutV1 | LoanReturnedV1 | CopyLostV1 | CopyLostOnWayV1 | CopyReleasedV1;

/** Where a copy goes after a return or when its hold ended. */
const BY_NEXT = { shelf: 'in', hold: 'hold-shelf', transfer: 'in-transit', withdrawn: 'in' } as const;

/** The lending state after an event, or null where a newer event was digested before. */
export const knownLendingAfter = (event: LendingEvent, known: KnownLending | null): KnownLending | null => {
  if (known !== null && known.version >= event.aggregateversion) return null;
  return {
    copyId: event.data.copyId,
    version: event.aggregateversion,
    state: stateAfter(event),
    lentOn:
      event.type === 'shulian.circulation.loan.checked-out.v1'
        ? event.data.loanedOn
        : (known?.lentOn ?? null),
  };
};

const stateAfter = (event: LendingEvent): LendingState => {
  switch (event.type) {
    case 'shulian.circulation.loan.checked-out.v1':
      return 'on-loan';
    case 'shulian.circulation.copy.lost.v1':
    case 'shulian.circulation.copy.lost-on-way.v1':
      return 'lost';
    case 'shulian.circulation.loan.returned.v1':
    case 'shulian.circulation.copy.released.v1':
      return BY_NEXT[event.data.next];
  }
};
