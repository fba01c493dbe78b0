import { Injectable } from '@nestjs/common';
import {
  Database,
  idAfter,
  Lists,
  pageOf,
  unknownThing,
  type ListAsked,
  type Page,
  type Rows,
} from '@shulian/service-kit';
import type { CopyId } from '@shulian/contracts/ids';
import type {
  CollectedCopyView,
  CollectionChangesAsked,
  CollectionChangeView,
  CollectionOrigin,
  CollectionsAsked,
  CollectionView,
} from './collections.http.js';

const VIEW = `select c.id, c.version, c.school_id as "schoolId", c.kind, c.name, c.location_id as "locationId", p.path as location,
    c.note, c.closed, h.titles, h.volumes, h.fen
  from collection c left join location p on p.id = c.location_id
  cross join lateral (
    select count(distinct b.title_id)::int as titles, count(*)::int as volumes, coalesce(sum(b.price_fen), 0)::float8 as fen
    from collection_copy k join copy b on b.id = k.copy_id
    where k.collection_id = c.id and b.stock_state <> 'withdrawn') h`;
const COPIES = `select b.id as "copyId", b.title_id as "titleId", t.title, t.contributors, t.publisher,
    t.published_year as "publishedYear", b.call_number as "callNumber", b.barcode,
    case when coalesce(l.state, 'in') = 'in' then b.stock_state else l.state end as status,
    coalesce(p.path, b.location) as location
  from collection_copy k join copy b on b.id = k.copy_id join title t on t.id = b.title_id
    left join known_lending l on l.copy_id = b.id left join location p on p.id = b.location_id
  where k.collection_id = $1 and b.stock_state <> 'withdrawn' and ($2::uuid is null or k.copy_id > $2)
  order by k.copy_id limit $3`;
const CHANGES = `select g.id, g.school_id as "schoolId", g.to_id as "toId", c.name as "toName", g.volumes,
    g.changed_at as "changedAt", g.changed_by as by, g.undone_at as "undoneAt"
  from collection_change g left join collection c on c.id = g.to_id`;
const ORIGINS = `select k.collection_id as "fromId", c.name as "fromName", count(*)::int as volumes
  from unnest($1::uuid[]) as m(id) left join collection_copy k on k.copy_id = m.id
    left join collection c on c.id = k.collection_id
  group by k.collection_id, c.name order by c.name nulls first`;

type ChangeRow = Omit<CollectionChangeView, 'changedAt' | 'undoneAt'> & {
  readonly changedAt: Date;
  readonly undoneAt: Date | null;
};
const toChange = (row: ChangeRow): CollectionChangeView => ({
  ...row,
  changedAt: row.changedAt.toISOString(),
  undoneAt: row.undoneAt?.toISOString() ?? null,
});

/** The collections of schools, what is in them, and what was put in and taken out. */
@Injectable()
export class CollectionsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  async find(input: CollectionsAsked): Promise<Page<CollectionView>> {
    const rows = await this.lists.rows<CollectionView>(
      `${VIEW} where c.school_id = $1 and ($2::text is null or c.kind = $2) and ($3::uuid is null or c.id > $3)
       order by c.id limit $4`,
      [input.schoolId, input.kind ?? null, idAfter(input.cursor), input.limit + 1],
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** @throws Problem 404 */
  byId(id: string): Promise<CollectionView> {
    return collectionView(this.database, id);
  }

  async copies(id: string, input: ListAsked): Promise<Page<CollectedCopyView>> {
    const rows = await this.lists.rows<CollectedCopyView>(COPIES, [
      id,
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ copyId }) => [copyId],
    );
  }

  async changes(input: CollectionChangesAsked, schoolId: string): Promise<Page<CollectionChangeView>> {
    const rows = await this.lists.rows<ChangeRow>(
      `${CHANGES} where g.school_id = $1 and ($2::uuid is null or g.id < $2) order by g.id desc limit $3`,
      [schoolId, idAfter(input.cursor), input.limit + 1],
    );
    return pageOf(rows, input.limit, toChange, ({ id }) => [id]);
  }
}

/** @throws Problem 404 */
export const collectionView = async (rows: Rows, id: string): Promise<CollectionView> => {
  const [view] = await rows.rows<CollectionView>(`${VIEW} where c.id = $1`, [id]);
  if (view === undefined) throw unknownThing();
  return view;
};

/** A change, seen from the transaction that wrote it. */
export const changeView = async (rows: Rows, id: string): Promise<CollectionChangeView> => {
  const [row] = await rows.rows<ChangeRow>(`${CHANGES} where g.id = $1`, [id]);
  if (row === undefined) throw new Error('no such change');
  return toChange(row);
};

/** The collections in which copies are now. */
export const originsOf = (rows: Rows, copies: readonly CopyId[]): Promise<CollectionOrigin[]> =>
  rows.rows<CollectionOrigin>(ORIGINS, [copies]);
