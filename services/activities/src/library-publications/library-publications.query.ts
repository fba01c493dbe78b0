import { Injectable } from '@nestjs/common';
import {
  allOf,
  Clock,
  Database,
  idAfter,
  Lists,
  pageOf,
  PublicLists,
  refuseCursor,
  sql,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { SchoolLifeQuery } from '../from-readers/school-life.query.js';
import type {
  LibraryPublicationsAsked,
  LibraryPublicationView,
  ScreenFeed,
  ScreenItem,
  ScriptView,
  SheetAsked,
  SheetLine,
} from './library-publications.http.js';
import { PUBLICATION_VIEW } from './library-publications.row.js';
import { scriptOf } from './rules/publication.js';

const ON_SCREEN = 30;

/** Publications of a school, as those see them who write them, and as its screens do. */
@Injectable()
export class LibraryPublicationsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly publicLists: PublicLists,
    private readonly schoolLife: SchoolLifeQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, also for one of another school */
  async one(caller: Caller, id: string): Promise<LibraryPublicationView> {
    const [publication] = await this.database.rows<LibraryPublicationView>(
      ...sql`${PUBLICATION_VIEW} where p.id = ${id}`.numbered(),
    );
    if (publication === undefined || !caller.mayWorkAt(publication.schoolId)) throw unknownThing();
    return publication;
  }

  async list(caller: Caller, input: LibraryPublicationsAsked): Promise<Page<LibraryPublicationView>> {
    const after = idAfter(input.cursor);
    const found = allOf([
      sql`p.school_id = ${caller.schoolFor(input.schoolId)}`,
      ...(input.status === undefined ? [] : [sql`p.status = ${input.status}`]),
      ...(input.channel === undefined ? [] : [sql`${input.channel} = any(p.channels)`]),
      ...(after === null ? [] : [sql`p.id < ${after}`]),
    ]);
    const rows = await this.lists.rows<LibraryPublicationView>(
      ...sql`${PUBLICATION_VIEW} where ${found} order by p.id desc limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** The titles of a publication, numbered, to hang on a board or in a window. */
  sheet({ titles }: LibraryPublicationView, input: SheetAsked): Page<SheetLine> {
    refuseCursor(input.cursor);
    return { items: titles.map(({ title }, at) => ({ number: at + 1, title })), nextCursor: null };
  }

  async script(caller: Caller, id: string): Promise<ScriptView> {
    const publication = await this.one(caller, id);
    const school = (await this.schoolLife.schoolName(publication.schoolId)) ?? '';
    const titles = publication.titles.flatMap(({ title }) => title ?? []);
    return { id, script: scriptOf(school, publication, titles) };
  }

  /** @throws Problem 404 */
  async screen(schoolId: SchoolId): Promise<ScreenFeed> {
    const [known] = await this.publicLists.rows<{ school: string }>(
      ...sql`select name as school from known_school where school_id = ${schoolId}`.numbered(),
    );
    if (known === undefined) throw unknownThing();
    const today = this.clock.today();
    const items = await this.publicLists.rows<ScreenItem>(
      ...sql`select p.id, p.shelf as "column", p.title, p.words, p.shows_from::text as "showsFrom", p.shows_until::text as "showsUntil",
          array(select k.title from unnest(p.title_ids) with ordinality as t(id, place)
            join known_title k on k.title_id = t.id and k.title is not null order by t.place) as titles
        from library_publication p
        where p.school_id = ${schoolId} and p.status = 'published' and 'e-screen' = any(p.channels)
          and p.shows_from <= ${today} and (p.shows_until is null or p.shows_until >= ${today})
        order by p.shows_from desc, p.id desc limit ${ON_SCREEN}`.numbered(),
    );
    return { school: known.school, items };
  }
}
