import { Injectable } from '@nestjs/common';
import { afterCursor, Clock, pageOf, PublicLists, unknownThing, type Page } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type {
  LibraryNamed,
  LibraryPagesAsked,
  LibraryPageView,
  ShownNotice,
  ShownNoticesAsked,
} from './library-pages.http.js';

const OF_COLUMN = 10;
const SHOWN = `id, shelf as "column", title, words, pinned, school_id is null as "ofCounty", shows_from::text as "showsFrom",
  shows_until::text as "showsUntil"`;
/** Of the school and of the county office, on this day. */
const ARE_SHOWN = `(school_id = $1 or school_id is null) and status = 'published' and shows_from <= $2::date
  and (shows_until is null or shows_until >= $2::date)`;
const NEWEST = 'pinned desc, shows_from desc, id desc';
const SCHOOLS = `select school_id as "schoolId", name as school from known_school
  where $1::text is null or (name, school_id) > ($1, $2::uuid) order by name, school_id limit $3`;
const PAGE = `select s.school_id as "schoolId", s.name as school, i.zh, i.en, i.hours
  from known_school s left join library_introduction i on i.school_id = s.school_id where s.school_id = $1`;
const OF_EACH_COLUMN = `select id, "column", title, words, pinned, "ofCounty", "showsFrom", "showsUntil" from (
    select ${SHOWN}, row_number() over (partition by shelf order by ${NEWEST}) as place from library_notice where ${ARE_SHOWN}) n
  where place <= ${String(OF_COLUMN)} order by "column", place`;
const NOTICES = `select ${SHOWN} from library_notice
  where ${ARE_SHOWN} and ($3::text is null or shelf = $3)
    and ($4::boolean is null or (pinned, shows_from, id) < ($4, $5::date, $6::uuid))
  order by ${NEWEST} limit $7`;

/** The pages of libraries as everybody sees them: asked by way of few connections of their own (GTW-001, GTW-005). */
@Injectable()
export class LibraryPagesQuery {
  constructor(
    private readonly lists: PublicLists,
    private readonly clock: Clock,
  ) {}

  async schools(input: LibraryPagesAsked): Promise<Page<LibraryNamed>> {
    const after = afterCursor(input.cursor, 2) ?? [null, null];
    const rows = await this.lists.rows<LibraryNamed>(SCHOOLS, [...after, input.limit + 1]);
    return pageOf(
      rows,
      input.limit,
      (school) => school,
      ({ school, schoolId }) => [school, schoolId],
    );
  }

  /** @throws Problem 404 */
  async page(schoolId: SchoolId): Promise<LibraryPageView> {
    const [page] = await this.lists.rows<Omit<LibraryPageView, 'notices'>>(PAGE, [schoolId]);
    if (page === undefined) throw unknownThing();
    const notices = await this.lists.rows<ShownNotice>(OF_EACH_COLUMN, [schoolId, this.clock.today()]);
    return { ...page, notices };
  }

  /** What a screen in the lobby rolls. @throws Problem 404 */
  async notices(schoolId: SchoolId, input: ShownNoticesAsked): Promise<Page<ShownNotice>> {
    if ((await this.lists.rows(PAGE, [schoolId])).length === 0) throw unknownThing();
    const after = afterCursor(input.cursor, 3) ?? [null, null, null];
    const rows = await this.lists.rows<ShownNotice>(NOTICES, [
      schoolId,
      this.clock.today(),
      input.column ?? null,
      ...after,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (notice) => notice,
      ({ pinned, showsFrom, id }) => [String(pinned), showsFrom, id],
    );
  }
}
