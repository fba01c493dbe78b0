import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import {
  allOf,
  Database,
  idAfter,
  Lists,
  pageOf,
  sql,
  unknownThing,
  type Caller,
  type Page,
  type Sql,
} from '@shulian/service-kit';
import type {
  BookForMeView,
  BooksForMeAsked,
  MatchedReadersAsked,
  MatchedReaderView,
  MatchesAsked,
  MatchView,
} from './book-matches.http.js';
import { MATCH_VIEW, MATCHED_TITLES } from './book-matches.row.js';

/** What was brought to whom, and what became of it. */
@Injectable()
export class BookMatchesQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404, also for one of another school */
  async one(caller: Caller, id: string): Promise<MatchView> {
    const [match] = await this.database.rows<MatchView>(...sql`${MATCH_VIEW} where m.id = ${id}`.numbered());
    if (match === undefined || !caller.mayWorkAt(match.schoolId)) throw unknownThing();
    return match;
  }

  async list(caller: Caller, input: MatchesAsked): Promise<Page<MatchView>> {
    const after = idAfter(input.cursor);
    const found = allOf([
      sql`m.school_id = ${caller.schoolFor(input.schoolId)}`,
      ...(after === null ? [] : [sql`m.id < ${after}`]),
    ]);
    const rows = await this.lists.rows<MatchView>(
      ...sql`${MATCH_VIEW} where ${found} order by m.id desc limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** Of the own class for a teacher. */
  async readers(caller: Caller, id: string, input: MatchedReadersAsked): Promise<Page<MatchedReaderView>> {
    const match = await this.one(caller, id);
    const after = idAfter(input.cursor);
    const found = allOf([
      sql`r.match_id = ${id}`,
      ...(reachesSchool(caller.reach, match.schoolId)
        ? []
        : [sql`r.class_id = any(${[...caller.reach.classes.keys()]}::uuid[])`]),
      ...(after === null ? [] : [sql`r.reader_id > ${after}`]),
    ]);
    const titleIds = match.titles.map(({ titleId }) => titleId);
    const rows = await this.lists.rows<MatchedReaderView>(
      ...sql`select r.reader_id as "readerId", r.class_id as "classId", r.declined_on::text as "declinedOn",
          (select count(*)::int from known_loan k where k.reader_id = r.reader_id and k.loaned_on >= ${match.sentOn}
             and k.title_id = any(${titleIds}::uuid[])) as loans
        from matched_reader r where ${found} order by r.reader_id limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ readerId }) => [readerId],
    );
  }

  /** What was brought to the caller, or to a reader of whom staff asks, and not declined, the newest first. */
  async forMe(caller: Caller, input: BooksForMeAsked): Promise<Page<BookForMeView>> {
    const after = idAfter(input.cursor);
    const rows = await this.lists.rows<BookForMeView>(
      ...sql`select distinct m.id as "matchId", m.name, m.occasion, m.words, ${MATCHED_TITLES} as titles, m.sent_on::text as "sentOn"
        from matched_reader r join book_match m on m.id = r.match_id
        where ${readerMeant(caller, input.readerId)} and r.declined_on is null
          and ${after === null ? sql`true` : sql`m.id < ${after}`}
        order by m.id desc limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ matchId }) => [matchId],
    );
  }
}

/** The own reader, or the one that is named, where the caller reaches the school or the class. */
const readerMeant = ({ reach }: Caller, readerId: string | undefined): Sql =>
  readerId === undefined
    ? sql`r.reader_id = any(${[...reach.readers]}::uuid[])`
    : sql`r.reader_id = ${readerId} and (r.reader_id = any(${[...reach.readers]}::uuid[])
        or m.school_id = any(${[...reach.schools]}::uuid[]) or r.class_id = any(${[...reach.classes.keys()]}::uuid[]))`;
