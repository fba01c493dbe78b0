import { LoanOverdueV1 } from '@shulian/contracts/circulation';
import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay, CopyId } from '@shulian/contracts/ids';
import type { Loan } from '@shulian/lending-rules/desk/loan';
import { factsOf } from '../desk/rules/loan-facts.js';

/** @param versions of the locked copies, raised by these events */
export const loansOverdue = (
  late: readonly { readonly loan: Loan; readonly since: CalendarDay }[],
  versions: ReadonlyMap<CopyId, number>,
): Announcement[] =>
  late.map(({ loan, since }) => {
    const version = versions.get(loan.copyId);
    if (version === undefined) throw new Error('the copy of this loan is not locked');
    return LoanOverdueV1.announce({ ...factsOf(loan), overdueSinceOn: since }, version);
  });
