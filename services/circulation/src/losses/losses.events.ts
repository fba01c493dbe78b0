import {
  CompensationOwedV1,
  CompensationReopenedV1,
  CompensationSettledV1,
  CopyLostV1,
} from '@shulian/contracts/circulation';
import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { Loan } from '@shulian/lending-rules/desk/loan';
import { plusDays } from '@shulian/lending-rules/calendar/day';
import { classIdOf, readerIdOf } from '@shulian/lending-rules/desk/who-borrows';
import { newId } from '@shulian/service-kit';
import { noticeDue } from '../desk/notice.events.js';
import { factsOf } from '../desk/rules/loan-facts.js';
import type { Compensation } from './rules/compensation.js';

/** @param copyVersion of the locked copy, raised by this event */
export function copyLost(loan: Loan, copyVersion: number): Announcement {
  if (loan.state.is !== 'closed') throw new Error('an open loan is not lost');
  return CopyLostV1.announce({ ...factsOf(loan), lostOn: loan.state.closedOn }, copyVersion);
}

const ofCompensation = (compensation: Compensation) => ({
  compensationId: compensation.id,
  loanId: compensation.loanId,
  copyId: compensation.copyId,
  titleId: compensation.titleId,
  borrower: compensation.borrower,
  readerId: readerIdOf(compensation.borrower),
  owningSchoolId: compensation.schoolId,
  lendingSchoolId: compensation.lendingSchoolId,
  readerSchoolId: compensation.readerSchoolId,
  owedOn: compensation.owedOn,
  owedFen: compensation.owedFen,
});

export function compensationOwed(compensation: Compensation): Announcement {
  if (compensation.state.is !== 'owed') throw new Error('this compensation is settled');
  return CompensationOwedV1.announce(ofCompensation(compensation), compensation.version);
}

/** How long whoever owes may still be told of it. */
const DAYS_TO_TELL = 30;

/** Whoever owes is told, again when a settlement was taken back. */
export function compensationNotice(owed: Compensation, on: CalendarDay): Announcement {
  return noticeDue(newId(), {
    kind: 'compensation',
    causeId: owed.id,
    causeOn: on,
    schoolId: owed.lendingSchoolId,
    readerId: readerIdOf(owed.borrower),
    classId: classIdOf(owed.borrower),
    count: 1,
    amountFen: owed.owedFen,
    untilOn: plusDays(on, DAYS_TO_TELL),
  });
}

export function compensationSettled(compensation: Compensation): Announcement {
  const { state } = compensation;
  if (state.is === 'owed') throw new Error('this compensation is owed');
  return CompensationSettledV1.announce(
    {
      ...ofCompensation(compensation),
      how: state.is,
      amountFen: state.settledFen,
      settledOn: state.settledOn,
    },
    compensation.version,
  );
}

export function compensationReopened(compensation: Compensation, reopenedOn: CalendarDay): Announcement {
  if (compensation.state.is !== 'owed') throw new Error('this compensation is settled');
  return CompensationReopenedV1.announce(
    { ...ofCompensation(compensation), reopenedOn },
    compensation.version,
  );
}
