import type { CalendarDay, HoldId, SchoolId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';
import { holdColumns, toHold, type HoldRow } from './hold.row.js';
import type { Hold } from './rules/hold.js';

const READY = statement(
  'pick-up-days.ready',
  `select ${holdColumns} from hold h where h.pickup_school_id = $1 and h.status = 'ready' order by h.title_id, h.id`,
);

const MOVE = statement(
  'pick-up-days.move',
  `update hold h set pick_up_by_on = m.day from unnest($1::uuid[], $2::date[]) as m(id, day) where h.id = m.id`,
);

/** How long copies are kept on the hold shelf of a school. */
export class PickUpDaysRepository {
  constructor(private readonly rows: Rows) {}

  /** All that lies on the shelf, by title: as much as a shelf holds. */
  async readyAt(schoolId: SchoolId): Promise<Hold[]> {
    return (await this.rows.rows<HoldRow>(READY, [schoolId])).map(toHold);
  }

  async move(holds: readonly { readonly id: HoldId; readonly pickUpByOn: CalendarDay }[]): Promise<void> {
    await this.rows.rows(MOVE, [holds.map(({ id }) => id), holds.map(({ pickUpByOn }) => pickUpByOn)]);
  }
}
