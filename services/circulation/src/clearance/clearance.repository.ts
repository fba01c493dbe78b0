import type { CalendarDay, ReaderId, SchoolId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';
import { gradeSql } from '../lists/grades.query.js';
import { CLEARANCE_ROW } from './clearance.row.js';
import type { ClearanceRow } from './clearance.query.js';
import type { Leaving } from './rules/clearance.js';

/** Readers of the school that are meant: those named, of a class, or pupils of a grade. */
const MEANT = statement(
  'clearance.meant',
  `select r.reader_id as "readerId", r.class_id as "classId" from known_reader r left join known_class k on k.class_id = r.class_id
   where r.school_id = $1 and case
     when $2::uuid[] is not null then r.reader_id = any($2)
     when $3::uuid is not null then r.class_id = $3
     else r.kind = 'student' and r.standing = 'active' and ${gradeSql({
       section: 'coalesce(k.section, r.section)',
       entryYear: 'coalesce(k.entry_year, r.entry_year)',
       schoolYear: '$5::int',
     })} = $4::int end
   order by r.reader_id`,
);
const ADD = statement(
  'clearance.add',
  `insert into clearance (id, school_id, reader_id, class_id, why, with_files, opened_on, opened_by, note)
   select t.id, $1, t.reader_id, t.class_id, $5, $6, $7, $8, $9
   from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as t(id, reader_id, class_id)
   on conflict (reader_id) do nothing returning id`,
);
const LOCK = statement(
  'clearance.lock',
  'select school_id as "schoolId", reader_id as "readerId", state from clearance where id = $1 for update',
);
const VIEW = statement('clearance.view', `${CLEARANCE_ROW} where c.id = $1`);
const CARD = statement('clearance.card', 'update clearance set card_in_on = $2 where id = $1');
const FILES = statement('clearance.files', 'update clearance set files_in_on = $2 where id = $1');
const NUMBER = statement(
  'clearance.number',
  `insert into clearance_number as n (school_id, last_number) values ($1, 1)
   on conflict (school_id) do update set last_number = n.last_number + 1 returning last_number as number`,
);
/** The number that was given stays with it, so that none is given twice. */
const CLEAR = statement(
  'clearance.clear',
  `update clearance set state = 'cleared', cleared_on = $2, cleared_by = $3, number = coalesce(number, $4) where id = $1`,
);
const UNDO = statement(
  'clearance.undo',
  `update clearance set state = 'open', cleared_on = null, cleared_by = null where id = $1`,
);
const REMOVE = statement('clearance.remove', 'delete from clearance where id = $1');

export type LockedClearance = {
  readonly schoolId: SchoolId;
  readonly readerId: ReaderId;
  readonly state: 'open' | 'cleared';
};
export type Meant = {
  readonly readerIds: readonly string[] | null;
  readonly classId: string | null;
  readonly grade: number | null;
  readonly schoolYear: number;
};
export type Opening = {
  readonly why: Leaving;
  readonly withFiles: boolean;
  readonly on: CalendarDay;
  readonly by: string;
  readonly note: string | null;
};
export type ReaderMeant = { readonly readerId: ReaderId; readonly classId: string | null };

export class ClearanceRepository {
  constructor(private readonly rows: Rows) {}

  meant(schoolId: SchoolId, meant: Meant): Promise<ReaderMeant[]> {
    const { readerIds, classId, grade, schoolYear } = meant;
    return this.rows.rows<ReaderMeant>(MEANT, [schoolId, readerIds, classId, grade, schoolYear]);
  }

  /** @param ids one for each reader. @returns how many had none yet */
  async add(
    schoolId: SchoolId,
    ids: readonly string[],
    readers: readonly ReaderMeant[],
    opening: Opening,
  ): Promise<number> {
    const { why, withFiles, on, by, note } = opening;
    const added = await this.rows.rows(ADD, [
      schoolId,
      ids,
      readers.map(({ readerId }) => readerId),
      readers.map(({ classId }) => classId),
      why,
      withFiles,
      on,
      by,
      note,
    ]);
    return added.length;
  }

  async locked(id: string): Promise<LockedClearance | null> {
    const [row] = await this.rows.rows<LockedClearance>(LOCK, [id]);
    return row ?? null;
  }

  async row(id: string): Promise<ClearanceRow> {
    const [row] = await this.rows.rows<ClearanceRow>(VIEW, [id]);
    if (row === undefined) throw new Error('the clearance is gone');
    return row;
  }

  /** @param on null takes it back */
  async handIn(id: string, what: 'card' | 'files', on: CalendarDay | null): Promise<void> {
    await this.rows.rows(what === 'card' ? CARD : FILES, [id, on]);
  }

  async clear(
    id: string,
    schoolId: SchoolId,
    how: { readonly on: CalendarDay; readonly by: string; readonly number: number | null },
  ): Promise<void> {
    let { number } = how;
    if (number === null) {
      const [row] = await this.rows.rows<{ number: number }>(NUMBER, [schoolId]);
      number = row?.number ?? 1;
    }
    await this.rows.rows(CLEAR, [id, how.on, how.by, number]);
  }

  async undo(id: string): Promise<void> {
    await this.rows.rows(UNDO, [id]);
  }

  async remove(id: string): Promise<void> {
    await this.rows.rows(REMOVE, [id]);
  }
}
