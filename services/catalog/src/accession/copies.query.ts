import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Database,
  Lists,
  pageOf,
  Problem,
  queryId,
  refuseWithUpdatedSince,
  syncedPage,
  unknownThing,
  type Page,
  type Synced,
  type SyncedList,
} from '@shulian/service-kit';
import type { CopyId } from '@shulian/contracts/ids';
import type { LendingState } from '@shulian/contracts/words';
import { toCopyView, type CopiesAsked, type CopyListed, type CopyWithPlace } from './copies.http.js';
import { COPY_COLUMNS, toCopy, type CopyRow } from './copy.row.js';
import { plainBarcode } from './rules/copy-numbers.js';

const FROM = `select ${COPY_COLUMNS}, c.lending as lending, v.at_school_id
  from copy c left join known_visit v on v.copy_id = c.id`;
/** Copies with what stands on their title pages and where they stand. */
export const WITH_TITLE = `select ${COPY_COLUMNS}, c.lending as lending, t.title, t.contributors[1] as contributor,
         t.publisher, t.published_year, p.path as location_path
  from copy c join title t on t.id = c.title_id
  left join location p on p.id = c.location_id`;
type FoundRow = CopyRow & { readonly lending: LendingState };
export type ListedRow = FoundRow & {
  readonly title: string;
  readonly contributor: string | null;
  readonly publisher: string | null;
  readonly published_year: number | null;
  readonly location_path: string | null;
};

export const toCopyListed = (row: ListedRow): CopyListed => ({
  ...toCopyView(toCopy(row), row.lending),
  title: row.title,
  contributor: row.contributor,
  publisher: row.publisher,
  publishedYear: row.published_year,
  locationPath: row.location_path,
});

/** What a school system keeps a copy of: what a copy says of its title, its title tells. */
const FOLLOWED_COPIES: SyncedList = {
  name: 'copies',
  table: 'copy',
  schools: ['school_id'],
  select: WITH_TITLE,
  key: 'c.id',
};

/** Copies with where circulation has them. */
@Injectable()
export class CopiesQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  async byId(id: CopyId): Promise<CopyWithPlace> {
    const [row] = await this.database.rows<FoundRow & { readonly at_school_id: string | null }>(
      { name: 'copies.view', text: `${FROM} where c.id = $1` },
      [id],
    );
    if (row === undefined) throw unknownThing();
    return { ...toCopyView(toCopy(row), row.lending), atSchoolId: row.at_school_id };
  }

  /** Copies by what was asked; all of a school, or what changed since, where nothing but the school was asked. */
  async page(
    input: CopiesAsked,
    schoolId: string | undefined,
    titleId: string | undefined,
  ): Promise<Synced<CopyListed>> {
    const { ids, barcode } = input;
    refuseWithUpdatedSince(input, { ids, barcode, titleId });
    if (schoolId === undefined && input.updatedSince !== undefined)
      throw new Problem(400, 'request.school-needed');
    const isWhole = schoolId !== undefined && (ids ?? barcode ?? titleId) === undefined;
    if (!isWhole) return this.find(input, schoolId, titleId, input.cursor);
    return syncedPage<ListedRow, CopyListed>(
      this.lists,
      FOLLOWED_COPIES,
      input,
      schoolId ?? null,
      toCopyListed,
      (cursor) => this.find(input, schoolId, titleId, cursor),
    );
  }

  private async find(
    input: CopiesAsked,
    schoolId: string | undefined,
    titleId: string | undefined,
    cursor: string | undefined,
  ): Promise<Page<CopyListed>> {
    const after = afterCursor(cursor, 1);
    // Who names copies by their ids wants them all.
    const limit = Math.max(input.limit, input.ids?.length ?? 0);
    const afterId = after === null ? undefined : queryId('cursor', String(after[0]));
    const rows = await this.lists.rows<ListedRow>(
      `${WITH_TITLE} where ($1::text is null or c.barcode = $1) and ($2::uuid is null or c.school_id = $2)
         and ($3::uuid is null or c.title_id = $3) and ($4::uuid is null or c.id > $4)
         ${input.ids === undefined ? '' : 'and c.id = any($6::uuid[])'}
       order by c.id limit $5`,
      [
        input.barcode === undefined ? null : (plainBarcode(input.barcode) ?? ''),
        schoolId ?? null,
        titleId ?? null,
        afterId ?? null,
        limit + 1,
        ...(input.ids === undefined ? [] : [input.ids]),
      ],
    );
    return pageOf(rows, limit, toCopyListed, (row) => [row.id]);
  }
}
