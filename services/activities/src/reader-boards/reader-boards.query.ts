import { Injectable } from '@nestjs/common';
import {
  allOf,
  Database,
  idAfter,
  Lists,
  pageOf,
  PublicLists,
  sql,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { mayModerate } from './may-moderate.step.js';
import type {
  BoardsAsked,
  BoardView,
  ParticipantsAsked,
  ParticipantView,
  PostsAsked,
  PostView,
  ShownMessage,
  ShownMessagesAsked,
} from './reader-boards.http.js';
import { BOARD_VIEW, POST_VIEW } from './reader-boards.row.js';
import { seesBoard } from './rules/reader-board.js';
import { VisitorsQuery, type NamedVisitor } from './visitors.query.js';

/** Boards within reach with what is shown on them. */
@Injectable()
export class ReaderBoardsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly publicLists: PublicLists,
    private readonly visitors: VisitorsQuery,
  ) {}

  /** The board, and as what the caller comes to it. @throws Problem 404, also for one of another school or class */
  async entered(caller: Caller, id: string): Promise<{ board: BoardView; visitor: NamedVisitor }> {
    const [board] = await this.database.rows<BoardView>(...sql`${BOARD_VIEW} where b.id = ${id}`.numbered());
    if (board === undefined) throw unknownThing();
    const visitor = await this.visitors.at(caller, board.schoolId);
    if (
      visitor === null ||
      !seesBoard({ schoolId: board.schoolId as SchoolId, classId: board.classId }, visitor)
    )
      throw unknownThing();
    return { board, visitor };
  }

  async list(caller: Caller, input: BoardsAsked): Promise<Page<BoardView>> {
    const visitor = await this.visitors.of(caller, input.schoolId);
    const after = idAfter(input.cursor);
    const found = allOf([
      sql`b.school_id = ${visitor.schoolId}`,
      ...(visitor.ofSchool
        ? []
        : [sql`(b.class_id is null or b.class_id = any(${visitor.classIds}::uuid[]))`]),
      ...(input.kind === undefined ? [] : [sql`b.kind = ${input.kind}`]),
      ...(after === null ? [] : [sql`b.id < ${after}`]),
    ]);
    const rows = await this.lists.rows<BoardView>(
      ...sql`${BOARD_VIEW} where ${found} order by b.id desc limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** What is shown, and the own ones in any state; all for those who look through it. */
  async posts(caller: Caller, id: string, input: PostsAsked): Promise<Page<PostView>> {
    const { board, visitor } = await this.entered(caller, id);
    const after = idAfter(input.cursor);
    const found = allOf([
      sql`p.board_id = ${id}`,
      ...(mayModerate(caller, board)
        ? []
        : [sql`(p.status = 'shown' or p.reader_id = ${visitor.readerId}::uuid)`]),
      ...(input.status === undefined ? [] : [sql`p.status = ${input.status}`]),
      ...(after === null ? [] : [sql`p.id < ${after}`]),
    ]);
    const rows = await this.lists.rows<PostView>(
      ...sql`${POST_VIEW} where ${found} order by p.id desc limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id: post }) => [post],
    );
  }

  /** Who took part, for those who look through the board. */
  async participants(caller: Caller, id: string, input: ParticipantsAsked): Promise<Page<ParticipantView>> {
    const { board } = await this.entered(caller, id);
    if (!mayModerate(caller, board)) throw unknownThing();
    const after = idAfter(input.cursor);
    const rows = await this.lists.rows<ParticipantView>(
      ...sql`select reader_id as "readerId", count(*)::int as posts, count(answers)::int as answers,
          count(*) filter (where sought is not null and cardinality(found_title_ids) > 0)::int as "withRetrieval"
        from board_post where board_id = ${id} and status = 'shown' and reader_id is not null
          and ${after === null ? sql`true` : sql`reader_id > ${after}`}
        group by reader_id order by reader_id limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ readerId }) => [readerId],
    );
  }

  /** Messages as everybody sees them, newest first. @throws Problem 404 */
  async messages(schoolId: SchoolId, input: ShownMessagesAsked): Promise<Page<ShownMessage>> {
    const known = await this.publicLists.rows(
      ...sql`select 1 from known_school where school_id = ${schoolId}`.numbered(),
    );
    if (known.length === 0) throw unknownThing();
    const after = idAfter(input.cursor);
    const rows = await this.publicLists.rows<ShownMessage>(
      ...sql`select p.id, p.words, p.written_on::text as "writtenOn", a.answers
        from board_post p join reader_board b on b.id = p.board_id and b.kind = 'messages'
        cross join lateral (
          select coalesce(jsonb_agg(jsonb_build_object('words', r.words, 'writtenOn', r.written_on::text) order by r.id), '[]') as answers
          from (select * from board_post where answers = p.id and status = 'shown' order by id desc limit 20) r) a
        where b.school_id = ${schoolId} and p.status = 'shown' and p.answers is null
          and ${after === null ? sql`true` : sql`p.id < ${after}`}
        order by p.id desc limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }
}
