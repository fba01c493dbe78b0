import type { CalendarDay, CopyId, HoldId, ReaderId, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { Rows } from '@shulian/service-kit';
import { holdColumns, toHold, type HoldRow } from './hold.row.js';
import type { Hold } from './rules/hold.js';

/** The queue of a title, locked: its version goes to the events, `waiting` tells returns whether to look further. */
export type Queue = { readonly titleId: TitleId; version: number; waiting: number };

export class HoldsRepository {
  constructor(private readonly rows: Rows) {}

  /** Locks the queue of a title; after copy and reader, always. */
  async lockQueue(titleId: TitleId): Promise<Queue> {
    const [row] = await this.rows.rows<{ version: number; waiting: number }>(
      `insert into title_queue (title_id) values ($1)
       on conflict (title_id) do update set title_id = excluded.title_id returning version, waiting`,
      [titleId],
    );
    if (row === undefined) throw new Error('an upsert returns its row');
    return { titleId, ...row };
  }

  async saveQueue(queue: Queue): Promise<void> {
    await this.rows.rows('update title_queue set version = $2, waiting = $3 where title_id = $1', [
      queue.titleId,
      queue.version,
      queue.waiting,
    ]);
  }

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

  /** Moves what is open from one title to another. Queues are locked in id order. */
  async moveQueue(from: TitleId, into: TitleId): Promise<void> {
    const locked = new Map<TitleId, Queue>();
    for (const titleId of [from, into].sort()) locked.set(titleId, await this.lockQueue(titleId));
    const [left, joined] = [locked.get(from), locked.get(into)];
    if (left === undefined || joined === undefined || from === into) return;
    await this.rows.rows(
      `update hold set title_id = $2 where title_id = $1 and status in ('waiting', 'ready')`,
      [from, into],
    );
    await this.saveQueue({ ...joined, waiting: joined.waiting + left.waiting });
    await this.saveQueue({ ...left, waiting: 0 });
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

  /**
   * Those who wait for what this copy could give them at its school, first come first; copy and queue must be locked.
   * Nobody when it was withdrawn: the look that locked the copy may be older than the lock, so the stock is asked anew.
   */
  async waitingFor(copy: {
    readonly titleId: TitleId;
    readonly copyId: CopyId;
    readonly schoolId: SchoolId;
  }): Promise<Hold[]> {
    const rows = await this.rows.rows<HoldRow>(
      `select ${holdColumns} from hold h
       where h.title_id = $1 and h.status = 'waiting' and h.pickup_school_id = $3
         and (h.wanted_copy_id is null or h.wanted_copy_id = $2)
         and exists (select from known_copy k where k.copy_id = $2 and k.stock_state = 'lendable')
       order by h.placed_at, h.id limit 50`,
      [copy.titleId, copy.copyId, copy.schoolId],
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

  /** Holds whose copy was not picked up in time. */
  async expired(today: CalendarDay, limit: number): Promise<HoldId[]> {
    const rows = await this.rows.rows<{ id: HoldId }>(
      `select id from hold where status = 'ready' and pick_up_by_on < $1 order by pick_up_by_on, id limit $2`,
      [today, limit],
    );
    return rows.map((row) => row.id);
  }

  /** Copies that lie free although somebody waits: they became lendable, or were in hand when the hold was placed. */
  async freeThoughAwaited(limit: number): Promise<CopyId[]> {
    const rows = await this.rows.rows<{ copy_id: CopyId }>(
      `select distinct k.copy_id from hold h
       join known_copy k on k.title_id = h.title_id and k.school_id = h.pickup_school_id
         and (h.wanted_copy_id is null or h.wanted_copy_id = k.copy_id)
       join lent_copy lc on lc.copy_id = k.copy_id
       where h.status = 'waiting' and k.stock_state = 'lendable' and lc.state = 'in'
       order by k.copy_id limit $1`,
      [limit],
    );
    return rows.map((row) => row.copy_id);
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

  async change(hold: Hold): Promise<void> {
    const { state } = hold;
    const isReady = state.is === 'ready';
    await this.rows.rows(
      `update hold set status = $2, copy_id = $3, ready_on = coalesce($4, ready_on),
         pick_up_by_on = coalesce($5, pick_up_by_on), ended_on = $6 where id = $1`,
      [
        hold.id,
        state.is,
        state.is === 'waiting' ? null : state.copyId,
        isReady ? state.readyOn : null,
        isReady ? state.pickUpByOn : null,
        state.is === 'waiting' || isReady ? null : state.endedOn,
      ],
    );
  }
}
