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
}
