import { describe, expect, it } from '@jest/globals';
import type { CopyId, LoanId, ReaderId, TitleId } from '@shulian/contracts/ids';
import { aCalendar, day } from '@shulian/lending-rules/a-loan.builder';
import type { VacationLending } from '@shulian/lending-rules/policy/due-date';
import type { PolicyParameters, PolicyRow, PolicyVersion } from '@shulian/lending-rules/policy/loan-policy';
import fc from 'fast-check';
import { tried, withDraft, type PastLoan } from './trial.js';

const usual: Partial<PolicyParameters> = {
  mayBorrow: true,
  loanDays: 14,
  loanLimit: 3,
  renewals: 1,
  whenClosed: 'next-open',
  sameTitle: 'allow',
};
const row = (sets: Partial<PolicyParameters>, of: Partial<PolicyRow> = {}): PolicyRow => ({
  id: 'row',
  readerKind: null,
  grades: null,
  classId: null,
  copyKind: null,
  ...of,
  sets,
});
const inForce: PolicyVersion[] = [
  { schoolId: null, version: 1, effectiveOn: day('2026-01-01'), rows: [row(usual)] },
];
const title = (name: string): TitleId => name as TitleId;
const aLoan = (named: Partial<PastLoan> = {}): PastLoan => ({
  loanId: 'loan' as LoanId,
  copyId: 'copy' as CopyId,
  titleId: title('one'),
  borrower: { kind: 'reader', id: 'reader' as ReaderId },
  borrowerKind: 'student',
  classId: null,
  grade: 5,
  copyKind: 'book',
  loanedOn: day('2026-10-12'),
  loanedAt: '2026-10-12T04:20:00.000Z',
  hadTitles: [],
  ...named,
});
const under = (
  sets: Partial<PolicyParameters>,
  loan: PastLoan,
  of: Partial<PolicyRow> = {},
  vacations: readonly VacationLending[] = [],
) => {
  const rules = { versions: inForce, calendar: aCalendar(), vacations, zone: 'Asia/Shanghai' };
  const rows = [row({ ...usual, ...sets }, of)];
  return tried(loan, rules, { ...rules, versions: withDraft(inForce, null, rows) });
};
const changesUnder = (sets: Partial<PolicyParameters>, loan: PastLoan = aLoan()): readonly string[] =>
  under(sets, loan).changes;

describe('a draft of the rules, tried on a past loan', () => {
  it('changes nothing where it says the same, whatever the loan', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.constantFrom('one', 'two', 'three', 'four').map(title), { maxLength: 5 }),
        fc.constantFrom('student', 'teacher', 'class' as const),
        fc.constantFrom('book', 'reference', 'periodical' as const),
        (grade, hadTitles, borrowerKind, copyKind) => {
          expect(changesUnder({}, aLoan({ grade, hadTitles, borrowerKind, copyKind }))).toEqual([]);
        },
      ),
    );
  });
  it('moves the due day and the renewals', () => {
    expect(changesUnder({ loanDays: 13 })).toEqual([]); // a Sunday: the Monday after all the same
    expect(changesUnder({ loanDays: 11 })).toEqual(['due-earlier']);
    expect(changesUnder({ loanDays: 15 })).toEqual(['due-later']);
    expect(changesUnder({ renewals: 0 })).toEqual(['fewer-renewals']);
    expect(changesUnder({ renewals: 2, loanDays: 7 })).toEqual(['due-earlier', 'more-renewals']);
    expect(under({ loanDays: 7 }, aLoan())).toMatchObject({
      before: { dueOn: '2026-10-26', refusals: [] },
      after: { dueOn: '2026-10-19', refusals: [] },
    });
  });
  it('moves no due day of what went out before a vacation: that has a day of its own', () => {
    const until = (lendTo: string) =>
      under({ loanDays: 7 }, aLoan(), {}, [
        { lendFrom: day('2026-10-08'), lendTo: day(lendTo), dueOn: day('2027-03-01') },
      ]);
    expect(until('2026-10-12')).toMatchObject({ changes: [], after: { dueOn: '2027-03-01' } });
    expect(until('2026-10-11').changes).toEqual(['due-earlier']);
  });
  it('refuses at its limit, and not below it', () => {
    const had = (count: number) => aLoan({ hadTitles: ['two', 'three', 'four'].map(title).slice(0, count) });
    expect(changesUnder({ loanLimit: 2 }, had(1))).toEqual([]);
    expect(changesUnder({ loanLimit: 2 }, had(2))).toEqual(['refused']);
    expect(under({ loanLimit: 2 }, had(2)).after.refusals).toEqual([
      { code: 'reader.at-limit', severity: 'deny' },
    ]);
    // Refused by the rules of the day as well: somebody passed over it.
    expect(changesUnder({ loanLimit: 2 }, had(3))).toEqual([]);
    expect(changesUnder({ loanLimit: 4 }, had(3))).toEqual(['refused-no-more']);
  });
  it('sees titles, hours, rooms and who may not borrow', () => {
    const twice = aLoan({ hadTitles: [title('one')] });
    expect(changesUnder({ sameTitle: 'confirm' }, twice)).toEqual(['refused']);
    expect(changesUnder({ sameTitle: 'confirm' })).toEqual([]);
    // 12:20 on a Monday in Shanghai.
    const noon = (from: string, to: string) => ({ windows: [{ weekdays: [1], from, to }] });
    expect(changesUnder(noon('12:00', '12:20'))).toEqual(['refused']);
    expect(changesUnder(noon('12:20', '12:21'))).toEqual([]);
    expect(changesUnder({ mayLeaveRoom: false })).toEqual(['refused']);
    expect(changesUnder({ mayBorrow: false })).toEqual(['refused']);
  });
  it('looks at no debts, no notes and nothing overdue: they would have gone otherwise, too', () => {
    expect(changesUnder({ blockOnOverdue: true, readingNoteEvery: 1 })).toEqual([]);
  });
  it('leaves a loan alone that its rows do not mean', () => {
    const draft = (loan: PastLoan) => under({ loanDays: 7 }, loan, { grades: [5] }).changes;
    expect(draft(aLoan())).toEqual(['due-earlier']);
    // No rule of the draft is about grade 6: nothing would be lent there.
    expect(draft(aLoan({ grade: 6 }))).toEqual(['refused']);
  });
});
