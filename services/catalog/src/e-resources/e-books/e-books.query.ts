import { Injectable } from '@nestjs/common';
import { afterCursor, Clock, Lists, pageOf, type Page } from '@shulian/service-kit';
import { E_BOOK_LINES } from './e-book-line.row.js';
import type { EBookHoldingsAsked, EBookHoldingView, EBookLinesAsked, EBookLineView } from './e-books.http.js';

const LINES = `${E_BOOK_LINES} where ($2::date is null or l.on_day >= $2) and ($3::date is null or l.on_day <= $3)
    and ($4::date is null or (l.on_day, l.number) > ($4::date, $5::int))
  order by l.on_day, l.number limit $6`;
const SUMS = `coalesce(sum(l.volumes) filter (where l.counts_as = 'bought'), 0)::float8 as bought,
    coalesce(sum(l.volumes) filter (where l.counts_as = 'donated'), 0)::float8 as donated,
    coalesce(sum(l.volumes) filter (where l.counts_as = 'county'), 0)::float8 as county,
    coalesce(sum(l.volumes) filter (where l.counts_as = 'free'), 0)::float8 as free,
    coalesce(-sum(l.volumes) filter (where l.counts_as = 'removed'), 0)::float8 as removed,
    coalesce(sum(l.volumes), 0)::float8 as volumes, coalesce(sum(l.fen), 0)::float8 as fen`;
/** The schools by their code, and then what belongs to the county. */
const BY_SCHOOL = `select w.school_id as "schoolId", w.name as school, $2::date::text as "on", w.code, w.place, s.*
  from (select k.school_id, k.name, k.code, 0 as place from known_school k where $1::uuid is null or k.school_id = $1
        union all select null, null, '', 1 where $1::uuid is null) w
  cross join lateral (select ${SUMS} from e_book_line l
    where l.on_day <= $2::date and (l.school_id = w.school_id or (w.place = 1 and l.school_id is null))) s
  where $3::int is null or (w.place, w.code, coalesce(w.school_id::text, '')) > ($3::int, $4::text, $5::text)
  order by w.place, w.code, coalesce(w.school_id::text, '') limit $6`;
const OF_COUNTY = `select null as "schoolId", null as school, $1::date::text as "on", ${SUMS} from e_book_line l where l.on_day <= $1::date`;

type Placed = EBookHoldingView & { readonly code: string; readonly place: number };

/** E-books line by line, and how many there are on a day. */
@Injectable()
export class EBooksQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async lines(asked: EBookLinesAsked, schoolId: string | null): Promise<Page<EBookLineView>> {
    const after = afterCursor(asked.cursor, 2);
    const { from = null, to = null } = asked;
    const values = [schoolId, from, to, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1];
    return pageOf(
      await this.lists.rows<EBookLineView>(LINES, values),
      asked.limit,
      (row) => row,
      ({ day, number }) => [day, number],
    );
  }

  async holdings(asked: EBookHoldingsAsked, schoolId: string | null): Promise<Page<EBookHoldingView>> {
    const on = asked.on ?? this.clock.today();
    if (asked.by === 'county' && schoolId === null)
      return { items: await this.lists.rows<EBookHoldingView>(OF_COUNTY, [on]), nextCursor: null };
    const after = afterCursor(asked.cursor, 3);
    const values = [
      schoolId,
      on,
      after?.[0] ?? null,
      after?.[1] ?? null,
      after?.[2] ?? null,
      asked.limit + 1,
    ];
    return pageOf(
      await this.lists.rows<Placed>(BY_SCHOOL, values),
      asked.limit,
      ({ code: _code, place: _place, ...line }) => line,
      ({ place, code, schoolId: id }) => [place, code, id ?? ''],
    );
  }
}
