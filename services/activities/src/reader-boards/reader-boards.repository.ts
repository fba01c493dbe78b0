import { sql, type Session } from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { BoardView, PostView } from './reader-boards.http.js';
import { BOARD_VIEW, POST_VIEW } from './reader-boards.row.js';
import type { PostStatus, ReaderBoard } from './rules/reader-board.js';

type Done = { readonly on: CalendarDay; readonly by: string };
export type NewPost = {
  readonly id: string;
  readonly boardId: string;
  readonly schoolId: string;
  readonly readerId: string | null;
  readonly answers: string | null;
  readonly titleId: string | null;
  readonly words: string;
  readonly sought: string | null;
  readonly searchTerms: string | null;
  readonly foundTitleIds: readonly string[];
  readonly status: PostStatus;
};
const BOARD = sql`select id, version, school_id as "schoolId", kind, class_id as "classId", title_id as "titleId", name, task,
    asks_retrieval as "asksRetrieval", open from reader_board`;

/** Boards and what is written on them. */
export class ReaderBoardsRepository {
  constructor(private readonly session: Session) {}

  async openBoard(board: ReaderBoard, { on, by }: Done): Promise<void> {
    const { id, schoolId, kind, classId, titleId, name, task, asksRetrieval } = board;
    await this.session.rows(
      ...sql`insert into reader_board (id, version, school_id, kind, class_id, title_id, name, task, asks_retrieval, open, opened_on, opened_by)
        values (${id}, 1, ${schoolId}, ${kind}, ${classId}, ${titleId}, ${name}, ${task}, ${asksRetrieval}, true, ${on}, ${by})`.numbered(),
    );
  }

  async locked(id: string): Promise<ReaderBoard | null> {
    const [board] = await this.session.rows<ReaderBoard>(
      ...sql`${BOARD} where id = ${id} for update`.numbered(),
    );
    return board ?? null;
  }

  /** Held as it is while something is written: nothing is after it was closed. */
  async held(id: string): Promise<ReaderBoard | null> {
    const [board] = await this.session.rows<ReaderBoard>(
      ...sql`${BOARD} where id = ${id} for share`.numbered(),
    );
    return board ?? null;
  }

  async change({ id, name, task, open }: ReaderBoard): Promise<void> {
    await this.session.rows(
      ...sql`update reader_board set version = version + 1, name = ${name}, task = ${task}, open = ${open} where id = ${id}`.numbered(),
    );
  }

  /** Whether a post of the board is shown: only that can be answered. */
  async isShown(boardId: string, postId: string): Promise<boolean> {
    const found = await this.session.rows(
      ...sql`select 1 from board_post where id = ${postId} and board_id = ${boardId} and status = 'shown'`.numbered(),
    );
    return found.length > 0;
  }

  async write(post: NewPost, { on, by }: Done): Promise<PostView> {
    const {
      id,
      boardId,
      schoolId,
      readerId,
      answers,
      titleId,
      words,
      sought,
      searchTerms,
      foundTitleIds,
      status,
    } = post;
    await this.session.rows(
      ...sql`insert into board_post (id, board_id, school_id, reader_id, written_by, answers, title_id, words, sought,
          search_terms, found_title_ids, status, written_on)
        values (${id}, ${boardId}, ${schoolId}, ${readerId}, ${by}, ${answers}, ${titleId}, ${words}, ${sought},
          ${searchTerms}, ${foundTitleIds}, ${status}, ${on})`.numbered(),
    );
    return this.postView(id);
  }

  /** A post with its board, locked: two who look through it decide one after the other. */
  async lockedPost(
    id: string,
  ): Promise<(Pick<ReaderBoard, 'schoolId' | 'classId'> & { readonly status: PostStatus }) | null> {
    const [post] = await this.session.rows<
      Pick<ReaderBoard, 'schoolId' | 'classId'> & { readonly status: PostStatus }
    >(
      ...sql`select p.status, b.school_id as "schoolId", b.class_id as "classId"
        from board_post p join reader_board b on b.id = p.board_id where p.id = ${id} for update of p`.numbered(),
    );
    return post ?? null;
  }

  async decide(id: string, status: PostStatus, why: string | null, { on, by }: Done): Promise<PostView> {
    await this.session.rows(
      ...sql`update board_post set status = ${status}, removed_why = ${why}, decided_on = ${on}, decided_by = ${by}
        where id = ${id}`.numbered(),
    );
    return this.postView(id);
  }

  async boardView(id: string): Promise<BoardView> {
    const [view] = await this.session.rows<BoardView>(...sql`${BOARD_VIEW} where b.id = ${id}`.numbered());
    if (view === undefined) throw new Error('a board that is there is shown');
    return view;
  }

  private async postView(id: string): Promise<PostView> {
    const [view] = await this.session.rows<PostView>(...sql`${POST_VIEW} where p.id = ${id}`.numbered());
    if (view === undefined) throw new Error('a post that is there is shown');
    return view;
  }
}
