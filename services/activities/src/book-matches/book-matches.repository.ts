import { sql, type Session } from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { MatchView } from './book-matches.http.js';
import { MATCH_VIEW } from './book-matches.row.js';
import type { BookMatch, MatchedReader } from './rules/book-match.js';

/** What was brought to whom. */
export class BookMatchesRepository {
  constructor(private readonly session: Session) {}

  async send(match: BookMatch, readers: readonly MatchedReader[], by: string): Promise<MatchView> {
    const { id, schoolId, name, occasion, subject, words, titleIds, sentOn } = match;
    await this.session.rows(
      ...sql`insert into book_match (id, version, school_id, name, occasion, subject, words, title_ids, sent_on, sent_by)
        values (${id}, 1, ${schoolId}, ${name}, ${occasion}, ${subject}, ${words}, ${titleIds}, ${sentOn}, ${by})`.numbered(),
    );
    await this.session.rows(
      ...sql`insert into matched_reader (match_id, reader_id, class_id)
        select ${id}, t."readerId", t."classId"
        from jsonb_to_recordset(${JSON.stringify(readers)}::jsonb) as t("readerId" uuid, "classId" uuid)`.numbered(),
    );
    const [view] = await this.session.rows<MatchView>(...sql`${MATCH_VIEW} where m.id = ${id}`.numbered());
    if (view === undefined) throw new Error('a match that is there is shown');
    return view;
  }

  /** A reader to whom something was brought, locked; null: it was not. */
  async matched(
    id: string,
    readerId: string,
  ): Promise<(MatchedReader & { readonly schoolId: string; readonly declinedOn: string | null }) | null> {
    const [found] = await this.session.rows<
      MatchedReader & { readonly schoolId: string; readonly declinedOn: string | null }
    >(
      ...sql`select r.reader_id as "readerId", r.class_id as "classId", m.school_id as "schoolId", r.declined_on::text as "declinedOn"
        from matched_reader r join book_match m on m.id = r.match_id
        where r.match_id = ${id} and r.reader_id = ${readerId} for update of r`.numbered(),
    );
    return found ?? null;
  }

  async decline(id: string, readerId: string, on: CalendarDay, by: string): Promise<void> {
    await this.session.rows(
      ...sql`update matched_reader set declined_on = ${on}, declined_by = ${by}
        where match_id = ${id} and reader_id = ${readerId}`.numbered(),
    );
  }
}
