import { Injectable } from '@nestjs/common';
import { afterCursor, Database, pageOf, queryId, unknownThing, type Page } from '@shulian/service-kit';
import type { CopyId } from '@shulian/contracts/ids';
import { toCopyView, type CopiesAsked, type CopyView } from './copies.http.js';
import { COPY_COLUMNS, toCopy, type CopyRow } from './copy.row.js';
import { plainBarcode } from './rules/copy-numbers.js';
import type { LendingState } from './rules/copy-state.js';

const FROM = `select ${COPY_COLUMNS}, coalesce(l.state, 'in') as lending
  from copy c left join known_lending l on l.copy_id = c.id`;
type FoundRow = CopyRow & { readonly lending: LendingState };

/** Copies with where circulation has them. */
@Injectable()
export class CopiesQuery {
  constructor(private readonly database: Database) {}

  async byId(id: CopyId): Promise<CopyView> {
    const [row] = await this.database.rows<FoundRow>(
      { name: 'copies.view', text: `${FROM} where c.id = $1` },
      [id],
    );
    if (row === undefined) throw unknownThing();
    return toCopyView(toCopy(row), row.lending);
  }

  async find(
    asked: CopiesAsked,
    schoolId: string | undefined,
    titleId: string | undefined,
  ): Promise<Page<CopyView>> {
    const after = afterCursor(asked.cursor, 1);
    const afterId = after === null ? undefined : queryId('cursor', String(after[0]));
    const rows = await this.database.rows<FoundRow>(
      `${FROM} where ($1::text is null or c.barcode = $1) and ($2::uuid is null or c.school_id = $2)
         and ($3::uuid is null or c.title_id = $3) and ($4::uuid is null or c.id > $4)
       order by c.id limit $5`,
      [
        asked.barcode === undefined ? null : (plainBarcode(asked.barcode) ?? ''),
        schoolId ?? null,
        titleId ?? null,
        afterId ?? null,
        asked.limit + 1,
      ],
    );
    return pageOf(
      rows,
      asked.limit,
      (row) => toCopyView(toCopy(row), row.lending),
      (row) => [row.id],
    );
  }
}
