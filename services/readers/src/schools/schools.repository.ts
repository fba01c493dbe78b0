import { violatedUnique, type Session } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type { School } from './rules/school.js';
import { toRow, toSchool, type SchoolRow } from './school.row.js';

const COLUMNS = 'id, code, name, kind, system, version, announced';

/** The questions asked of schools; the row of a school is also the lock for its calendar. */
export class SchoolsRepository {
  constructor(private readonly session: Session) {}

  /** False when the code belongs to another school. */
  async add(school: School, at: Date): Promise<boolean> {
    const rows = await this.session.rows(
      `insert into school (${COLUMNS}, opened_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict do nothing returning 1`,
      [...toRow(school), at],
    );
    return rows.length > 0;
  }

  /** False when the code belongs to another school; the transaction is then lost. */
  async change(school: School): Promise<boolean> {
    try {
      await this.session.rows(
        'update school set code = $2, name = $3, kind = $4, system = $5, version = $6, announced = $7 where id = $1',
        toRow(school),
      );
      return true;
    } catch (error) {
      if (violatedUnique(error) === 'school_code') return false;
      throw error;
    }
  }

  async byId(id: SchoolId): Promise<School | null> {
    const [row] = await this.session.rows<SchoolRow>(`select ${COLUMNS} from school where id = $1`, [id]);
    return row === undefined ? null : toSchool(row);
  }

  /** The next so many schools in the order of ids. @param after null: from the first on */
  async idsAfter(after: SchoolId | null, limit: number): Promise<SchoolId[]> {
    const rows = await this.session.rows<{ id: SchoolId }>(
      'select id from school where $1::uuid is null or id > $1::uuid order by id limit $2',
      [after, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Locked until the end of the transaction. */
  async locked(id: SchoolId): Promise<School | null> {
    const [row] = await this.session.rows<SchoolRow>(
      `select ${COLUMNS} from school where id = $1 for no key update`,
      [id],
    );
    return row === undefined ? null : toSchool(row);
  }

  /** The versions of the next events under the school's key on the topic of calendars. */
  async nextCalendarVersions(id: SchoolId, count: number): Promise<number[]> {
    const [row] = await this.session.rows<{ last: number }>(
      'update school set calendar_announced = calendar_announced + $2 where id = $1 returning calendar_announced as last',
      [id, count],
    );
    const last = row?.last ?? count;
    return Array.from({ length: count }, (_, at) => last - count + 1 + at);
  }

  /** Running numbers for cards the school numbers by itself: the first of `count`. */
  async reserveCardNumbers(id: SchoolId, count: number): Promise<number> {
    const [row] = await this.session.rows<{ last: number }>(
      'update school set last_card_number = last_card_number + $2 where id = $1 returning last_card_number as last',
      [id, count],
    );
    return (row?.last ?? count) - count + 1;
  }
}
