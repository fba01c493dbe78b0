import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  refuseIfStale,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type {
  CalendarDay,
  PupilBookId,
  ReaderId,
  ReadingNoteId,
  SchoolId,
  SuitabilityReviewId,
} from '@shulian/contracts/ids';
import { KnownReadingNotesQuery } from '../from-activities/known-reading-notes.query.js';
import { SuitabilityReviewsRepository } from '../selection/suitability-reviews.repository.js';
import type { PupilBookAsked, PupilBookChangeAsked } from './pupil-books.http.js';
import { PupilBooksRepository, usedAlready } from './pupil-books.repository.js';
import type { PupilBook } from './rules/pupil-book.js';

/** A pupil hands in a book with its invoice and reflection, at once or one after the other. */
@Injectable()
export class EnterPupilBook {
  constructor(
    private readonly once: OncePerKey,
    private readonly notes: KnownReadingNotesQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for a review or note that is none of this school and reader, 409 `pupil-book.note-used`, `pupil-book.invoice-used` */
  async enter(
    caller: Caller,
    schoolId: SchoolId,
    input: PupilBookAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const today = this.clock.today();
    const readerId = input.readerId as ReaderId;
    const boughtOn = boughtBefore(input.boughtOn, today);
    await this.refuseForeignNote(input.noteId ?? null, readerId, schoolId);
    return this.written(request, 201, async (tx) => {
      const reviewId = input.reviewId as SuitabilityReviewId;
      await refuseForeignReview(tx, schoolId, reviewId);
      const id = newId<PupilBookId>();
      await tx.use(PupilBooksRepository).add({
        id,
        version: 1,
        schoolId,
        readerId,
        reviewId,
        priceFen: input.priceFen,
        boughtOn,
        bookHandedIn: input.bookHandedIn ?? true,
        invoiceNumber: input.invoiceNumber ?? null,
        noteId: (input.noteId ?? null) as ReadingNoteId | null,
        paperReason: null,
        paperConfirmedOn: null,
        paperConfirmedBy: null,
        status: 'handed-in',
        deliveryId: null,
        enteredOn: today,
        enteredBy: caller.id,
        paidOn: null,
        receiptNumber: null,
      });
      return tx.use(PupilBooksRepository).view(id);
    });
  }

  /** @throws Problem 404 for a book of another school, 412, 422, 409 `pupil-book.state-refused` once it was decided on */
  async change(
    caller: Caller,
    shown: { readonly id: string; readonly schoolId: string; readonly readerId: string },
    version: number,
    input: PupilBookChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const today = this.clock.today();
    const boughtOn = boughtBefore(input.boughtOn, today);
    await this.refuseForeignNote(input.noteId ?? null, shown.readerId, shown.schoolId);
    return this.written(request, 200, async (tx) => {
      const books = tx.use(PupilBooksRepository);
      const book = await openBook(tx, caller, shown.id as PupilBookId);
      refuseIfStale(version, book.version);
      await books.change({
        ...book,
        version: book.version + 1,
        priceFen: input.priceFen ?? book.priceFen,
        boughtOn: boughtOn ?? book.boughtOn,
        bookHandedIn: input.bookHandedIn ?? book.bookHandedIn,
        invoiceNumber: input.invoiceNumber === undefined ? book.invoiceNumber : input.invoiceNumber,
        noteId: input.noteId === undefined ? book.noteId : (input.noteId as ReadingNoteId | null),
      });
      return books.view(book.id);
    });
  }

  /**
   * A teacher has read what stands on paper, and says why it is no note of ours; without a reason that is taken back.
   *
   * @throws Problem 404, 409 `pupil-book.state-refused` once it was decided on
   */
  confirmPaper(
    caller: Caller,
    id: PupilBookId,
    reason: string | null,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const book = await openBook(tx, caller, id);
      const confirmed = { paperConfirmedOn: this.clock.today(), paperConfirmedBy: caller.id };
      await tx.use(PupilBooksRepository).change({
        ...book,
        version: book.version + 1,
        paperReason: reason,
        ...(reason === null ? { paperConfirmedOn: null, paperConfirmedBy: null } : confirmed),
      });
      return tx.use(PupilBooksRepository).view(id);
    });
  }

  /** A note is of the reader who bought the book, and of the school. */
  private async refuseForeignNote(noteId: string | null, readerId: string, schoolId: string): Promise<void> {
    if (noteId === null) return;
    const note = await this.notes.awaited(noteId);
    if (note?.readerId !== readerId || note.schoolId !== schoolId) throw unknownReference('/noteId');
  }

  private async written(
    request: DeskRequest | null,
    status: number,
    write: (tx: Tx) => Promise<object>,
  ): Promise<Answer> {
    try {
      return await this.once.run(request, status, write);
    } catch (error) {
      throw usedAlready(error);
    }
  }
}

const boughtBefore = (day: string | undefined, today: CalendarDay): CalendarDay | null => {
  if (day === undefined) return null;
  if (day > today) throw invalid({ pointer: '/boughtOn', code: 'in-the-future' });
  return day as CalendarDay;
};

const refuseForeignReview = async (tx: Tx, schoolId: SchoolId, id: SuitabilityReviewId): Promise<void> => {
  const reviews = await tx.use(SuitabilityReviewsRepository).ofSchool(schoolId, [id]);
  if (!reviews.has(id)) throw unknownReference('/reviewId');
};

/** Locked, and not decided on yet. */
const openBook = async (tx: Tx, caller: Caller, id: PupilBookId): Promise<PupilBook> => {
  const book = await tx.use(PupilBooksRepository).locked(id);
  if (book === null || !caller.mayWorkAt(book.schoolId)) throw unknownThing();
  if (book.status !== 'handed-in') throw conflict('pupil-book.state-refused');
  return book;
};
