import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { codeOf, conflict, type Session } from '@shulian/service-kit';
import { logbookFormTable, logbookTable, type LogbookFormRow, type LogbookRow } from './logbook.row.js';

/** What a school has of a logbook. */
export type Book = {
  readonly lastNumber: number;
  readonly closedThrough: CalendarDay | null;
};

const UNIQUE_VIOLATION = '23505';

export class LogbooksRepository {
  constructor(private readonly session: Session) {}

  /** @throws Problem 409 when the school, or the county, has one of this code */
  async add(logbook: LogbookRow, form: LogbookFormRow): Promise<void> {
    try {
      await this.session.manager.insert(logbookTable, logbook);
    } catch (error) {
      throw codeOf(error) === UNIQUE_VIOLATION ? conflict('logbook.code-taken') : error;
    }
    await this.session.manager.insert(logbookFormTable, form);
  }

  locked(id: string): Promise<LogbookRow | null> {
    return this.session.manager.findOne(logbookTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async renew({ id, version, retired }: LogbookRow, form: LogbookFormRow): Promise<void> {
    await this.session.manager.update(logbookTable, { id }, { version, retired });
    await this.session.manager.insert(logbookFormTable, form);
  }

  /** The next number of the book; it is locked until the transaction ends, so that numbers have no gaps. */
  async nextNumber(schoolId: SchoolId, code: string): Promise<Book> {
    const [book] = await this.session.rows<Book>(
      `insert into logbook_of_school as b (school_id, code, last_number) values ($1, $2, 1)
       on conflict (school_id, code) do update set last_number = b.last_number + 1
       returning last_number as "lastNumber", closed_through::text as "closedThrough"`,
      [schoolId, code],
    );
    if (book === undefined) throw new Error('the book has no number');
    return book;
  }

  /** The book, locked, so that nothing is written while it is closed. */
  async lockedBook(schoolId: SchoolId, code: string): Promise<Book> {
    const [book] = await this.session.rows<Book>(
      `insert into logbook_of_school as b (school_id, code) values ($1, $2)
       on conflict (school_id, code) do update set last_number = b.last_number
       returning last_number as "lastNumber", closed_through::text as "closedThrough"`,
      [schoolId, code],
    );
    if (book === undefined) throw new Error('the book is gone');
    return book;
  }

  async close(schoolId: SchoolId, code: string, through: string | null, by: string): Promise<void> {
    await this.session.rows(
      'update logbook_of_school set closed_through = $3, closed_by = $4 where school_id = $1 and code = $2',
      [schoolId, code, through, by],
    );
  }

  async expect(schoolId: SchoolId, code: string, readerIds: readonly string[]): Promise<void> {
    await this.session.rows(
      `insert into logbook_of_school (school_id, code, expected) values ($1, $2, $3)
       on conflict (school_id, code) do update set expected = excluded.expected`,
      [schoolId, code, readerIds],
    );
  }
}
