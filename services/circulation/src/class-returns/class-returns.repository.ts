import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';
import { gradeSql } from '../lists/grades.query.js';
import type { CheckView } from './class-returns.http.js';
import { CHECK_VIEW } from './class-returns.row.js';

const SCHOOL_OF_CLASS = statement(
  'classReturns.schoolOfClass',
  'select school_id as "schoolId" from known_class where class_id = $1',
);
const ADD = statement(
  'classReturns.add',
  `insert into class_return_check (id, school_id, class_id, checked_on, checked_by, note, returned)
   values ($1, $2, $3, $4, $5, $6, (select count(*) from loan l
     where l.closed_school_id = $2 and l.closed_how = 'returned' and l.closed_on = $4::date and l.class_id = $3))`,
);
/** What who is in the class today has, and the class itself, due by now. */
const ADD_LINES = statement(
  'classReturns.addLines',
  `insert into class_return_line (check_id, position, loan_id, reader_id, due_on)
   select $1, row_number() over (order by l.reader_id nulls last, l.due_on, l.id), l.id, l.reader_id, l.due_on
   from (
     select l.* from known_reader r join loan l on l.reader_id = r.reader_id where r.class_id = $2
     union all select l.* from loan l where l.class_id = $2 and l.reader_id is null) l
   where l.closed_how is null and l.due_on <= $3::date and l.mode <> 'in-room'`,
);
const VIEW = statement('classReturns.view', `${CHECK_VIEW} where c.id = $1`);
const LOCK = statement(
  'classReturns.lock',
  'select school_id as "schoolId", checked_on::text as on from class_return_check where id = $1 for update',
);
const REMOVE = statement('classReturns.remove', 'delete from class_return_check where id = $1');
/** Every class of the school year shows, with nothing, too. */
const PUBLISH = statement(
  'classWeeks.publish',
  `with classes as (
     select class_id from known_class c
     where c.school_id = $1 and ${gradeSql({ section: 'c.section', entryYear: 'c.entry_year', schoolYear: '$5::int' })} is not null
   ), lent as (
     select class_id, count(*)::int as loans, count(distinct reader_id)::int as borrowers from loan
     where lending_school_id = $1 and loaned_on between $2::date and $2::date + 6 and mode <> 'in-room' group by class_id
   ), back as (
     select class_id, count(*)::int as returned from loan
     where closed_school_id = $1 and closed_how = 'returned' and closed_on between $2::date and $2::date + 6 and mode <> 'in-room'
     group by class_id
   ), out as (
     select class_id, count(*)::int as open, (count(*) filter (where due_on < $3::date))::int as overdue from loan
     where lending_school_id = $1 and closed_how is null and mode <> 'in-room' group by class_id
   )
   insert into class_week (school_id, week_starts_on, class_id, loans, borrowers, returned, open, overdue, published_on, published_by)
   select $1, $2, c.class_id, coalesce(l.loans, 0), coalesce(l.borrowers, 0), coalesce(b.returned, 0), coalesce(o.open, 0),
     coalesce(o.overdue, 0), $3, $4
   from classes c left join lent l using (class_id) left join back b using (class_id) left join out o using (class_id)
   on conflict (school_id, week_starts_on, class_id) do update set loans = excluded.loans, borrowers = excluded.borrowers,
     returned = excluded.returned, open = excluded.open, overdue = excluded.overdue, published_on = excluded.published_on,
     published_by = excluded.published_by
   returning class_id`,
);
const WITHDRAW = statement(
  'classWeeks.withdraw',
  'delete from class_week where school_id = $1 and week_starts_on = $2::date returning class_id',
);
const UNPUBLISHED = statement(
  'classWeeks.unpublished',
  `select s.school_id as "schoolId" from known_school s
   where not exists (select from class_week w where w.school_id = s.school_id and w.week_starts_on = $1::date)
     and exists (select from loan l where l.lending_school_id = s.school_id and l.loaned_on between $1::date and $1::date + 6)
   order by s.school_id`,
);

export class ClassReturnsRepository {
  constructor(private readonly rows: Rows) {}

  async schoolOfClass(classId: string): Promise<SchoolId | null> {
    const [row] = await this.rows.rows<{ schoolId: SchoolId }>(SCHOOL_OF_CLASS, [classId]);
    return row?.schoolId ?? null;
  }

  async add(check: {
    readonly id: string;
    readonly schoolId: SchoolId;
    readonly classId: string;
    readonly on: CalendarDay;
    readonly by: string;
    readonly note: string | null;
  }): Promise<CheckView> {
    const { id, schoolId, classId, on, by, note } = check;
    await this.rows.rows(ADD, [id, schoolId, classId, on, by, note]);
    await this.rows.rows(ADD_LINES, [id, classId, on]);
    const [row] = await this.rows.rows<CheckView>(VIEW, [id]);
    if (row === undefined) throw new Error('the check is gone');
    return row;
  }

  async locked(id: string): Promise<{ readonly schoolId: SchoolId; readonly on: CalendarDay } | null> {
    const [row] = await this.rows.rows<{ schoolId: SchoolId; on: CalendarDay }>(LOCK, [id]);
    return row ?? null;
  }

  async remove(id: string): Promise<void> {
    await this.rows.rows(REMOVE, [id]);
  }

  /** @param by null: the week was published by itself. @returns how many classes it has */
  async showWeek(
    schoolId: SchoolId,
    week: CalendarDay,
    how: { readonly on: CalendarDay; readonly by: string | null; readonly schoolYear: number },
  ): Promise<number> {
    return (await this.rows.rows(PUBLISH, [schoolId, week, how.on, how.by, how.schoolYear])).length;
  }

  /** How many classes were taken down. */
  async withdraw(schoolId: SchoolId, week: CalendarDay): Promise<number> {
    return (await this.rows.rows(WITHDRAW, [schoolId, week])).length;
  }

  /** Schools that lent in the week and have not published it. */
  async unpublished(week: CalendarDay): Promise<SchoolId[]> {
    const rows = await this.rows.rows<{ schoolId: SchoolId }>(UNPUBLISHED, [week]);
    return rows.map(({ schoolId }) => schoolId);
  }
}
