import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import {
  afterCursor,
  allOf,
  Clock,
  Database,
  idAfter,
  Lists,
  pageOf,
  refuseCursor,
  sql,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { SchoolLifeQuery } from '../from-readers/school-life.query.js';
import { CallerPlacesQuery } from '../logbooks/caller-places.query.js';
import { worksWithClasses } from '../works-with-classes.step.js';
import type {
  GiftCountsAsked,
  GiftCountView,
  GiftsAsked,
  GiftView,
  ResultsAsked,
  ResultView,
  VotesAsked,
  VoteView,
} from './book-votes.http.js';
import { GIFT_VIEW, VOTE_VIEW } from './book-votes.row.js';
import { isFavourite } from './rules/book-vote.js';

type Given = Omit<GiftCountView, 'className'>;

/** Votes of a school with their results, and what was given. */
@Injectable()
export class BookVotesQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly places: CallerPlacesQuery,
    private readonly schoolLife: SchoolLifeQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, also for one of another school */
  async one(caller: Caller, id: string): Promise<VoteView> {
    const [vote] = await this.database.rows<VoteView>(...sql`${VOTE_VIEW} where v.id = ${id}`.numbered());
    if (vote === undefined) throw unknownThing();
    if (!(await this.places.takesPart(caller, vote.schoolId))) throw unknownThing();
    return vote;
  }

  async list(caller: Caller, input: VotesAsked): Promise<Page<VoteView>> {
    const { schoolId } = await this.places.of(caller, input.schoolId);
    const after = idAfter(input.cursor);
    const found = allOf([sql`v.school_id = ${schoolId}`, ...(after === null ? [] : [sql`v.id < ${after}`])]);
    const rows = await this.lists.rows<VoteView>(
      ...sql`${VOTE_VIEW} where ${found} order by v.id desc limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** By rank. @throws Problem 404, for pupils also while the vote is open: what leads shall not be followed */
  async results(caller: Caller, id: string, input: ResultsAsked): Promise<Page<ResultView>> {
    const vote = await this.one(caller, id);
    if (vote.status === 'open' && !worksWithClasses(caller, vote.schoolId)) throw unknownThing();
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<Omit<ResultView, 'favourite'>>(
      ...sql`with counted as (
          select title_id, count(*)::int as votes from book_ballot b cross join unnest(b.title_ids) as t(title_id)
          where b.vote_id = ${id} group by title_id),
        ranked as (select title_id, votes, rank() over (order by votes desc)::int as rank from counted)
        select r.title_id as "titleId", t.title, r.votes, r.rank from ranked r left join known_title t using (title_id)
        where ${after === null ? sql`true` : sql`(r.rank, r.title_id) > (${after[0]}::int, ${after[1]}::uuid)`}
        order by r.rank, r.title_id limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => ({ ...row, favourite: isFavourite(row, vote) }),
      ({ rank, titleId }) => [rank, titleId],
    );
  }

  /** Of the own class for a teacher. */
  async gifts(caller: Caller, id: string, input: GiftsAsked): Promise<Page<GiftView>> {
    const vote = await this.one(caller, id);
    const after = idAfter(input.cursor);
    const found = allOf([
      sql`g.vote_id = ${id}`,
      ...(reachesSchool(caller.reach, vote.schoolId)
        ? []
        : [sql`g.class_id = any(${[...caller.reach.classes.keys()]}::uuid[])`]),
      ...(input.classId === undefined ? [] : [sql`g.class_id = ${input.classId}`]),
      ...(after === null ? [] : [sql`g.id < ${after}`]),
    ]);
    const rows = await this.lists.rows<GiftView>(
      ...sql`${GIFT_VIEW} where ${found} order by g.id desc limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id: gift }) => [gift],
    );
  }

  /** Each class of the school, on one page; one that gave nothing has zeros. */
  async giftCounts(caller: Caller, id: string, input: GiftCountsAsked): Promise<Page<GiftCountView>> {
    refuseCursor(input.cursor);
    const vote = await this.one(caller, id);
    const rows = await this.lists.rows<Given>(
      ...sql`select "classId", sum(givers)::int as givers, sum(copies)::int as copies, sum(gallery)::int as "toGallery",
          sum(corner)::int as "toBookCorner", sum(stock)::int as "toStock", sum(ballots)::int as ballots
        from (
          select class_id as "classId", count(distinct reader_id) as givers, sum(copies) as copies,
            coalesce(sum(copies) filter (where goes_to = 'gallery'), 0) as gallery,
            coalesce(sum(copies) filter (where goes_to = 'book-corner'), 0) as corner,
            coalesce(sum(copies) filter (where goes_to = 'stock'), 0) as stock, 0 as ballots
          from book_gift where vote_id = ${id} group by class_id
          union all
          select class_id, 0, 0, 0, 0, 0, count(*) from book_ballot where vote_id = ${id} and class_id is not null group by class_id) n
        group by "classId"`.numbered(),
    );
    const counted = new Map(rows.map((row) => [row.classId, row]));
    const classes = await this.schoolLife.classes(vote.schoolId as SchoolId, this.clock.today());
    const none = { givers: 0, copies: 0, toGallery: 0, toBookCorner: 0, toStock: 0, ballots: 0 };
    const items = classes.map(({ classId, name }) => ({
      ...(counted.get(classId) ?? { classId, ...none }),
      className: name,
    }));
    return { items, nextCursor: null };
  }
}
