import { sql } from '@shulian/service-kit';

/** A board `b` as it is shown. */
export const BOARD_VIEW = sql`select b.id, b.version, b.school_id as "schoolId", b.kind, b.class_id as "classId",
    b.title_id as "titleId", b.name, b.task, b.asks_retrieval as "asksRetrieval", b.open, n.posts, n.waiting, n.participants
  from reader_board b cross join lateral (
    select count(*) filter (where p.status = 'shown')::int as posts, count(*) filter (where p.status = 'waiting')::int as waiting,
      count(distinct p.reader_id) filter (where p.status = 'shown')::int as participants
    from board_post p where p.board_id = b.id) n`;

/** A post `p` as it is shown. */
export const POST_VIEW = sql`select p.id, p.board_id as "boardId", p.reader_id as "readerId", p.answers, p.title_id as "titleId",
    t.title, p.words, p.sought, p.search_terms as "searchTerms", p.found_title_ids as "foundTitleIds", p.status,
    p.written_on::text as "writtenOn", p.removed_why as "removedWhy"
  from board_post p left join known_title t on t.title_id = p.title_id`;
