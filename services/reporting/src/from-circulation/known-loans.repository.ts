import { statement, type Rows } from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import type {
  CopyLostV1,
  CopyReleasedV1,
  LoanCheckedOutV1,
  LoanRenewedV1,
  LoanReturnedV1,
} from '@shulian/contracts/circulation';
import type { LendingCount } from './lending-count.projection.js';

const LOANS = statement(
  'known-loan.know',
  `insert into known_loan as k (loan_id, copy_id, reader_id, lending_school_id, reader_kind, class_id, loaned_on, due_on,
     renewals, state, closed_on, version)
   select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::date[], $8::date[],
     $9::int[], $10::text[], $11::date[], $12::int[])
   on conflict (loan_id) do update set due_on = excluded.due_on, renewals = excluded.renewals, state = excluded.state,
     closed_on = excluded.closed_on, version = excluded.version where k.version < excluded.version`,
);
const COUNT = statement(
  'lending-day.count',
  `insert into lending_day as l (school_id, day, reader_kind, class_id, main_class, loans, renewals, returns, losses)
   select * from unnest($1::uuid[], $2::date[], $3::text[], $4::uuid[], $5::text[], $6::int[], $7::int[], $8::int[],
     $9::int[])
   on conflict (school_id, day, reader_kind, class_id, main_class) do update set loans = l.loans + excluded.loans,
     renewals = l.renewals + excluded.renewals, returns = l.returns + excluded.returns,
     losses = l.losses + excluded.losses`,
);
const LOST = statement(
  'lost-copy.know',
  `insert into lost_copy as k values ($1, $2, $3)
   on conflict (copy_id) do update set lost = excluded.lost, version = excluded.version
   where k.version < excluded.version`,
);

/** A copy that is lent is not lost, even when a librarian lent it over the refusal. Only a known loss is of interest. */
const FOUND = statement(
  'lost-copy.found',
  `update lost_copy k set lost = false, version = e.version from unnest($1::uuid[], $2::int[]) as e(copy_id, version)
   where k.copy_id = e.copy_id and k.version < e.version`,
);

type LoanTold = Pick<
  LoanCheckedOutV1 | LoanRenewedV1 | LoanReturnedV1 | CopyLostV1,
  'data' | 'aggregateversion'
>;
type KnownLoan = LoanTold & {
  readonly state: 'open' | 'returned' | 'lost';
  readonly closedOn: CalendarDay | null;
};
type Sums = Omit<LendingCount, 'what'> & { loans: number; renewals: number; returns: number; losses: number };

/** The loans and their sums. A batch of events is gathered and written with one statement each, before its commit. */
export class KnownLoansRepository {
  private readonly told = new Map<string, KnownLoan>();
  private readonly sums = new Map<string, Sums>();
  private readonly lent = new Map<string, number>();

  constructor(private readonly rows: Rows) {}

  know(event: LoanTold, state: KnownLoan['state'], closedOn: CalendarDay | null): void {
    const known = this.told.get(event.data.loanId);
    if (known === undefined || known.aggregateversion < event.aggregateversion)
      this.told.set(event.data.loanId, {
        data: event.data,
        aggregateversion: event.aggregateversion,
        state,
        closedOn,
      });
  }

  /** The copy is in a reader's hands: no longer lost, if it was. */
  knowLent({ data, aggregateversion }: LoanCheckedOutV1): void {
    this.lent.set(data.copyId, aggregateversion);
  }

  count({ what, ...where }: LendingCount): void {
    const key = Object.values(where).join('|');
    const sums = this.sums.get(key) ?? { ...where, loans: 0, renewals: 0, returns: 0, losses: 0 };
    sums[what] += 1;
    this.sums.set(key, sums);
  }

  async knowLost({ data, aggregateversion }: CopyLostV1 | CopyReleasedV1, lost: boolean): Promise<void> {
    await this.rows.rows(LOST, [data.copyId, lost, aggregateversion]);
  }

  async settle(): Promise<void> {
    // Always in the same order: two partitions that count for one school must not lock each other out.
    const loans = [...this.told.values()].sort((one, other) =>
      one.data.loanId < other.data.loanId ? -1 : 1,
    );
    const loan = <T>(of: (known: KnownLoan) => T): T[] => loans.map(of);
    if (loans.length > 0)
      await this.rows.rows(LOANS, [
        loan(({ data }) => data.loanId),
        loan(({ data }) => data.copyId),
        loan(({ data }) => data.readerId),
        loan(({ data }) => data.lendingSchoolId),
        loan(({ data }) => data.readerKind),
        loan(({ data }) => data.classId),
        loan(({ data }) => data.loanedOn),
        loan(({ data }) => data.dueOn),
        loan(({ data }) => data.renewals),
        loan(({ state }) => state),
        loan(({ closedOn }) => closedOn),
        loan(({ aggregateversion }) => aggregateversion),
      ]);
    if (this.lent.size > 0) await this.rows.rows(FOUND, [[...this.lent.keys()], [...this.lent.values()]]);
    const sums = [...this.sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, sum]) => sum);
    const sum = <T>(of: (sums: Sums) => T): T[] => sums.map(of);
    if (sums.length > 0)
      await this.rows.rows(COUNT, [
        sum(({ schoolId }) => schoolId),
        sum(({ day }) => day),
        sum(({ readerKind }) => readerKind),
        sum(({ classId }) => classId),
        sum(({ mainClass }) => mainClass),
        sum(({ loans: n }) => n),
        sum(({ renewals }) => renewals),
        sum(({ returns }) => returns),
        sum(({ losses }) => losses),
      ]);
  }
}
