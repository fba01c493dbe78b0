import { violatedUnique, type Session } from '@shulian/service-kit';
import type { SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import type { PlaceOfClass, SchoolClass } from '../classes/rules/school-class.js';
import { toSchoolClass, type SchoolClassRow } from '../classes/school-class.row.js';
import { READER_COLUMNS, toReader, type ReaderRow } from '../enrolment/reader.row.js';
import type { Reader } from '../enrolment/rules/reader.js';
import { FATES } from './school-year.row.js';

const readerColumns = READER_COLUMNS.map(([column, type]) =>
  type === 'date' ? `r.${column}::text` : `r.${column}`,
).join(', ');
const classColumns =
  'k.id, k.school_id, k.section, k.entry_year, k.class_no, k.version, k.announced, k.external_id, k.stream, k.campus';

/** Readers whom the step touches: another class, the same one in another section, or none any more. */
const TOUCHED = `(f.left_on is not null or f.to_class_id is distinct from f.from_class_id
  or (f.to_section, f.to_entry_year) is distinct from (f.from_section, f.from_entry_year))`;

/** A reader after the step or after its undoing, and the class before that. */
export type Stepped = { readonly reader: Reader; readonly from: SchoolClassId };
type SteppedRow = ReaderRow & { readonly from_class: SchoolClassId };
const toStepped = ({ from_class, ...row }: SteppedRow): Stepped => ({
  reader: toReader(row),
  from: from_class,
});

/** The step into a school year, a few statements whatever the size of the school; its undoing as well. */
export class SchoolYearStepsRepository {
  constructor(private readonly session: Session) {}

  /** Nobody moves a pupil or a class of the school until the end of the transaction. */
  async lock(schoolId: SchoolId): Promise<void> {
    await this.session.rows('select id from school where id = $1 for no key update', [schoolId]);
    await this.session.rows(
      `select id from school_class where school_id = $1 order by id for no key update`,
      [schoolId],
    );
    await this.session.rows(
      `select id from reader where school_id = $1 and kind = 'student' order by id for no key update`,
      [schoolId],
    );
  }

  /** The class lists of the year that ended, as they are at its end; who left in its course is in them. */
  async keepClassLists(id: string): Promise<void> {
    await this.session.rows(
      `with ended as (select school_id, year - 1 as year from school_year where id = $1),
       lists as (
         insert into class_list (school_id, year, class_id, section, entry_year, class_no, stream, campus)
         select e.school_id, e.year, k.id, k.section, k.entry_year, k.class_no, k.stream, k.campus
         from ended e join school_class k on k.school_id = e.school_id
           and e.year - k.entry_year between 0 and case k.section when 'primary' then 5 else 2 end
         returning school_id, year, class_id)
       insert into class_list_reader (school_id, year, class_id, reader_id, left_on, left_why)
       select l.school_id, l.year, l.class_id, r.id, r.left_on, r.left_why
       from lists l join reader r on r.class_id = l.class_id
       where r.kind = 'student' and r.enrolled_on < make_date(l.year + 1, 9, 1)
         and (r.left_on is null or r.left_on >= make_date(l.year, 9, 1))`,
      [id],
    );
  }

  /** Writes down what becomes of everybody, and which classes go to another place, before any of it is done. */
  async decide(id: string): Promise<void> {
    await this.session.rows(
      `with ${FATES},
       steps as (
         insert into school_year_step (school_year_id, class_id, old_section, old_entry_year, old_class_no, old_stream,
           old_campus, section, entry_year, class_no)
         select school_year_id, id, section, entry_year, class_no, stream, campus, new_section, new_entry_year, new_class_no
         from classes
         where (section, entry_year, class_no, stream, campus)
           is distinct from (new_section, new_entry_year, new_class_no, new_stream, new_campus))
       insert into school_year_fate (school_year_id, reader_id, fate, from_class_id, from_section, from_entry_year,
         from_class_no, to_section, to_entry_year, to_class_no, left_on, left_why)
       select school_year_id, reader_id, fate, from_class_id, from_section, from_entry_year, from_class_no, to_section,
         to_entry_year, to_class_no, left_on, left_why from fates`,
      [id],
    );
  }

  /** Classes at their new places; null where another class is there already, and the transaction is then lost. */
  async moveClasses(id: string): Promise<SchoolClass[] | null> {
    try {
      const rows = await this.session.rows<SchoolClassRow>(
        `update school_class k set section = s.section, entry_year = s.entry_year, class_no = s.class_no,
           stream = case when w.sets_stream then w.stream else k.stream end,
           campus = case when w.sets_campus then w.campus else k.campus end,
           version = k.version + 1, announced = k.announced + 1
         from school_year_step s left join school_year_class w using (school_year_id, class_id)
         where s.school_year_id = $1 and s.class_id = k.id
         returning ${classColumns}`,
        [id],
      );
      return rows.map(toSchoolClass);
    } catch (error) {
      if (violatedUnique(error) === 'school_class_once') return null;
      throw error;
    }
  }

  /** Places where pupils are to be and no class is. */
  async placesWithoutClass(id: string, schoolId: SchoolId): Promise<PlaceOfClass[]> {
    return this.session.rows<PlaceOfClass>(
      `select distinct f.to_section as section, f.to_entry_year as "entryYear", f.to_class_no as "classNo"
       from school_year_fate f
       where f.school_year_id = $1 and f.to_section is not null and not exists (
         select from school_class k where k.school_id = $2
           and (k.section, k.entry_year, k.class_no) = (f.to_section, f.to_entry_year, f.to_class_no))
       order by 1, 2, 3`,
      [id, schoolId],
    );
  }

  async noteOpened(id: string, opened: readonly SchoolClass[]): Promise<void> {
    await this.session.rows(
      `insert into school_year_step (school_year_id, class_id, section, entry_year, class_no)
       select $1, * from jsonb_to_recordset($2::jsonb) as t(id uuid, section text, "entryYear" int, "classNo" int)`,
      [id, JSON.stringify(opened)],
    );
  }

  /** Everybody to the class or out of the school, as decided. */
  async moveReaders(id: string, schoolId: SchoolId): Promise<Stepped[]> {
    await this.session.rows(
      `update school_year_fate f set to_class_id = k.id from school_class k
       where f.school_year_id = $1 and k.school_id = $2
         and (k.section, k.entry_year, k.class_no) = (f.to_section, f.to_entry_year, f.to_class_no)`,
      [id, schoolId],
    );
    const rows = await this.session.rows<SteppedRow>(
      `update reader r set class_id = coalesce(f.to_class_id, r.class_id), left_on = f.left_on, left_why = f.left_why,
         version = r.version + 1, announced = r.announced + 1
       from school_year_fate f where f.school_year_id = $1 and f.reader_id = r.id and ${TOUCHED}
       returning ${readerColumns}, f.from_class_id as from_class`,
      [id],
    );
    return rows.map(toStepped);
  }

  /**
   * How much was built on the step: readers and classes it moved that are no longer where it put them, people, accounts or books
   * in classes it opened, a later step.
   */
  async builtOn(id: string): Promise<number> {
    const [row] = await this.session.rows<{ built: number }>(
      `select (
         (select count(*) from school_year_fate f join school_year y on y.id = f.school_year_id
            left join reader r on r.id = f.reader_id
          where f.school_year_id = $1 and ${TOUCHED} and (r.school_id, r.class_id, r.left_on, r.left_why)
            is distinct from (y.school_id, coalesce(f.to_class_id, f.from_class_id), f.left_on, f.left_why))
         + (select count(*) from school_year_step s left join school_class k on k.id = s.class_id
            where s.school_year_id = $1
              and (k.section, k.entry_year, k.class_no) is distinct from (s.section, s.entry_year, s.class_no))
         + (select count(*) from school_year_step s where s.school_year_id = $1 and s.old_section is null and (
              exists (select from reader r where r.class_id = s.class_id and not exists (
                select from school_year_fate f where f.school_year_id = $1 and f.reader_id = r.id and f.to_class_id = s.class_id))
              or exists (select from known_loan l where l.class_id = s.class_id and l.reader_id is null and l.is_open)
              or exists (select from account_grant g where g.class_id = s.class_id)))
         + (select count(*) from school_year y join school_year later on later.school_id = y.school_id
              and later.year > y.year and later.status = 'committed' where y.id = $1)
       )::int as built`,
      [id],
    );
    return row?.built ?? 0;
  }

  async readersBack(id: string): Promise<Stepped[]> {
    const rows = await this.session.rows<SteppedRow>(
      `update reader r set class_id = f.from_class_id, left_on = null, left_why = null,
         version = r.version + 1, announced = r.announced + 1
       from school_year_fate f where f.school_year_id = $1 and f.reader_id = r.id and ${TOUCHED}
       returning ${readerColumns}, coalesce(f.to_class_id, f.from_class_id) as from_class`,
      [id],
    );
    return rows.map(toStepped);
  }

  /** Classes at their old places, those that were opened gone, and the lists of the year before with them; null where another class has come to an old place. */
  async classesBack(id: string): Promise<SchoolClass[] | null> {
    await this.session.rows(
      `delete from school_class where id in (
         select class_id from school_year_step where school_year_id = $1 and old_section is null)`,
      [id],
    );
    await this.session.rows(
      `delete from class_list l using school_year y
       where y.id = $1 and l.school_id = y.school_id and l.year = y.year - 1`,
      [id],
    );
    try {
      const rows = await this.session.rows<SchoolClassRow>(
        `update school_class k set section = s.old_section, entry_year = s.old_entry_year, class_no = s.old_class_no,
           stream = s.old_stream, campus = s.old_campus, version = k.version + 1, announced = k.announced + 1
         from school_year_step s where s.school_year_id = $1 and s.class_id = k.id and s.old_section is not null
         returning ${classColumns}`,
        [id],
      );
      return rows.map(toSchoolClass);
    } catch (error) {
      if (violatedUnique(error) === 'school_class_once') return null;
      throw error;
    }
  }
}
