import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Database,
  Lists,
  pageOf,
  queryId,
  statement,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { PupilBookId, SchoolId } from '@shulian/contracts/ids';
import { PUPIL_BOOK_VIEW } from './pupil-book.row.js';
import type { PupilBookPaymentsAsked, PupilBooksAsked, PupilBookView } from './pupil-books.http.js';

const BY_ID = statement('pupil-books.byId', `${PUPIL_BOOK_VIEW} where b.id = $1`);
const LIST = `${PUPIL_BOOK_VIEW}
  where b.school_id = $1 and ($2::text is null or b.status = $2) and ($3::uuid is null or b.id < $3)
  order by b.id desc limit $4`;
const PAID = `${PUPIL_BOOK_VIEW}
  where b.school_id = $1 and b.status = 'paid' and b.paid_on between coalesce($2::date, '-infinity') and coalesce($3::date, 'infinity')
    and (b.paid_on, b.id) > ($4::date, $5::uuid)
  order by b.paid_on, b.id limit $6`;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Books that pupils bought, the newest first; those that were paid for, in the order of the days. */
@Injectable()
export class PupilBooksQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 also for a book of another school */
  async byId(caller: Caller, id: PupilBookId): Promise<PupilBookView> {
    const [book] = await this.database.rows<PupilBookView>(BY_ID, [id]);
    if (book === undefined || !caller.mayWorkAt(book.schoolId)) throw unknownThing();
    return book;
  }

  async find(input: PupilBooksAsked, schoolId: SchoolId): Promise<Page<PupilBookView>> {
    const after = afterCursor(input.cursor, 1);
    const rows = await this.lists.rows<PupilBookView>(LIST, [
      schoolId,
      input.status ?? null,
      after === null ? null : (queryId('cursor', String(after[0])) ?? null),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (book) => book,
      ({ id }) => [id],
    );
  }

  async paid(input: PupilBookPaymentsAsked, schoolId: SchoolId): Promise<Page<PupilBookView>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<PupilBookView>(PAID, [
      schoolId,
      input.from ?? null,
      input.to ?? null,
      after === null ? '-infinity' : String(after[0]),
      after === null ? FIRST_ID : String(after[1]),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (book) => book,
      ({ paidOn, id }) => [paidOn ?? '', id],
    );
  }
}
