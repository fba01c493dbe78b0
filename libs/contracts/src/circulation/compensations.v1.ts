import { Type } from '@sinclair/typebox';
import { defineEvent, type EventOf } from '../envelope/define-event.js';
import { CalendarDay, CompensationId, CopyId, LoanId, ReaderId, SchoolId, TitleId } from '../ids.js';
import { Borrower } from './borrower.js';
import { circulationCompensation } from './topics.js';

const amount = (description: string) =>
  Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], { description });

const compensation = {
  compensationId: CompensationId,
  loanId: LoanId,
  copyId: CopyId,
  titleId: TitleId,
  borrower: Borrower,
  /** null: a class owes. */
  readerId: Type.Union([ReaderId, Type.Null()]),
  owningSchoolId: SchoolId,
  lendingSchoolId: SchoolId,
  readerSchoolId: SchoolId,
  owedOn: CalendarDay,
  owedFen: amount('in fen, as of the loss; null: declared when amounts were not kept'),
};
const ofCompensation = { topic: circulationCompensation } as const;

export const CompensationOwedV1 = defineEvent({
  ...ofCompensation,
  type: 'shulian.circulation.compensation.owed.v1',
  data: Type.Object(compensation),
  says: 'A copy was lost, and its borrower owes for it. Until that is settled nothing is lent to them.',
  key: (owed) => owed.compensationId,
  school: (owed) => owed.owningSchoolId,
});
export type CompensationOwedV1 = EventOf<typeof CompensationOwedV1>;

export const CompensationSettledV1 = defineEvent({
  ...ofCompensation,
  type: 'shulian.circulation.compensation.settled.v1',
  data: Type.Object({
    ...compensation,
    how: Type.Union((['paid', 'replaced', 'waived'] as const).map((how) => Type.Literal(how))),
    amountFen: amount('what was paid, in fen; null: settled otherwise'),
    settledOn: CalendarDay,
  }),
  says: 'What was owed for a lost copy was paid, replaced by another copy, or waived.',
  key: (settled) => settled.compensationId,
  school: (settled) => settled.owningSchoolId,
});
export type CompensationSettledV1 = EventOf<typeof CompensationSettledV1>;

export const CompensationReopenedV1 = defineEvent({
  ...ofCompensation,
  type: 'shulian.circulation.compensation.reopened.v1',
  data: Type.Object({ ...compensation, reopenedOn: CalendarDay }),
  says: 'A settlement was a mistake and is taken back: the compensation is owed again.',
  key: (reopened) => reopened.compensationId,
  school: (reopened) => reopened.owningSchoolId,
});
export type CompensationReopenedV1 = EventOf<typeof CompensationReopenedV1>;
