import type { CopyId, SchoolId, TitleId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';
import { MAY_GO_HOME } from '../desk/lent-copies.repository.js';
import { waitsFor } from '../desk/queues.repository.js';
import { holdColumns, toHold, type HoldRow } from './hold.row.js';
import type { Hold } from './rules/hold.js';
import type { FreeCopy } from './rules/queue.js';

/** A title at one school: its copies there, and those who pick up there. */
export type PlaceOfQueue = { readonly titleId: TitleId; readonly schoolId: SchoolId };

/**
 * The copy in hand first, then those that somebody wants for themselves: of the others no more of a kind are needed than
 * wait. The copy in hand may be one of another school that lies here. What the stock says of the copy in hand is read here anew, because the look that locked it may be older than its
 * lock.
 */
const FREE = statement(
  'queue.free',
  `with free as (
     select k.copy_id, k.title_id, $2::uuid as school_id, k.kind, k.copy_id is not distinct from $3 as in_hand,
       exists (select from hold h where h.wanted_copy_id = k.copy_id and h.status = 'waiting') as wanted
     from known_copy k join lent_copy lc on lc.copy_id = k.copy_id
     where k.title_id = $1 and ${MAY_GO_HOME}
       and (k.school_id = $2 and lc.state = 'in' or k.copy_id = $3)
   ), numbered as (
     select free.*, row_number() over (partition by kind order by in_hand desc, wanted desc, copy_id) as nth from free
   )
   select copy_id as "copyId", title_id as "titleId", school_id as "schoolId", kind
   from numbered where nth <= $4 order by in_hand desc, wanted desc, copy_id`,
);

const WAITING = statement(
  'queue.waiting',
  `select ${holdColumns} from hold h
   where h.title_id = $1 and h.status = 'waiting' and h.pickup_school_id = $2
     and (h.placed_at, h.id) > ($3::timestamptz, $4::uuid)
   order by h.placed_at, h.id limit $5`,
);

const BEFORE_ALL = ['-infinity', '00000000-0000-0000-0000-000000000000'] as const;

/** A copy lies free that the hold `h` waits for. */
export const COPY_LIES_FREE = `exists (
     select from known_copy k join lent_copy lc on lc.copy_id = k.copy_id
     where lc.state = 'in' and ${MAY_GO_HOME}
       and ${waitsFor({ title: 'k.title_id', school: 'k.school_id', id: 'k.copy_id' })})`;

/** Schools where somebody waits for the title and a copy of it lies free. */
const SCHOOLS_TO_SERVE = statement(
  'queue.schools-to-serve',
  `select distinct h.pickup_school_id as id from hold h
   where h.title_id = $1 and ${COPY_LIES_FREE}
   order by 1`,
);

/** What the rule of the queue asks. */
export class QueueFactsReader {
  constructor(private readonly rows: Rows) {}

  /**
   * Copies that lie free, those that matter first.
   * @param inHand a copy that is free as soon as it is put down
   * @param ofAKind so many of each kind at most
   */
  free(place: PlaceOfQueue, inHand: CopyId | null, ofAKind: number): Promise<FreeCopy[]> {
    return this.rows.rows(FREE, [place.titleId, place.schoolId, inHand, ofAKind]);
  }

  async schoolsToServe(titleId: TitleId): Promise<SchoolId[]> {
    const rows = await this.rows.rows<{ id: SchoolId }>(SCHOOLS_TO_SERVE, [titleId]);
    return rows.map(({ id }) => id);
  }

  /** Those who wait, first come first. @param after the last one of the page before */
  async waiting(place: PlaceOfQueue, after: Hold | null, limit: number): Promise<Hold[]> {
    const rows = await this.rows.rows<HoldRow>(WAITING, [
      place.titleId,
      place.schoolId,
      ...(after === null ? BEFORE_ALL : [after.placedAt, after.id]),
      limit,
    ]);
    return rows.map(toHold);
  }
}
