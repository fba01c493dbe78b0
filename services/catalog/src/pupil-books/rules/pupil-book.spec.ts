import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type {
  CalendarDay,
  PupilBookId,
  ReaderId,
  SchoolId,
  SuitabilityReviewId,
} from '@shulian/contracts/ids';
import { after, approvalRefusals, missingParts, PUPIL_BOOK_STATUSES, type PupilBook } from './pupil-book.js';

const book = (but: Partial<PupilBook> = {}): PupilBook => ({
  id: 'b' as PupilBookId, version: 1, schoolId: 's' as SchoolId, readerId: 'r' as ReaderId,
  reviewId: 'v' as SuitabilityReviewId, priceFen: 100, boughtOn: null, bookHandedIn: true, invoiceNumber: '1',
  noteId: null, paperReason: '纸本', paperConfirmedOn: '2026-09-01' as CalendarDay, paperConfirmedBy: 'teacher',
  status: 'handed-in', deliveryId: null, enteredOn: '2026-09-01' as CalendarDay, enteredBy: 'librarian', paidOn: null,
  receiptNumber: null, ...but,
}); // prettier-ignore

describe('a book that a pupil bought', () => {
  it('is approved with all three and not with two of them, whichever is missing', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (handedIn, invoice, note, paper) => {
          const one = book({
            bookHandedIn: handedIn,
            invoiceNumber: invoice ? '1' : null,
            noteId: note ? ('n' as PupilBook['noteId']) : null,
            paperReason: paper ? '纸本' : null,
          });
          const whole = handedIn && invoice && (note || paper);
          expect(approvalRefusals(one, 'head').length === 0).toBe(whole);
          expect(missingParts(one).length).toBe(
            [handedIn, invoice, note || paper].filter((there) => !there).length,
          );
        },
      ),
    );
  });

  it('is not approved by who entered it or confirmed its reflection', () => {
    const codes = (by: string): string[] => approvalRefusals(book(), by).map(({ code }) => code);
    expect(codes('head')).toEqual([]);
    expect(codes('librarian')).toEqual(['pupil-book.own-entry']);
    expect(codes('teacher')).toEqual(['pupil-book.own-confirmation']);
  });

  it('goes back the way that it came, and is paid only when it was approved', () => {
    const approved = after(book(), 'approve');
    const paid = approved === null ? null : after(approved, 'pay');
    expect([approved?.status, paid?.status, paid?.version]).toEqual(['approved', 'paid', 3]);
    expect(paid === null ? null : after(paid, 'undo')?.status).toBe('approved');
    expect(PUPIL_BOOK_STATUSES.map((status) => after(book({ status }), 'pay')?.status ?? null)).toEqual([
      null, 'paid', null, null,
    ]); // prettier-ignore
    expect(after(book(), 'undo')).toBeNull();
  });
});
