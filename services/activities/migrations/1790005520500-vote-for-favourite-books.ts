import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The hundred favourite books: one ballot a pupil, and what was given beside it. */
export class VoteForFavouriteBooks1790005520500 implements MigrationInterface {
  readonly name = 'VoteForFavouriteBooks1790005520500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table book_vote (
        id uuid primary key,
        version int not null,
        school_id uuid not null,
        name text not null,
        opens_on date not null,
        closes_on date not null,
        -- how many titles the list of favourites has
        places int not null check (places between 1 and 500),
        -- how many titles a ballot names at most
        most_choices int not null check (most_choices between 1 and 20),
        status text not null check (status in ('open', 'closed')),
        opened_by text not null,
        check (closes_on >= opens_on)
      );
      create index book_vote_of_school on book_vote (school_id, id desc);
      create table book_ballot (
        vote_id uuid not null references book_vote,
        reader_id uuid not null,
        class_id uuid,
        title_ids uuid[] not null check (cardinality(title_ids) >= 1),
        cast_on date not null,
        primary key (vote_id, reader_id)
      );
      create table book_gift (
        id uuid primary key,
        vote_id uuid not null references book_vote,
        class_id uuid not null,
        reader_id uuid,
        book text not null,
        copies int not null check (copies >= 1),
        goes_to text not null check (goes_to in ('gallery', 'book-corner', 'stock')),
        given_on date not null,
        entered_by text not null
      );
      create index book_gift_of_vote on book_gift (vote_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table book_gift, book_ballot, book_vote');
  }
}
