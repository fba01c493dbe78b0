import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Boards on which readers write, and what was let through. */
export class KeepReaderBoards1790005520600 implements MigrationInterface {
  readonly name = 'KeepReaderBoards1790005520600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reader_board (
        id uuid primary key,
        version int not null,
        school_id uuid not null,
        kind text not null check (kind in ('messages', 'reviews', 'words-from-the-heart', 'book-club')),
        -- null: of the whole school
        class_id uuid,
        title_id uuid,
        name text not null,
        task text,
        asks_retrieval boolean not null,
        open boolean not null,
        opened_on date not null,
        opened_by text not null
      );
      create index reader_board_of_school on reader_board (school_id, id desc);
      create table board_post (
        id uuid primary key,
        board_id uuid not null references reader_board,
        school_id uuid not null,
        -- null: somebody of the school who is no reader
        reader_id uuid,
        written_by text not null,
        answers uuid references board_post,
        title_id uuid,
        words text not null,
        sought text,
        search_terms text,
        found_title_ids uuid[] not null,
        status text not null check (status in ('waiting', 'shown', 'removed')),
        written_on date not null,
        decided_on date,
        decided_by text,
        removed_why text
      );
      create index board_post_of_board on board_post (board_id, id desc);
      create index board_post_waiting on board_post (school_id, id) where status = 'waiting';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table board_post, reader_board');
  }
}
