import type { CopyId, TitleId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';
import type { KnownCopy } from './known-copy.row.js';

/**
 * Also makes the rows that lending locks. A copy that is known can be lent, so its lock must be there before; and the
 * queue of its title, so that a return always finds something to lock.
 */
const KNOW = statement(
  'known-copy.know',
  `with lendable as (insert into lent_copy (copy_id) values ($1) on conflict do nothing),
        queue as (insert into title_queue (title_id) values ($2) on conflict do nothing)
   insert into known_copy (copy_id, title_id, school_id, barcode, kind, stock_state, clc, version)
   values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict (copy_id) do update set title_id = excluded.title_id, school_id = excluded.school_id,
     barcode = excluded.barcode, kind = excluded.kind, stock_state = excluded.stock_state, clc = excluded.clc,
     version = excluded.version
   where known_copy.version < excluded.version`,
);

const KNOW_TITLE = statement(
  'known-title.know',
  `insert into known_title (title_id, merged_into, version) values ($1, $2, $3)
   on conflict (title_id) do update set merged_into = excluded.merged_into, version = excluded.version
   where known_title.version < excluded.version`,
);

export class KnownCopiesRepository {
  constructor(private readonly rows: Rows) {}

  /** Takes what an event says, unless something newer of the copy is known. */
  async know(copy: KnownCopy): Promise<void> {
    await this.rows.rows(KNOW, [
      copy.copyId,
      copy.titleId,
      copy.schoolId,
      copy.barcode,
      copy.kind,
      copy.stockState,
      copy.clc,
      copy.version,
    ]);
  }

  async change(id: CopyId, fold: (known: KnownCopy | null) => KnownCopy): Promise<void> {
    const [row] = await this.rows.rows<KnownCopy>(
      `select copy_id as "copyId", title_id as "titleId", school_id as "schoolId", barcode, kind,
              stock_state as "stockState", clc, version
       from known_copy where copy_id = $1`,
      [id],
    );
    await this.know(fold(row ?? null));
  }

  /** @param mergedInto the title that took its place, where one did */
  async knowTitle(titleId: TitleId, mergedInto: TitleId | null, version: number): Promise<void> {
    await this.rows.rows(KNOW_TITLE, [titleId, mergedInto, version]);
  }
}
