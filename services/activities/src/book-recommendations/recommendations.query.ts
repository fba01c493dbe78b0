import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import {
  afterCursor,
  allOf,
  Clock,
  Database,
  Lists,
  pageOf,
  refuseCursor,
  sql,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { CalendarDay, RecommendationIssueId, SchoolId } from '@shulian/contracts/ids';
import { SchoolLifeQuery } from '../from-readers/school-life.query.js';
import { CallerPlacesQuery } from '../logbooks/caller-places.query.js';
import type { EntryDay } from '../logbooks/rules/dues.js';
import { ISSUE_VIEW } from './recommendations.row.js';
import type {
  CoverageAsked,
  CoverageView,
  ExhibitionsAsked,
  ExhibitionView,
  IssuesAsked,
  IssueView,
  WeeksAsked,
  WeekView,
} from './recommendations.http.js';
import { coverageOf } from './rules/coverage.js';
import { termWeeks } from './rules/term-weeks.js';

const GOAL_PERCENT = 15;
const NO_TERMS = 40;
type Counted = Omit<CoverageView, 'share' | 'reached'>;

/** Issues of a school, how much of what is new they told of, and what is late. */
@Injectable()
export class RecommendationsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly places: CallerPlacesQuery,
    private readonly schoolLife: SchoolLifeQuery,
    private readonly clock: Clock,
  ) {}

  /** The issue, whoever asks; null where there is none. */
  async find(id: RecommendationIssueId): Promise<IssueView | null> {
    const [issue] = await this.database.rows<IssueView>(...sql`${ISSUE_VIEW} where i.id = ${id}`.numbered());
    return issue ?? null;
  }

  /** @throws Problem 404, for readers and teachers also for one that is not out */
  async one(caller: Caller, id: RecommendationIssueId): Promise<IssueView> {
    const issue = await this.find(id);
    if (issue === null) throw unknownThing();
    if (reachesSchool(caller.reach, issue.schoolId)) return issue;
    const isOwn = await this.places.takesPart(caller, issue.schoolId);
    if (!isOwn || issue.status !== 'published') throw unknownThing();
    return issue;
  }

  /** The newest week first; drafts for those who write them. */
  async list(caller: Caller, input: IssuesAsked): Promise<Page<IssueView>> {
    const { schoolId } = await this.places.of(caller, input.schoolId);
    const status = reachesSchool(caller.reach, schoolId) ? (input.status ?? null) : 'published';
    const after = afterCursor(input.cursor, 2);
    const found = allOf([
      sql`i.school_id = ${schoolId}`,
      ...(status === null ? [] : [sql`i.status = ${status}`]),
      ...(after === null ? [] : [sql`(i.week_of, i.id) < (${after[0]}::date, ${after[1]}::uuid)`]),
    ]);
    const rows = await this.lists.rows<IssueView>(
      ...sql`${ISSUE_VIEW} where ${found} order by i.week_of desc, i.id desc limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ weekOf, id }) => [weekOf, id],
    );
  }

  /** Of each term, the newest first, on one page. */
  async coverage(caller: Caller, input: CoverageAsked): Promise<Page<CoverageView>> {
    refuseCursor(input.cursor);
    const schoolId = caller.schoolFor(input.schoolId);
    const goal = input.goalPercent ?? GOAL_PERCENT;
    const rows = await this.lists.rows<Counted>(
      ...sql`with new_title as materialized (
          select title_id, extract(year from min(accessioned_on))::int as year from known_copy
          where school_id = ${schoolId} group by title_id),
        term as (select *, extract(year from starts_on)::int as year from known_term where school_id = ${schoolId})
        select t.term_id as "termId", t.name as term, t.starts_on::text as "from", t.ends_on::text as "to", t.year,
          (select count(*)::int from recommendation_issue i where i.school_id = ${schoolId} and i.status = 'published'
             and i.published_on between t.starts_on and t.ends_on) as issues,
          (select count(*)::int from new_title n where n.year = t.year) as "newTitles",
          (select count(distinct n.title_id)::int from recommendation_issue i
             join recommended_title r on r.issue_id = i.id join new_title n on n.title_id = r.title_id and n.year = t.year
             where i.school_id = ${schoolId} and i.status = 'published' and i.published_on between t.starts_on and t.ends_on)
            as "recommendedNewTitles"
        from term t order by t.starts_on desc limit ${NO_TERMS}`.numbered(),
    );
    const items = rows.map((row) => ({
      ...row,
      ...coverageOf(row.recommendedNewTitles, row.newTitles, goal),
    }));
    return { items, nextCursor: null };
  }

  /** The weeks of a term in their order, on one page; none outside of terms. */
  async weeks(caller: Caller, input: WeeksAsked): Promise<Page<WeekView>> {
    refuseCursor(input.cursor);
    const schoolId = caller.schoolFor(input.schoolId);
    const today = this.clock.today();
    const on = (input.on as CalendarDay | undefined) ?? today;
    const days = await this.schoolLife.days(schoolId, on, on);
    const [term] = days.terms;
    if (term === undefined) return { items: [], nextCursor: null };
    const whole = await this.schoolLife.days(schoolId, term.from, term.to);
    const told = {
      issues: await this.entries(
        sql`select week_of::text as "happenedOn", published_on::text as "writtenOn", null as "subjectId"
          from recommendation_issue where school_id = ${schoolId} and status = 'published'
            and week_of between ${term.from}::date - 6 and ${term.to}`,
      ),
      exhibitions: await this.entries(
        sql`select for_day::text as "happenedOn", held_on::text as "writtenOn", null as "subjectId" from book_exhibition
          where school_id = ${schoolId} and for_day between ${term.from}::date - 6 and ${term.to}::date + 6`,
      ),
    };
    return { items: termWeeks(term, whole, told, today), nextCursor: null };
  }

  async exhibitions(caller: Caller, input: ExhibitionsAsked): Promise<Page<ExhibitionView>> {
    const schoolId: SchoolId = caller.schoolFor(input.schoolId);
    const after = afterCursor(input.cursor, 2);
    const found = allOf([
      sql`school_id = ${schoolId}`,
      ...(after === null ? [] : [sql`(held_on, id) < (${after[0]}::date, ${after[1]}::uuid)`]),
    ]);
    const rows = await this.lists.rows<ExhibitionView>(
      ...sql`select id, school_id as "schoolId", held_on::text as "heldOn", for_day::text as "forDay", theme, place,
          title_ids as "titleIds", notes_shown as "notesShown"
        from book_exhibition where ${found} order by held_on desc, id desc limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ heldOn, id }) => [heldOn, id],
    );
  }

  private entries(question: ReturnType<typeof sql>): Promise<EntryDay[]> {
    return this.lists.rows<EntryDay>(...question.numbered());
  }
}
