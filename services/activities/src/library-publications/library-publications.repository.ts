import { sql, type Session } from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { LibraryPublicationView } from './library-publications.http.js';
import { PUBLICATION_VIEW } from './library-publications.row.js';
import type { Publication } from './rules/publication.js';

/** Publications, each locked to the end of the transaction that changes it. */
export class LibraryPublicationsRepository {
  constructor(private readonly session: Session) {}

  async add(publication: Publication, on: CalendarDay, by: string): Promise<void> {
    const { id, schoolId, column, title, words, titleIds, issueId, channels } = publication;
    await this.session.rows(
      ...sql`insert into library_publication (id, version, school_id, shelf, title, words, title_ids, issue_id, channels,
          status, written_on, written_by)
        values (${id}, 1, ${schoolId}, ${column}, ${title}, ${words}, ${titleIds}, ${issueId}, ${channels}, 'draft', ${on}, ${by})`.numbered(),
    );
  }

  async locked(id: string): Promise<Publication | null> {
    const [publication] = await this.session.rows<Publication>(
      ...sql`select id, version, school_id as "schoolId", shelf as "column", title, words, title_ids as "titleIds",
          issue_id as "issueId", channels, status, shows_from::text as "showsFrom", shows_until::text as "showsUntil",
          notice_id as "noticeId"
        from library_publication where id = ${id} for update`.numbered(),
    );
    return publication ?? null;
  }

  async change(publication: Publication): Promise<void> {
    const { id, column, title, words, channels, status, showsFrom, showsUntil, noticeId } = publication;
    await this.session.rows(
      ...sql`update library_publication set version = version + 1, shelf = ${column}, title = ${title}, words = ${words},
          channels = ${channels}, status = ${status}, shows_from = ${showsFrom}, shows_until = ${showsUntil},
          notice_id = ${noticeId}
        where id = ${id}`.numbered(),
    );
  }

  async view(id: string): Promise<LibraryPublicationView> {
    const [view] = await this.session.rows<LibraryPublicationView>(
      ...sql`${PUBLICATION_VIEW} where p.id = ${id}`.numbered(),
    );
    if (view === undefined) throw new Error('a publication that is there is shown');
    return view;
  }
}
