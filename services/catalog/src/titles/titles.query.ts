import { Injectable } from '@nestjs/common';
import {
  Database,
  Lists,
  refuseWithUpdatedSince,
  syncedPage,
  unknownThing,
  type Page,
  type Rows,
  type Synced,
  type SyncedList,
} from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import { mergedInto } from './merged-title.step.js';
import { DESCRIPTION_COLUMNS, toTitle, type TitleRow } from './title.row.js';
import { TitlesFound } from './titles-found.query.js';
import { pageOfFound, placeAfter, type TitlesAsked } from './titles-asked.http.js';
import { toTitleView, type HoldingView, type TitleView } from './titles.http.js';

const COLUMNS = DESCRIPTION_COLUMNS.map(([column]) => `t.${column}`).join(', ');

/** A school's copies of a title: how many it has, and how many of them can be lent now. */
const HOLDINGS = `
  left join lateral (
    select json_agg(json_build_object('schoolId', s.school_id, 'copies', s.copies, 'available', s.available)
                    order by s.school_id) as holdings
    from (select c.school_id, count(*)::int as copies,
                 (count(*) filter (where c.stock_state = 'lendable' and c.lending = 'in'))::int as available
          from copy c
          where c.title_id = t.id and c.stock_state <> 'withdrawn' and c.lending <> 'lost'
          group by c.school_id) s
  ) h on true`;
const VIEW = `select t.id, t.version, ${COLUMNS}, t.merged_into as "mergedInto", h.holdings,
    exists (select from title_cover k where k.title_id = t.id) as "hasCover" from title t ${HOLDINGS}`;

type ShownRow = TitleRow & {
  readonly holdings: HoldingView[] | null;
  readonly hasCover: boolean;
  readonly mergedInto: string | null;
};

const shown = (row: ShownRow): TitleView => toTitleView(toTitle(row), row.holdings ?? [], row.hasCover);

/** What a school system keeps a copy of: where the copies of a title are, the copies tell. */
const FOLLOWED_TITLES: SyncedList = {
  name: 'titles',
  table: 'title',
  schools: [],
  goneWhen: 'merged_into is not null',
  select: VIEW,
  key: 't.id',
};

/** The union catalogue: what is found carries the holdings of every school. */
@Injectable()
export class TitlesQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  byId(id: TitleId): Promise<TitleView> {
    return titleView(this.database, id);
  }

  /** Titles that begin as the question does, then those with its words in a title, then all others; see `TitlesFound`. */
  async page(input: TitlesAsked, schoolId: string | undefined): Promise<Synced<TitleView>> {
    const { limit: _limit, cursor: _cursor, updatedSince: _since, ids, ...narrowed } = input;
    refuseWithUpdatedSince(input, { ids, ...narrowed });
    if (ids !== undefined) return this.byIds(ids);
    if (Object.values(narrowed).some((each) => each !== undefined))
      return this.find(input, schoolId, input.cursor);
    return syncedPage<ShownRow, TitleView>(this.lists, FOLLOWED_TITLES, input, null, shown, (cursor) =>
      this.find(input, schoolId, cursor),
    );
  }

  private async find(
    input: TitlesAsked,
    schoolId: string | undefined,
    cursor: string | undefined,
  ): Promise<Page<TitleView>> {
    const found = await new TitlesFound(this.lists, input, schoolId).after(placeAfter(cursor));
    const views = await this.views(found.slice(0, input.limit).map(({ id }) => id));
    return pageOfFound(found, input.limit, views);
  }

  /** In the order in which they were asked for, each once; there is no more of them. */
  private async byIds(ids: readonly string[]): Promise<Page<TitleView>> {
    const views = await this.views(ids);
    const items = [...new Set(ids)].flatMap((id) => views.get(id) ?? []);
    return { items, nextCursor: null };
  }

  private async views(ids: readonly string[]): Promise<ReadonlyMap<string, TitleView>> {
    const rows = await this.lists.rows<ShownRow>(
      `${VIEW} where t.id = any($1::uuid[]) and t.merged_into is null`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, shown(row)]));
  }
}

/** A title with its holdings. @throws Problem 404, 410 with where it went */
export const titleView = async (rows: Rows, id: TitleId): Promise<TitleView> => {
  const [row] = await rows.rows<ShownRow>(`${VIEW} where t.id = $1`, [id]);
  if (row === undefined) throw unknownThing();
  if (row.mergedInto !== null) throw mergedInto(row.mergedInto, 410);
  return shown(row);
};
