import { statement, type Session } from '@shulian/service-kit';
import type { SchoolId, TitleId } from '@shulian/contracts/ids';

/** Made where it is missing, then locked: an upsert that changes nothing locks the row, too, so one statement does both. */
const LOCK = statement(
  'shelves.lockCounters',
  `insert into shelf_counter as s (school_id, clc, next)
   select $1, k.clc, 1 from (select distinct clc from unnest($2::text[]) as u(clc) order by clc) k
   on conflict (school_id, clc) do update set next = s.next returning clc, next`,
);
const MOVE = statement(
  'shelves.moveCounters',
  `update shelf_counter s set next = k.next from unnest($2::text[], $3::int[]) as k(clc, next)
   where s.school_id = $1 and s.clc = k.clc`,
);
const OF_TITLES = statement(
  'shelves.ofTitles',
  `select n.clc, n.title_id, n.book_number from shelf_number n
   join unnest($2::text[], $3::uuid[]) as k(clc, title_id) on n.clc = k.clc and n.title_id = k.title_id
   where n.school_id = $1`,
);
const OTHERS = statement(
  'shelves.others',
  `select n.clc, n.book_number, n.title_id from shelf_number n
   join unnest($2::text[], $3::text[]) as k(clc, book_number) on n.clc = k.clc and n.book_number = k.book_number
   where n.school_id = $1`,
);
const ADD = statement(
  'shelves.add',
  `insert into shelf_number (school_id, clc, title_id, book_number, allocated)
   select $1, * from unnest($2::text[], $3::uuid[], $4::text[], $5::boolean[])
   on conflict (school_id, clc, title_id) do nothing`,
);

/** The same for one class on the shelves of many schools. */
const LOCK_CLASS = statement(
  'shelves.lockClass',
  `insert into shelf_counter as s (school_id, clc, next)
   select k.school_id, $1, 1 from unnest($2::uuid[]) as k(school_id) order by k.school_id
   on conflict (school_id, clc) do update set next = s.next returning school_id, next`,
);
const OF_TITLE = statement(
  'shelves.ofTitle',
  `select school_id, book_number from shelf_number where clc = $1 and title_id = $2 and school_id = any($3::uuid[])`,
);
const ALLOCATE = statement(
  'shelves.allocate',
  `with k as (
     select * from unnest($3::uuid[], $4::text[], $5::int[]) as k(school_id, book_number, next)
   ), added as (
     insert into shelf_number (school_id, clc, title_id, book_number, allocated)
     select school_id, $1, $2, book_number, true from k
   )
   update shelf_counter s set next = k.next from k where s.school_id = k.school_id and s.clc = $1`,
);

export type ShelfNumber = {
  readonly clc: string;
  readonly titleId: TitleId;
  readonly bookNumber: string;
  readonly allocated: boolean;
};

/** 种次号 on the shelves of one school: one shelving system, however many places it has. */
export class ShelfNumbersRepository {
  constructor(private readonly session: Session) {}

  /** The next free number of each class, locked until the transaction ends. */
  async lockCounters(schoolId: SchoolId, classes: readonly string[]): Promise<Map<string, number>> {
    if (classes.length === 0) return new Map();
    const rows = await this.session.rows<{ clc: string; next: number }>(LOCK, [schoolId, classes]);
    return new Map(rows.map(({ clc, next }) => [clc, next]));
  }

  async moveCounters(schoolId: SchoolId, counters: ReadonlyMap<string, number>): Promise<void> {
    if (counters.size > 0)
      await this.session.rows(MOVE, [schoolId, [...counters.keys()], [...counters.values()]]);
  }

  /** The numbers titles have already in a class on these shelves. */
  async ofTitles(
    schoolId: SchoolId,
    wanted: readonly { readonly clc: string; readonly titleId: TitleId }[],
  ): Promise<{ clc: string; titleId: TitleId; bookNumber: string }[]> {
    if (wanted.length === 0) return [];
    const rows = await this.session.rows<{ clc: string; title_id: TitleId; book_number: string }>(OF_TITLES, [
      schoolId,
      wanted.map(({ clc }) => clc),
      wanted.map(({ titleId }) => titleId),
    ]);
    return rows.map((row) => ({ clc: row.clc, titleId: row.title_id, bookNumber: row.book_number }));
  }

  /** Which titles stand under a number already. */
  async standingAt(
    schoolId: SchoolId,
    places: readonly { readonly clc: string; readonly bookNumber: string }[],
  ): Promise<{ clc: string; bookNumber: string; titleId: TitleId }[]> {
    if (places.length === 0) return [];
    const rows = await this.session.rows<{ clc: string; book_number: string; title_id: TitleId }>(OTHERS, [
      schoolId,
      places.map(({ clc }) => clc),
      places.map(({ bookNumber }) => bookNumber),
    ]);
    return rows.map((row) => ({ clc: row.clc, bookNumber: row.book_number, titleId: row.title_id }));
  }

  async add(schoolId: SchoolId, numbers: readonly ShelfNumber[]): Promise<void> {
    if (numbers.length === 0) return;
    await this.session.rows(ADD, [
      schoolId,
      numbers.map(({ clc }) => clc),
      numbers.map(({ titleId }) => titleId),
      numbers.map(({ bookNumber }) => bookNumber),
      numbers.map(({ allocated }) => allocated),
    ]);
  }

  /** The next free number of one class on the shelves of each school, locked until the transaction ends. */
  async lockClass(clc: string, schools: readonly SchoolId[]): Promise<Map<SchoolId, number>> {
    const rows = await this.session.rows<{ school_id: SchoolId; next: number }>(LOCK_CLASS, [clc, schools]);
    return new Map(rows.map(({ school_id, next }) => [school_id, next]));
  }

  /** The number that a title has already in a class, in the schools that gave it one. */
  async ofTitle(clc: string, titleId: TitleId, schools: readonly SchoolId[]): Promise<Map<SchoolId, string>> {
    const rows = await this.session.rows<{ school_id: SchoolId; book_number: string }>(OF_TITLE, [
      clc,
      titleId,
      schools,
    ]);
    return new Map(rows.map(({ school_id, book_number }) => [school_id, book_number]));
  }

  /** Gives a title its number in a class, in each of the schools, and moves their counters past it. */
  async allocate(
    clc: string,
    titleId: TitleId,
    given: readonly { readonly schoolId: SchoolId; readonly bookNumber: string; readonly next: number }[],
  ): Promise<void> {
    if (given.length === 0) return;
    await this.session.rows(ALLOCATE, [
      clc,
      titleId,
      given.map(({ schoolId }) => schoolId),
      given.map(({ bookNumber }) => bookNumber),
      given.map(({ next }) => next),
    ]);
  }
}
