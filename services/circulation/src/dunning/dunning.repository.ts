import type { CalendarDay, ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';
import { isLastYearSql } from '../lists/grades.query.js';
import { CONTACT_VIEW, PRIORITY_VIEW, RUN_VIEW } from './dunning.row.js';
import type { ContactView, DunningRunView, PriorityView } from './dunning.http.js';
import type { Contacted, Mark } from './rules/dunning.js';

const ADD_RUN = statement(
  'dunning.addRun',
  `insert into dunning_run (id, school_id, made_on, made_by, least_days, answer_by, note) values ($1, $2, $3, $4, $5, $6, $7)`,
);
/** Who leaves first stands first, then class by class; what one borrower has stands together. `$5`: the school year. */
const ADD_LINES = statement(
  'dunning.addLines',
  `insert into dunning_line (run_id, position, loan_id, reader_id, class_id, priority, due_on, days_late)
   select $1, row_number() over (order by array_position(array['left', 'leaver', 'transfer', 'temporary'], late.priority) nulls last,
       late.class_id nulls last, late.borrower_id, late.due_on, late.id),
     late.id, late.reader_id, late.class_id, late.priority, late.due_on, $3::date - late.due_on
   from (
     select l.id, l.reader_id, coalesce(r.class_id, l.class_id) as class_id, coalesce(l.reader_id, l.class_id) as borrower_id, l.due_on,
       case when l.reader_id is null then null
         when r.standing = 'left' then 'left'
         when r.kind = 'student' and ${isLastYearSql({
           section: 'coalesce(kc.section, r.section)',
           entryYear: 'coalesce(kc.entry_year, r.entry_year)',
           schoolYear: '$5::int',
         })} then 'leaver'
         else p.why end as priority
     from loan l left join known_reader r on r.reader_id = l.reader_id left join known_class kc on kc.class_id = r.class_id
     left join dunning_priority p on p.reader_id = l.reader_id
     where l.lending_school_id = $2 and l.closed_how is null and l.due_on <= $3::date - $4::int) late`,
);
const RUN = statement('dunning.run', `${RUN_VIEW} where d.id = $1`);
const LOCK_RUN = statement(
  'dunning.lockRun',
  'select school_id as "schoolId", made_on::text as on from dunning_run where id = $1 for update',
);
const REMOVE_RUN = statement('dunning.removeRun', 'delete from dunning_run where id = $1');
const SCHOOL_OF_READER = statement(
  'dunning.schoolOfReader',
  'select school_id as "schoolId", class_id as "classId" from known_reader where reader_id = $1',
);
const SCHOOL_OF_CLASS = statement(
  'dunning.schoolOfClass',
  'select school_id as "schoolId" from known_class where class_id = $1',
);
const MARK = statement(
  'dunning.mark',
  `insert into dunning_priority (reader_id, school_id, why, marked_on, marked_by, note) values ($1, $2, $3, $4, $5, $6)
   on conflict (reader_id) do update set school_id = excluded.school_id, why = excluded.why, marked_on = excluded.marked_on,
     marked_by = excluded.marked_by, note = excluded.note`,
);
const MARKED = statement('dunning.marked', `${PRIORITY_VIEW} where p.reader_id = $1`);
const UNMARK = statement(
  'dunning.unmark',
  'delete from dunning_priority where reader_id = $1 and school_id = $2 returning reader_id',
);
const ADD_CONTACT = statement(
  'dunning.addContact',
  `insert into return_contact (id, school_id, class_id, reader_id, whom, contacted_on, noted_by, note)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
const CONTACT = statement('dunning.contact', `${CONTACT_VIEW} where c.id = $1`);
const LOCK_CONTACT = statement(
  'dunning.lockContact',
  'select school_id as "schoolId", contacted_on::text as on from return_contact where id = $1 for update',
);
const REMOVE_CONTACT = statement('dunning.removeContact', 'delete from return_contact where id = $1');

export type NewRun = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly madeOn: CalendarDay;
  readonly madeBy: string;
  readonly leastDays: number;
  readonly answerBy: string | null;
  readonly note: string | null;
};
export type NewContact = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly classId: string | null;
  readonly readerId: string | null;
  readonly whom: Contacted;
  readonly on: CalendarDay;
  readonly by: string;
  readonly note: string | null;
};
type OfDay = { readonly schoolId: SchoolId; readonly on: CalendarDay };

export class DunningRepository {
  constructor(private readonly rows: Rows) {}

  /** @param schoolYear of the day, for who is in the last grade */
  async addRun(run: NewRun, schoolYear: number): Promise<void> {
    await this.rows.rows(ADD_RUN, [
      run.id,
      run.schoolId,
      run.madeOn,
      run.madeBy,
      run.leastDays,
      run.answerBy,
      run.note,
    ]);
    await this.rows.rows(ADD_LINES, [run.id, run.schoolId, run.madeOn, run.leastDays, schoolYear]);
  }

  async run(id: string): Promise<DunningRunView> {
    const [row] = await this.rows.rows<DunningRunView>(RUN, [id]);
    if (row === undefined) throw new Error('the run is gone');
    return row;
  }

  async lockedRun(id: string): Promise<OfDay | null> {
    const [row] = await this.rows.rows<OfDay>(LOCK_RUN, [id]);
    return row ?? null;
  }

  async removeRun(id: string): Promise<void> {
    await this.rows.rows(REMOVE_RUN, [id]);
  }

  async reader(
    id: string,
  ): Promise<{ readonly schoolId: SchoolId; readonly classId: SchoolClassId | null } | null> {
    const [row] = await this.rows.rows<{ schoolId: SchoolId; classId: SchoolClassId | null }>(
      SCHOOL_OF_READER,
      [id],
    );
    return row ?? null;
  }

  async schoolOfClass(id: string): Promise<SchoolId | null> {
    const [row] = await this.rows.rows<{ schoolId: SchoolId }>(SCHOOL_OF_CLASS, [id]);
    return row?.schoolId ?? null;
  }

  async mark(
    readerId: ReaderId,
    schoolId: SchoolId,
    how: { readonly why: Mark; readonly on: CalendarDay; readonly by: string; readonly note: string | null },
  ): Promise<PriorityView> {
    await this.rows.rows(MARK, [readerId, schoolId, how.why, how.on, how.by, how.note]);
    const [row] = await this.rows.rows<PriorityView>(MARKED, [readerId]);
    if (row === undefined) throw new Error('the mark is gone');
    return row;
  }

  /** Whether there was a mark. */
  async unmark(readerId: ReaderId, schoolId: SchoolId): Promise<boolean> {
    return (await this.rows.rows(UNMARK, [readerId, schoolId])).length > 0;
  }

  async addContact(contact: NewContact): Promise<ContactView> {
    await this.rows.rows(ADD_CONTACT, [
      contact.id,
      contact.schoolId,
      contact.classId,
      contact.readerId,
      contact.whom,
      contact.on,
      contact.by,
      contact.note,
    ]);
    const [row] = await this.rows.rows<ContactView>(CONTACT, [contact.id]);
    if (row === undefined) throw new Error('the contact is gone');
    return row;
  }

  async lockedContact(id: string): Promise<OfDay | null> {
    const [row] = await this.rows.rows<OfDay>(LOCK_CONTACT, [id]);
    return row ?? null;
  }

  async removeContact(id: string): Promise<void> {
    await this.rows.rows(REMOVE_CONTACT, [id]);
  }
}
