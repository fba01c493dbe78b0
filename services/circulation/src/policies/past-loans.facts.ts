import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';
import type { PastLoan } from './rules/trial.js';

/** Loans that one trial looks at: some months of a large school. */
export const MOST_PAST_LOANS = 20_000;

/** A past loan with what is shown of its copy. */
export type ShownPastLoan = PastLoan & { readonly title: string | null; readonly copyBarcode: string | null };

const HAD = `o.id < l.id and (o.closed_at is null or o.closed_at > l.loaned_at) and o.mode in ('individual', 'collective')`;

/** What was taken home, in the order in which it was; what stands in corners and boxes is under no limit. */
const READ = statement(
  'past-loans.read',
  `select l.id as "loanId", l.copy_id as "copyId", l.title_id as "titleId",
     json_build_object('kind', case when l.reader_id is null then 'class' else 'reader' end,
       'id', coalesce(l.reader_id, l.class_id)) as borrower,
     case when l.reader_id is null then 'class' else coalesce(l.reader_kind, 'student') end as "borrowerKind",
     l.class_id as "classId", l.grade, coalesce(k.kind, 'book') as "copyKind", l.loaned_on::text as "loanedOn",
     to_char(l.loaned_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "loanedAt",
     case when l.reader_id is not null
       then array(select o.title_id from loan o where o.reader_id = l.reader_id and ${HAD})
       else array(select o.title_id from loan o where o.reader_id is null and o.class_id = l.class_id and ${HAD})
     end as "hadTitles", t.title, k.barcode as "copyBarcode"
   from loan l left join known_copy k on k.copy_id = l.copy_id left join known_title t on t.title_id = l.title_id
   where l.lending_school_id = $1 and l.loaned_on between $2::date and $3::date and l.mode in ('individual', 'collective')
   order by l.loaned_on, l.id limit $4`,
);

export class PastLoansFacts {
  constructor(private readonly rows: Rows) {}

  /** @returns one more than a trial looks at, where there are as many */
  of(schoolId: SchoolId, from: CalendarDay, to: CalendarDay): Promise<ShownPastLoan[]> {
    return this.rows.rows<ShownPastLoan>(READ, [schoolId, from, to, MOST_PAST_LOANS + 1]);
  }
}
