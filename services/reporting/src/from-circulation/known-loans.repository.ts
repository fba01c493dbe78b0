import type { LoanCheckedOutV1 } from '@shulian/contracts/circulation';
import type { CalendarDay } from '@shulian/contracts/ids';
import { sql, statement, statementOf, unnested, type Rows, type Tx } from '@shulian/service-kit';
import type { Change } from '../sums/rules/change.js';
import { oneEachTime } from '../sums/rules/one-each-time.js';
import { SumsRepository } from '../sums/sums.repository.js';

/** What any event of a loan says of it: the loan as it is from then on. */
export type ToldLoan = {
  readonly loan: Omit<LoanCheckedOutV1['data'], 'checkedOutAt'>;
  readonly version: number;
  readonly state: 'open' | 'returned' | 'lost';
  /** Day of the event, by the clock of the county: since then the loan is so. */
  readonly since: CalendarDay;
  readonly renewed: boolean;
};
/** What a class has is counted apart from readers of any kind, and what stands in its corner or its box apart from both. */
const countedAs = ({ readerKind, mode }: ToldLoan['loan']): string =>
  mode === 'corner' || mode === 'box' ? 'corner' : (readerKind ?? 'class');

/**
 * Writes what is newer than what is known, and says what that changes in the sums: what the row counted for is taken
 * away, what it counts for now is added. A due day that had passed when it was moved stays in `late`, and days of renewals stay.
 * Also said: who borrowed, where the loan is new.
 */
const KNOW = statementOf<readonly ToldLoan[]>('known-loan.know', (value) => {
  const column = (of: (told: ToldLoan) => unknown) => value((told: readonly ToldLoan[]) => told.map(of));
  const told = unnested([
    ['uuid', column(({ loan }) => loan.loanId)],
    ['uuid', column(({ loan }) => loan.copyId)],
    ['uuid', column(({ loan }) => loan.readerId)],
    ['uuid', column(({ loan }) => loan.lendingSchoolId)],
    ['uuid', column(({ loan }) => loan.owningSchoolId)],
    ['text', column(({ loan }) => countedAs(loan))],
    ['uuid', column(({ loan }) => loan.classId)],
    ['boolean', column(({ loan }) => loan.mode === 'in-room')],
    ['date', column(({ loan }) => loan.loanedOn)],
    ['date', column(({ loan }) => loan.dueOn)],
    ['int', column(({ loan }) => loan.renewals)],
    ['text', column(({ state }) => state)],
    ['date', column(({ state, since }) => (state === 'open' ? null : since))],
    ['date', column(({ since }) => since)],
    ['boolean', column(({ renewed }) => renewed)],
    ['int', column(({ version }) => version)],
  ]);
  return sql`with told as (
     select * from ${told}
       as t(loan_id, copy_id, reader_id, lending_school_id, owning_school_id, reader_kind, class_id, in_room, loaned_on, due_on,
         renewals, state, closed_on, since, renewed, version)
   ), written as (
     insert into known_loan as k (loan_id, copy_id, reader_id, lending_school_id, owning_school_id, reader_kind, class_id, in_room,
       loaned_on, due_on, renewals, state, closed_on, since, renewed_on, version)
     select loan_id, copy_id, reader_id, lending_school_id, owning_school_id, reader_kind, class_id, in_room, loaned_on, due_on,
            renewals, state, closed_on, since, case when renewed then array[since] end, version
     from told order by loan_id
     on conflict (loan_id) do update set due_on = excluded.due_on, renewals = excluded.renewals, state = excluded.state,
       closed_on = excluded.closed_on, since = excluded.since, version = excluded.version,
       renewed_on = case when excluded.renewed_on is null then k.renewed_on
                         else coalesce(k.renewed_on, '{}') || excluded.renewed_on end,
       late = case when k.state = 'open' and excluded.due_on > k.due_on and excluded.since > k.due_on + 1
                   then coalesce(k.late, '{}')
                     + datemultirange(daterange(k.due_on + 1, least(excluded.since, excluded.due_on + 1)))
                   else k.late end
     where k.version < excluded.version
     returning new.lending_school_id as school_id, new.reader_kind, new.class_id, new.reader_id, new.in_room as of_room,
       new.loaned_on, new.due_on, new.closed_on, new.state, new.renewed_on, new.late, old.loan_id is null as fresh,
       old.due_on as was_due_on, old.closed_on as was_closed_on, old.state as was, old.renewed_on as were_renewed_on,
       old.late as were_late
   )
   select school_id, reader_kind, class_id, m.day::text, sum(m.loans)::int as loans, sum(m.renewals)::int as renewals,
          sum(m.returns)::int as returns, sum(m.losses)::int as losses, sum(m.late)::int as late,
          sum(m.in_room)::int as in_room, null::uuid as borrower
   from written cross join lateral (
     select * from lending_movements(of_room, loaned_on, due_on, closed_on, state, renewed_on, late)
     union all
     select day, -loans, -renewals, -returns, -losses, -late, -in_room
     from lending_movements(of_room, loaned_on, was_due_on, was_closed_on, was, were_renewed_on, were_late) where not fresh) m
   group by 1, 2, 3, 4
   having sum(m.loans) <> 0 or sum(m.renewals) <> 0 or sum(m.returns) <> 0 or sum(m.losses) <> 0 or sum(m.late) <> 0
     or sum(m.in_room) <> 0
   union all
   select null, null, null, loaned_on::text, 0, 0, 0, 0, 0, 0, reader_id
   from written where fresh and reader_id is not null and not of_room`;
});

/** Of these loans those that are known. */
const KNOWN = statement(
  'known-loan.known',
  'select loan_id as "loanId" from known_loan where loan_id = any($1::uuid[])',
);
/** What the new loans ($2) of copies ($1) change: their own months, and those of loans that came between. */
const USES = statement(
  'loan-use.of-new-loans',
  `with loan as (
     select loan_id, copy_id, owning_school_id, loaned_on, loan_id = any($2::uuid[]) as is_new
     from known_loan where copy_id = any($1::uuid[]) and not in_room
   ), use as (
     select owning_school_id, loaned_on, 1 as loans,
            lag(loaned_on) over (partition by copy_id order by loaned_on, loan_id) as before from loan
     union all
     select owning_school_id, loaned_on, -1,
            lag(loaned_on) over (partition by copy_id order by loaned_on, loan_id) from loan where not is_new
   )
   select owning_school_id as school_id, coalesce(date_trunc('month', before)::date, date '0001-01-01')::text as lent_before,
          loaned_on::text as day, sum(loans)::int as loans
   from use group by 1, 2, 3 having sum(loans) <> 0`,
);

/** Of the loans of a class, those that were not made one by one. */
const byMode = (change: Change): Change => ({
  ...change,
  collective: change['reader_kind'] === 'class' ? (change['loans'] ?? 0) : 0,
  corner: change['reader_kind'] === 'corner' ? (change['loans'] ?? 0) : 0,
});

type Said = Change & { readonly borrower: string | null };

/** The loans. A batch of events is gathered and written with one statement, before its commit. */
export class KnownLoansRepository {
  private told: ToldLoan[] = [];

  private readonly sums: SumsRepository;

  constructor(
    private readonly rows: Rows,
    tx: Tx,
  ) {
    this.sums = tx.use(SumsRepository);
    tx.beforeCommit(() => this.settle());
  }

  know(told: ToldLoan): void {
    this.told.push(told);
  }

  private async settle(): Promise<void> {
    const fresh = await this.unknown();
    for (const round of oneEachTime(this.told, ({ loan }) => loan.loanId)) {
      const said = await this.write(round);
      const changes = said.filter(({ borrower }) => borrower === null);
      this.sums.add('lending', changes);
      this.sums.add('classes', changes.filter(({ class_id }) => class_id !== null).map(byMode));
      for (const { borrower, day } of said)
        if (borrower !== null) this.sums.addBorrower(borrower, String(day));
    }
    if (fresh.length > 0)
      this.sums.add(
        'uses',
        await this.rows.rows<Change>(USES, [
          [...new Set(fresh.map(({ copyId }) => copyId))],
          fresh.map(({ loanId }) => loanId),
        ]),
      );
    this.told = [];
  }

  /** Loans that nobody has told of before; what is read in the room is none. */
  private async unknown(): Promise<readonly ToldLoan['loan'][]> {
    const told = new Map(this.told.map(({ loan }) => [loan.loanId as string, loan]));
    const known = await this.rows.rows<{ loanId: string }>(KNOWN, [[...told.keys()]]);
    for (const { loanId } of known) told.delete(loanId);
    return [...told.values()].filter(({ mode }) => mode !== 'in-room');
  }

  private write(told: readonly ToldLoan[]): Promise<Said[]> {
    return this.rows.rows<Said>(...KNOW.with(told));
  }
}
