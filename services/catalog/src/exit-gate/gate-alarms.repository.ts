import { statement, type Session } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type { AlarmOutcome, AlarmReason } from './rules/passage.js';

export type RaisedAlarm = {
  readonly id: string;
  readonly barcode: string;
  readonly copyId: string | null;
  readonly why: AlarmReason;
};

const RAISE = statement(
  'gateAlarms.raise',
  `insert into gate_alarm (id, school_id, barcode, copy_id, why, raised_at)
   select a.id, $1, a.barcode, a."copyId", a.why, $3
   from jsonb_to_recordset($2::jsonb) as a(id uuid, barcode text, "copyId" uuid, why text)`,
);
const LOCK = statement(
  'gateAlarms.lock',
  'select school_id as "schoolId" from gate_alarm where id = $1 for update',
);
const SETTLE = statement(
  'gateAlarms.settle',
  'update gate_alarm set outcome = $2, note = $3, settled_on = $4, settled_by = $5 where id = $1',
);

export class GateAlarmsRepository {
  constructor(private readonly session: Session) {}

  async raise(schoolId: SchoolId, alarms: readonly RaisedAlarm[], at: Date): Promise<void> {
    if (alarms.length > 0) await this.session.rows(RAISE, [schoolId, JSON.stringify(alarms), at]);
  }

  /** The school of an alarm, held to the end of the transaction. */
  async schoolOf(id: string): Promise<SchoolId | null> {
    return (await this.session.rows<{ schoolId: SchoolId }>(LOCK, [id]))[0]?.schoolId ?? null;
  }

  async settle(
    id: string,
    settled: {
      readonly outcome: AlarmOutcome;
      readonly note: string | null;
      readonly on: string;
      readonly by: string;
    },
  ): Promise<void> {
    await this.session.rows(SETTLE, [id, settled.outcome, settled.note, settled.on, settled.by]);
  }
}
