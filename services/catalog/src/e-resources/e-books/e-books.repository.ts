import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import type { EBookKind, EBookLineKind } from '../rules/e-book.js';
import { E_BOOK_LINES } from './e-book-line.row.js';
import type { EBookLineView } from './e-books.http.js';

const HOLD = statement('e-books.hold', 'select pg_advisory_xact_lock(hashtextextended($1, 0))');
/** What stood on the day itself, or where it was least after that. */
const LEAST = statement(
  'e-books.least',
  `select least(coalesce(min(balance) filter (where on_day > $2::date), 'infinity'),
       coalesce((select sum(volumes) from e_book_line where school_id is not distinct from $1::uuid and on_day <= $2::date), 0))::float8
       as least
   from (select on_day, sum(sum(volumes)) over (order by on_day) as balance from e_book_line
         where school_id is not distinct from $1::uuid group by on_day) d`,
);
const ENTER = statement(
  'e-books.enter',
  `insert into e_book_line (id, school_id, number, kind, counts_as, on_day, volumes, fen, resource_id, document_number, note,
     corrects, entered_on, entered_by)
   select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13 from e_book_line
   where school_id is not distinct from $2::uuid`,
);
const FIND = statement(
  'e-books.find',
  `select id, school_id as "schoolId", kind, counts_as as "countsAs", volumes, fen::float8 as fen, resource_id as "resourceId",
     exists (select from e_book_line c where c.corrects = l.id) as corrected from e_book_line l where id = $1`,
);
const VIEW = statement('e-books.view', `${E_BOOK_LINES} where l.id = $2`);

export type EBookLine = {
  readonly id: string;
  readonly schoolId: SchoolId | null;
  readonly kind: EBookLineKind;
  readonly countsAs: EBookKind;
  readonly volumes: number;
  readonly fen: number;
  readonly resourceId: string | null;
};
type Entering = EBookLine & {
  readonly day: string;
  readonly documentNumber: string | null;
  readonly note: string | null;
  readonly corrects: string | null;
};

/** E-books in and out. Who writes for a school waits for the others who do. */
export class EBooksRepository {
  constructor(private readonly session: Session) {}

  /** One after the other, to the end of the transaction. */
  async hold(schoolId: SchoolId | null): Promise<void> {
    await this.session.rows(HOLD, [`e-books of ${schoolId ?? 'the county'}`]);
  }

  /** The fewest volumes on the day and on every later one; the lines are held. */
  async leastFrom(schoolId: SchoolId | null, day: string): Promise<number> {
    return (await this.session.rows<{ least: number }>(LEAST, [schoolId, day]))[0]?.least ?? 0;
  }

  async find(id: string): Promise<(EBookLine & { readonly corrected: boolean }) | null> {
    return (await this.session.rows<EBookLine & { readonly corrected: boolean }>(FIND, [id]))[0] ?? null;
  }

  async enter(line: Entering, on: CalendarDay, by: string): Promise<void> {
    const { id, schoolId, kind, countsAs, day, volumes, fen, resourceId, documentNumber, note, corrects } =
      line;
    const values = [
      id,
      schoolId,
      kind,
      countsAs,
      day,
      volumes,
      fen,
      resourceId,
      documentNumber,
      note,
      corrects,
      on,
      by,
    ];
    await this.session.rows(ENTER, values);
  }

  async view({ id, schoolId }: Pick<EBookLine, 'id' | 'schoolId'>): Promise<EBookLineView> {
    const [view] = await this.session.rows<EBookLineView>(VIEW, [schoolId, id]);
    if (view === undefined) throw new Error('a line that is there is shown');
    return view;
  }
}
