import { Injectable } from '@nestjs/common';
import {
  Database,
  Lists,
  pageOf,
  unknownThing,
  type ListAsked,
  type Page,
  type Rows,
} from '@shulian/service-kit';
import { AFTER_ALL_IDS, BEFORE_ALL_IDS, placeAfter } from '../id-cursor.http.js';
import type { TitleEditLine, TitleEditView } from './title-edits.http.js';

const VIEW = `select e.id, e.edited_at as "editedAt", e.edited_by as "editedBy", e.selection, e.change, e.remark,
    l.titles, l.restored, l.kept, e.undone_at as "undoneAt", e.undone_by as "undoneBy"
  from title_edit e cross join lateral (
    select count(*)::int as titles, (count(*) filter (where state = 'restored'))::int as restored,
           (count(*) filter (where state = 'kept'))::int as kept
    from title_edit_line where edit_id = e.id) l`;

/** Changes of many titles that were done. */
@Injectable()
export class TitleEditsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  byId(id: string): Promise<TitleEditView> {
    return titleEditView(this.database, id);
  }

  /** The latest first. */
  async find({ limit, cursor }: ListAsked): Promise<Page<TitleEditView>> {
    const [before = AFTER_ALL_IDS] = placeAfter(cursor, { texts: 0, ids: 1 }) ?? [];
    const rows = await this.lists.rows<TitleEditView>(
      `${VIEW} where e.id < $1::uuid order by e.id desc limit $2`,
      [before, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** @throws Problem 404 */
  async lines(id: string, { limit, cursor }: ListAsked): Promise<Page<TitleEditLine>> {
    await this.byId(id);
    const [after = BEFORE_ALL_IDS] = placeAfter(cursor, { texts: 0, ids: 1 }) ?? [];
    const rows = await this.lists.rows<TitleEditLine>(
      `select l.title_id as "titleId", t.title, l.before, l.after, l.state
       from title_edit_line l join title t on t.id = l.title_id
       where l.edit_id = $1 and l.title_id > $2::uuid order by l.title_id limit $3`,
      [id, after, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ titleId }) => [titleId],
    );
  }
}

/** @throws Problem 404 */
export const titleEditView = async (rows: Rows, id: string): Promise<TitleEditView> => {
  const [view] = await rows.rows<TitleEditView>(`${VIEW} where e.id = $1`, [id]);
  if (view === undefined) throw unknownThing();
  return view;
};
