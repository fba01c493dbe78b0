import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';
import { COPIES_OUT, LENDING_SHARE_VIEW } from './lending-share.row.js';
import type { LendingOrderView, LendingShareAsked, LendingShareView } from './lending-shares.http.js';

/** The school is locked, so that two who put its first share come one after the other. */
const LOCK_SCHOOL = statement(
  'lending-share.lock-school',
  'select from known_school where school_id = $1 for update',
);
const VERSION = statement('lending-share.version', 'select version from lending_share where school_id = $1');
const PUT = statement(
  'lending-share.put',
  `insert into lending_share (school_id, version, open, most_out, new_stay_days, takes_back, days_on_way, place, put_on, put_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
   on conflict (school_id) do update set version = excluded.version, open = excluded.open, most_out = excluded.most_out,
     new_stay_days = excluded.new_stay_days, takes_back = excluded.takes_back, days_on_way = excluded.days_on_way,
     place = excluded.place, put_on = excluded.put_on, put_by = excluded.put_by`,
);
const VIEW = statement('lending-share.view', `${LENDING_SHARE_VIEW} where s.school_id = $1`);
const ORDER_VERSION = statement(
  'lending-order.version',
  'select version from lending_order where school_id = $1',
);
const STRANGERS = statement(
  'lending-order.strangers',
  `select s.id from unnest($1::uuid[]) as s(id) where not exists (select from known_school k where k.school_id = s.id)`,
);
const PUT_ORDER = statement(
  'lending-order.put',
  `insert into lending_order (school_id, version, school_ids, put_on, put_by) values ($1, $2, $3, $4, $5)
   on conflict (school_id) do update set version = excluded.version, school_ids = excluded.school_ids,
     put_on = excluded.put_on, put_by = excluded.put_by`,
);
/** Held until the end of the transaction: so many go out at most, whoever asks at the same moment. */
const LOCK = statement(
  'lending-share.lock',
  'select from lending_share where school_id = any($1::uuid[]) order by school_id for update',
);
const ROOM = statement(
  'lending-share.room',
  `select s.school_id as "schoolId", greatest(s.most_out - ${COPIES_OUT}, 0) as room
   from lending_share s where s.school_id = any($1::uuid[]) and s.open`,
);
const OF = statement(
  'lending-share.of',
  'select open, takes_back as "takesBack" from lending_share where school_id = $1',
);

/** Who put something, and when. */
export type PutBy = { readonly on: CalendarDay; readonly by: string };

export class LendingSharesRepository {
  constructor(private readonly rows: Rows) {}

  /** @returns whether there is such a school */
  async lockSchool(schoolId: SchoolId): Promise<boolean> {
    return (await this.rows.rows(LOCK_SCHOOL, [schoolId])).length > 0;
  }

  /** 0: nothing was put yet. */
  async version(schoolId: SchoolId): Promise<number> {
    const [row] = await this.rows.rows<{ version: number }>(VERSION, [schoolId]);
    return row?.version ?? 0;
  }

  async put(schoolId: SchoolId, share: LendingShareAsked, version: number, put: PutBy): Promise<void> {
    const { open, mostOut, newStayDays, takesBack, daysOnWay, place } = share;
    const values = [open, mostOut, newStayDays, takesBack, daysOnWay, place, put.on, put.by];
    await this.rows.rows(PUT, [schoolId, version, ...values]);
  }

  async view(schoolId: SchoolId): Promise<LendingShareView> {
    const [row] = await this.rows.rows<LendingShareView>(VIEW, [schoolId]);
    if (row === undefined) throw new Error('the share was just put');
    return row;
  }

  /** 1: none was put yet. */
  async orderVersion(schoolId: SchoolId): Promise<number> {
    const [row] = await this.rows.rows<{ version: number }>(ORDER_VERSION, [schoolId]);
    return row?.version ?? 1;
  }

  /** Those of the ids that no school has. */
  async strangers(schoolIds: readonly string[]): Promise<string[]> {
    return (await this.rows.rows<{ id: string }>(STRANGERS, [schoolIds])).map(({ id }) => id);
  }

  async putOrder(order: LendingOrderView, put: PutBy): Promise<void> {
    await this.rows.rows(PUT_ORDER, [order.schoolId, order.version, order.schoolIds, put.on, put.by]);
  }

  /** Locks the lenders and counts after that. The last lock of a transaction that waits for anything. */
  async lockRoomOf(schoolIds: readonly SchoolId[]): Promise<Map<SchoolId, number>> {
    await this.rows.rows(LOCK, [schoolIds]);
    return this.roomOf(schoolIds);
  }

  /** How many copies each may still send; a school that lends to nobody is left out. */
  async roomOf(schoolIds: readonly SchoolId[]): Promise<Map<SchoolId, number>> {
    const rows = await this.rows.rows<{ schoolId: SchoolId; room: number }>(ROOM, [schoolIds]);
    return new Map(rows.map(({ schoolId, room }) => [schoolId, room]));
  }

  /** Without a share nothing goes anywhere. */
  async of(schoolId: SchoolId): Promise<{ readonly open: boolean; readonly takesBack: boolean }> {
    const [row] = await this.rows.rows<{ open: boolean; takesBack: boolean }>(OF, [schoolId]);
    return row ?? { open: false, takesBack: false };
  }
}
