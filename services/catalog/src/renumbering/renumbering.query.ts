import { Injectable } from '@nestjs/common';
import {
  Database,
  Lists,
  numberAfter,
  pageOf,
  Problem,
  sql,
  unknownThing,
  words,
  type Caller,
  type ListAsked,
  type Page,
  type Rows,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { BEFORE_ALL_IDS, placeAfter } from '../id-cursor.http.js';
import {
  MOST_TITLES,
  type LabelChange,
  type NumberChange,
  type RenumberingsAsked,
  type RenumberingView,
} from './renumbering.http.js';
import { changesOf, renumbered } from './rules/renumbered.js';

const VIEW = `select r.id, r.school_id as "schoolId", r.clc,
    (select count(*)::int from renumbering_title t where t.renumbering_id = r.id) as titles,
    (select count(*)::int from renumbering_copy c where c.renumbering_id = r.id) as copies,
    r.renumbered_at as "renumberedAt", r.renumbered_by as "renumberedBy", r.undone_at as "undoneAt", r.undone_by as "undoneBy"
  from renumbering r`;

type NumberedTitle = {
  readonly titleId: string;
  readonly title: string;
  readonly bookNumber: string;
  readonly copies: number;
};

/** What a renumbering would do, those that were done, and the labels they want. */
@Injectable()
export class RenumberingQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** The titles whose number would change, in the order they stand in. @throws Problem 409 `renumbering.too-large` */
  async preview(
    schoolId: SchoolId,
    { clc, limit, cursor }: { readonly clc: string } & ListAsked,
  ): Promise<Page<NumberChange>> {
    const titles = await this.lists.rows<NumberedTitle>(
      `select n.title_id as "titleId", t.title, n.book_number as "bookNumber",
         (select count(*)::int from copy c where c.title_id = n.title_id and c.school_id = n.school_id and c.clc = n.clc
            and c.book_number is not null and c.stock_state <> 'withdrawn') as copies
       from shelf_number n join title t on t.id = n.title_id
       where n.school_id = $1 and n.clc = $2 order by n.title_id limit $3`,
      [schoolId, clc, MOST_TITLES + 1],
    );
    if (titles.length > MOST_TITLES)
      throw new Problem(409, 'renumbering.too-large', { facts: { most: MOST_TITLES } });
    const known = new Map(titles.map((title) => [title.titleId, title]));
    const from = numberAfter(cursor);
    const rows = changesOf(renumbered(titles))
      .map((change, at) => ({ change, at: at + 1 }))
      .slice(from, from + limit + 1);
    return pageOf(
      rows,
      limit,
      ({ change }): NumberChange => {
        const title = known.get(change.titleId);
        return { ...change, title: title?.title ?? '', copies: title?.copies ?? 0 };
      },
      ({ at }) => [at],
    );
  }

  async byId(id: string, caller: Caller): Promise<RenumberingView> {
    const view = await renumberingView(this.database, id);
    if (!caller.reach.county && !caller.mayWorkAt(view.schoolId)) throw unknownThing();
    return view;
  }

  /** Of a school, the latest first. */
  async find(schoolId: SchoolId, { clc, limit, cursor }: RenumberingsAsked): Promise<Page<RenumberingView>> {
    const [after] = placeAfter(cursor, { texts: 0, ids: 1 }) ?? [];
    const rows = await this.lists.rows<RenumberingView>(
      ...sql`${words(VIEW)} where r.school_id = ${schoolId}
          and ${clc === undefined ? sql`true` : sql`r.clc = ${clc}`}
          and ${after === undefined ? sql`true` : sql`r.id < ${after}::uuid`}
        order by r.id desc limit ${limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** The copies that want another label, as they stand on the shelf by their new numbers. */
  async labels(id: string, caller: Caller, { limit, cursor }: ListAsked): Promise<Page<LabelChange>> {
    await this.byId(id, caller);
    const [filing = '', last = BEFORE_ALL_IDS] = placeAfter(cursor, { texts: 1, ids: 1 }) ?? [];
    const rows = await this.lists.rows<LabelChange & { readonly filing: string }>(
      `select o.copy_id as "copyId", c.barcode, t.title, o.old_call_number as "from", o.new_call_number as "to", c.location,
         filing_key(o.new_call_number) as filing
       from renumbering_copy o join copy c on c.id = o.copy_id join title t on t.id = c.title_id
       where o.renumbering_id = $1
         and ((filing_key(o.new_call_number) collate "C"), o.copy_id) > ($2::text collate "C", $3::uuid)
       order by (filing_key(o.new_call_number) collate "C"), o.copy_id limit $4`,
      [id, filing, last, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      ({ filing: _, ...row }) => row,
      (row) => [row.filing, row.copyId],
    );
  }
}

/** @throws Problem 404 */
export const renumberingView = async (rows: Rows, id: string): Promise<RenumberingView> => {
  const [view] = await rows.rows<RenumberingView>(`${VIEW} where r.id = $1`, [id]);
  if (view === undefined) throw unknownThing();
  return view;
};
