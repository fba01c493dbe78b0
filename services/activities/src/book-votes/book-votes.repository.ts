import { sql, type Session } from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { GiftView, VoteView } from './book-votes.http.js';
import { GIFT_VIEW, VOTE_VIEW } from './book-votes.row.js';
import type { BookVote, GiftGoesTo } from './rules/book-vote.js';

export type Ballot = {
  readonly voteId: string;
  readonly readerId: string;
  readonly classId: string | null;
  readonly titleIds: readonly string[];
  readonly castOn: CalendarDay;
};
export type Gift = {
  readonly id: string;
  readonly voteId: string;
  readonly classId: string;
  readonly readerId: string | null;
  readonly book: string;
  readonly copies: number;
  readonly goesTo: GiftGoesTo;
  readonly givenOn: string;
};
const VOTE = sql`select id, version, school_id as "schoolId", name, opens_on::text as "opensOn", closes_on::text as "closesOn",
    places, most_choices as "mostChoices", status from book_vote`;

/** Votes with their ballots and gifts. */
export class BookVotesRepository {
  constructor(private readonly session: Session) {}

  async open(vote: BookVote, by: string): Promise<void> {
    const { id, schoolId, name, opensOn, closesOn, places, mostChoices } = vote;
    await this.session.rows(
      ...sql`insert into book_vote (id, version, school_id, name, opens_on, closes_on, places, most_choices, status, opened_by)
        values (${id}, 1, ${schoolId}, ${name}, ${opensOn}, ${closesOn}, ${places}, ${mostChoices}, 'open', ${by})`.numbered(),
    );
  }

  async locked(id: string): Promise<BookVote | null> {
    const [vote] = await this.session.rows<BookVote>(...sql`${VOTE} where id = ${id} for update`.numbered());
    return vote ?? null;
  }

  /** Held as it is until the ballot is in: many cast at once, and none after the vote was closed. */
  async held(id: string): Promise<BookVote | null> {
    const [vote] = await this.session.rows<BookVote>(...sql`${VOTE} where id = ${id} for share`.numbered());
    return vote ?? null;
  }

  async change({ id, closesOn, status }: BookVote): Promise<void> {
    await this.session.rows(
      ...sql`update book_vote set version = version + 1, closes_on = ${closesOn}, status = ${status} where id = ${id}`.numbered(),
    );
  }

  /** One of each pupil; a later one takes the place of the one before. */
  async cast({ voteId, readerId, classId, titleIds, castOn }: Ballot): Promise<void> {
    await this.session.rows(
      ...sql`insert into book_ballot (vote_id, reader_id, class_id, title_ids, cast_on)
        values (${voteId}, ${readerId}, ${classId}, ${titleIds}, ${castOn})
        on conflict (vote_id, reader_id) do update set class_id = excluded.class_id, title_ids = excluded.title_ids,
          cast_on = excluded.cast_on`.numbered(),
    );
  }

  async give(gift: Gift, by: string): Promise<GiftView> {
    const { id, voteId, classId, readerId, book, copies, goesTo, givenOn } = gift;
    await this.session.rows(
      ...sql`insert into book_gift (id, vote_id, class_id, reader_id, book, copies, goes_to, given_on, entered_by)
        values (${id}, ${voteId}, ${classId}, ${readerId}, ${book}, ${copies}, ${goesTo}, ${givenOn}, ${by})`.numbered(),
    );
    const [view] = await this.session.rows<GiftView>(...sql`${GIFT_VIEW} where g.id = ${id}`.numbered());
    if (view === undefined) throw new Error('a gift that is there is shown');
    return view;
  }

  async view(id: string): Promise<VoteView> {
    const [view] = await this.session.rows<VoteView>(...sql`${VOTE_VIEW} where v.id = ${id}`.numbered());
    if (view === undefined) throw new Error('a vote that is there is shown');
    return view;
  }
}
