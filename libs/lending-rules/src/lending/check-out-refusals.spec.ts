import { describe, expect, it } from '@jest/globals';
import { isSuspended, type BorrowerAtDesk } from '../desk/borrower-at-desk.js';
import type { CopyAtDesk, LendingState, StockState } from '../desk/copy-at-desk.js';
import { decide } from '../desk/reason.js';
import type { Missing } from '../policy/due-date.js';
import type { PolicyParameters } from '../policy/loan-policy.js';
import {
  aBorrower,
  aCopy,
  aPolicy,
  aReader,
  day,
  facts,
  LOAN,
  openLoans,
  PUPIL,
  SOMEBODY_ELSE,
  TITLE,
} from '../a-loan.builder.js';
import { checkOutRefusals, type CheckOutFacts } from './check-out-refusals.js';

const codes = (named: Partial<CheckOutFacts>): string[] =>
  checkOutRefusals(facts(named)).map((reason) => reason.code);
const ofCopy = (copy: Partial<CopyAtDesk>, policy: Partial<PolicyParameters> = {}): string[] =>
  codes({ scanned: { is: 'here', copy: aCopy(copy) }, policy: aPolicy(policy) });
const ofReader = (borrower: Partial<BorrowerAtDesk>, policy: Partial<PolicyParameters> = {}): string[] =>
  codes({ borrower: aReader(borrower), policy: aPolicy(policy) });

describe('reasons against a checkout', () => {
  it('are none for an active pupil and a copy on the shelf', () => {
    expect(codes({})).toEqual([]);
  });
  it('name what the barcode led to', () => {
    expect(codes({ scanned: { is: 'unknown' } })).toEqual(['copy.unknown']);
    expect(codes({ scanned: { is: 'ambiguous', schools: 2 } })).toEqual(['copy.barcode-ambiguous']);
    expect(codes({ scanned: { is: 'foreign' } })).toEqual(['copy.of-another-school']);
    expect(codes({ borrower: null })).toEqual(['reader.unknown']);
    expect(codes({ borrower: null, lendsTo: 'class' })).toEqual(['class.unknown']);
  });
  it('lend by an allow-list of states', () => {
    const stock: Record<StockState, string[]> = {
      lendable: [],
      'reading-room': ['copy.reading-room-only'],
      processing: ['copy.not-lendable'],
      repair: ['copy.not-lendable'],
      missing: ['copy.not-lendable'],
      withdrawn: ['copy.not-lendable'],
    };
    for (const [stockState, expected] of Object.entries(stock))
      expect(ofCopy({ stockState: stockState as StockState })).toEqual(expected);
    const lending: Record<LendingState, string[]> = {
      in: [],
      'hold-shelf': [],
      'on-loan': ['copy.already-on-loan'],
      'in-transit': ['copy.not-lendable'],
      lost: ['copy.not-lendable'],
    };
    for (const [lendingState, expected] of Object.entries(lending))
      expect(
        ofCopy({
          lendingState: lendingState as LendingState,
          loanId: lendingState === 'on-loan' ? LOAN : null,
        }),
      ).toEqual(expected);
  });
  it('can be passed over for a copy that is only not ready, by whoever may, and for no other', () => {
    const overridable = (copy: Partial<CopyAtDesk>, may: readonly string[]): boolean[] =>
      checkOutRefusals(facts({ scanned: { is: 'here', copy: aCopy(copy) }, overridable: new Set(may) })).map(
        (reason) => reason.overridable,
      );
    const may = ['copy.not-lendable'];
    for (const stockState of ['processing', 'repair'] as const) {
      expect(overridable({ stockState }, may)).toEqual([true]);
      expect(overridable({ stockState }, [])).toEqual([false]);
      for (const lendingState of ['lost', 'in-transit'] as const)
        expect(overridable({ stockState, lendingState }, may)).toEqual([false]);
    }
    for (const stockState of ['missing', 'withdrawn'] as const)
      expect(overridable({ stockState }, may)).toEqual([false]);
    for (const lendingState of ['lost', 'in-transit'] as const)
      expect(overridable({ lendingState }, may)).toEqual([false]);
  });
  it('[CIR-010] reference books never leave the room, whoever asks', () => {
    expect(ofCopy({ kind: 'reference' }, { mayLeaveRoom: false })).toEqual(['copy.reading-room-only']);
  });
  it('keep a copy for the reader who waits for it', () => {
    expect(ofCopy({ lendingState: 'hold-shelf', heldFor: SOMEBODY_ELSE })).toEqual([
      'copy.held-for-another-reader',
    ]);
    expect(ofCopy({ lendingState: 'hold-shelf', heldFor: PUPIL })).toEqual([]);
    expect(ofCopy({ heldFor: SOMEBODY_ELSE })).toEqual(['copy.held-for-another-reader']);
  });
  it('count to the limit and not beyond', () => {
    for (const [open, expected] of [
      [4, []],
      [5, ['reader.at-limit']],
      [6, ['reader.at-limit']],
    ] as const)
      expect(ofReader({ borrower: aBorrower({ openLoans: openLoans(open) }) })).toEqual(expected);
  });
  it('call a loan overdue from the day after its due day', () => {
    for (const [dueOn, expected] of [
      ['2026-10-13', []],
      ['2026-10-12', []],
      ['2026-10-11', ['reader.has-overdue']],
    ] as const) {
      const borrower = aBorrower({ openLoans: openLoans(1, day(dueOn)) });
      expect(ofReader({ borrower })).toEqual(expected);
      expect(ofReader({ borrower }, { blockOnOverdue: false })).toEqual([]);
    }
  });
  it('[CIR-028] ask for a reading note after so many loans, when the school wants that', () => {
    for (const [loansSinceNote, expected] of [
      [1, []],
      [2, ['reader.owes-reading-note']],
      [3, ['reader.owes-reading-note']],
    ] as const) {
      const borrower = aBorrower({ loansSinceNote });
      expect(ofReader({ borrower }, { readingNoteEvery: 2 })).toEqual(expected);
      expect(ofReader({ borrower })).toEqual([]);
    }
  });
  it('suspend up to and including a day', () => {
    const untilOn = day('2026-10-12');
    expect(isSuspended({ untilOn }, day('2026-10-11'))).toBe(true);
    expect(isSuspended({ untilOn }, day('2026-10-12'))).toBe(true);
    expect(isSuspended({ untilOn }, day('2026-10-13'))).toBe(false);
    expect(isSuspended({ untilOn: null }, day('2099-01-01'))).toBe(true);
    expect(ofReader({ suspended: { untilOn } })).toEqual(['reader.suspended']);
  });
  it('[CIR-060] keep readers who owe a compensation', () => {
    expect(ofReader({ borrower: aBorrower({ compensationsOwed: 1 }) })).toEqual(['reader.owes-compensation']);
  });
  it('say what a class owes, and lend to it all the same', () => {
    const owes = aBorrower({ compensationsOwed: 1 });
    const found = checkOutRefusals(
      facts({ borrower: aReader({ kind: 'class', card: null, borrower: owes }) }),
    );
    expect(found).toMatchObject([
      { code: 'reader.owes-compensation', severity: 'warn', overridable: false, facts: { owed: 1 } },
    ]);
    expect(decide(found, [])).toMatchObject({ outcome: 'allow', overridden: [] });
  });
  it('ask before a second copy of the same title, or deny it, or do not care', () => {
    const borrower = aBorrower({
      openLoans: [{ loanId: LOAN, titleId: TITLE, dueOn: day('2026-11-01'), inRoom: false, inBlock: false }],
    });
    for (const severity of ['confirm', 'deny'] as const)
      expect(
        checkOutRefusals(
          facts({ borrower: aReader({ borrower }), policy: aPolicy({ sameTitle: severity }) }),
        ),
      ).toMatchObject([
        { code: 'reader.same-title-on-loan', severity, rule: { parameter: 'sameTitle', version: 1 } },
      ]);
    expect(ofReader({ borrower }, { sameTitle: 'allow' })).toEqual([]);
  });
  it('[CIR-033] open and close with the windows of the school', () => {
    const windows = [{ weekdays: [1, 3], from: '12:00', to: '12:50' }];
    const at = (weekday: number, time: string): string[] =>
      codes({ policy: aPolicy({ windows }), at: { weekday, time } });
    expect(at(1, '11:59')).toEqual(['window.closed']);
    expect(at(1, '12:00')).toEqual([]);
    expect(at(1, '12:49')).toEqual([]);
    expect(at(1, '12:50')).toEqual(['window.closed']);
    expect(at(2, '12:00')).toEqual(['window.closed']);
  });
  it('say that no rule applies when none gives a period, a limit or the right to borrow', () => {
    expect(ofReader({}, { mayBorrow: false })).toEqual(['policy.none']);
    const { loanDays: _days, ...noPeriod } = aPolicy();
    expect(codes({ policy: noPeriod, due: null })).toEqual(['policy.none']);
    const { loanLimit: _limit, ...noLimit } = aPolicy();
    expect(codes({ policy: noLimit })).toEqual(['policy.none']);
  });
  it('mention an unknown calendar without refusing', () => {
    const warnings = (...missing: Missing[]) =>
      checkOutRefusals(facts({ due: { dueOn: day('2026-11-11'), missing } }));
    const unknown = { code: 'calendar.unknown', severity: 'warn', overridable: false };
    const noNextTerm = { code: 'calendar.no-next-term', severity: 'warn', overridable: false };
    expect(warnings('term', 'holidays')).toMatchObject([{ ...unknown, facts: { missing: 'term' } }]);
    expect(warnings('next-term', 'holidays')).toMatchObject([
      { ...unknown, facts: { missing: 'holidays' } },
      noNextTerm,
    ]);
    expect(warnings('next-term')).toMatchObject([noNextTerm]);
  });
  it('come all at once, in the order of the desk', () => {
    expect(
      codes({
        scanned: {
          is: 'here',
          copy: aCopy({
            stockState: 'repair',
            lendingState: 'hold-shelf',
            heldFor: SOMEBODY_ELSE,
            kind: 'reference',
          }),
        },
        borrower: aReader({
          standing: 'left',
          card: 'lost',
          suspended: { untilOn: null },
          borrower: aBorrower({
            openLoans: [
              ...openLoans(4, day('2026-10-01')),
              { loanId: LOAN, titleId: TITLE, dueOn: day('2026-11-01'), inRoom: false, inBlock: false },
            ],
            loansSinceNote: 2,
            compensationsOwed: 1,
          }),
        }),
        policy: aPolicy({ mayLeaveRoom: false, mayBorrow: false, readingNoteEvery: 2, windows: [] }),
        at: { weekday: 1, time: '12:00' },
        due: { dueOn: day('2026-11-11'), missing: ['holidays'] },
      }),
    ).toEqual([
      'copy.not-lendable',
      'copy.reading-room-only',
      'copy.held-for-another-reader',
      'reader.inactive',
      'reader.card-lost',
      'reader.suspended',
      'reader.at-limit',
      'reader.has-overdue',
      'reader.owes-compensation',
      'reader.owes-reading-note',
      'reader.same-title-on-loan',
      'window.closed',
      'policy.none',
      'calendar.unknown',
    ]);
  });
});
