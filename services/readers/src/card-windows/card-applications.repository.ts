import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import type { ApplicationState } from './card-windows.http.js';

const PUPILS = statement(
  'cardApplications.pupils',
  `select id, kind, class_id as "classId" from reader
   where class_id = $1 and id = any($2::uuid[]) and kind = 'student' and left_on is null`,
);
/** Who has withdrawn may apply again; who was declined may not, until the library takes that back. */
const APPLY = statement(
  'cardApplications.apply',
  `insert into card_application (id, window_id, class_id, reader_id, state, applied_on, applied_by)
   select t.id, $1, $2, t."readerId", 'applied', $4, $5 from jsonb_to_recordset($3::jsonb) as t(id uuid, "readerId" uuid)
   on conflict on constraint card_application_once do update set state = 'applied', class_id = excluded.class_id,
     applied_on = excluded.applied_on, applied_by = excluded.applied_by, why = null, settled_on = null, settled_by = null
     where card_application.state = 'withdrawn'`,
);
const ONE = `select a.id, a.window_id as "windowId", a.class_id as "classId", a.reader_id as "readerId", a.state, w.school_id as "schoolId"
   from card_application a join card_window w on w.id = a.window_id where a.id = $1`;
const SEE = statement('cardApplications.see', ONE);
const LOCK = statement('cardApplications.lock', `${ONE} for update of a`);
const SETTLE = statement(
  'cardApplications.settle',
  'update card_application set state = $2, why = $3, settled_on = $4, settled_by = $5 where id = $1',
);
const APPLIED = statement(
  'cardApplications.applied',
  `select reader_id as "readerId" from card_application where window_id = $1 and class_id = $2 and state = 'applied' order by reader_id`,
);

export type Application = {
  readonly id: string;
  readonly windowId: string;
  readonly classId: SchoolClassId;
  readonly readerId: ReaderId;
  readonly schoolId: SchoolId;
  readonly state: ApplicationState;
};
type Pupil = { readonly id: ReaderId; readonly kind: 'student'; readonly classId: SchoolClassId };

/** Who wants a card. */
export class CardApplicationsRepository {
  constructor(private readonly session: Session) {}

  /** Which of the readers are pupils of the class. */
  pupils(classId: SchoolClassId, readerIds: readonly string[]): Promise<Pupil[]> {
    return this.session.rows<Pupil>(PUPILS, [classId, readerIds]);
  }

  async apply(
    windowId: string,
    classId: SchoolClassId,
    applications: readonly { readonly id: string; readonly readerId: ReaderId }[],
    on: CalendarDay,
    by: string,
  ): Promise<void> {
    await this.session.rows(APPLY, [windowId, classId, JSON.stringify(applications), on, by]);
  }

  async byId(id: string): Promise<Application | null> {
    return (await this.session.rows<Application>(SEE, [id]))[0] ?? null;
  }

  async locked(id: string): Promise<Application | null> {
    return (await this.session.rows<Application>(LOCK, [id]))[0] ?? null;
  }

  async settle(
    id: string,
    state: ApplicationState,
    why: string | null,
    how: { readonly on: CalendarDay; readonly by: string } | null,
  ): Promise<void> {
    await this.session.rows(SETTLE, [id, state, why, how?.on ?? null, how?.by ?? null]);
  }

  /** Pupils of the class whose application stands. */
  async applied(windowId: string, classId: SchoolClassId): Promise<ReaderId[]> {
    const rows = await this.session.rows<{ readerId: ReaderId }>(APPLIED, [windowId, classId]);
    return rows.map(({ readerId }) => readerId);
  }
}
