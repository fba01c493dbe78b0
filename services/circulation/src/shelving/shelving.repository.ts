import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';
import type { Shelving, TidyingView } from './shelving.http.js';

/** The return of each barcode that came last, since a day. */
const OF_BARCODES = statement(
  'shelving.ofBarcodes',
  `select asked.barcode, l.id as "loanId" from unnest($2::text[]) as asked(barcode)
   cross join lateral (
     select l.id from known_copy k join loan l on l.copy_id = k.copy_id
     where k.barcode = asked.barcode and l.closed_how = 'returned' and l.closed_school_id = $1 and l.closed_on >= $3::date
     order by l.id desc limit 1) l`,
);
const OF_CLASS = statement(
  'shelving.ofClass',
  `select l.id as "loanId" from loan l
   where l.closed_school_id = $1 and l.closed_how = 'returned' and l.closed_on = $3::date and l.class_id = $2 order by l.id`,
);
const MARK = statement(
  'shelving.mark',
  `insert into shelved_return (loan_id, school_id, state, marked_on, marked_by) select id, $2, $3, $4, $5 from unnest($1::uuid[]) id
   on conflict (loan_id) do update set state = excluded.state, marked_on = excluded.marked_on, marked_by = excluded.marked_by
   where shelved_return.state <> excluded.state`,
);
const UNMARK = statement('shelving.unmark', 'delete from shelved_return where loan_id = any($1::uuid[])');
const TIDIED = `id, school_id as "schoolId", tidied_on::text as "tidiedOn", tidied_by as "tidiedBy", note`;
const TIDY = statement(
  'shelving.tidy',
  `insert into shelf_tidying (id, school_id, tidied_on, tidied_by, note) values ($1, $2, $3, $4, $5) returning ${TIDIED}`,
);
const LOCK_TIDYING = statement(
  'shelving.lockTidying',
  `select ${TIDIED} from shelf_tidying where id = $1 for update`,
);
const UNTIDY = statement('shelving.untidy', 'delete from shelf_tidying where id = $1');

/** A school says it once a day. */
export const ONCE_A_DAY = 'shelf_tidying_school_id_tidied_on_key';

export class ShelvingRepository {
  constructor(private readonly rows: Rows) {}

  ofBarcodes(
    schoolId: SchoolId,
    barcodes: readonly string[],
    since: CalendarDay,
  ): Promise<{ readonly barcode: string; readonly loanId: string }[]> {
    return this.rows.rows(OF_BARCODES, [schoolId, barcodes, since]);
  }

  async ofClass(schoolId: SchoolId, classId: string, on: string): Promise<string[]> {
    const rows = await this.rows.rows<{ loanId: string }>(OF_CLASS, [schoolId, classId, on]);
    return rows.map(({ loanId }) => loanId);
  }

  /** What stands as it is asked for keeps its day and name. */
  async mark(
    loanIds: readonly string[],
    state: Shelving,
    how: { readonly schoolId: SchoolId; readonly on: CalendarDay; readonly by: string },
  ): Promise<void> {
    if (loanIds.length === 0) return;
    if (state === 'waiting') await this.rows.rows(UNMARK, [loanIds]);
    else await this.rows.rows(MARK, [loanIds, how.schoolId, state, how.on, how.by]);
  }

  async tidy(tidying: TidyingView): Promise<TidyingView> {
    const { id, schoolId, tidiedOn, tidiedBy, note } = tidying;
    const [row] = await this.rows.rows<TidyingView>(TIDY, [id, schoolId, tidiedOn, tidiedBy, note]);
    if (row === undefined) throw new Error('an insert returns its row');
    return row;
  }

  async lockedTidying(id: string): Promise<TidyingView | null> {
    const [row] = await this.rows.rows<TidyingView>(LOCK_TIDYING, [id]);
    return row ?? null;
  }

  async untidy(id: string): Promise<void> {
    await this.rows.rows(UNTIDY, [id]);
  }
}
