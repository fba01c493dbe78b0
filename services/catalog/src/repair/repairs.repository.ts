import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, CopyId, RepairId, SchoolId } from '@shulian/contracts/ids';
import type { StockState } from '@shulian/contracts/words';
import type { Damage, RepairResult, RepairSource, RepairState } from './rules/repair.js';
import { FROM_REPAIR, REPAIR_COLUMNS } from './repair.row.js';
import type { RepairView } from './repairs.http.js';

const OPEN_OF = statement(
  'repairs.openOf',
  `select copy_id as id from repair where copy_id = any($1::uuid[]) and state = 'in-repair'`,
);
const TAKE = statement(
  'repairs.take',
  `insert into repair (id, school_id, copy_id, damage, source, was, taken_on, taken_by, note)
   select g.id, $1::uuid, g.copy_id, $2::text, $3::text, g.was, $4::date, $5::text, $6::text
   from unnest($7::uuid[], $8::uuid[], $9::text[]) as g(id, copy_id, was)
   on conflict (copy_id) where state = 'in-repair' do nothing returning copy_id as id`,
);
const LOCK = statement(
  'repairs.lock',
  `select id, school_id as "schoolId", copy_id as "copyId", state, was from repair where id = $1 for update`,
);
const END = statement(
  'repairs.end',
  `update repair set state = $2, ended_on = $3, ended_by = $4, note = coalesce($5, note), session_id = $6
   where id = any($1::uuid[])`,
);
const REOPEN = statement(
  'repairs.reopen',
  `update repair set state = 'in-repair', ended_on = null, ended_by = null, session_id = null where id = $1`,
);
const VIEW = statement('repairs.view', `select ${REPAIR_COLUMNS} ${FROM_REPAIR} where r.id = $1`);

export type Repair = {
  readonly id: RepairId;
  readonly schoolId: SchoolId;
  readonly copyId: CopyId;
  readonly state: RepairState;
  readonly was: StockState;
};

/** The register of repairs. Copies are locked after the row of their repair. */
export class RepairsRepository {
  constructor(private readonly session: Session) {}

  /** Which of the copies are in repair. */
  async openOf(copies: readonly CopyId[]): Promise<ReadonlySet<CopyId>> {
    const rows = await this.session.rows<{ id: CopyId }>(OPEN_OF, [copies]);
    return new Set(rows.map(({ id }) => id));
  }

  /** Writes a line for each copy; returns those that nobody else has taken meanwhile. */
  async take(
    schoolId: SchoolId,
    how: {
      readonly damage: Damage;
      readonly source: RepairSource;
      readonly on: CalendarDay;
      readonly by: string;
      readonly note: string | null;
    },
    copies: readonly { readonly repairId: RepairId; readonly id: CopyId; readonly was: StockState }[],
  ): Promise<ReadonlySet<CopyId>> {
    if (copies.length === 0) return new Set();
    const rows = await this.session.rows<{ id: CopyId }>(TAKE, [
      schoolId,
      how.damage,
      how.source,
      how.on,
      how.by,
      how.note,
      copies.map(({ repairId }) => repairId),
      copies.map(({ id }) => id),
      copies.map(({ was }) => was),
    ]);
    return new Set(rows.map(({ id }) => id));
  }

  async locked(id: RepairId): Promise<Repair | null> {
    return (await this.session.rows<Repair>(LOCK, [id]))[0] ?? null;
  }

  /** Ends repairs alike, in a mending session or in none. */
  async end(
    ids: readonly RepairId[],
    result: RepairResult,
    how: {
      readonly on: CalendarDay;
      readonly by: string;
      readonly note: string | null;
      readonly sessionId?: string | null;
    },
  ): Promise<void> {
    if (ids.length > 0)
      await this.session.rows(END, [ids, result, how.on, how.by, how.note, how.sessionId ?? null]);
  }

  async reopen(id: RepairId): Promise<void> {
    await this.session.rows(REOPEN, [id]);
  }

  async view(id: RepairId): Promise<RepairView> {
    const [row] = await this.session.rows<RepairView>(VIEW, [id]);
    if (row === undefined) throw new Error('the repair is gone');
    return row;
  }
}
