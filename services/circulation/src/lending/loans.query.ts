import { Injectable } from '@nestjs/common';
import type { CalendarDay, LoanId } from '@shulian/contracts/ids';
import {
  afterCursor,
  Clock,
  Database,
  denied,
  pageOf,
  queryId,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import { loanColumns, toLoan, type LoanRow } from './loan.row.js';
import { toLoanView, type LoansAsked, type LoanView } from './loans.http.js';

/** Loans `l` of lending school, school of the reader, class of the reader today, or the reader: four parameters from `$first` on. */
export const visible = (first: number): string => `
  ($${first}::bool or l.lending_school_id = any($${first + 1}::uuid[]) or l.reader_school_id = any($${first + 1}::uuid[])
   or l.reader_id = any($${first + 3}::uuid[])
   or l.reader_id in (select reader_id from known_reader where class_id = any($${first + 2}::uuid[])))`;

/** The four parameters of `visible`. */
export const sight = ({ reach }: Caller): unknown[] => [
  reach.county,
  [...reach.schools],
  [...reach.classes.keys()],
  [...reach.readers],
];

/** Loans as their lending school, the reader's school, the reader's class helpers or the reader may see them. */
@Injectable()
export class LoansQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list(caller: Caller, asked: LoansAsked): Promise<Page<LoanView>> {
    if (asked.schoolId !== undefined && !caller.mayWorkAt(asked.schoolId)) throw denied();
    const today = this.clock.today();
    const after = afterCursor(asked.cursor, 1)?.[0];
    const rows = await this.database.rows<LoanRow>(
      `select ${loanColumns('l')} from loan l
       where ${visible(1)}
         and ($5::uuid is null or l.reader_id = $5::uuid)
         and ($6::uuid is null or l.lending_school_id = $6::uuid or l.reader_school_id = $6::uuid)
         and ($7::uuid is null or l.copy_id = $7::uuid)
         and ($8::text is null or case $8::text when 'closed' then l.closed_how is not null
              when 'open' then l.closed_how is null else l.closed_how is null and l.due_on < $9::date end)
         and ($10::uuid is null or l.id < $10::uuid)
       order by l.id desc limit $11`,
      [
        ...sight(caller),
        asked.readerId ?? null,
        asked.schoolId ?? null,
        asked.copyId ?? null,
        asked.status ?? null,
        today,
        after === undefined ? null : queryId('cursor', String(after)),
        asked.limit + 1,
      ],
    );
    return pageOf(
      rows,
      asked.limit,
      (row) => viewOf(row, today),
      (row) => [row.id],
    );
  }

  /** @throws Problem 404, also for a loan the caller may not know of */
  async one(caller: Caller, id: LoanId): Promise<LoanView> {
    const [row] = await this.database.rows<LoanRow>(
      `select ${loanColumns('l')} from loan l where ${visible(1)} and l.id = $5`,
      [...sight(caller), id],
    );
    if (row === undefined) throw unknownThing();
    return viewOf(row, this.clock.today());
  }
}

const viewOf = (row: LoanRow, today: CalendarDay): LoanView => toLoanView(toLoan(row), today);
