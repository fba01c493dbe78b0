import type { CalendarDay } from '@shulian/contracts/ids';
import type { BorrowerAtDesk } from '../desk/borrower-at-desk.js';
import type { ResolvedPolicy } from '../policy/loan-policy.js';
import { checkOutRefusals } from './check-out-refusals.js';

/**
 * Whether a reader could take a copy home today, whatever the hour: a copy that were kept for somebody who is suspended,
 * at the limit, overdue or in debt would lie there for nobody. The desk says the same for the same reasons.
 */
export const mayBorrow = (reader: BorrowerAtDesk, policy: ResolvedPolicy, today: CalendarDay): boolean =>
  policy.mayLeaveRoom?.value !== false &&
  checkOutRefusals({
    scanned: { is: 'unknown' },
    borrower: { ...reader, card: null },
    lendsTo: 'reader',
    inRoom: false,
    policy,
    due: null,
    today,
    at: null,
    overridable: new Set(),
  }).every(({ code, severity }) => severity !== 'deny' || code === 'copy.unknown');
