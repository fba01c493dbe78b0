import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Announcement, CloudEvent } from '@shulian/contracts/envelope';
import type {
  CopyId,
  HoldId,
  LoanId,
  ReaderId,
  SchoolClassId,
  SchoolId,
  TitleId,
} from '@shulian/contracts/ids';
import { holdEnded, holdPlaced, holdReady } from '../holds/hold.events.js';
import { ended, ready, type Hold } from '../holds/rules/hold.js';
import { loansOverdue } from '../overdue/overdue.events.js';
import { overdueSince } from '../overdue/rules/overdue.js';
import { policyActivated } from '../policies/policy.events.js';
import { copyLost, copyReleased, loanCheckedOut, loanRenewed, loanReturned } from './loan.events.js';
import { aLoan, day } from './rules/a-loan.builder.js';
import { closed, renewed } from './rules/loan.js';

const golden = (type: string): CloudEvent =>
  JSON.parse(
    readFileSync(
      new URL(`../../../../libs/contracts/examples/shulian.circulation.${type}.json`, import.meta.url),
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
  readerId: READER,
  classId: '019a0000-0000-7000-8000-0000000000c1' as SchoolClassId,
  lendingSchoolId: SCHOOL,
  owningSchoolId: SCHOOL,
  readerSchoolId: SCHOOL,
  clc: 'I210.6',
});
const later = renewed(lent, day('2026-12-09'));
const gone = { at: '2026-12-11T04:00:00.000Z', on: day('2026-12-11') };
const waiting: Hold = {
  id: '019b0000-0000-7000-8000-000000000401' as HoldId,
  titleId: TITLE,
  wantedCopyId: null,
  readerId: READER,
  readerSchoolId: SCHOOL,
  pickupSchoolId: SCHOOL,
  placedAt: '2026-10-12T04:00:00.000Z',
  state: { is: 'waiting' },
};
const onShelf = ready(waiting, COPY, day('2026-12-11'), day('2026-12-18'));

describe('what circulation announces', () => {
  it('of a loan is the golden example, from checkout to return', () => {
    isGolden(loanCheckedOut(lent, 1));
    isGolden(loanRenewed(later, lent.dueOn, day('2026-11-09'), 2));
    isGolden(loansOverdue([{ loan: later, since: overdueSince(later.dueOn) }], new Map([[COPY, 3]]))[0]);
    isGolden(loanReturned(closed(later, 'returned', gone, SCHOOL), 'shelf', 4));
    isGolden(copyLost(closed(later, 'lost', gone, SCHOOL), 4));
  });
  it('of a copy that goes back to the shelf is the golden example', () => {
    isGolden(copyReleased({ copyId: COPY, titleId: TITLE, schoolId: SCHOOL }, 'shelf', 5));
  });
  it('of a hold is the golden example, however it ends', () => {
    isGolden(holdPlaced(waiting, 1));
    isGolden(holdReady(onShelf, 2));
    isGolden(holdEnded(ended(onShelf, 'fulfilled', day('2026-12-14')), 3));
    isGolden(holdEnded(ended(waiting, 'cancelled', day('2026-12-14')), 3));
    isGolden(holdEnded(ended(onShelf, 'expired', day('2026-12-19')), 3));
  });
  it('of a policy is the golden example', () => {
    const rows = [
      { id: 'row', readerKind: null, grades: null, classId: null, copyKind: null, sets: { loanDays: 14 } },
    ];
    isGolden(policyActivated({ schoolId: SCHOOL, version: 1, effectiveOn: day('2026-10-12'), rows }));
  });
  it('never names what is not so', () => {
    expect(() => loanReturned(lent, 'shelf', 1)).toThrow();
    expect(() => copyLost(lent, 1)).toThrow();
    expect(() => holdReady(waiting, 1)).toThrow();
    expect(() => holdEnded(onShelf, 1)).toThrow();
  });
});
