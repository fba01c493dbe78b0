import { Injectable } from '@nestjs/common';
import { Database, idAfter, Lists, pageOf, unknownThing, type Page, type Rows } from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import type { AudienceChangesAsked, AudienceChangeView, TitleAudienceView } from './audience.http.js';

const OF_TITLE = `select t.id as "titleId", coalesce(a.bands, '{}') as bands, a.level, coalesce((
    select json_agg(json_build_object('id', h.id, 'name', h.name, 'schoolId', h.school_id) order by h.id) from reading_theme h
    where h.id = any(a.themes)), '[]') as themes
  from title t left join title_audience a on a.title_id = t.id
  where t.id = $1 and t.merged_into is null`;

const CHANGES = `select c.id, c.school_id as "schoolId", c.titles, c.changed_at as "changedAt", c.changed_by as by,
  c.undone_at as "undoneAt" from audience_change c`;
type ChangeRow = Omit<AudienceChangeView, 'changedAt' | 'undoneAt'> & {
  changedAt: Date;
  undoneAt: Date | null;
};
const toView = (row: ChangeRow): AudienceChangeView => ({
  ...row,
  changedAt: row.changedAt.toISOString(),
  undoneAt: row.undoneAt?.toISOString() ?? null,
});

/** For whom titles are, and who said so. */
@Injectable()
export class AudienceQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 */
  async ofTitle(id: TitleId): Promise<TitleAudienceView> {
    const [row] = await this.database.rows<TitleAudienceView>(OF_TITLE, [id]);
    if (row === undefined) throw unknownThing();
    return row;
  }

  /** @param schoolId null: what the county's people did */
  async changes(input: AudienceChangesAsked, schoolId: string | null): Promise<Page<AudienceChangeView>> {
    const of = schoolId === null ? '$1::uuid is null and c.school_id is null' : 'c.school_id = $1';
    const rows = await this.lists.rows<ChangeRow>(
      `${CHANGES} where ${of} and ($2::uuid is null or c.id < $2) order by c.id desc limit $3`,
      [schoolId, idAfter(input.cursor), input.limit + 1],
    );
    return pageOf(rows, input.limit, toView, ({ id }) => [id]);
  }
}

/** A change, seen from the transaction that wrote it. */
export const changeView = async (rows: Rows, id: string): Promise<AudienceChangeView> => {
  const [row] = await rows.rows<ChangeRow>(`${CHANGES} where c.id = $1`, [id]);
  if (row === undefined) throw new Error('no such change');
  return toView(row);
};
