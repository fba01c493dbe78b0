import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { sql, statementOf, words, type Rows } from '@shulian/service-kit';
import { DAYS_BEFORE, DAYS_BETWEEN, type DailyKind, type FoundBorrower } from './rules/due-notice.js';

type Asked = { readonly schoolId: SchoolId; readonly today: CalendarDay; readonly most: number };
type Said = { readonly kind: DailyKind; readonly found: readonly FoundBorrower[] };
type OfRun = { readonly runId: string; readonly today: CalendarDay };

const before = words(String(DAYS_BEFORE));
const between = words(String(DAYS_BETWEEN));
const FOUND =
  words(`l.lending_school_id as "schoolId", l.reader_id as "readerId", case when l.reader_id is null then l.class_id end as "classId",
     coalesce(l.reader_id, l.class_id) as "borrowerId", count(*)::int as count, min(l.due_on)::text as "dueOn"`);
const BORROWER = words(
  `group by l.lending_school_id, l.reader_id, case when l.reader_id is null then l.class_id end, coalesce(l.reader_id, l.class_id)`,
);

/** Readers alone: a class as a whole is not told before a day has passed. */
const DUE_SOON = statementOf<Asked>(
  'due-notices.dueSoon',
  (of) => sql`select ${FOUND}, null::int as "daysLate", max(l.due_on)::text as "saidFor"
   from loan l left join announced_notice a on a.borrower_id = l.reader_id and a.kind = 'due-soon' and a.school_id = l.lending_school_id
   where l.lending_school_id = ${of(({ schoolId }) => schoolId)} and l.closed_how is null and l.reader_id is not null
     and l.due_on between ${of(({ today }) => today)}::date + 1 and ${of(({ today }) => today)}::date + ${before}
     and (a.said_for is null or l.due_on > a.said_for)
   ${BORROWER} order by "borrowerId" limit ${of(({ most }) => most)}`,
);
/** Those that were said to be overdue, so that the closed days of the school are heeded. */
const OVERDUE = statementOf<Asked>(
  'due-notices.overdue',
  (
    of,
  ) => sql`select ${FOUND}, (${of(({ today }) => today)}::date - min(l.due_on))::int as "daysLate", ${of(({ today }) => today)}::date::text as "saidFor"
   from loan l left join announced_notice a on a.borrower_id = coalesce(l.reader_id, l.class_id) and a.kind = 'overdue'
     and a.school_id = l.lending_school_id
   where l.lending_school_id = ${of(({ schoolId }) => schoolId)} and l.closed_how is null and l.due_on < ${of(({ today }) => today)}::date
     and l.overdue_said_for = l.due_on and (a.said_for is null or a.said_for <= ${of(({ today }) => today)}::date - ${between})
   ${BORROWER} order by "borrowerId" limit ${of(({ most }) => most)}`,
);
const CLEARANCE = statementOf<Asked>(
  'due-notices.clearance',
  (of) => sql`select * from (
     select c.school_id as "schoolId", c.reader_id as "readerId", null::uuid as "classId", c.reader_id as "borrowerId",
       coalesce(b.open_loans, 0) + coalesce(b.compensations_owed, 0)
         + (c.card_in_on is null and exists (select from known_card k where k.reader_id = c.reader_id and k.status = 'active'))::int
         + (c.with_files and c.files_in_on is null)::int as count,
       null::text as "dueOn", null::int as "daysLate", ${of(({ today }) => today)}::date::text as "saidFor"
     from clearance c left join borrower b on b.borrower_id = c.reader_id
     left join announced_notice a on a.borrower_id = c.reader_id and a.kind = 'clearance' and a.school_id = c.school_id
     where c.school_id = ${of(({ schoolId }) => schoolId)} and c.state = 'open'
       and (a.said_for is null or a.said_for <= ${of(({ today }) => today)}::date - ${between})) f
   where count > 0 order by "borrowerId" limit ${of(({ most }) => most)}`,
);
/** Borrowers on the sheets of a run that were not told today. */
const OF_RUN = statementOf<OfRun>(
  'due-notices.ofRun',
  (
    of,
  ) => sql`select d.school_id as "schoolId", n.reader_id as "readerId", case when n.reader_id is null then n.class_id end as "classId",
     coalesce(n.reader_id, n.class_id) as "borrowerId", count(*)::int as count, min(n.due_on)::text as "dueOn", max(n.days_late)::int as "daysLate",
     ${of(({ today }) => today)}::date::text as "saidFor"
   from dunning_line n join dunning_run d on d.id = n.run_id
   left join announced_notice a on a.borrower_id = coalesce(n.reader_id, n.class_id) and a.kind = 'overdue' and a.school_id = d.school_id
   where n.run_id = ${of(({ runId }) => runId)} and (a.said_for is null or a.said_for < ${of(({ today }) => today)}::date)
   group by d.school_id, n.reader_id, case when n.reader_id is null then n.class_id end, coalesce(n.reader_id, n.class_id) order by "borrowerId"`,
);
const SAID = statementOf<Said>(
  'due-notices.said',
  (of) => sql`insert into announced_notice (kind, borrower_id, school_id, said_for)
   select ${of(({ kind }) => kind)}, f."borrowerId", f."schoolId", f."saidFor"
   from jsonb_to_recordset(${of(({ found }) => JSON.stringify(found))}::jsonb) as f("borrowerId" uuid, "schoolId" uuid, "saidFor" date)
   on conflict (borrower_id, kind, school_id) do update set said_for = excluded.said_for`,
);

const statements = { 'due-soon': DUE_SOON, overdue: OVERDUE, clearance: CLEARANCE } as const;

/** Who is to be told today. Only one process asks at a time. */
export class DueNoticesRepository {
  constructor(private readonly rows: Rows) {}

  /** Waits for whoever is telling: a run of sheets and the work of the day must not both tell a borrower. */
  async turn(schoolId: SchoolId): Promise<void> {
    await this.rows.rows('select pg_advisory_xact_lock(hashtextextended($1::text, 5553))', [schoolId]);
  }

  async schools(): Promise<SchoolId[]> {
    const rows = await this.rows.rows<{ id: SchoolId }>(
      'select school_id as id from known_school order by school_id',
    );
    return rows.map(({ id }) => id);
  }

  found(kind: DailyKind, asked: Asked): Promise<FoundBorrower[]> {
    return this.rows.rows<FoundBorrower>(...statements[kind].with(asked));
  }

  ofRun(runId: string, today: CalendarDay): Promise<FoundBorrower[]> {
    return this.rows.rows<FoundBorrower>(...OF_RUN.with({ runId, today }));
  }

  async said(kind: DailyKind, found: readonly FoundBorrower[]): Promise<void> {
    if (found.length > 0) await this.rows.rows(...SAID.with({ kind, found }));
  }
}
