import { Injectable } from '@nestjs/common';
import { idAfter, Lists, pageOf, unknownThing, type Caller, type Page } from '@shulian/service-kit';
import { reachesReader } from '@shulian/contracts/access';
import type { SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import type { ExchangeBooksAsked, ExchangeBookView, TicketsView } from './book-exchange.http.js';
import { EXCHANGE_VIEW } from './exchange-book.row.js';

const LIST = `${EXCHANGE_VIEW}
  where b.school_id = $1 and ($2::text is null or b.state = $2) and ($3::uuid is null or $3 in (b.giver_id, b.taker_id))
    and ($4::uuid is null or b.id < $4)
  order by b.id desc limit $5`;
const TICKETS = `select r.reader_id as "readerId", r.school_id as "schoolId", r.class_id as "classId",
    coalesce((select tickets from exchange_account a where a.reader_id = r.reader_id), 0) as tickets,
    (select count(*)::int from exchange_book b where b.giver_id = r.reader_id and b.state in ('there', 'taken')) as brought,
    (select count(*)::int from exchange_book b where b.school_id = r.school_id and b.taker_id = r.reader_id) as taken
  from known_reader r where r.reader_id = $1`;

/** The exchange station of a school. */
@Injectable()
export class BookExchangeQuery {
  constructor(private readonly lists: Lists) {}

  /** @throws Problem 403 for a school out of reach */
  async list(caller: Caller, input: ExchangeBooksAsked): Promise<Page<ExchangeBookView>> {
    const schoolId = caller.schoolFor(input.schoolId);
    const rows = await this.lists.rows<ExchangeBookView>(LIST, [
      schoolId,
      input.state ?? null,
      input.readerId ?? null,
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** @throws Problem 404 for a pupil out of reach */
  async tickets(caller: Caller, readerId: string): Promise<TicketsView> {
    type Row = TicketsView & { schoolId: SchoolId; classId: SchoolClassId | null };
    const [row] = await this.lists.rows<Row>(TICKETS, [readerId]);
    if (row === undefined || !reachesReader(caller.reach, row)) throw unknownThing();
    const { tickets, brought, taken } = row;
    return { readerId: row.readerId, tickets, brought, taken };
  }
}
