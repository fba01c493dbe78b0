import { Injectable } from '@nestjs/common';
import {
  Database,
  idAfter,
  Lists,
  pageOf,
  statement,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { LibraryNoticeId } from '@shulian/contracts/ids';
import type { NoticesAsked, NoticeView } from './library-pages.http.js';

const COLUMNS = `id, version, school_id as "schoolId", shelf as "column", title, words, pinned, shows_from::text as "showsFrom",
  shows_until::text as "showsUntil", status, written_on::text as "writtenOn", published_on::text as "publishedOn"`;
const ONE = statement('libraryNotices.one', `select ${COLUMNS} from library_notice where id = $1`);
/** Of a school, or of the county office. */
const LIST = `select ${COLUMNS} from library_notice
  where school_id is not distinct from $1::uuid and ($2::text is null or shelf = $2) and ($3::text is null or status = $3)
    and ($4::uuid is null or id < $4)
  order by id desc limit $5`;

/** Notices as those see them who write them. */
@Injectable()
export class LibraryNoticesQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404, also for one of another school */
  async one(caller: Caller, id: LibraryNoticeId): Promise<NoticeView> {
    const [notice] = await this.database.rows<NoticeView>(ONE, [id]);
    if (notice === undefined) throw unknownThing();
    if (notice.schoolId === null ? !caller.reach.county : !caller.mayWorkAt(notice.schoolId))
      throw unknownThing();
    return notice;
  }

  /** The newest first. @throws Problem 403 for another school */
  async list(caller: Caller, input: NoticesAsked): Promise<Page<NoticeView>> {
    const rows = await this.lists.rows<NoticeView>(LIST, [
      caller.schoolOrCounty(input.schoolId),
      input.column ?? null,
      input.status ?? null,
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (notice) => notice,
      ({ id }) => [id],
    );
  }
}
