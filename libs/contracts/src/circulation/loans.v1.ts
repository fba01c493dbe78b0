import { Type, type Static } from '@sinclair/typebox';
import { defineEvent, type EventOf } from '../envelope/define-event.js';
import { CalendarDay, CopyId, Instant, LoanId, ReaderId, SchoolClassId, SchoolId, TitleId } from '../ids.js';
import { Borrower } from './borrower.js';
import { limits } from '../limits.js';
import { ReaderKind } from '../readers/readers.v1.js';
import { circulationCopy } from './topics.js';

/**
 * How a copy is out: with one reader, with a class as a whole, in the reading room for the day, in a book corner of a class,
 * in a box that travels between classes, or brought to an office or a classroom.
 */
export const loanModes = ['individual', 'collective', 'in-room', 'corner', 'box', 'delivery'] as const;
export const LoanMode = Type.Union(loanModes.map((mode) => Type.Literal(mode)));
export type LoanMode = Static<typeof LoanMode>;

/** Facts as of the loan: a later move of class or school does not change what this loan counts for. */
const loan = {
  loanId: LoanId,
  copyId: CopyId,
  titleId: TitleId,
  borrower: Borrower,
  mode: LoanMode,
  /** null: the borrower is a class. */
  readerId: Type.Union([ReaderId, Type.Null()]),
  lendingSchoolId: SchoolId,
  owningSchoolId: SchoolId,
  /** The school of the borrower. */
  readerSchoolId: SchoolId,
  /** null: the borrower is a class. */
  readerKind: Type.Union([ReaderKind, Type.Null()]),
  /** Of the reader, or the borrower itself. */
  classId: Type.Union([SchoolClassId, Type.Null()]),
  grade: Type.Union([Type.Integer({ minimum: 1, maximum: 12 }), Type.Null()]),
  clc: Type.Union([Type.String({ maxLength: limits.clc }), Type.Null()]),
  loanedOn: CalendarDay,
  dueOn: CalendarDay,
  renewals: Type.Integer({ minimum: 0 }),
};
const ofCopy = { topic: circulationCopy } as const;

export const LoanCheckedOutV1 = defineEvent({
  ...ofCopy,
  type: 'shulian.circulation.loan.checked-out.v1',
  data: Type.Object({ ...loan, checkedOutAt: Instant }),
  says: 'A copy was lent to a reader, or to a class.',
  key: (lent) => lent.copyId,
  school: (lent) => lent.lendingSchoolId,
});
export type LoanCheckedOutV1 = EventOf<typeof LoanCheckedOutV1>;

export const LoanRenewedV1 = defineEvent({
  ...ofCopy,
  type: 'shulian.circulation.loan.renewed.v1',
  data: Type.Object({
    ...loan,
    renewedOn: CalendarDay,
    previouslyDueOn: CalendarDay,
  }),
  says: 'A loan got a later due day.',
  key: (renewed) => renewed.copyId,
  school: (renewed) => renewed.lendingSchoolId,
});
export type LoanRenewedV1 = EventOf<typeof LoanRenewedV1>;

export const LoanDueChangedV1 = defineEvent({
  ...ofCopy,
  type: 'shulian.circulation.loan.due-changed.v1',
  data: Type.Object({ ...loan, previouslyDueOn: CalendarDay }),
  says: 'An open loan is due later, because its school is closed on the day it was due: a closing or a term was declared after the loan. No renewal; never an earlier day. A loan that was overdue may be so no longer.',
  key: (changed) => changed.copyId,
  school: (changed) => changed.lendingSchoolId,
});
export type LoanDueChangedV1 = EventOf<typeof LoanDueChangedV1>;

/** Where a returned copy goes next. */
export const NextPlace = Type.Union(
  (['shelf', 'hold', 'transfer', 'withdrawn'] as const).map((place) => Type.Literal(place)),
);

export const LoanReturnedV1 = defineEvent({
  ...ofCopy,
  type: 'shulian.circulation.loan.returned.v1',
  data: Type.Object({
    ...loan,
    returnedOn: CalendarDay,
    returnedAt: Instant,
    returnedToSchoolId: SchoolId,
    daysLate: Type.Integer({ minimum: 0 }),
    next: NextPlace,
  }),
  says: 'A lent copy came back.',
  key: (returned) => returned.copyId,
  school: (returned) => returned.lendingSchoolId,
});
export type LoanReturnedV1 = EventOf<typeof LoanReturnedV1>;

export const LoanOverdueV1 = defineEvent({
  ...ofCopy,
  type: 'shulian.circulation.loan.overdue.v1',
  data: Type.Object({ ...loan, overdueSinceOn: CalendarDay }),
  says: 'The due day of an open loan has passed; said once for each due day.',
  key: (overdue) => overdue.copyId,
  school: (overdue) => overdue.lendingSchoolId,
});
export type LoanOverdueV1 = EventOf<typeof LoanOverdueV1>;

export const CopyLostV1 = defineEvent({
  ...ofCopy,
  type: 'shulian.circulation.copy.lost.v1',
  data: Type.Object({ ...loan, lostOn: CalendarDay }),
  says: 'A lent copy was declared lost; the loan is closed.',
  key: (lost) => lost.copyId,
  school: (lost) => lost.lendingSchoolId,
});
export type CopyLostV1 = EventOf<typeof CopyLostV1>;

export const CopyReleasedV1 = defineEvent({
  ...ofCopy,
  type: 'shulian.circulation.copy.released.v1',
  data: Type.Object({
    copyId: CopyId,
    titleId: TitleId,
    owningSchoolId: SchoolId,
    next: NextPlace,
  }),
  says: 'A copy was moved though it was neither lent nor returned: put aside for a hold, back from the hold shelf, on its way to its school or home from there, or found again. `next` is where it is now.',
  key: (released) => released.copyId,
  school: (released) => released.owningSchoolId,
});
export type CopyReleasedV1 = EventOf<typeof CopyReleasedV1>;
