import { conflict, statement, violatedUnique, type Session } from '@shulian/service-kit';
import type { PupilBookId } from '@shulian/contracts/ids';
import type { ProblemCode } from '@shulian/contracts/problems';
import { PUPIL_BOOK_VIEW, pupilBookStepTable, pupilBookTable, type PupilBookStep } from './pupil-book.row.js';
import type { PupilBookView } from './pupil-books.http.js';
import type { PupilBook } from './rules/pupil-book.js';

const VIEW = statement('pupil-books.viewOf', `${PUPIL_BOOK_VIEW} where b.id = $1`);

export class PupilBooksRepository {
  constructor(private readonly session: Session) {}

  async add(book: PupilBook): Promise<void> {
    await this.session.manager.insert(pupilBookTable, book);
  }

  /** Locked to the end of the transaction; before its delivery. */
  locked(id: PupilBookId): Promise<PupilBook | null> {
    return this.session.manager.findOne(pupilBookTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async change(book: PupilBook): Promise<void> {
    await this.session.manager.update(pupilBookTable, { id: book.id }, book);
  }

  async addStep(step: PupilBookStep): Promise<void> {
    await this.session.manager.insert(pupilBookStepTable, step);
  }

  async view(id: PupilBookId): Promise<PupilBookView> {
    const [view] = await this.session.rows<PupilBookView>(VIEW, [id]);
    if (view === undefined) throw new Error('a book that is there is shown');
    return view;
  }
}

const once: Readonly<Record<string, ProblemCode>> = {
  pupil_book_note_once: 'pupil-book.note-used',
  pupil_book_invoice_once: 'pupil-book.invoice-used',
};

/** The violated index of the database, translated once. */
export const usedAlready = (error: unknown): unknown => {
  const code = once[violatedUnique(error) ?? ''];
  return code === undefined ? error : conflict(code);
};
