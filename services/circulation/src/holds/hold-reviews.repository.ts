import type { CopyId, HoldId, ReaderId, TitleId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';

/** What is to be looked at: a copy, a reader, the queue of a title, or a hold whose reader left. */
export type HoldReview = {
  readonly id: string;
  readonly copyId: CopyId | null;
  readonly readerId: ReaderId | null;
  readonly titleId: TitleId | null;
  readonly holdId: HoldId | null;
};

const LOCK_QUEUES = statement(
  'hold-review.lock-queues',
  'select from title_queue where title_id = any($1::uuid[]) order by title_id for share',
);

const OF_COPIES = statement(
  'hold-review.of-copies',
  `insert into hold_review (copy_id)
   select c.copy_id from unnest($1::uuid[], $2::uuid[]) as c(copy_id, title_id)
   where exists (select from title_queue t where t.title_id = c.title_id and t.waiting > 0)
      or exists (select from lent_copy lc where lc.copy_id = c.copy_id and lc.state = 'hold-shelf')
      or exists (select from hold h where h.wanted_copy_id = c.copy_id and h.status = 'waiting')`,
);

/** Nobody else sees it any more, and it is there again when the transaction fails. */
const TAKE = statement(
  'hold-review.take',
  `delete from hold_review where id = (
     select id from hold_review where id > $1 order by id limit 1 for update skip locked)
   returning id, copy_id as "copyId", reader_id as "readerId", title_id as "titleId", hold_id as "holdId"`,
);

/** Notes of what may have changed who waits for what; written with the change, looked at after its commit. */
export class HoldReviewsRepository {
  constructor(private readonly rows: Rows) {}

  /**
   * Copies of which something else is known now. Most concern nobody, and are not noted. Whoever places a hold locks the
   * queue before it looks for copies: the queues are shared here, so that it either is seen or sees the copies.
   */
  async ofCopies(copies: readonly { readonly copyId: CopyId; readonly titleId: TitleId }[]): Promise<void> {
    if (copies.length === 0) return;
    const titles = copies.map(({ titleId }) => titleId);
    await this.rows.rows(LOCK_QUEUES, [titles]);
    await this.rows.rows(OF_COPIES, [copies.map(({ copyId }) => copyId), titles]);
  }

  /** A reader who gave something back, or settled it. What is known of readers notes those itself. */
  async ofReader(readerId: ReaderId): Promise<void> {
    await this.rows.rows(
      `insert into hold_review (reader_id)
       select $1 where exists (select from borrower where borrower_id = $1 and open_holds > 0)`,
      [readerId],
    );
  }

  async ofTitle(titleId: TitleId): Promise<void> {
    await this.ofTitles([titleId]);
  }

  async ofTitles(titleIds: readonly TitleId[]): Promise<void> {
    await this.rows.rows('insert into hold_review (title_id) select unnest($1::uuid[])', [titleIds]);
  }

  async ofHolds(holdIds: readonly HoldId[]): Promise<void> {
    await this.rows.rows('insert into hold_review (hold_id) select unnest($1::uuid[])', [holdIds]);
  }

  /** Takes the next note, after one that was taken before. */
  async take(after: string): Promise<HoldReview | null> {
    const [row] = await this.rows.rows<HoldReview>(TAKE, [after]);
    return row ?? null;
  }

  /** @returns how often it has failed by now */
  async failed(id: string): Promise<number> {
    const [row] = await this.rows.rows<{ attempts: number }>(
      'update hold_review set attempts = attempts + 1 where id = $1 returning attempts',
      [id],
    );
    return row?.attempts ?? 0;
  }

  async giveUp(id: string): Promise<void> {
    await this.rows.rows('delete from hold_review where id = $1', [id]);
  }
}
