import {
  CopyAccessionedV1,
  CopyChangedV1,
  CopyWithdrawnV1,
  EBooksCountedV1,
  SubscriptionApprovedV1,
  SubscriptionReopenedV1,
} from '@shulian/contracts/catalog';
import {
  CompensationOwedV1,
  CompensationSettledV1,
  CopyLostV1,
  CopyReleasedV1,
  LoanCheckedOutV1,
  LoanOverdueV1,
  LoanRenewedV1,
  LoanReturnedV1,
} from '@shulian/contracts/circulation';
import type { Announcement } from '@shulian/contracts/envelope';
import {
  ClassChangedV1,
  ClassOpenedV1,
  ReaderEnrolledV1,
  ReaderLeftV1,
  ReaderMovedClassV1,
  SchoolChangedV1,
  SchoolOpenedV1,
  StaffMemberKeptV1,
  TermOpenedV1,
} from '@shulian/contracts/readers';

/** Ids that say what they are: `idOf('5c', 1)` is school 1. */
export const idOf = (what: string, n: number): string =>
  `01940000-0000-7000-80${what}-${String(n).padStart(12, '0')}`;
export const schoolId = (n: number): string => idOf('5c', n);
export const classId = (n: number): string => idOf('c1', n);
export const readerId = (n: number): string => idOf('4e', n);
export const copyId = (n: number): string => idOf('b0', n);
export const titleId = (n: number): string => idOf('71', n);

type Fields = { readonly [name: string]: unknown };
const told = (
  definition: { announce(data: never, version: number): Announcement },
  data: Fields,
  version: number,
) => definition.announce(data as never, version);

export const schoolOpened = (n: number, more: Fields = {}): Announcement =>
  told(
    SchoolOpenedV1,
    { schoolId: schoolId(n), code: `S${n}`, name: `第${n}小学`, kind: 'primary', ...more },
    1,
  );
export const schoolChanged = (n: number, version: number, more: Fields): Announcement =>
  told(
    SchoolChangedV1,
    { schoolId: schoolId(n), code: `S${n}`, name: `第${n}小学`, kind: 'primary', ...more },
    version,
  );
export const termOpened = (school: number, n: number, startsOn: string, endsOn: string): Announcement =>
  told(
    TermOpenedV1,
    { termId: idOf('7e', n), schoolId: schoolId(school), name: '上学期', startsOn, endsOn },
    n,
  );
export const worksThere = (
  n: number,
  school: number,
  startsOn: string,
  endsOn: string | null = null,
): Announcement =>
  told(
    StaffMemberKeptV1,
    { staffMemberId: idOf('5f', n), schoolId: schoolId(school), startsOn, endsOn, removed: false },
    1,
  );
const schoolClass = (n: number, school: number, more: Fields): Fields => ({
  classId: classId(n),
  schoolId: schoolId(school),
  section: 'primary',
  entryYear: 2024,
  classNo: n,
  grade: 3,
  name: `三年级${n}班`,
  ...more,
});
export const classOpened = (n: number, school: number, more: Fields = {}): Announcement =>
  told(ClassOpenedV1, schoolClass(n, school, more), 1);
export const classChanged = (n: number, school: number, version: number, more: Fields): Announcement =>
  told(ClassChangedV1, schoolClass(n, school, more), version);
const reader = (n: number, school: number, inClass: number | null, more: Fields): Fields => ({
  readerId: readerId(n),
  schoolId: schoolId(school),
  kind: 'student',
  classId: inClass === null ? null : classId(inClass),
  section: inClass === null ? null : 'primary',
  entryYear: inClass === null ? null : 2024,
  leftOn: null,
  leftWhy: null,
  suspension: null,
  ...more,
});
export const readerEnrolled = (
  n: number,
  school: number,
  inClass: number | null,
  kind = 'student',
  version = 1,
): Announcement => told(ReaderEnrolledV1, reader(n, school, inClass, { kind }), version);
export const readerMoved = (n: number, school: number, inClass: number, version: number): Announcement =>
  told(ReaderMovedClassV1, reader(n, school, inClass, { fromClassId: null }), version);
export const readerLeft = (n: number, school: number, version: number, leftOn = '2026-10-12'): Announcement =>
  told(ReaderLeftV1, reader(n, school, null, { leftOn, leftWhy: 'left' }), version);

const copy = (n: number, school: number, more: Fields): Fields => ({
  copyId: copyId(n),
  titleId: titleId(n),
  schoolId: schoolId(school),
  barcode: `B${n}`,
  accessionNumber: n,
  callNumber: 'I287/1',
  clc: 'I287.4',
  kind: 'book',
  stockState: 'lendable',
  location: null,
  priceFen: 2_500,
  accessionedOn: '2026-09-01',
  ...more,
});
export const copyAccessioned = (n: number, school: number, more: Fields = {}): Announcement =>
  told(CopyAccessionedV1, copy(n, school, more), 1);
export const copyChanged = (n: number, school: number, version: number, more: Fields): Announcement =>
  told(CopyChangedV1, copy(n, school, more), version);
export const copyWithdrawn = (
  n: number,
  school: number,
  version: number,
  withdrawnOn = '2026-10-12',
  why = 'damaged',
): Announcement =>
  told(
    CopyWithdrawnV1,
    {
      copyId: copyId(n),
      titleId: titleId(n),
      schoolId: schoolId(school),
      withdrawnOn,
      why,
    },
    version,
  );

export const subscribed = (
  n: number,
  school: number,
  year: number,
  more: Fields = {},
  version = 3,
): Announcement =>
  told(
    SubscriptionApprovedV1,
    {
      roundId: idOf('5b', n),
      schoolId: schoolId(school),
      year,
      approvedOn: `${year - 1}-11-20`,
      newspapers: 18,
      periodicals: 232,
      copies: 310,
      fen: 2_860_000,
      ...more,
    },
    version,
  );
export const reopened = (n: number, school: number, year: number, version = 4): Announcement =>
  told(SubscriptionReopenedV1, { roundId: idOf('5b', n), schoolId: schoolId(school), year }, version);
export const eBooks = (n: number, school: number | null, volumes: number, day = '2026-09-01'): Announcement =>
  told(
    EBooksCountedV1,
    {
      lineId: idOf('eb', n),
      schoolId: school === null ? null : schoolId(school),
      countsAs: school === null ? 'county' : 'bought',
      day,
      volumes,
      fen: 0,
    },
    1,
  );

export type Lent = {
  readonly loan: number;
  readonly copy: number;
  readonly reader: number;
  readonly school: number;
  readonly inClass?: number | null;
  readonly kind?: string;
  readonly clc?: string | null;
  readonly loanedOn?: string;
  readonly dueOn?: string;
};
const loan = ({
  loan: n,
  copy: of,
  reader,
  school,
  inClass = null,
  kind = 'student',
  clc = 'I287.4',
  loanedOn = '2026-10-12',
  dueOn = '2026-11-11',
}: Lent): Fields => ({
  loanId: idOf('10', n),
  copyId: copyId(of),
  titleId: titleId(of),
  borrower: { kind: 'reader', id: readerId(reader) },
  mode: 'individual',
  readerId: readerId(reader),
  lendingSchoolId: schoolId(school),
  owningSchoolId: schoolId(school),
  readerSchoolId: schoolId(school),
  readerKind: kind,
  classId: inClass === null ? null : classId(inClass),
  grade: inClass === null ? null : 3,
  clc,
  loanedOn,
  dueOn,
  renewals: 0,
});
/** The class itself has the copy. */
export const lentToClass = (
  lent: Lent & { readonly inClass: number },
  version = 1,
  mode = 'collective',
): Announcement =>
  told(
    LoanCheckedOutV1,
    {
      ...loan(lent),
      borrower: { kind: 'class', id: classId(lent.inClass) },
      mode,
      readerId: null,
      readerKind: null,
      checkedOutAt: '2026-10-12T04:00:00.000Z',
    },
    version,
  );
export const readInRoom = (lent: Lent, version = 1): Announcement =>
  told(
    LoanCheckedOutV1,
    { ...loan({ ...lent, dueOn: '2026-10-12' }), mode: 'in-room', checkedOutAt: '2026-10-12T04:00:00.000Z' },
    version,
  );
export const checkedOut = (lent: Lent, version = 1): Announcement =>
  told(LoanCheckedOutV1, { ...loan(lent), checkedOutAt: '2026-10-12T04:00:00.000Z' }, version);
export const renewed = (lent: Lent, version: number, dueOn: string, renewedOn = '2026-10-12'): Announcement =>
  told(
    LoanRenewedV1,
    {
      ...loan({ ...lent, dueOn }),
      renewals: 1,
      renewedOn,
      previouslyDueOn: lent.dueOn ?? '2026-11-11',
    },
    version,
  );
export const returned = (lent: Lent, version: number, returnedOn = '2026-10-12'): Announcement =>
  told(
    LoanReturnedV1,
    {
      ...loan(lent),
      returnedOn,
      returnedAt: `${returnedOn}T04:00:00.000Z`,
      returnedToSchoolId: schoolId(lent.school),
      daysLate: 0,
      next: 'shelf',
    },
    version,
  );
export const lost = (lent: Lent, version: number, lostOn = '2026-10-12'): Announcement =>
  told(CopyLostV1, { ...loan(lent), lostOn }, version);

const compensation = (n: number, school: number, owedOn: string): Fields => ({
  compensationId: idOf('c0', n),
  loanId: idOf('10', n),
  copyId: copyId(n),
  titleId: titleId(n),
  borrower: { kind: 'reader', id: readerId(1) },
  readerId: readerId(1),
  owningSchoolId: schoolId(school),
  lendingSchoolId: schoolId(school),
  readerSchoolId: schoolId(school),
  owedOn,
  owedFen: 2_500,
});
export const owed = (n: number, school: number, owedOn = '2026-10-12'): Announcement =>
  told(CompensationOwedV1, compensation(n, school, owedOn), 1);
export const settled = (
  n: number,
  school: number,
  how: 'paid' | 'replaced' | 'waived',
  settledOn = '2026-10-12',
): Announcement =>
  told(
    CompensationSettledV1,
    { ...compensation(n, school, '2026-10-12'), how, amountFen: how === 'paid' ? 2_500 : null, settledOn },
    2,
  );

/** A copy back on the shelf of its school. */
export const released = (copy: number, school: number, version: number): Announcement =>
  told(
    CopyReleasedV1,
    { copyId: copyId(copy), titleId: titleId(copy), owningSchoolId: schoolId(school), next: 'shelf' },
    version,
  );

/** The same numbers for the same seed (mulberry32). */
export function seededNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** An event and the instant of which it tells. */
export type Happened = Announcement & { readonly time: string };

/** A term of two schools with everything that happens to readers, copies and loans, in the order of each key. */
export function aCountyHistory(next: (below: number) => number): Happened[] {
  const events = [1, 2].flatMap((school) => [
    schoolOpened(school),
    schoolChanged(school, 2, { name: `第${school}实验小学` }),
    termOpened(school, school, '2026-09-01', '2027-01-20'),
    worksThere(school, school, '2026-09-01'),
    subscribed(school, school, 2027),
    eBooks(school, school === 1 ? null : school, 100 * school),
  ]);
  for (let n = 1; n <= 4; n += 1) {
    const school = 1 + (n % 2);
    events.push(classOpened(n, school));
    if (n > 2) events.push(classChanged(n, school, 2, { entryYear: 2023, grade: 4, name: `四年级${n}班` }));
  }
  for (let n = 1; n <= 12; n += 1) {
    const school = 1 + (n % 2);
    events.push(readerEnrolled(n, school, school === 1 ? 2 : 1));
    if (next(3) === 0)
      events.push(
        told(ReaderMovedClassV1, reader(n, school, 3, { fromClassId: classId(1), entryYear: 2023 }), 2),
      );
    else if (next(4) === 0) events.push(readerLeft(n, school, 2), readerEnrolled(n, school, 4, 'student', 3));
  }
  let loans = 0;
  for (let n = 1; n <= 25; n += 1) {
    const school = 1 + (n % 2);
    const clc = ['I287.4', 'TP312', null, 'K82'][n % 4] ?? null;
    events.push(copyAccessioned(n, school, { clc, titleId: titleId(1 + (n % 9)) }));
    if (next(3) === 0) events.push(copyChanged(n, school, 2, { clc: 'G4', titleId: titleId(1 + (n % 9)) }));
    let version = 0;
    for (let round = next(5); round > 0; round -= 1) {
      loans += 1;
      const lent = {
        loan: loans,
        copy: n,
        reader: 1 + next(12),
        school,
        inClass: 1 + next(4),
        clc,
        loanedOn: `2026-10-0${1 + next(9)}`,
      };
      events.push(checkedOut(lent, (version += 1)));
      if (next(3) === 0) events.push(renewed(lent, (version += 1), '2026-12-11'));
      if (next(4) === 0)
        events.push(told(LoanOverdueV1, { ...loan(lent), overdueSinceOn: '2026-11-12' }, (version += 1)));
      const end = next(6);
      if (end === 0) break; // stays open
      if (end === 1) {
        events.push(lost(lent, (version += 1)), owed(n, school));
        if (next(2) === 0) events.push(settled(n, school, 'paid'));
        if (next(2) === 0) events.push(released(n, school, (version += 1)));
        break;
      }
      events.push(returned(lent, (version += 1)));
    }
    if (next(8) === 0) events.push(copyWithdrawn(n, school, 3));
  }
  // A fact every thirty hours, so that what changes has held for some days before.
  return events.map((event, at) => ({
    ...event,
    time: new Date(Date.UTC(2026, 8, 1) + at * 108_000_000).toISOString(),
  }));
}

/** The same events in another order that keeps the order within each key of each topic, as a bus would. */
export function shuffledTopics<Event extends Announcement>(
  events: readonly Event[],
  next: (below: number) => number,
): Event[] {
  const lanes = [...Map.groupBy(events, ({ topic, key }) => `${topic}|${key}`).values()].map((lane) => [
    ...lane,
  ]);
  const shuffled: Event[] = [];
  while (lanes.length > 0) {
    const at = next(lanes.length);
    const event = lanes[at]?.shift();
    if (event !== undefined) shuffled.push(event);
    if (lanes[at]?.length === 0) lanes.splice(at, 1);
  }
  return shuffled;
}
