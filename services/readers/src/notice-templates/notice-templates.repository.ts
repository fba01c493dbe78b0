import { statementOf, sql, words as name, type Session } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { TEMPLATE_VIEW } from './notice-template.row.js';
import type { OwnTemplate } from './notice-templates.http.js';
import type { TemplateKey, Words } from './rules/notice-template.js';

type Place = TemplateKey & { readonly schoolId: SchoolId };
type Kept = Place & Words & { readonly version: number; readonly on: CalendarDay; readonly by: string };

/** Two who write the first template of a school at once wait for each other, though there is no row yet. */
const LOCK = statementOf<Place>(
  'notice-templates.lock',
  (of) => sql`select pg_advisory_xact_lock(hashtextextended(${of(({ schoolId }) => schoolId)}::text, 5550))`,
);
const FIND = statementOf<Place>(
  'notice-templates.find',
  (
    of,
  ) => sql`${name(TEMPLATE_VIEW)} where t.school_id = ${of(({ schoolId }) => schoolId)} and t.kind = ${of(({ kind }) => kind)}
    and t.recipient = ${of(({ recipient }) => recipient)} and t.language = ${of(({ language }) => language)}`,
);
const KEEP = statementOf<Kept>(
  'notice-templates.keep',
  (
    of,
  ) => sql`insert into notice_template (school_id, kind, recipient, language, subject, body, version, changed_on, changed_by)
   values (${of(({ schoolId }) => schoolId)}, ${of(({ kind }) => kind)}, ${of(({ recipient }) => recipient)}, ${of(({ language }) => language)},
     ${of(({ subject }) => subject)}, ${of(({ body }) => body)}, ${of(({ version }) => version)}, ${of(({ on }) => on)}, ${of(({ by }) => by)})
   on conflict (school_id, kind, recipient, language) do update set subject = excluded.subject, body = excluded.body,
     version = excluded.version, changed_on = excluded.changed_on, changed_by = excluded.changed_by`,
);
const SCHOOL = statementOf<SchoolId>(
  'notice-templates.school',
  (of) => sql`select from school where id = ${of((schoolId) => schoolId)}`,
);
const REMOVE = statementOf<Place>(
  'notice-templates.remove',
  (
    of,
  ) => sql`delete from notice_template where school_id = ${of(({ schoolId }) => schoolId)} and kind = ${of(({ kind }) => kind)}
    and recipient = ${of(({ recipient }) => recipient)} and language = ${of(({ language }) => language)}`,
);

/** Templates that schools wrote themselves. */
export class NoticeTemplatesRepository {
  constructor(private readonly session: Session) {}

  /** Null: the school has none of its own. Nobody writes one meanwhile. */
  async locked(place: Place): Promise<OwnTemplate | null> {
    await this.session.rows(...LOCK.with(place));
    return (await this.session.rows<OwnTemplate>(...FIND.with(place)))[0] ?? null;
  }

  async isSchool(schoolId: SchoolId): Promise<boolean> {
    return (await this.session.rows(...SCHOOL.with(schoolId))).length > 0;
  }

  async keep(template: Kept): Promise<void> {
    await this.session.rows(...KEEP.with(template));
  }

  async remove(place: Place): Promise<void> {
    await this.session.rows(...REMOVE.with(place));
  }
}
