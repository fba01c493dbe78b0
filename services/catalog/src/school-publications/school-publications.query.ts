import { Injectable } from '@nestjs/common';
import {
  Database,
  idAfter,
  Lists,
  pageOf,
  refuseCursor,
  unknownThing,
  type Page,
  type Rows,
} from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import type {
  SchoolPublicationsAsked,
  SchoolPublicationSum,
  SchoolPublicationView,
} from './school-publications.http.js';

/** A title that was merged is shown as the one it went into. */
const VIEW = `select p.title_id as "titleId", p.version, p.school_id as "schoolId", p.kind, t.title, p.makers, p.year, p.characters,
    t.clc, p.note, (select count(*)::int from copy c where c.title_id = t.id and c.school_id = p.school_id
      and c.stock_state <> 'withdrawn') as copies
  from school_publication p join title o on o.id = p.title_id join title t on t.id = coalesce(o.merged_into, o.id)`;
const NARROWED = `p.school_id = $1 and ($2::text is null or p.kind = $2) and ($3::int is null or p.year >= $3)
  and ($4::int is null or p.year <= $4)`;
const SUMS = `select kind, count(*)::int as titles, coalesce(sum(characters), 0)::float8 as characters, sum(copies)::int as copies
  from (${VIEW} where ${NARROWED}) p group by kind order by kind`;

const valuesOf = ({ schoolId, kind, fromYear, toYear }: SchoolPublicationsAsked): unknown[] => [
  schoolId,
  kind ?? null,
  fromYear ?? null,
  toYear ?? null,
];

/** What schools have published themselves. */
@Injectable()
export class SchoolPublicationsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 */
  byId(id: TitleId): Promise<SchoolPublicationView> {
    return publicationView(this.database, id);
  }

  async find(input: SchoolPublicationsAsked): Promise<Page<SchoolPublicationView>> {
    const rows = await this.lists.rows<SchoolPublicationView>(
      `${VIEW} where ${NARROWED} and ($5::uuid is null or p.title_id > $5) order by p.title_id limit $6`,
      [...valuesOf(input), idAfter(input.cursor), input.limit + 1],
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ titleId }) => [titleId],
    );
  }

  async sums(input: SchoolPublicationsAsked): Promise<Page<SchoolPublicationSum>> {
    refuseCursor(input.cursor);
    return { items: await this.lists.rows<SchoolPublicationSum>(SUMS, valuesOf(input)), nextCursor: null };
  }
}

/** @throws Problem 404 */
export const publicationView = async (rows: Rows, id: TitleId): Promise<SchoolPublicationView> => {
  const [view] = await rows.rows<SchoolPublicationView>(`${VIEW} where p.title_id = $1`, [id]);
  if (view === undefined) throw unknownThing();
  return view;
};
