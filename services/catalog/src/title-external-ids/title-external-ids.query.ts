import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Database,
  Lists,
  pageOf,
  statement,
  unknownThing,
  type Page,
} from '@shulian/service-kit';
import type { SchoolId, TitleId } from '@shulian/contracts/ids';
import type { TitleView } from '../titles/titles.http.js';
import { titleView } from '../titles/titles.query.js';
import type { TitleExternalIdsAsked, TitleExternalIdView } from './title-external-ids.http.js';

const NAMED = statement(
  'titleExternalIds.named',
  `select coalesce(t.merged_into, t.id) as id from title_external_id e join title t on t.id = e.title_id
   where e.school_id = $1 and e.external_id = $2`,
);
const LIST = `select e.school_id as "schoolId", e.external_id as "externalId", r.id as "titleId", r.title
  from title_external_id e join title t on t.id = e.title_id join title r on r.id = coalesce(t.merged_into, t.id)
  where e.school_id = $1 and ($2::uuid is null or e.title_id = $2 or t.merged_into = $2)
    and ($3::text is null or e.external_id collate "C" > $3)
  order by e.external_id collate "C" limit $4`;

/** Titles by what the system of a school calls them. */
@Injectable()
export class TitleExternalIdsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** The title with its holdings; of one that was merged, the one that remains. @throws Problem 404 */
  async named(schoolId: SchoolId, externalId: string): Promise<TitleView> {
    const [row] = await this.database.rows<{ id: TitleId }>(NAMED, [schoolId, externalId]);
    if (row === undefined) throw unknownThing();
    return titleView(this.database, row.id);
  }

  async list(input: TitleExternalIdsAsked, schoolId: SchoolId): Promise<Page<TitleExternalIdView>> {
    const after = afterCursor(input.cursor, 1);
    const rows = await this.lists.rows<TitleExternalIdView>(LIST, [
      schoolId,
      input.titleId ?? null,
      after === null ? null : String(after[0]),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.externalId],
    );
  }
}
