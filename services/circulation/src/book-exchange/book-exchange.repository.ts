import type { CalendarDay, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { statement, type Session } from '@shulian/service-kit';
import type { ExchangeBookView, ExchangeState } from './book-exchange.http.js';
import { EXCHANGE_VIEW } from './exchange-book.row.js';

/** Nobody takes more than he has. */
export const TICKETS = 'exchange_account_tickets_check';

export type ExchangeBook = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly giverId: string;
  readonly state: ExchangeState;
  readonly tickets: number | null;
  readonly takerId: string | null;
  /** The class of the giver today. */
  readonly classId: SchoolClassId | null;
};
export type Person = { readonly schoolId: SchoolId; readonly classId: SchoolClassId | null };

const LOCK = statement(
  'exchange-book.lock',
  `select b.id, b.school_id as "schoolId", b.giver_id as "giverId", b.state, b.tickets, b.taker_id as "takerId",
     r.class_id as "classId"
   from exchange_book b left join known_reader r on r.reader_id = b.giver_id where b.id = $1 for update of b`,
);
const ADD = statement(
  'exchange-book.add',
  `insert into exchange_book (id, school_id, giver_id, title, author, offered_on) values ($1, $2, $3, $4, $5, $6)`,
);
const CHANGE = statement(
  'exchange-book.change',
  `update exchange_book set state = $2, tickets = $3, why = $4, taker_id = $5, taken_on = $6,
     vetted_by = coalesce($7, vetted_by), version = version + 1 where id = $1`,
);
const PAY = statement(
  'exchange-account.pay',
  `update exchange_account set tickets = tickets + $2 where reader_id = $1`,
);
const OPEN = statement(
  'exchange-account.open',
  `insert into exchange_account (reader_id) values ($1) on conflict do nothing`,
);
const PERSON = statement(
  'exchange-book.person',
  `select school_id as "schoolId", class_id as "classId" from known_reader where reader_id = $1 and standing = 'active'`,
);
const VIEW = statement('exchange-book.view', `${EXCHANGE_VIEW} where b.id = $1`);

export class BookExchangeRepository {
  constructor(private readonly session: Session) {}

  async locked(id: string): Promise<ExchangeBook | null> {
    const [book] = await this.session.rows<ExchangeBook>(LOCK, [id]);
    return book ?? null;
  }

  async person(readerId: string): Promise<Person | null> {
    const [person] = await this.session.rows<Person>(PERSON, [readerId]);
    return person ?? null;
  }

  async add(
    book: { readonly id: string; readonly schoolId: SchoolId; readonly readerId: string },
    what: { readonly title: string; readonly author: string | null },
    on: CalendarDay,
  ): Promise<void> {
    await this.session.rows(ADD, [book.id, book.schoolId, book.readerId, what.title, what.author, on]);
  }

  async change(
    { id }: ExchangeBook,
    to: {
      readonly state: ExchangeState;
      readonly tickets?: number | null;
      readonly why?: string;
      readonly taken?: { readonly by: string; readonly on: CalendarDay };
      readonly vettedBy?: string;
    },
  ): Promise<void> {
    const { state, tickets = null, why = null, taken, vettedBy = null } = to;
    await this.session.rows(CHANGE, [
      id,
      state,
      tickets,
      why,
      taken?.by ?? null,
      taken?.on ?? null,
      vettedBy,
    ]);
  }

  /** @param tickets less than none: they are given away. @throws the check `TICKETS` where there are not so many */
  async pay(readerId: string, tickets: number): Promise<void> {
    await this.session.rows(OPEN, [readerId]);
    await this.session.rows(PAY, [readerId, tickets]);
  }

  async view(id: string): Promise<ExchangeBookView> {
    const [view] = await this.session.rows<ExchangeBookView>(VIEW, [id]);
    if (view === undefined) throw new Error('the book is gone');
    return view;
  }
}
