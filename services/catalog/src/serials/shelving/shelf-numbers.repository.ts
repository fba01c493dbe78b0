import { statement, type Session } from '@shulian/service-kit';
import type { SchoolId, TitleId } from '@shulian/contracts/ids';

/** The unique constraint that a second serial under a number runs into. */
export const NUMBER_ONCE = 'serial_shelf_number_once';

const IS_SERIAL = statement(
  'serialShelving.isSerial',
  'select exists (select from serial where title_id = $1) as known',
);
/** Who numbers the serials of one school waits for the other: no number is given twice, and none is left out. */
const LOCK = statement(
  'serialShelving.lock',
  `select pg_advisory_xact_lock(hashtextextended('serial-shelving ' || $1::text, 0))`,
);
const PUT = statement(
  'serialShelving.put',
  `insert into serial_shelf_number (school_id, title_id, number)
   values ($1, $2, coalesce($3::int,
     (select number from serial_shelf_number where school_id = $1 and title_id = $2),
     (select coalesce(max(number), 0) + 1 from serial_shelf_number where school_id = $1)))
   on conflict (school_id, title_id) do update set number = excluded.number`,
);
const REMOVE = statement(
  'serialShelving.remove',
  'delete from serial_shelf_number where school_id = $1 and title_id = $2 returning number',
);

/** 排架号 of serials, in each school on its own. */
export class SerialShelfNumbersRepository {
  constructor(private readonly session: Session) {}

  async isSerial(titleId: TitleId): Promise<boolean> {
    const [row] = await this.session.rows<{ known: boolean }>(IS_SERIAL, [titleId]);
    return row?.known === true;
  }

  /** @param number null: the one it has, else the next */
  async put(schoolId: SchoolId, titleId: TitleId, number: number | null): Promise<void> {
    await this.session.rows(LOCK, [schoolId]);
    await this.session.rows(PUT, [schoolId, titleId, number]);
  }

  async remove(schoolId: SchoolId, titleId: TitleId): Promise<boolean> {
    return (await this.session.rows(REMOVE, [schoolId, titleId])).length > 0;
  }
}
