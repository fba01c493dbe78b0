import { Injectable } from '@nestjs/common';
import { Database, idAfter, Lists, pageOf, statement, type Page, type Rows } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type { LendingState, StockState } from '@shulian/contracts/words';
import type { GateAlarmsAsked, GateAlarmView } from './exit-gate.http.js';

/** A barcode is that of the own school's copy first, else of the only one elsewhere that is out (a copy lent between schools). */
const PASSING = statement(
  'exitGate.passing',
  `select distinct on (c.barcode) c.barcode, c.id as "copyId", c.stock_state as "stockState", coalesce(l.state, 'in') as lending
   from copy c left join known_lending l on l.copy_id = c.id
   where c.barcode = any($2::text[]) and (c.school_id = $1 or l.state in ('on-loan', 'in-transit'))
   order by c.barcode, c.school_id <> $1, c.stock_state = 'withdrawn', c.id`,
);
const ALARMS = `select a.id, a.school_id as "schoolId", a.barcode, a.copy_id as "copyId", t.title, c.call_number as "callNumber",
    a.why, a.raised_at as "raisedAt", a.outcome, a.note, a.settled_on::text as "settledOn"
  from gate_alarm a left join copy c on c.id = a.copy_id left join title t on t.id = c.title_id`;
type AlarmRow = Omit<GateAlarmView, 'raisedAt'> & { readonly raisedAt: Date };
const toView = (row: AlarmRow): GateAlarmView => ({ ...row, raisedAt: row.raisedAt.toISOString() });

export type FoundAtGate = {
  readonly barcode: string;
  readonly copyId: string;
  readonly stockState: StockState;
  readonly lending: LendingState;
};

/** Copies at the exit of a school, and the alarms they raised. */
@Injectable()
export class ExitGateQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  passing(schoolId: SchoolId, barcodes: readonly string[]): Promise<FoundAtGate[]> {
    return this.database.rows<FoundAtGate>(PASSING, [schoolId, barcodes]);
  }

  /** The newest first. */
  async alarms(input: GateAlarmsAsked, schoolId: SchoolId): Promise<Page<GateAlarmView>> {
    const open = input.open === 'true' ? 'and a.outcome is null' : '';
    const rows = await this.lists.rows<AlarmRow>(
      `${ALARMS} where a.school_id = $1 ${open} and ($2::uuid is null or a.id < $2) order by a.id desc limit $3`,
      [schoolId, idAfter(input.cursor), input.limit + 1],
    );
    return pageOf(rows, input.limit, toView, ({ id }) => [id]);
  }
}

/** An alarm, seen from the transaction that wrote it. */
export const alarmView = async (rows: Rows, id: string): Promise<GateAlarmView> => {
  const [row] = await rows.rows<AlarmRow>(`${ALARMS} where a.id = $1`, [id]);
  if (row === undefined) throw new Error('no such alarm');
  return toView(row);
};
