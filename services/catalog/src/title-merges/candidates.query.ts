import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  invalid,
  Lists,
  pageOf,
  unknownThing,
  type Page,
  type Rows,
} from '@shulian/service-kit';
import { isUUID } from 'class-validator';
import type { MergeCandidatesAsked, MergeCandidateView, TitleInBrief } from './title-merges.http.js';

const BRIEF = (side: 'a' | 'b'): string => `json_build_object('id', ${side}.id, 'version', ${side}.version,
  'title', ${side}.title, 'contributors', ${side}.contributors, 'publisher', ${side}.publisher,
  'publishedYear', ${side}.published_year, 'isbns', ${side}.isbns, 'copies',
  (select count(*) from copy c where c.title_id = ${side}.id and c.stock_state <> 'withdrawn'))`;
const CANDIDATES = `select k.id, k.score, k.reasons, case when k.dismissed_at is null then 'open' else 'dismissed' end as status,
    ${BRIEF('a')} as one, ${BRIEF('b')} as other
  from title_merge_candidate k
  join title a on a.id = k.title_id and a.merged_into is null
  join title b on b.id = k.other_id and b.merged_into is null`;

type Row = Omit<MergeCandidateView, 'titles'> & { readonly one: TitleInBrief; readonly other: TitleInBrief };

/** Pairs of titles that look like one, the likeliest first. */
@Injectable()
export class CandidatesQuery {
  constructor(private readonly lists: Lists) {}

  async find(input: MergeCandidatesAsked): Promise<Page<MergeCandidateView>> {
    const after = placeAfter(input.cursor);
    const rows = await this.lists.rows<Row>(
      `${CANDIDATES} where k.dismissed_at is ${input.status === 'open' ? 'null' : 'not null'}
         ${after === null ? '' : 'and (k.score, k.id) < ($2::int, $3::uuid)'}
       order by k.score desc, k.id desc limit $1`,
      [input.limit + 1, ...(after ?? [])],
    );
    return pageOf(rows, input.limit, shown, (row) => [row.score, row.id]);
  }
}

/** @throws Problem 404 also when one of the two was merged meanwhile */
export const candidateView = async (rows: Rows, id: string): Promise<MergeCandidateView> => {
  const [row] = await rows.rows<Row>(`${CANDIDATES} where k.id = $1`, [id]);
  if (row === undefined) throw unknownThing();
  return shown(row);
};

const shown = ({ one, other, ...row }: Row): MergeCandidateView => ({
  ...row,
  titles: one.copies >= other.copies ? [one, other] : [other, one],
});

const placeAfter = (cursor: string | undefined): readonly [number, string] | null => {
  const place = afterCursor(cursor, 2);
  if (place === null) return null;
  const [score, id] = place;
  if (!Number.isSafeInteger(score) || !isUUID(id)) throw invalid({ pointer: '?cursor', code: 'malformed' });
  return [Number(score), String(id)];
};
