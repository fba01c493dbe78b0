import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';
import type { MeritState, SuggestionView } from './merit.http.js';
import { CLASS_LOSSES, SUGGESTION_VIEW } from './merit.row.js';

const SCHOOL_OF_CLASS = statement(
  'merit.schoolOfClass',
  'select school_id as "schoolId" from known_class where class_id = $1',
);
const ADD = statement(
  'merit.add',
  `insert into merit_suggestion (id, school_id, class_id, term_starts_on, overdue, lost, damaged, awards, note, suggested_on, suggested_by)
   select $4, $1, $5, $3::date, coalesce(c.overdue, 0), coalesce(c.lost, 0), coalesce(c.damaged, 0), $6, $7, $2::date, $8
   from (select $5::uuid as class_id) asked left join (${CLASS_LOSSES}) c using (class_id)`,
);
const VIEW = statement('merit.view', `${SUGGESTION_VIEW} where m.id = $1`);
const LOCK = statement(
  'merit.lock',
  'select school_id as "schoolId", state from merit_suggestion where id = $1 for update',
);
const END = statement(
  'merit.end',
  'update merit_suggestion set state = $2, ended_on = $3, ended_by = $4 where id = $1',
);

/** Once a term for a class. */
export const ONCE_A_TERM = 'merit_suggestion_once';

export class MeritRepository {
  constructor(private readonly rows: Rows) {}

  async schoolOfClass(classId: string): Promise<SchoolId | null> {
    const [row] = await this.rows.rows<{ schoolId: SchoolId }>(SCHOOL_OF_CLASS, [classId]);
    return row?.schoolId ?? null;
  }

  async add(one: {
    readonly id: string;
    readonly schoolId: SchoolId;
    readonly classId: string;
    readonly termStartsOn: CalendarDay;
    readonly awards: number;
    readonly note: string | null;
    readonly on: CalendarDay;
    readonly by: string;
  }): Promise<SuggestionView> {
    const { id, schoolId, classId, termStartsOn, awards, note, on, by } = one;
    await this.rows.rows(ADD, [schoolId, on, termStartsOn, id, classId, awards, note, by]);
    return this.view(id);
  }

  async view(id: string): Promise<SuggestionView> {
    const [row] = await this.rows.rows<SuggestionView>(VIEW, [id]);
    if (row === undefined) throw new Error('the suggestion is gone');
    return row;
  }

  async locked(id: string): Promise<{ readonly schoolId: SchoolId; readonly state: MeritState } | null> {
    const [row] = await this.rows.rows<{ schoolId: SchoolId; state: MeritState }>(LOCK, [id]);
    return row ?? null;
  }

  async end(id: string, state: MeritState, on: CalendarDay, by: string): Promise<void> {
    await this.rows.rows(END, [id, state, on, by]);
  }
}
