import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Announcement, CloudEvent } from '@shulian/contracts/envelope';
import type {
  CompensationId,
  CopyId,
  CopyTransferId,
  HoldId,
  LoanId,
  NoticeId,
  ReaderId,
  SchoolClassId,
  SchoolId,
  TitleId,
} from '@shulian/contracts/ids';
import { aCalendar, aLoan, day } from '@shulian/lending-rules/a-loan.builder';
import { closed, renewed } from '@shulian/lending-rules/desk/loan';
import { copyReleased } from './desk/copy.events.js';
import { loanDueChanged } from './due-days/due-days.events.js';
import {
  holdEnded,
  holdPickUpChanged,
  holdPlaced,
  holdReady,
  holdResumed,
  holdSuspended,
  holdWaitingAgain,
} from './holds/hold.events.js';
import { ended, ready, type Hold } from './holds/rules/hold.js';
import { loanCheckedOut, loanRenewed, loanReturned } from './desk/loan.events.js';
import {
  compensationOwed,
  compensationReopened,
  compensationSettled,
  copyLost,
} from './losses/losses.events.js';
import { owedFor, reopened, settled } from './losses/rules/compensation.js';
import { loansOverdue } from './overdue/overdue.events.js';
import { overdueSince } from './overdue/rules/overdue.js';
import {
  copyLostOnWay,
  transferEnded,
  transferPacked,
  transferReceived,
  transferRequested,
} from './transfers/transfer.events.js';
import { noticeDue } from './desk/notice.events.js';
import { policyActivated } from './policies/policy.events.js';

const golden = (type: string): CloudEvent =>
  JSON.parse(
    readFileSync(
      new URL(`../../../libs/contracts/examples/shulian.circulation.${type}.json`, import.meta.url),
      'utf8',
    ),
  ) as CloudEvent;

/** The announcement says what the golden example says. */
const isGolden = (announcement: Announcement | undefined): void => {
  const event = golden((announcement?.type ?? '').replace('shulian.circulation.', ''));
  expect(announcement).toEqual({
    type: event.type,
    topic: announcement?.topic,
    key: event.partitionkey,
    schoolId: event.schoolid ?? null,
    aggregateVersion: event.aggregateversion,
    data: event.data,
  });
};

const SCHOOL = '01940000-0000-7000-8000-000000000001' as SchoolId;
const COPY = '01940000-0000-7000-8000-000000000211' as CopyId;
const TITLE = '01940000-0000-7000-8000-000000000201' as TitleId;
const READER = '019a0000-0000-7000-8000-0000000000d1' as ReaderId;

const lent = aLoan({
  id: '019b0000-0000-7000-8000-000000000301' as LoanId,
  copyId: COPY,
  titleId: TITLE,
  borrower: { kind: 'reader', id: READER },
  classId: '019a0000-0000-7000-8000-0000000000c1' as SchoolClassId,
  lendingSchoolId: SCHOOL,
  owningSchoolId: SCHOOL,
  readerSchoolId: SCHOOL,
  clc: 'I210.6',
});
const later = renewed(lent, day('2026-12-09'));
const gone = { at: '2026-12-11T04:00:00.000Z', on: day('2026-12-11') };
const lost = closed(later, 'lost', gone, SCHOOL);
const COMPENSATION = '019b0000-0000-7000-8000-000000000501' as CompensationId;
const waiting: Hold = {
  id: '019b0000-0000-7000-8000-000000000401' as HoldId,
  titleId: TITLE,
  wantedCopyId: null,
  readerId: READER,
  readerSchoolId: SCHOOL,
  pickupSchoolId: SCHOOL,
  placedAt: '2026-10-12T04:00:00.000Z',
  suspended: null,
  state: { is: 'waiting' },
};
const onShelf = ready(waiting, COPY, day('2026-12-11'), day('2026-12-18'), 5);

describe('what circulation announces', () => {
  it('of a loan is the golden example, from checkout to return', () => {
    isGolden(loanCheckedOut(lent, 1));
    isGolden(loanRenewed(later, lent.dueOn, day('2026-11-09'), 2));
    isGolden(loanDueChanged({ ...later, dueOn: day('2026-12-10') }, later.dueOn, 3));
    isGolden(
      loansOverdue([{ loan: later, since: overdueSince(later.dueOn, aCalendar()) }], new Map([[COPY, 3]]))[0],
    );
    isGolden(loanReturned(closed(later, 'returned', gone, SCHOOL), 'shelf', 2, 4));
    isGolden(copyLost(lost, 4));
  });
  it('of a copy that goes back to the shelf is the golden example', () => {
    isGolden(copyReleased({ copyId: COPY, titleId: TITLE, schoolId: SCHOOL }, 'shelf', 5));
  });
  it('of a compensation is the golden example: owed, settled, owed again', () => {
    const owed = owedFor(lost, COMPENSATION, day('2026-12-11'), 2_500, null);
    isGolden(compensationOwed(owed));
    const by = { settledOn: day('2026-12-18'), settledBy: 'librarian', note: null };
    const paid = settled(owed, 'paid', by, null);
    isGolden(compensationSettled(paid));
    isGolden(compensationReopened(reopened(paid), day('2026-12-21')));
  });
  it('of a hold is the golden example, however it ends', () => {
    isGolden(holdPlaced(waiting, 1));
    isGolden(holdReady(onShelf, 2));
    const longer = ready(waiting, COPY, day('2026-12-11'), day('2026-12-21'), 5);
    isGolden(holdPickUpChanged(longer, day('2026-12-18'), 3));
    isGolden(holdWaitingAgain(onShelf, 'copy-not-lendable', 3));
    isGolden(holdSuspended(waiting, day('2026-11-02'), 2));
    isGolden(holdResumed(waiting, 3));
    isGolden(holdEnded(ended(onShelf, 'fulfilled', day('2026-12-14')), 3));
    isGolden(holdEnded(ended(waiting, 'cancelled', day('2026-12-14')), 3));
    isGolden(holdEnded(ended(onShelf, 'expired', day('2026-12-19')), 3));
  });
  it('of a copy that goes to another school is the golden example, however it ends', () => {
    const other = '01940000-0000-7000-8000-000000000002' as SchoolId;
    const way = {
      id: '019b0000-0000-7000-8000-000000000901' as CopyTransferId,
      copyId: COPY,
      titleId: TITLE,
      owningSchoolId: other,
      fromSchoolId: other,
      toSchoolId: SCHOOL,
      why: 'hold',
      holdId: waiting.id,
      status: 'requested',
      runId: null,
      version: 1,
    } as const;
    isGolden(transferRequested(way, day('2026-10-12')));
    isGolden(transferPacked(way, day('2026-10-12')));
    isGolden(transferReceived({ ...way, version: 2 }, SCHOOL, day('2026-10-12')));
    isGolden(transferEnded({ ...way, version: 2 }, 'lost', day('2026-10-12')));
    isGolden(copyLostOnWay({ ...way, owningSchoolId: SCHOOL }, day('2026-10-16'), 5));
  });
  it('of a notice that is due is the golden example', () => {
    const notice = {
      kind: 'overdue',
      causeId: SCHOOL,
      causeOn: day('2026-12-11'),
      schoolId: SCHOOL,
      readerId: READER,
      classId: null,
      count: 2,
      daysLate: 3,
      dueOn: day('2026-12-08'),
      untilOn: day('2026-12-18'),
    } as const;
    isGolden(noticeDue('019b0000-0000-7000-8000-000000000931' as NoticeId, notice));
    const ofClass = noticeDue('019b0000-0000-7000-8000-000000000931' as NoticeId, {
      ...notice,
      classId: 'a class' as SchoolClassId,
    });
    expect(ofClass.data).toMatchObject({ readerId: READER, classId: null });
  });
  it('of a policy is the golden example', () => {
    const rows = [
      { id: 'row', readerKind: null, grades: null, classId: null, copyKind: null, sets: { loanDays: 14 } },
    ];
    isGolden(policyActivated({ schoolId: SCHOOL, version: 1, effectiveOn: day('2026-10-12'), rows }));
  });
  it('never names what is not so', () => {
    expect(() => loanReturned(lent, 'shelf', 0, 1)).toThrow();
    expect(() => copyLost(lent, 1)).toThrow();
    const owed = owedFor(lost, COMPENSATION, day('2026-12-11'), 2_500, null);
    expect(() => compensationSettled(owed)).toThrow();
    expect(() => reopened(owed)).toThrow();
    expect(() => holdReady(waiting, 1)).toThrow();
    expect(() => holdWaitingAgain(waiting, 'copy-not-lendable', 1)).toThrow();
    expect(() => holdPickUpChanged(waiting, day('2026-12-18'), 1)).toThrow();
    expect(() => holdEnded(onShelf, 1)).toThrow();
  });
});
