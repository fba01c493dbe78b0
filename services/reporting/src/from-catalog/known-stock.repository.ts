import { statement, type Rows } from '@shulian/service-kit';
import type { CopyAccessionedV1, CopyWithdrawnV1 } from '@shulian/contracts/catalog';

const COPY = statement(
  'known-copy.know',
  `insert into known_copy values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict (copy_id) do update set school_id = excluded.school_id, title_id = excluded.title_id,
     clc = excluded.clc, kind = excluded.kind, price_fen = excluded.price_fen, withdrawn = excluded.withdrawn,
     version = excluded.version where known_copy.version < excluded.version`,
);
const WITHDRAWN = statement(
  'known-copy.withdrawn',
  `update known_copy set withdrawn = true, version = $2 where copy_id = $1 and version < $2`,
);

/** The stock: one row a copy, the newest version of each. */
export class KnownStockRepository {
  constructor(private readonly rows: Rows) {}

  async knowCopy({
    data,
    aggregateversion,
  }: Pick<CopyAccessionedV1, 'data' | 'aggregateversion'>): Promise<void> {
    const { copyId, schoolId, titleId, clc, kind, priceFen, stockState } = data;
    const withdrawn = stockState === 'withdrawn';
    await this.rows.rows(COPY, [copyId, schoolId, titleId, clc, kind, priceFen, withdrawn, aggregateversion]);
  }

  async withdraw({ data, aggregateversion }: CopyWithdrawnV1): Promise<void> {
    await this.rows.rows(WITHDRAWN, [data.copyId, aggregateversion]);
  }
}
