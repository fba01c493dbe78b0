import { newId, violatedUnique, type Session } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { YEAR, type SchoolYear, type YearState } from './school-year.row.js';

/** What a school wishes of a class beside the rule; null: by the rule. */
export type WishOfClass = {
  readonly fate: 'goes-on' | 'graduates' | 'merges' | null;
  readonly classNo: number | null;
  /** undefined: as it is */
  readonly stream: string | null | undefined;
  readonly campus: string | null | undefined;
};
/** What a school wishes of a reader beside the rule. */
export type WishOfReader = {
  readonly readerId: string;
  readonly fate: 'repeats' | 'moves' | 'leaves' | 'by-rule';
  readonly classNo: number | null;
  readonly why: string | null;
};

/** Steps into a school year, and what is wished beside the rule. */
export class SchoolYearsRepository {
  constructor(private readonly session: Session) {}

  /** Null when the school has begun or taken the step into that year already; the transaction is then lost. */
  async add(schoolId: SchoolId, year: number, by: string, at: Date): Promise<string | null> {
    const id = newId();
    try {
      await this.session.rows(
        `insert into school_year (id, school_id, year, status, edited_by, prepared_at, version)
         values ($1, $2, $3, 'draft', array[$4::text], $5, 1)`,
        [id, schoolId, year, by, at],
      );
      return id;
    } catch (error) {
      if (violatedUnique(error) === 'school_year_once') return null;
      throw error;
    }
  }

  /** Locked until the end of the transaction. */
  async locked(id: string): Promise<SchoolYear | null> {
    return (await this.session.rows<SchoolYear>(`${YEAR} where id = $1 for no key update`, [id]))[0] ?? null;
  }

  /** Somebody had a hand in it: it is a draft again, and not for that person to review. */
  async edited(id: string, by: string): Promise<void> {
    await this.session.rows(
      `update school_year set status = 'draft', version = version + 1,
         edited_by = case when $2::text = any(edited_by) then edited_by else edited_by || $2::text end where id = $1`,
      [id, by],
    );
  }

  async change(id: string, to: { status: YearState; note?: string | null }): Promise<void> {
    await this.session.rows(
      `update school_year set status = $2, note = coalesce($3, note), version = version + 1 where id = $1`,
      [id, to.status, to.note ?? null],
    );
  }

  async committed(id: string, by: string, at: Date): Promise<void> {
    await this.session.rows(
      `update school_year set status = 'committed', committed_by = $2, committed_at = $3, version = version + 1 where id = $1`,
      [id, by, at],
    );
  }

  async undone(id: string, by: string, at: Date): Promise<void> {
    await this.session.rows(
      `update school_year set status = 'undone', undone_by = $2, undone_at = $3, version = version + 1 where id = $1`,
      [id, by, at],
    );
  }

  /** False for a class that the school has not. */
  async wishOfClass(
    id: string,
    schoolId: SchoolId,
    classId: string,
    { fate, classNo, stream, campus }: WishOfClass,
  ): Promise<boolean> {
    const rows = await this.session.rows(
      `insert into school_year_class as w (school_year_id, class_id, fate, class_no, stream, sets_stream, campus, sets_campus)
       select $1, k.id, $4, $5, $6, $7, $8, $9 from school_class k where k.id = $3 and k.school_id = $2
       on conflict (school_year_id, class_id) do update set fate = excluded.fate, class_no = excluded.class_no,
         stream = excluded.stream, sets_stream = excluded.sets_stream, campus = excluded.campus,
         sets_campus = excluded.sets_campus
       returning 1`,
      [
        id,
        schoolId,
        classId,
        fate,
        classNo,
        stream ?? null,
        stream !== undefined,
        campus ?? null,
        campus !== undefined,
      ],
    );
    return rows.length > 0;
  }

  /** How many of the readers are active pupils of a class of the school: wishes are kept of these alone. */
  async wishOfReaders(id: string, schoolId: SchoolId, wishes: readonly WishOfReader[]): Promise<number> {
    const [row] = await this.session.rows<{ known: number }>(
      `with told as (
         select t."readerId" as reader_id, t.fate, t."classNo" as class_no, t.why
         from jsonb_to_recordset($3::jsonb) as t("readerId" uuid, fate text, "classNo" int, why text)
         join reader r on r.id = t."readerId"
         where r.school_id = $2 and r.kind = 'student' and r.left_on is null and r.class_id is not null),
       gone as (
         delete from school_year_reader w using told t
         where w.school_year_id = $1 and w.reader_id = t.reader_id and t.fate = 'by-rule'),
       kept as (
         insert into school_year_reader as w (school_year_id, reader_id, fate, class_no, why)
         select $1, reader_id, fate, class_no, why from told where fate <> 'by-rule'
         on conflict (school_year_id, reader_id) do update set fate = excluded.fate, class_no = excluded.class_no,
           why = excluded.why)
       select count(*)::int as known from told`,
      [id, schoolId, JSON.stringify(wishes)],
    );
    return row?.known ?? 0;
  }
}
