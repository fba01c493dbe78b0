import { Injectable } from '@nestjs/common';
import { invalid, Lists } from '@shulian/service-kit';
import { MAIN_CLASSES } from '../classification/rules/clc-notation.js';
import { LANGUAGE_KIND_SQL } from '../titles/rules/language-kind.js';
import { TitlesFound } from '../titles/titles-found.query.js';
import {
  FACETS,
  type Facet,
  type FacetValue,
  type TitleFacets,
  type TitleFacetsAsked,
} from './title-facets.http.js';

/** So many titles are counted, the first that are found: with more, somebody narrows what is asked before reading them. */
const COUNTED = 1_000;
/** For each of these three titles of the catalogue are looked through at first, then the index is asked. */
const WINDOW_FOR_EACH = 3;
const MOST_VALUES = 50;

const COUNT = `with found as materialized (
    select t.id, t.clc, t.languages, t.published_year, t.kind from title t where t.id = any($1::uuid[])
  ), held as materialized (
    select c.title_id, c.school_id, bool_or(c.stock_state = 'lendable' and c.lending = 'in') as lendable
    from found f join copy c on c.title_id = f.id
    where c.stock_state <> 'withdrawn' group by 1, 2
  )
  select 'class' as of, case when clc ~ '^[A-KN-VXZ]' then left(clc, 1) else '-' end as value, null as name, count(*)::int as titles
  from found group by 2
  union all select 'language', coalesce(${LANGUAGE_KIND_SQL('languages')}, '-'), null, count(*)::int from found group by 2
  union all select 'year', coalesce(published_year::text, '-'), null, count(*)::int from found group by 2
  union all select 'kind', coalesce(kind, '-'), null, count(*)::int from found group by 2
  union all select 'band', band, null, count(*)::int
    from found f join title_audience a on a.title_id = f.id cross join unnest(a.bands) band group by 2
  union all select 'school', h.school_id::text, k.name, count(*)::int
    from held h join known_school k on k.school_id = h.school_id group by 2, 3
  union all select 'place', r.id::text, r.path, count(distinct c.title_id)::int
    from found f join copy c on c.title_id = f.id and c.school_id = $2 and c.stock_state <> 'withdrawn'
    join location l on l.id = c.location_id
    cross join lateral (
      select p.id, p.path from location p where p.id = any(l.ancestors) and (p.kind = 'room' or p.id = l.id)
      order by p.kind <> 'room' limit 1) r
    where $2::uuid is not null group by 2, 3
  union all select 'lendable', 'now', null, count(distinct title_id)::int
    from held where lendable and ($2::uuid is null or school_id = $2)`;

type Row = FacetValue & { readonly of: Facet };

/** What was found, by what it is and where. */
@Injectable()
export class TitleFacetsQuery {
  constructor(private readonly lists: Lists) {}

  /** @throws Problem 400 where nothing is asked for: all titles by class are at `GET /classes-of-titles` */
  async count(input: TitleFacetsAsked, schoolId: string | undefined): Promise<TitleFacets> {
    if (Object.values(input).every((each) => each === undefined))
      throw invalid({ pointer: '?q', code: 'is-missing' });
    const asked = { ...input, limit: COUNTED };
    const found = await new TitlesFound(this.lists, asked, schoolId, WINDOW_FOR_EACH).after(null);
    const ids = found.slice(0, COUNTED).map(({ id }) => id);
    const rows = await this.lists.rows<Row>(COUNT, [ids, schoolId ?? null]);
    return {
      titles: ids.length,
      isAll: found.length <= COUNTED,
      facets: FACETS.map((of) => ({
        of,
        values: valuesOf(
          of,
          rows.filter((row) => row.of === of),
        ),
      })),
    };
  }
}

const valuesOf = (of: Facet, rows: readonly Row[]): FacetValue[] =>
  rows
    .map(({ value, name, titles }) => ({
      value,
      name: of === 'class' ? (MAIN_CLASSES[value] ?? null) : name,
      titles,
    }))
    .filter(({ titles }) => titles > 0)
    .sort((a, b) =>
      of === 'year'
        ? (Number(b.value) || 0) - (Number(a.value) || 0)
        : b.titles - a.titles || (a.value < b.value ? -1 : 1),
    )
    .slice(0, MOST_VALUES);
