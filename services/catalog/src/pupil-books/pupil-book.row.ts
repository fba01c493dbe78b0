import { EntitySchema } from 'typeorm';
import type { CalendarDay, PupilBookId } from '@shulian/contracts/ids';
import type { PupilBook, PupilBookAction } from './rules/pupil-book.js';

const textOrNull = { type: 'text', nullable: true } as const;
const dayOrNull = { type: 'date', nullable: true } as const;

export const pupilBookTable = new EntitySchema<PupilBook>({
  name: 'pupil_book',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    schoolId: { type: 'uuid', name: 'school_id' },
    readerId: { type: 'uuid', name: 'reader_id' },
    reviewId: { type: 'uuid', name: 'review_id' },
    priceFen: { type: 'int', name: 'price_fen' },
    boughtOn: { ...dayOrNull, name: 'bought_on' },
    bookHandedIn: { type: 'boolean', name: 'book_handed_in' },
    invoiceNumber: { ...textOrNull, name: 'invoice_number' },
    noteId: { type: 'uuid', name: 'note_id', nullable: true },
    paperReason: { ...textOrNull, name: 'paper_reason' },
    paperConfirmedOn: { ...dayOrNull, name: 'paper_confirmed_on' },
    paperConfirmedBy: { ...textOrNull, name: 'paper_confirmed_by' },
    status: { type: 'text' },
    deliveryId: { type: 'uuid', name: 'delivery_id', nullable: true },
    enteredOn: { type: 'date', name: 'entered_on' },
    enteredBy: { type: 'text', name: 'entered_by' },
    paidOn: { ...dayOrNull, name: 'paid_on' },
    receiptNumber: { ...textOrNull, name: 'receipt_number' },
  },
});

/** What was done with it: the version it made. */
export type PupilBookStep = {
  readonly pupilBookId: PupilBookId;
  readonly version: number;
  readonly action: PupilBookAction;
  readonly onDay: CalendarDay;
  readonly byWhom: string;
  readonly remark: string | null;
};

export const pupilBookStepTable = new EntitySchema<PupilBookStep>({
  name: 'pupil_book_step',
  columns: {
    pupilBookId: { type: 'uuid', primary: true, name: 'pupil_book_id' },
    version: { type: 'int', primary: true },
    action: { type: 'text' },
    onDay: { type: 'date', name: 'on_day' },
    byWhom: { type: 'text', name: 'by_whom' },
    remark: { type: 'text', nullable: true },
  },
});

/** A book as it is shown: with its work, what became of it, and its trail. */
export const PUPIL_BOOK_VIEW = `select b.id, b.version, b.school_id as "schoolId", b.reader_id as "readerId", b.review_id as "reviewId", r.name,
    r.isbn, b.price_fen as "priceFen", b.bought_on::text as "boughtOn", b.book_handed_in as "bookHandedIn",
    b.invoice_number as "invoiceNumber", b.note_id as "noteId", b.paper_reason as "paperReason",
    b.paper_confirmed_on::text as "paperConfirmedOn",
    array_remove(array[case when not b.book_handed_in then 'book' end, case when b.invoice_number is null then 'invoice' end,
      case when b.note_id is null and b.paper_reason is null then 'reflection' end], null) as "partsMissing",
    b.status, b.delivery_id as "deliveryId", d.status as "deliveryStatus", d.first_accession_number as "accessionNumber",
    b.entered_on::text as "enteredOn", b.paid_on::text as "paidOn", b.receipt_number as "receiptNumber", h.trail
  from pupil_book b
  join suitability_review r on r.id = b.review_id
  left join delivery d on d.id = b.delivery_id
  cross join lateral (
    select coalesce(json_agg(json_build_object('action', p.action, 'on', p.on_day, 'by', p.by_whom, 'remark', p.remark)
      order by p.version), '[]') as trail
    from pupil_book_step p where p.pupil_book_id = b.id) h`;
