import type { CalendarDay, Instant, SchoolId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';
import { RUN_VIEW } from './courier-run.row.js';
import { toCourierRun, type CourierRunRow, type CourierRunView } from './courier-runs.http.js';
import type { Run } from './rules/run.js';

const ADD = statement(
  'courier-run.add',
  'insert into courier_run (id, school_id, run_on, courier, note, made_by) values ($1, $2, $3, $4, $5, $6)',
);
const LOCK = statement(
  'courier-run.lock',
  'select id, school_id as "schoolId", state from courier_run where id = $1 for update',
);
const COPIES = statement(
  'courier-run.copies',
  'select count(*)::int as copies from copy_transfer where run_id = $1',
);
const LEAVE = statement(
  'courier-run.leave',
  `update courier_run set state = 'left', left_at = $2, left_by = $3, version = version + 1 where id = $1`,
);
const STAY = statement(
  'courier-run.stay',
  `update courier_run set state = 'open', left_at = null, left_by = null, version = version + 1 where id = $1`,
);
const REMOVE = statement('courier-run.remove', 'delete from courier_run where id = $1');
const VIEW = statement('courier-run.view', `${RUN_VIEW} where r.id = $1`);

export class CourierRunsRepository {
  constructor(private readonly rows: Rows) {}

  async add(run: {
    readonly id: string;
    readonly schoolId: SchoolId;
    readonly runOn: CalendarDay;
    readonly courier: string;
    readonly note: string | null;
    readonly by: string;
  }): Promise<void> {
    await this.rows.rows(ADD, [run.id, run.schoolId, run.runOn, run.courier, run.note, run.by]);
  }

  /** Locked first of all where something is put on it or taken off; then the copy. */
  async locked(id: string): Promise<Run | null> {
    const [row] = await this.rows.rows<Omit<Run, 'copies'>>(LOCK, [id]);
    if (row === undefined) return null;
    const [counted] = await this.rows.rows<{ copies: number }>(COPIES, [id]);
    return { ...row, copies: counted?.copies ?? 0 };
  }

  async leave(id: string, at: Instant, by: string): Promise<void> {
    await this.rows.rows(LEAVE, [id, at, by]);
  }

  async stay(id: string): Promise<void> {
    await this.rows.rows(STAY, [id]);
  }

  async remove(id: string): Promise<void> {
    await this.rows.rows(REMOVE, [id]);
  }

  async view(id: string): Promise<CourierRunView> {
    const [row] = await this.rows.rows<CourierRunRow>(VIEW, [id]);
    if (row === undefined) throw new Error('the run is gone');
    return toCourierRun(row);
  }
}
