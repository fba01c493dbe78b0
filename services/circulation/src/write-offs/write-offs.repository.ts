import type { CalendarDay, CompensationId, SchoolId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';
import { WRITE_OFF_VIEW } from './write-off.row.js';
import type { WriteOffState, WriteOffView } from './write-offs.http.js';

const COMPENSATION = statement(
  'writeOffs.compensation',
  'select school_id as "schoolId", status from compensation where id = $1',
);
const ADD = statement(
  'writeOffs.add',
  'insert into write_off (id, school_id, compensation_id, reason, asked_on, asked_by) values ($1, $2, $3, $4, $5, $6)',
);
const VIEW = statement('writeOffs.view', `${WRITE_OFF_VIEW} where w.id = $1`);
const LOCK = statement(
  'writeOffs.lock',
  `select school_id as "schoolId", compensation_id as "compensationId", state, asked_by as "askedBy" from write_off where id = $1 for update`,
);
const DECIDE = statement(
  'writeOffs.decide',
  'update write_off set state = $2, decided_on = $3, decided_by = $4, decision_note = $5 where id = $1',
);

export type LockedWriteOff = {
  readonly schoolId: SchoolId;
  readonly compensationId: CompensationId;
  readonly state: WriteOffState;
  readonly askedBy: string;
};

/** A compensation is asked for once at a time. */
export const ASKED_ONCE = 'write_off_asked';

export class WriteOffsRepository {
  constructor(private readonly rows: Rows) {}

  async compensation(id: string): Promise<{ readonly schoolId: SchoolId; readonly status: string } | null> {
    const [row] = await this.rows.rows<{ schoolId: SchoolId; status: string }>(COMPENSATION, [id]);
    return row ?? null;
  }

  async add(asked: {
    readonly id: string;
    readonly schoolId: SchoolId;
    readonly compensationId: string;
    readonly reason: string;
    readonly on: CalendarDay;
    readonly by: string;
  }): Promise<void> {
    const { id, schoolId, compensationId, reason, on, by } = asked;
    await this.rows.rows(ADD, [id, schoolId, compensationId, reason, on, by]);
  }

  async view(id: string): Promise<WriteOffView> {
    const [row] = await this.rows.rows<WriteOffView>(VIEW, [id]);
    if (row === undefined) throw new Error('the write-off is gone');
    return row;
  }

  async locked(id: string): Promise<LockedWriteOff | null> {
    const [row] = await this.rows.rows<LockedWriteOff>(LOCK, [id]);
    return row ?? null;
  }

  async decide(
    id: string,
    state: WriteOffState,
    how: { readonly on: CalendarDay; readonly by: string; readonly note: string | null },
  ): Promise<void> {
    await this.rows.rows(DECIDE, [id, state, how.on, how.by, how.note]);
  }
}
