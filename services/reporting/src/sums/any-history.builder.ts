import { CopyAccessionedV1, CopyChangedV1, CopyWithdrawnV1 } from '@shulian/contracts/catalog';
import {
  CompensationOwedV1,
  CompensationReopenedV1,
  CompensationSettledV1,
  CopyLostV1,
  CopyReleasedV1,
  LoanCheckedOutV1,
  LoanDueChangedV1,
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
} from '@shulian/contracts/readers';
import {
  classId,
  copyId,
  idOf,
  readerId,
  schoolId,
  titleId,
  type Happened,
} from '../a-county-history.builder.js';

/** One turn of a history: what may happen, to which thing, how, and how many days after the last turn. */
export type Turn = { readonly what: What; readonly n: number; readonly how: number; readonly days: number };
export const WHATS = [
  'copy',
  'copy',
  'withdraw',
  'owe',
  'lend',
  'lend',
  'renew',
  'due',
  'return',
  'lose',
  'find',
  'reader',
  'reader',
  'class',
] as const;
type What = (typeof WHATS)[number];

export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

type Definition = { announce(data: never, version: number): Announcement };
type Fields = Record<string, unknown>;
type Loan = Fields & { loanId: string; dueOn: string; renewals: number };

const CLCS = ['I287.4', 'TP312', 'K82', null] as const;
const SOURCES = ['purchase', 'donation', undefined] as const;
const STATES = ['missing', 'repair', 'lendable', 'reading-room'] as const;
const KINDS = ['student', 'student', 'teacher'] as const;

/**
 * What a county could tell: each turn becomes an event where the thing is in a state that allows it, and nothing where it
 * is not. Few things, so that much happens to each; it begins before a 1 September, so that classes graduate.
 */
export function historyOf(turns: readonly Turn[]): Happened[] {
  const events: Happened[] = [];
  const versions = new Map<string, number>();
  const copies = new Map<number, Fields>();
  const loans = new Map<number, Loan>();
  const readers = new Map<number, Fields>();
  let day = '2025-07-20';
  let loansMade = 0;

  const say = (definition: Definition, key: string, data: Fields): void => {
    const version = (versions.get(key) ?? 0) + 1;
    versions.set(key, version);
    events.push({ ...definition.announce(data as never, version), time: `${day}T04:00:00.000Z` });
  };
  const ofLoan = (definition: Definition, n: number, more: Fields): void => {
    const loan = loans.get(n);
    if (loan !== undefined) say(definition, `lending ${n}`, { ...loan, ...more });
  };

  const turnsInto: Record<What, (n: number, how: number) => void> = {
    copy: (n, how) => {
      const before = copies.get(n);
      if (before === undefined) {
        copies.set(n, {
          copyId: copyId(n),
          titleId: titleId(how % 3),
          schoolId: schoolId(1 + (how % 2)),
          barcode: `B${n}`,
          accessionNumber: n + 1,
          callNumber: null,
          clc: CLCS[how % 4] ?? null,
          kind: 'book',
          stockState: 'lendable',
          location: null,
          priceFen: how % 5 === 0 ? null : 100 * how,
          accessionedOn: dayAfter(day, -(how % 40)),
        });
        const source = SOURCES[how % 3];
        const said = source === undefined ? {} : { source };
        say(CopyAccessionedV1, `copy ${n}`, { ...copies.get(n), ...said });
      } else if (before['stockState'] !== 'withdrawn') {
        const changes: Fields[] = [
          { titleId: titleId(how % 3) },
          { clc: CLCS[how % 4] ?? null },
          { priceFen: 50 * how },
          { schoolId: schoolId(1 + (how % 2)) },
          { location: '二楼' },
          { stockState: how % 7 === 0 ? 'withdrawn' : STATES[how % 4] },
          { stockState: STATES[(how + n) % 4], kind: how % 2 === 0 ? 'book' : 'reference' },
        ];
        copies.set(n, { ...before, ...changes[how % 7] });
        say(CopyChangedV1, `copy ${n}`, copies.get(n) ?? {});
      }
    },
    withdraw: (n) => {
      const before = copies.get(n);
      if (before === undefined || before['stockState'] === 'withdrawn') return;
      copies.set(n, { ...before, stockState: 'withdrawn' });
      say(CopyWithdrawnV1, `copy ${n}`, {
        ...before,
        withdrawnOn: day,
        why: n % 2 === 0 ? 'outdated' : 'lost',
      });
    },
    owe: (n, how) => {
      const key = `compensation ${n}`;
      const compensation = {
        compensationId: idOf('c0', n),
        owningSchoolId: schoolId(1 + (n % 2)),
        owedOn: '2025-07-20',
        owedFen: n === 0 ? null : 100 * n,
      };
      if (!versions.has(key)) say(CompensationOwedV1, key, compensation);
      else if (how % 3 === 0) say(CompensationReopenedV1, key, { ...compensation, reopenedOn: day });
      else say(CompensationSettledV1, key, { ...compensation, how: how % 3 === 1 ? 'paid' : 'waived', amountFen: how % 3 === 1 ? how : null, settledOn: day }); // prettier-ignore
    },
    lend: (n, how) => {
      if (loans.has(n)) return;
      const reader = readers.get(how % 4);
      const toClass = how % 5 === 4;
      loans.set(n, {
        loanId: idOf('10', (loansMade += 1)),
        copyId: copyId(n),
        titleId: titleId(how % 3),
        borrower: toClass
          ? { kind: 'class', id: classId(how % 3) }
          : { kind: 'reader', id: readerId(how % 4) },
        mode: how % 7 === 3 ? 'in-room' : toClass ? 'collective' : 'individual',
        readerId: toClass ? null : readerId(how % 4),
        lendingSchoolId: schoolId(1 + (how % 2)),
        owningSchoolId: schoolId(1),
        readerSchoolId: schoolId(1),
        readerKind: toClass ? null : (reader?.['kind'] ?? 'student'),
        classId: toClass ? classId(how % 3) : (reader?.['classId'] ?? null),
        grade: null,
        clc: null,
        loanedOn: day,
        dueOn: dayAfter(day, how % 15),
        renewals: 0,
      });
      ofLoan(LoanCheckedOutV1, n, { checkedOutAt: `${day}T04:00:00.000Z` });
    },
    renew: (n, how) => {
      const before = loans.get(n);
      if (before === undefined) return;
      const dueOn = dayAfter(before.dueOn < day ? day : before.dueOn, 1 + (how % 20));
      loans.set(n, { ...before, dueOn, renewals: before.renewals + 1 });
      ofLoan(LoanRenewedV1, n, { renewedOn: day, previouslyDueOn: before.dueOn });
    },
    due: (n, how) => {
      const before = loans.get(n);
      if (before === undefined) return;
      loans.set(n, { ...before, dueOn: dayAfter(before.dueOn, 1 + (how % 9)) });
      ofLoan(LoanDueChangedV1, n, { previouslyDueOn: before.dueOn });
    },
    return: (n) => {
      ofLoan(LoanReturnedV1, n, {
        returnedOn: day,
        returnedAt: `${day}T04:00:00.000Z`,
        returnedToSchoolId: schoolId(1),
        daysLate: 0,
        next: 'shelf',
      });
      loans.delete(n);
    },
    lose: (n) => {
      ofLoan(CopyLostV1, n, { lostOn: day });
      loans.delete(n);
    },
    find: (n) => {
      const copy = { copyId: copyId(n), titleId: titleId(0), owningSchoolId: schoolId(1), next: 'shelf' };
      if (!loans.has(n)) say(CopyReleasedV1, `lending ${n}`, copy);
    },
    reader: (n, how) => {
      const before = readers.get(n);
      const place = { classId: how % 3 === 0 ? null : classId(how % 3), section: null, entryYear: null };
      const present = { ...place, leftOn: null, leftWhy: null, suspension: null };
      const who = { readerId: readerId(n), schoolId: schoolId(1 + (n % 2)) };
      if (before === undefined || before['leftOn'] !== null || how % 4 === 0) {
        readers.set(n, { ...who, ...present, kind: KINDS[how % 3] });
        say(ReaderEnrolledV1, `reader ${n}`, readers.get(n) ?? {});
      } else if (how % 4 === 1) {
        readers.set(n, { ...before, leftOn: day, leftWhy: 'left' });
        say(ReaderLeftV1, `reader ${n}`, readers.get(n) ?? {});
      } else {
        readers.set(n, { ...before, ...place });
        say(ReaderMovedClassV1, `reader ${n}`, { ...readers.get(n), fromClassId: before['classId'] });
      }
    },
    class: (n, how) => {
      const key = `class ${n % 3}`;
      const section = how % 2 === 0 ? 'primary' : 'junior';
      // 2019 + 6 and 2022 + 3 graduate in the time of the history, the year after does not.
      const entryYear = (how % 2 === 0 ? 2019 : 2022) + (how % 3 === 0 ? 1 : 0);
      say(versions.has(key) ? ClassChangedV1 : ClassOpenedV1, key, {
        classId: classId(n % 3),
        schoolId: schoolId(1 + (n % 2)),
        section,
        entryYear,
        classNo: 1 + (how % 4),
        grade: null,
        name: 'x',
      });
    },
  };
  for (const { what, n, how, days } of turns) {
    day = dayAfter(day, days);
    turnsInto[what](n, how);
  }
  return events;
}
