import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, CopyId, SchoolId, TitleId } from '@shulian/contracts/ids';
import { BACK_ISSUE_COLUMNS, FROM_BACK_ISSUE } from './back-issue.row.js';
import { MONTH, runsAt } from './binding.row.js';
import type { BackIssueView, RunView } from './bindings.http.js';

const RUN = statement(
  'bindings.run',
  `select * from (${runsAt('$1', '$2', 'i.title_id = $3 and i.year = $4')}) r where r.month = $5`,
);
const PRICE = statement(
  'bindings.price',
  `select min(l.price_fen)::int as "priceFen" from subscription_round r join subscription_line l on l.round_id = r.id
   where r.school_id = $1 and r.year = $2 and l.title_id = $3 and l.verdict = 'accept'`,
);
const ADD = statement(
  'bindings.add',
  `insert into serial_binding (id, school_id, title_id, year, month, issues, missing, incomplete_reason, bound_on, bound_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);
const VOLUMES = statement(
  'bindings.volumes',
  'insert into serial_bound_volume (copy_id, binding_id) select unnest($1::uuid[]), $2',
);
const MARK = statement(
  'bindings.mark',
  `update serial_receipt c set binding_id = $5 from serial_issue i join serial s on s.title_id = i.title_id
   where c.issue_id = i.id and c.school_id = $1 and i.title_id = $2 and i.year = $3 and ${MONTH} = $4`,
);
const VIEW = statement(
  'bindings.view',
  `select ${BACK_ISSUE_COLUMNS} ${FROM_BACK_ISSUE} where b.id = $1 order by c.accession_number`,
);

/** The constraint that a run runs into that is bound already. */
export const BOUND_ONCE = 'serial_binding_once';

/** What was bound. */
export class BindingsRepository {
  constructor(private readonly session: Session) {}

  async run(
    schoolId: SchoolId,
    of: { readonly serialId: string; readonly year: number; readonly month: number },
    today: CalendarDay,
  ): Promise<RunView | null> {
    const values = [schoolId, today, of.serialId, of.year, of.month];
    return (await this.session.rows<RunView>(RUN, values))[0] ?? null;
  }

  /** What a copy cost in the year, as the school subscribed to it. */
  async priceOf(schoolId: SchoolId, titleId: TitleId, year: number): Promise<number> {
    const [row] = await this.session.rows<{ priceFen: number | null }>(PRICE, [schoolId, year, titleId]);
    return row?.priceFen ?? 0;
  }

  async add(
    id: string,
    schoolId: SchoolId,
    run: RunView,
    how: { readonly on: CalendarDay; readonly by: string; readonly incompleteReason: string | null },
    copies: readonly CopyId[],
  ): Promise<void> {
    const { serialId, year, month, received, issues } = run;
    const missing = issues - received;
    const reason = missing === 0 ? null : how.incompleteReason;
    const values = [id, schoolId, serialId, year, month, received, missing, reason, how.on, how.by];
    await this.session.rows(ADD, values);
    await this.session.rows(VOLUMES, [copies, id]);
    await this.session.rows(MARK, [schoolId, serialId, year, month, id]);
  }

  volumesOf(id: string): Promise<BackIssueView[]> {
    return this.session.rows<BackIssueView>(VIEW, [id]);
  }
}
