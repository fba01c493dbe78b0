import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { CalendarDay, LoanId } from '@shulian/contracts/ids';
import {
  Clock,
  Database,
  denied,
  Lists,
  pageOf,
  refuseWithUpdatedSince,
  syncedPage,
  unknownThing,
  type Caller,
  type Page,
  type Synced,
  type SyncedList,
} from '@shulian/service-kit';
import { canSeeDesk } from '../desk/desk-rights.step.js';
import { toLoanView, type DeskRow, type LoanView } from '../desk/loan.http.js';
import { toLoan } from '../desk/loan.row.js';
import { toShownCopy } from '../desk/shown-copy.row.js';
import { isSeen, Values } from '../lists/newest-first.query.js';
import type { LoansAsked } from './loan-list.http.js';
import {
  columns,
  JOIN_SHOWN,
  loansAsked,
  SCHOOLS,
  type LoansWished,
  type ShownRow,
} from './loans-page.query.js';

/** Of who is tied to one school and to nothing else. */
const onlySchoolOf = ({ reach: { county, schools, classes, readers } }: Caller): string | undefined =>
  !county && schools.size === 1 && classes.size + readers.size === 0 ? [...schools][0] : undefined;

/** What a school system keeps a copy of: what a loan says of its title and copy, those tell. */
const FOLLOWED_LOANS: SyncedList = {
  name: 'loans',
  table: 'loan',
  schools: SCHOOLS,
  select: `select ${columns} from loan l ${JOIN_SHOWN}`,
  key: 'l.id',
};

/** Loans as their lending school, the reader's school, the reader's class helpers or the reader may see them. */
@Injectable()
export class LoansQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  /** Newest first, or by the day they are due; for who sees a whole school also what changed since. */
  async list(caller: Caller, input: LoansAsked): Promise<Synced<LoanView>> {
    const { schoolId, updatedSince, limit: _limit, cursor: _cursor, format: _format, ...others } = input;
    if (schoolId !== undefined && !caller.mayWorkAt(schoolId)) throw denied();
    refuseWithUpdatedSince(input, others);
    const isWhole = Object.values(others).every((each) => each === undefined);
    const school = schoolId ?? onlySchoolOf(caller);
    const seesAll = school !== undefined && reachesSchool(caller.reach, school);
    if (!seesAll && updatedSince !== undefined) throw denied();
    if (!isWhole || !seesAll) return this.find(caller, input);
    const today = this.clock.today();
    return syncedPage<ShownRow, LoanView>(
      this.lists,
      FOLLOWED_LOANS,
      input,
      school,
      (row) => viewOf(caller, row, today),
      (cursor) => this.find(caller, { ...input, cursor }),
    );
  }

  private async find(caller: Caller, input: LoansWished): Promise<Page<LoanView>> {
    const today = this.clock.today();
    const { text, values } = loansAsked(caller, input, today);
    const rows = await this.lists.rows<ShownRow>(text, values);
    return pageOf(
      rows,
      input.limit,
      (row) => viewOf(caller, row, today),
      (row) => (input.sort === 'dueOn' ? [row.due_on, row.id] : [row.id]),
    );
  }

  /** @throws Problem 404, also for a loan the caller may not know of */
  async one(caller: Caller, id: LoanId): Promise<LoanView> {
    const values = new Values();
    const [row] = await this.database.rows<ShownRow>(
      `select ${columns} from loan l ${JOIN_SHOWN}
       where l.id = ${values.of(id, 'uuid')} and ${isSeen(caller, 'l', SCHOOLS, values, true)}`,
      values.all,
    );
    if (row === undefined) throw unknownThing();
    return viewOf(caller, row, this.clock.today());
  }
}

function viewOf(caller: Caller, row: ShownRow, today: CalendarDay): LoanView {
  const loan = toLoan(row);
  const view = toLoanView(loan, today, toShownCopy(row));
  return canSeeDesk(caller, loan.lendingSchoolId) ? { ...view, desk: deskRow(row) } : view;
}

const deskRow = (row: ShownRow): DeskRow => ({
  lentBy: row.lent_by,
  lentAt: row.loaned_at.toISOString(),
  ...(row.closed_at === null
    ? {}
    : {
        closedBy: row.closed_by,
        closedAt: row.closed_at.toISOString(),
        closedAtSchoolId: row.closed_school_id,
      }),
  overrides: row.overrides ?? [],
});
