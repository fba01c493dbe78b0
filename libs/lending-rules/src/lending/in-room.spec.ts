import { describe, expect, it } from '@jest/globals';
import type { BorrowerAtDesk } from '../desk/borrower-at-desk.js';
import type { CopyAtDesk } from '../desk/copy-at-desk.js';
import type { PolicyParameters } from '../policy/loan-policy.js';
import {
  aBorrower,
  aCalendar,
  aCopy,
  aPolicy,
  aReader,
  day,
  facts,
  LOAN,
  openLoans,
  SCHOOL,
  SOMEBODY_ELSE,
} from '../a-loan.builder.js';
import { decideCheckOut, openLoan } from './check-out.js';
import { checkOutRefusals } from './check-out-refusals.js';

const codes = (
  copy: Partial<CopyAtDesk>,
  reader: Partial<BorrowerAtDesk> = {},
  policy: Partial<PolicyParameters> = {},
): string[] =>
  checkOutRefusals(
    facts({
      inRoom: true,
      scanned: { is: 'here', copy: aCopy(copy) },
      borrower: aReader(reader),
      policy: aPolicy(policy),
    }),
  ).map(({ code }) => code);
const inRoom = (count: number, dueOn = day('2026-10-12')) =>
  openLoans(count, dueOn).map((loan) => ({ ...loan, inRoom: true }));

describe('reading in the room', () => {
  it('takes reference books and whatever never leaves', () => {
    expect(codes({ kind: 'reference' })).toEqual([]);
    expect(codes({ stockState: 'reading-room' })).toEqual([]);
    expect(codes({}, {}, { mayLeaveRoom: false })).toEqual([]);
  });

  it('takes no copy that is not there', () => {
    for (const stockState of ['missing', 'withdrawn', 'processing', 'repair'] as const)
      expect(codes({ stockState })).toEqual(['copy.not-lendable']);
    expect(codes({ lendingState: 'on-loan', loanId: LOAN })).toEqual(['copy.already-on-loan']);
  });

  it('takes nothing from the hold shelf, not even what lies there for the same reader, and nothing kept for another', () => {
    const reader = aReader();
    for (const heldFor of [SOMEBODY_ELSE, reader.who.id as never])
      expect(codes({ lendingState: 'hold-shelf', heldFor })).toEqual(['copy.not-lendable']);
    expect(codes({ heldFor: SOMEBODY_ELSE })).toEqual(['copy.held-for-another-reader']);
  });

  it('is open to whoever may take nothing home now', () => {
    const borrower = aBorrower({
      openLoans: openLoans(5, day('2026-10-01')),
      compensationsOwed: 1,
      loansSinceNote: 9,
    });
    const suspended = { untilOn: null };
    expect(
      codes({}, { borrower, suspended }, { mayBorrow: false, readingNoteEvery: 1, windows: [] }),
    ).toEqual([]);
    expect(codes({}, { standing: 'left', card: 'lost' })).toEqual(['reader.inactive', 'reader.card-lost']);
  });

  it('has a limit of its own: three, or what a rule says; a class may have sixty', () => {
    const at = (count: number, policy: Partial<PolicyParameters> = {}): string[] =>
      codes({}, { borrower: aBorrower({ openLoans: inRoom(count) }) }, policy);
    expect([at(2), at(3), at(4)]).toEqual([[], ['reader.at-limit'], ['reader.at-limit']]);
    expect([at(0, { inRoomLimit: 1 }), at(1, { inRoomLimit: 1 })]).toEqual([[], ['reader.at-limit']]);
    const { inRoomLimit: _, ...policy } = aPolicy();
    const ofClass = (count: number): string[] =>
      checkOutRefusals(
        facts({
          inRoom: true,
          policy,
          borrower: aReader({ kind: 'class', borrower: aBorrower({ openLoans: inRoom(count) }) }),
        }),
      ).map(({ code }) => code);
    expect([ofClass(59), ofClass(60), ofClass(61)]).toEqual([[], ['reader.at-limit'], ['reader.at-limit']]);
  });

  it('is refused to who kept a copy of the room overnight, until it is back', () => {
    const kept = { borrower: aBorrower({ openLoans: inRoom(1, day('2026-10-11')) }) };
    expect(codes({}, kept)).toEqual(['reader.has-overdue']);
  });

  it('counts for no limit of what is at home, and for no reading note', () => {
    const atHome = facts({
      borrower: aReader({ borrower: aBorrower({ openLoans: [...openLoans(4), ...inRoom(3)] }) }),
    });
    expect(checkOutRefusals(atHome)).toEqual([]);
  });

  it('is due the same day, on a closed one, too, and is not renewed', () => {
    const moment = { at: '2026-10-11T04:00:00.000Z', on: day('2026-10-11'), zone: 'Asia/Shanghai' };
    const decided = decideCheckOut(
      {
        scanned: { is: 'here', copy: aCopy({ kind: 'reference' }) },
        borrower: aReader(),
        lendsTo: 'reader',
        inRoom: true,
        overrides: [],
        overridable: new Set(),
      },
      { versions: [], calendar: aCalendar() },
      moment,
    );
    expect(decided.decision.outcome).toBe('allow');
    const { loan, borrower } = openLoan(decided, { id: LOAN, lendingSchoolId: SCHOOL }, moment);
    expect(loan).toMatchObject({ mode: 'in-room', dueOn: '2026-10-11', terms: { loanDays: 0, renewals: 0 } });
    expect(borrower).toMatchObject({ openLoans: [{ loanId: LOAN, inRoom: true }], loansSinceNote: 0 });
  });
});
