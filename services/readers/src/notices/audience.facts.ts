import { sql, statementOf, words, type Session } from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import { schoolYearOf } from '../classes/rules/school-class.js';
import type { About, Audience, Reachable } from './rules/notice.js';

type Asked = About & { readonly schoolYear: number; readonly now: Date };
type Row = {
  readonly readerId: string | null;
  readonly classId: string | null;
  readonly isPupil: boolean | null;
  readonly hasClasses: boolean;
  readonly reachable: readonly Reachable[];
};

/** Teachers of one class; of a whole school. More get it by hand. */
const MOST_TEACHERS = 500;

/**
 * The reader, if he is still here; his guardians who agree; the accounts that teach the class today, or classes of the school. One
 * statement for each notice: a batch of events brings some dozens.
 */
const AUDIENCE = statementOf<Asked>(
  'notices.audience',
  (of) => sql`with r as (
     select r.id, r.class_id, r.kind = 'student' as is_pupil from reader r left join school_class k on k.id = r.class_id
     where r.id = ${of(({ readerId }) => readerId)}::uuid and is_here(r.kind, r.left_on, k.section, k.entry_year, ${of(({ schoolYear }) => schoolYear)}::int)
   ), k as (
     select coalesce((select class_id from r), ${of(({ classId }) => classId)}::uuid) as id,
       ${of(({ readerId, classId }) => readerId === null && classId === null)}::boolean as of_school
   ), c as (
     select 'reader' as recipient, c.reader_id as id, c.language from r join notice_contact c on c.reader_id = r.id and c.whose = 'reader'
     union all
     select 'guardian', g.id, c.language from r join guardian g on g.reader_id = r.id and g.consent_on is not null and g.withdrawn_on is null
       join notice_contact c on c.guardian_id = g.id
     union all
     select 'class-teacher', t.id, t.language from (
       select distinct c.account_id as id, c.language from k join account_grant t on t.role = 'teacher'
         and (t.starts_at is null or t.starts_at <= ${of(({ now }) => now)}::timestamptz) and (t.ends_at is null or t.ends_at > ${of(({ now }) => now)}::timestamptz)
         and (t.class_id = k.id or (k.of_school and t.school_id = ${of(({ schoolId }) => schoolId)}::uuid and t.class_id is not null))
       join account a on a.id = t.account_id and a.disabled_at is null
       join notice_contact c on c.account_id = a.id and c.school_id = t.school_id order by 1 limit ${words(String(MOST_TEACHERS))}) t
   )
   select (select id from r) as "readerId", (select class_id from r) as "classId", (select is_pupil from r) as "isPupil",
     (select k.of_school or exists (select from school_class s where s.id = k.id) from k) as "hasClasses",
     coalesce((select json_agg(json_build_object('recipient', c.recipient, 'id', c.id, 'language', c.language)) from c), '[]') as reachable`,
);

/** Who there is for a notice that is due. */
export class AudienceFacts {
  constructor(private readonly session: Session) {}

  /** @param now by which grants of teachers hold or have ended */
  async of(about: About, today: CalendarDay, now: Date): Promise<Audience> {
    const [row] = await this.session.rows<Row>(
      ...AUDIENCE.with({ ...about, schoolYear: schoolYearOf(today), now }),
    );
    if (row === undefined) throw new Error('a select without a from gives one row');
    const { readerId, classId, isPupil, hasClasses, reachable } = row;
    const reader = readerId === null ? null : { id: readerId, classId, isPupil: isPupil === true };
    return { reader, hasClasses, reachable };
  }
}
