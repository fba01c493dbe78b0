import { sql, type Session } from '@shulian/service-kit';
import type { CalendarDay, RecommendationIssueId, SchoolId } from '@shulian/contracts/ids';
import type { IssueView } from './recommendations.http.js';
import type { RecommendationIssue, RecommendedTitle } from './rules/recommendation-issue.js';
import { ISSUE_VIEW } from './recommendations.row.js';

export type NewIssue = Pick<RecommendationIssue, 'id' | 'schoolId' | 'weekOf' | 'theme' | 'words'>;
export type NewExhibition = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly heldOn: string;
  readonly forDay: string;
  readonly theme: string;
  readonly place: string | null;
  readonly titleIds: readonly string[];
  readonly notesShown: number;
};

/** Issues, each locked to the end of the transaction that changes it, and exhibitions. */
export class RecommendationsRepository {
  constructor(private readonly session: Session) {}

  async add(issue: NewIssue, on: CalendarDay, by: string): Promise<void> {
    await this.session.rows(
      ...sql`insert into recommendation_issue (id, version, school_id, week_of, theme, words, status, written_on, written_by)
        values (${issue.id}, 1, ${issue.schoolId}, ${issue.weekOf}, ${issue.theme}, ${issue.words}, 'draft', ${on}, ${by})`.numbered(),
    );
  }

  async putTitles(id: RecommendationIssueId, titles: readonly RecommendedTitle[]): Promise<void> {
    await this.session.rows(...sql`delete from recommended_title where issue_id = ${id}`.numbered());
    await this.session.rows(
      ...sql`insert into recommended_title (issue_id, title_id, place, reason)
        select ${id}, t."titleId", t.at, t.reason
        from rows from (jsonb_to_recordset(${JSON.stringify(titles)}::jsonb) as ("titleId" uuid, reason text))
          with ordinality as t("titleId", reason, at)`.numbered(),
    );
  }

  async locked(id: RecommendationIssueId): Promise<RecommendationIssue | null> {
    const [issue] = await this.session.rows<RecommendationIssue>(
      ...sql`select id, version, school_id as "schoolId", week_of::text as "weekOf", theme, words, status, number,
          published_on::text as "publishedOn"
        from recommendation_issue where id = ${id} for update`.numbered(),
    );
    return issue ?? null;
  }

  async change({ id, weekOf, theme, words }: RecommendationIssue): Promise<void> {
    await this.session.rows(
      ...sql`update recommendation_issue set version = version + 1, week_of = ${weekOf}, theme = ${theme}, words = ${words}
        where id = ${id}`.numbered(),
    );
  }

  /** The next number of a school year; publishers of one school take turns until they commit. */
  async nextNumber(schoolId: SchoolId, schoolYear: number): Promise<number> {
    await this.session.rows(
      ...sql`select pg_advisory_xact_lock(hashtextextended('recommendation_issue' || ${schoolId}::text, 0))`.numbered(),
    );
    const [row] = await this.session.rows<{ next: number }>(
      ...sql`select coalesce(max(number), 0) + 1 as next from recommendation_issue
        where school_id = ${schoolId} and school_year = ${schoolYear}`.numbered(),
    );
    return row?.next ?? 1;
  }

  async setPublished(
    id: RecommendationIssueId,
    published: {
      readonly number: number;
      readonly schoolYear: number;
      readonly on: CalendarDay;
      readonly by: string;
    },
  ): Promise<void> {
    const { number, schoolYear, on, by } = published;
    await this.session.rows(
      ...sql`update recommendation_issue set version = version + 1, status = 'published', number = ${number},
          school_year = ${schoolYear}, published_on = ${on}, published_by = ${by} where id = ${id}`.numbered(),
    );
  }

  async withdraw(id: RecommendationIssueId, on: CalendarDay): Promise<void> {
    await this.session.rows(
      ...sql`update recommendation_issue set version = version + 1, status = 'withdrawn', withdrawn_on = ${on}
        where id = ${id}`.numbered(),
    );
  }

  async view(id: RecommendationIssueId): Promise<IssueView> {
    const [view] = await this.session.rows<IssueView>(...sql`${ISSUE_VIEW} where i.id = ${id}`.numbered());
    if (view === undefined) throw new Error('an issue that is there is shown');
    return view;
  }

  async addExhibition(exhibition: NewExhibition, by: string): Promise<void> {
    const { id, schoolId, heldOn, forDay, theme, place, titleIds, notesShown } = exhibition;
    await this.session.rows(
      ...sql`insert into book_exhibition (id, school_id, held_on, for_day, theme, place, title_ids, notes_shown, entered_by)
        values (${id}, ${schoolId}, ${heldOn}, ${forDay}, ${theme}, ${place}, ${titleIds}, ${notesShown}, ${by})`.numbered(),
    );
  }

  async exhibitionSchool(id: string): Promise<SchoolId | null> {
    const [row] = await this.session.rows<{ schoolId: SchoolId }>(
      ...sql`select school_id as "schoolId" from book_exhibition where id = ${id} for update`.numbered(),
    );
    return row?.schoolId ?? null;
  }

  async removeExhibition(id: string): Promise<void> {
    await this.session.rows(...sql`delete from book_exhibition where id = ${id}`.numbered());
  }
}
