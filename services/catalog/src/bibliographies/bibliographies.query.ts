import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Database,
  invalid,
  Lists,
  numberAfter,
  pageOf,
  unknownThing,
  type ListAsked,
  type Page,
  type Rows,
} from '@shulian/service-kit';
import { isUUID } from 'class-validator';
import type { BibliographiesAsked, BibliographyView, EntryView } from './bibliographies.http.js';

const LISTS = `select b.id, b.version, b.school_id as "schoolId", s.name as "schoolName", b.kind, b.name, b.about, b.audience,
    b.issue, b.published_on::text as "publishedOn",
    (select count(*)::int from bibliography_entry e where e.bibliography_id = b.id) as entries
  from bibliography b left join known_school s on s.school_id = b.school_id`;

/** A title that was merged is shown as the one it went into. */
const ENTRIES = `select e.place, t.id as "titleId", coalesce(t.title, e.heading) as heading,
    coalesce(t.contributors, '{}') as contributors, t.publisher, t.published_year as "publishedYear", t.isbns[1] as isbn,
    t.clc, e.source, e.note, coalesce(e.url, r.url) as url, e.resource_id as "resourceId", r.name as resource,
    coalesce(h.holdings, '[]') as holdings
  from bibliography_entry e
  left join title o on o.id = e.title_id
  left join title t on t.id = coalesce(o.merged_into, o.id)
  left join e_resource r on r.id = e.resource_id and r.ended_on is null
  left join lateral (
    select json_agg(json_build_object('schoolId', c.school_id, 'copies', c.copies, 'available', c.available)
                    order by c.school_id) as holdings
    from (select c.school_id, count(*)::int as copies,
                 (count(*) filter (where c.stock_state = 'lendable' and c.lending = 'in'))::int as available
          from copy c
          where c.title_id = t.id and c.stock_state <> 'withdrawn' and c.lending <> 'lost'
          group by c.school_id) c) h on true
  where e.bibliography_id = $1 and e.place > $2 order by e.place limit $3`;

/** Whether somebody writes for a school; null: for the county. */
export type Writer = (schoolId: string | null) => boolean;
/** The schools for which somebody writes; `county`: for all, and for the county. */
export type WritesFor = 'county' | readonly string[];

@Injectable()
export class BibliographiesQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  published(input: BibliographiesAsked): Promise<Page<BibliographyView>> {
    return this.find(input, 'b.published_on is not null', []);
  }

  writtenBy(schools: WritesFor, input: BibliographiesAsked): Promise<Page<BibliographyView>> {
    return schools === 'county'
      ? this.find(input, 'true', [])
      : this.find(input, 'b.school_id = any($5::uuid[])', [schools]);
  }

  /** @throws Problem 404 */
  async publishedById(id: string): Promise<BibliographyView> {
    const list = await bibliographyView(this.database, id);
    if (list.publishedOn === null) throw unknownThing();
    return list;
  }

  /** @throws Problem 404, also for one that others write */
  async byId(id: string, mayWrite: Writer): Promise<BibliographyView> {
    const list = await bibliographyView(this.database, id);
    if (!mayWrite(list.schoolId)) throw unknownThing();
    return list;
  }

  private async find(
    input: BibliographiesAsked,
    which: string,
    more: readonly unknown[],
  ): Promise<Page<BibliographyView>> {
    const place = afterCursor(input.cursor, 1);
    if (place !== null && !isUUID(place[0])) throw invalid({ pointer: '?cursor', code: 'malformed' });
    const rows = await this.lists.rows<BibliographyView>(
      `${LISTS} where ($1::uuid is null or b.id < $1) and ($2::uuid is null or b.school_id = $2)
         and ($3::text is null or b.kind = $3) and ${which}
       order by b.id desc limit $4`,
      [place?.[0] ?? null, input.schoolId ?? null, input.kind ?? null, input.limit + 1, ...more],
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.id],
    );
  }

  async entries(id: string, input: ListAsked): Promise<Page<EntryView>> {
    const rows = await this.lists.rows<EntryView>(ENTRIES, [id, numberAfter(input.cursor), input.limit + 1]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.place],
    );
  }
}

/** @throws Problem 404 */
export const bibliographyView = async (rows: Rows, id: string): Promise<BibliographyView> => {
  const [list] = await rows.rows<BibliographyView>(`${LISTS} where b.id = $1`, [id]);
  if (list === undefined) throw unknownThing();
  return list;
};
