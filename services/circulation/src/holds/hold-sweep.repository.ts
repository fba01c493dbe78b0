import type { CalendarDay, HoldId, TitleId } from '@shulian/contracts/ids';
import type { Rows } from '@shulian/service-kit';
import { COPY_ELSEWHERE } from './other-schools.facts.js';
import { COPY_LIES_FREE } from './queue.facts.js';

/** In two parts, because each has an index of its own: most holds have ended long ago. */
const OPEN = `select id, title_id, reader_id from hold where status = 'waiting'
  union all select id, title_id, reader_id from hold where status = 'ready'`;

/** The questions of the day. */
export class HoldSweepRepository {
  constructor(private readonly rows: Rows) {}

  /** Holds whose copy was not picked up in time, in the order of ids. */
  async expired(today: CalendarDay, after: HoldId | null, limit: number): Promise<HoldId[]> {
    const rows = await this.rows.rows<{ id: HoldId }>(
      `select id from hold where status = 'ready' and pick_up_by_on < $1 and ($2::uuid is null or id > $2::uuid)
       order by id limit $3`,
      [today, after, limit],
    );
    return rows.map((row) => row.id);
  }

  /** Notes the open holds of readers who left. */
  async ofReadersWhoLeft(): Promise<void> {
    await this.rows.rows(
      `insert into hold_review (hold_id)
       select h.id from (${OPEN}) h left join known_reader r on r.reader_id = h.reader_id
       where r.standing is distinct from 'active'`,
    );
  }

  /** Notes copies that lie ready and may not, those asked to be sent to nobody, withdrawn ones that somebody waits for, and titles that were merged and are waited for still. */
  async notToBeReady(): Promise<void> {
    await this.rows.rows(
      `with copies as (
         insert into hold_review (copy_id)
         select h.copy_id from hold h join known_copy k on k.copy_id = h.copy_id
         where h.status = 'ready'
           and (k.stock_state <> 'lendable' or k.kind = 'reference' or coalesce(
             (select a.at_school_id from away_copy a where a.copy_id = k.copy_id), k.school_id) <> h.pickup_school_id)
         union
         select h.wanted_copy_id from hold h join known_copy k on k.copy_id = h.wanted_copy_id
         where h.status = 'waiting' and h.wanted_copy_id is not null and k.stock_state = 'withdrawn'
         union
         select t.copy_id from copy_transfer t left join hold h on h.id = t.hold_id
         where t.status = 'requested' and t.why = 'hold' and h.status is distinct from 'waiting')
       insert into hold_review (title_id)
       select distinct h.title_id from (${OPEN}) h join known_title t on t.title_id = h.title_id
       where t.merged_into is not null
       union
       select title_id from hold where status = 'waiting' and placed_for is not null`,
    );
  }

  /** Titles of which a copy lies free though somebody waits for it, in the order of ids; whether they may borrow is not looked at. */
  async titlesToServe(after: TitleId | null, limit: number): Promise<TitleId[]> {
    const rows = await this.rows.rows<{ id: TitleId }>(
      `select h.title_id as id from hold h
       where h.status = 'waiting' and ($1::uuid is null or h.title_id > $1::uuid)
         and (${COPY_LIES_FREE} or ${COPY_ELSEWHERE})
       group by h.title_id order by h.title_id limit $2`,
      [after, limit],
    );
    return rows.map((row) => row.id);
  }
}
