import type {
  CalendarDay,
  DeliveryId,
  PupilBookId,
  ReaderId,
  ReadingNoteId,
  SchoolId,
  SuitabilityReviewId,
} from '@shulian/contracts/ids';
import { deny, type BuyingRefusal } from '../../selection/rules/refusal.js';

export const PUPIL_BOOK_STATUSES = ['handed-in', 'approved', 'refused', 'paid'] as const;
export type PupilBookStatus = (typeof PUPIL_BOOK_STATUSES)[number];
export type PupilBookAction = 'approve' | 'refuse' | 'pay' | 'undo';

/** A book that a pupil bought and hands in, to be reimbursed (CAT-017). */
export type PupilBook = {
  readonly id: PupilBookId;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly readerId: ReaderId;
  readonly reviewId: SuitabilityReviewId;
  readonly priceFen: number;
  readonly boughtOn: CalendarDay | null;
  readonly bookHandedIn: boolean;
  readonly invoiceNumber: string | null;
  readonly noteId: ReadingNoteId | null;
  /** Why a paper stands for the reading note; a teacher read it. */
  readonly paperReason: string | null;
  readonly paperConfirmedOn: CalendarDay | null;
  readonly paperConfirmedBy: string | null;
  readonly status: PupilBookStatus;
  readonly deliveryId: DeliveryId | null;
  readonly enteredOn: CalendarDay;
  readonly enteredBy: string;
  readonly paidOn: CalendarDay | null;
  readonly receiptNumber: string | null;
};

const PARTS = ['book', 'invoice', 'reflection'] as const;
type Part = (typeof PARTS)[number];
type Parts = Pick<PupilBook, 'bookHandedIn' | 'invoiceNumber' | 'noteId' | 'paperReason'>;

/** What of the three is still to be handed in; without all of them nothing is reimbursed (P-49). */
export const missingParts = ({ bookHandedIn, invoiceNumber, noteId, paperReason }: Parts): readonly Part[] =>
  PARTS.filter((part) => {
    if (part === 'book') return !bookHandedIn;
    return part === 'invoice' ? invoiceNumber === null : noteId === null && paperReason === null;
  });

type Code =
  | 'pupil-book.book-missing'
  | 'pupil-book.invoice-missing'
  | 'pupil-book.reflection-missing'
  | 'pupil-book.own-entry'
  | 'pupil-book.own-confirmation';

/** Why it cannot be approved, all reasons at once. */
export const approvalRefusals = (book: PupilBook, by: string): readonly BuyingRefusal<Code>[] => [
  ...missingParts(book).map((part) => deny(`pupil-book.${part}-missing` as const)),
  ...(book.enteredBy === by ? [deny('pupil-book.own-entry')] : []),
  ...(book.paperConfirmedBy === by ? [deny('pupil-book.own-confirmation')] : []),
];

/** Where an action leads; null: not in this state. */
const AFTER: Readonly<Record<PupilBookAction, Readonly<Partial<Record<PupilBookStatus, PupilBookStatus>>>>> =
  {
    approve: { 'handed-in': 'approved' },
    refuse: { 'handed-in': 'refused' },
    pay: { approved: 'paid' },
    // Step by step back.
    undo: { paid: 'approved', approved: 'handed-in', refused: 'handed-in' },
  };

/** The book after what was done; null: not in this state. */
export const after = (book: PupilBook, action: PupilBookAction): PupilBook | null => {
  const status = AFTER[action][book.status];
  return status === undefined ? null : { ...book, status, version: book.version + 1 };
};
