import type { CopyId, TitleId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';
import { shownCopyColumns, toShownCopy, type ShownCopy, type ShownCopyRow } from './shown-copy.row.js';

/** Titles that are said to be merged into each other, which cannot be, are all taken for the one of the least id. */
const TITLE_NOW = statement(
  'known-title.now',
  `with recursive merged as (
     select $1::uuid as id, array[$1::uuid] as path
     union all
     select t.merged_into, m.path || t.merged_into from merged m join known_title t on t.title_id = m.id
     where t.merged_into is not null and not t.merged_into = any(m.path))
   select m.id from merged m left join known_title t on t.title_id = m.id
   order by t.merged_into is null desc, m.id limit 1`,
);

const SHOWN = statement(
  'catalogue.shown',
  `select ${shownCopyColumns('k', 't')}, k.price_fen from (select $1::uuid as title_id, $2::uuid as copy_id) asked
   left join known_title t on t.title_id = asked.title_id left join known_copy k on k.copy_id = asked.copy_id`,
);

/** What the catalogue has said of titles and copies. */
export class CatalogueFacts {
  constructor(private readonly rows: Rows) {}

  /** What has become of a title: itself, or the one it was merged into, however often. */
  async titleNow(titleId: TitleId): Promise<TitleId> {
    const [row] = await this.rows.rows<{ id: TitleId }>(TITLE_NOW, [titleId]);
    return row?.id ?? titleId;
  }

  /** What the catalogue says a copy cost; null when it does not know. */
  async priceOf(copyId: CopyId): Promise<number | null> {
    const [row] = await this.rows.rows<{ price_fen: number | null }>(
      'select price_fen from known_copy where copy_id = $1',
      [copyId],
    );
    return row?.price_fen ?? null;
  }

  /** What a person reads of a title and, where one is named, of a copy. */
  async shown(
    titleId: TitleId,
    copyId: CopyId | null,
  ): Promise<ShownCopy & { readonly priceFen: number | null }> {
    const [row] = await this.rows.rows<ShownCopyRow & { price_fen: number | null }>(SHOWN, [titleId, copyId]);
    if (row === undefined) throw new Error('a select from one row has one');
    return { ...toShownCopy(row), priceFen: row.price_fen };
  }
}
