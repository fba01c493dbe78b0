import type { CalendarDay, CopyId, HoldId, ReaderId, TitleId } from '@shulian/contracts/ids';
import type { Rows } from '@shulian/service-kit';
import { holdColumns, toHold, type HoldRow } from './hold.row.js';
import type { Hold } from './rules/hold.js';

export class HoldsRepository {
  constructor(private readonly rows: Rows) {}

  /** The open holds that readers of two titles have too many when these become one, in the order of ids. */
  async doublesOf(one: TitleId, other: TitleId): Promise<Hold[]> {
    const rows = await this.rows.rows<HoldRow>(
      `select ${holdColumns} from (
         select o.*, row_number() over (partition by reader_id order by status = 'ready' desc, placed_at, id) as choice
         from hold o where title_id in ($1, $2) and status in ('waiting', 'ready')
       ) h where h.choice > 1 order by h.id`,
      [one, other],
    );
    return rows.map(toHold);
  }

  /** Moves what is open from one title to another, which it remembers; both queues are locked. */
  async moveOpen(from: TitleId, into: TitleId): Promise<void> {
    await this.rows.rows(
      `update hold set title_id = $2, placed_for = coalesce(placed_for, $1)
       where title_id = $1 and status in ('waiting', 'ready')`,
      [from, into],
    );
  }

  /** The titles for which holds that wait for this one were placed before it took their place. */
  async placedForOthers(titleId: TitleId): Promise<TitleId[]> {
    const rows = await this.rows.rows<{ id: TitleId }>(
      `select distinct placed_for as id from hold
       where title_id = $1 and status = 'waiting' and placed_for is not null order by 1`,
      [titleId],
    );
    return rows.map(({ id }) => id);
  }

  /** Moves those that wait and were placed for a title to where it stands now; both queues are locked. @returns how many */
  async moveBack(from: TitleId, placedFor: TitleId, now: TitleId): Promise<number> {
    const rows = await this.rows.rows(
      `update hold h set title_id = $3, placed_for = nullif(placed_for, $3)
       where title_id = $1 and placed_for = $2 and status = 'waiting' and not exists (
         select from hold o where o.title_id = $3 and o.reader_id = h.reader_id and o.status in ('waiting', 'ready'))
       returning id`,
      [from, placedFor, now],
    );
    return rows.length;
  }

  async byId(id: HoldId): Promise<Hold | null> {
    const [row] = await this.rows.rows<HoldRow>(`select ${holdColumns} from hold h where h.id = $1`, [id]);
    return row === undefined ? null : toHold(row);
  }

  /** The open holds of a reader on a title. */
  async openOf(readerId: ReaderId, titleId: TitleId): Promise<Hold[]> {
    const rows = await this.rows.rows<HoldRow>(
      `select ${holdColumns} from hold h
       where h.reader_id = $1 and h.title_id = $2 and h.status in ('waiting', 'ready') order by h.placed_at, h.id`,
      [readerId, titleId],
    );
    return rows.map(toHold);
  }

  /** The open holds of a reader, of all titles. */
  async allOpenOf(readerId: ReaderId): Promise<Hold[]> {
    const rows = await this.rows.rows<HoldRow>(
      `select ${holdColumns} from hold h
       where h.reader_id = $1 and h.status in ('waiting', 'ready') order by h.placed_at, h.id`,
      [readerId],
    );
    return rows.map(toHold);
  }

  /** Those who want this copy and no other: they wait, or it lies ready for one of them. In the order of ids. */
  async openOnlyFor(copy: { readonly copyId: CopyId; readonly holdId: HoldId | null }): Promise<Hold[]> {
    const rows = await this.rows.rows<HoldRow>(
      `select ${holdColumns} from hold h where h.id in (
         select id from hold where wanted_copy_id = $1 and status = 'waiting'
         union all
         select id from hold where id = $2 and wanted_copy_id = $1 and status = 'ready')
       order by h.id`,
      [copy.copyId, copy.holdId],
    );
    return rows.map(toHold);
  }

  /** The place of a hold in the queue of its pickup school; 1 is next. */
  async placeOf(hold: Hold): Promise<number> {
    const [row] = await this.rows.rows<{ place: string }>(
      `select count(*) as place from hold o where o.title_id = $1 and o.pickup_school_id = $2 and o.status = 'waiting'
         and (o.placed_at, o.id) <= ($3, $4)`,
      [hold.titleId, hold.pickupSchoolId, hold.placedAt, hold.id],
    );
    return Number(row?.place ?? 0);
  }

  async add(hold: Hold, placedBy: string): Promise<void> {
    await this.rows.rows(
      `insert into hold (id, title_id, wanted_copy_id, reader_id, reader_school_id, pickup_school_id, status, placed_at,
         placed_by) values ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8)`,
      [
        hold.id,
        hold.titleId,
        hold.wantedCopyId,
        hold.readerId,
        hold.readerSchoolId,
        hold.pickupSchoolId,
        hold.placedAt,
        placedBy,
      ],
    );
  }

  /** Of a hold that waits. @param on null: resumed. What another school was asked to send for it is looked at. */
  async suspend(id: HoldId, on: CalendarDay | null, untilOn: CalendarDay | null): Promise<void> {
    await this.rows.rows(
      `with changed as (
         update hold set suspended_on = $2, suspended_until = $3 where id = $1 returning id)
       insert into hold_review (copy_id)
       select t.copy_id from changed h join copy_transfer t on t.hold_id = h.id where t.status = 'requested'`,
      [id, on, untilOn],
    );
  }

  async change(hold: Hold): Promise<void> {
    const { state } = hold;
    const isReady = state.is === 'ready';
    // What another school was asked to send for it is not needed any more, unless it has left.
    await this.rows.rows(
      `with changed as (
         update hold set status = $2, copy_id = $3, ready_on = coalesce($4, ready_on),
           pick_up_by_on = coalesce($5, pick_up_by_on), ended_on = $6, shelf_days = coalesce($7, shelf_days)
         where id = $1 returning id, status)
       insert into hold_review (copy_id)
       select t.copy_id from changed h join copy_transfer t on t.hold_id = h.id
       where h.status <> 'waiting' and t.status = 'requested'`,
      [
        hold.id,
        state.is,
        state.is === 'waiting' ? null : state.copyId,
        isReady ? state.readyOn : null,
        isReady ? state.pickUpByOn : null,
        state.is === 'waiting' || isReady ? null : state.endedOn,
        isReady ? state.shelfDays : null,
      ],
    );
  }
}
