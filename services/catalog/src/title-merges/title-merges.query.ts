import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Database,
  invalid,
  Lists,
  pageOf,
  unknownReference,
  unknownThing,
  type ListAsked,
  type Page,
  type Rows,
} from '@shulian/service-kit';
import { isUUID } from 'class-validator';
import { mergedInto } from '../titles/merged-title.step.js';
import { DESCRIPTION_COLUMNS, toTitle, type TitleRow } from '../titles/title.row.js';
import { mergedDescription, type Title } from '../titles/rules/title.js';
import { toTitleView } from '../titles/titles.http.js';
import { likenessOf } from './rules/title-likeness.js';
import type {
  MergePreview,
  MergePreviewAsked,
  MergeView,
  SchoolInMerge,
  TitleInBrief,
} from './title-merges.http.js';

const COLUMNS = DESCRIPTION_COLUMNS.map(([column]) => `t.${column}`).join(', ');

const MERGES = `select m.id, m.title_id as "titleId", f.title, m.into_title_id as "intoTitleId", i.title as "intoTitle",
    (select count(*)::int from title_merge_copy c where c.merge_id = m.id) as copies,
    to_char(m.merged_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "mergedAt", m.merged_by as "mergedBy",
    to_char(m.undone_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "undoneAt", m.undone_by as "undoneBy"
  from title_merge m join title f on f.id = m.title_id join title i on i.id = m.into_title_id`;

const STANDING_COPIES = `(select count(*)::int from copy c where c.title_id = t.id and c.stock_state <> 'withdrawn') as copies`;

const SCHOOLS = `
  with pair as (
    select c.school_id, c.title_id = $1 as moves, c.call_number, c.lending as state
    from copy c where c.title_id in ($1, $2)
  )
  select b.school_id as "schoolId", coalesce(s.name, '') as "schoolName",
    (count(*) filter (where moves))::int as copies,
    (count(*) filter (where moves and state = 'on-loan'))::int as "onLoan",
    (count(*) filter (where moves and state = 'hold-shelf'))::int as "onHoldShelf",
    coalesce(array_agg(distinct call_number order by call_number) filter (where moves and call_number is not null), '{}')
      as "callNumbers",
    coalesce(array_agg(distinct call_number order by call_number) filter (where not moves and call_number is not null), '{}')
      as "otherCallNumbers"
  from pair b left join known_school s on s.school_id = b.school_id
  group by b.school_id, s.name having bool_or(moves) order by s.name, b.school_id`;

type Place = readonly [at: string, id: string];

/** What a merger would do, and those that were done. */
@Injectable()
export class TitleMergesQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  byId(id: string): Promise<MergeView> {
    return mergeView(this.database, id);
  }

  /** The latest first. */
  async find(input: ListAsked): Promise<Page<MergeView>> {
    const after = placeAfter(input.cursor);
    const rows = await this.lists.rows<MergeView>(
      `${MERGES} ${after === null ? '' : 'where (m.merged_at, m.id) < ($2::timestamptz, $3::uuid)'}
       order by m.merged_at desc, m.id desc limit $1`,
      [input.limit + 1, ...(after ?? [])],
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.mergedAt, row.id],
    );
  }

  /** @throws Problem 400 for one title, 422, 409 `title.merged` */
  async preview({ titleId, intoTitleId }: MergePreviewAsked): Promise<MergePreview> {
    if (titleId === intoTitleId) throw invalid({ pointer: '?intoTitleId', code: 'is-another-title' });
    const rows = await this.lists.rows<
      TitleRow & { readonly copies: number; readonly mergedInto: string | null; readonly hasCover: boolean }
    >(
      `select t.id, t.version, ${COLUMNS}, t.merged_into as "mergedInto", ${STANDING_COPIES},
         exists (select from title_cover k where k.title_id = t.id) as "hasCover"
       from title t where t.id in ($1, $2)`,
      [titleId, intoTitleId],
    );
    const one = (id: string, pointer: string) => {
      const row = rows.find((each) => each.id === id);
      if (row === undefined) throw unknownReference(pointer);
      if (row.mergedInto !== null) throw mergedInto(row.mergedInto, 409);
      return { title: toTitle(row), copies: row.copies, hasCover: row.hasCover };
    };
    const [from, into] = [one(titleId, '?titleId'), one(intoTitleId, '?intoTitleId')];
    const schools = await this.lists.rows<SchoolInMerge>(SCHOOLS, [titleId, intoTitleId]);
    const after = { ...into.title, ...mergedDescription(into.title, from.title, 'other') };
    return {
      from: inBrief(from.title, from.copies),
      into: inBrief(into.title, into.copies),
      ...likenessOf(from.title, into.title),
      after: toTitleView(after, [], from.hasCover || into.hasCover),
      schools,
    };
  }
}

/** @throws Problem 404 */
export const mergeView = async (rows: Rows, id: string): Promise<MergeView> => {
  const [merge] = await rows.rows<MergeView>(`${MERGES} where m.id = $1`, [id]);
  if (merge === undefined) throw unknownThing();
  return merge;
};

const inBrief = (title: Title, copies: number): TitleInBrief => ({
  id: title.id,
  version: title.version,
  title: title.title,
  contributors: title.contributors,
  publisher: title.publisher,
  publishedYear: title.publishedYear,
  isbns: title.isbns,
  copies,
});

const placeAfter = (cursor: string | undefined): Place | null => {
  const place = afterCursor(cursor, 2);
  if (place === null) return null;
  const [at, id] = place;
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || !isUUID(id))
    throw invalid({ pointer: '?cursor', code: 'malformed' });
  return [at, String(id)];
};
