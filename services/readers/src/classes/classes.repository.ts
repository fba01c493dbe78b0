import { violatedUnique, type Session } from '@shulian/service-kit';
import type { SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import type { SchoolClass } from './rules/school-class.js';
import { toRow, toSchoolClass, type SchoolClassRow } from './school-class.row.js';

const COLUMNS =
  'id, school_id, section, entry_year, class_no, version, announced, external_id, stream, campus';

/** The questions asked of classes. */
export class ClassesRepository {
  constructor(private readonly session: Session) {}

  /** False when the school has the class already. */
  async add(schoolClass: SchoolClass, at: Date): Promise<boolean> {
    const rows = await this.session.rows(
      `insert into school_class (${COLUMNS}, opened_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict on constraint school_class_once do nothing returning 1`,
      [...toRow(schoolClass), at],
    );
    return rows.length > 0;
  }

  /** False when the school has such a class already; the transaction is then lost. */
  async change(schoolClass: SchoolClass): Promise<boolean> {
    try {
      await this.session.rows(
        `update school_class set section = $3, entry_year = $4, class_no = $5, version = $6, announced = $7, external_id = $8,
           stream = $9, campus = $10
         where id = $1 and school_id = $2`,
        toRow(schoolClass),
      );
      return true;
    } catch (error) {
      if (violatedUnique(error) === 'school_class_once') return false;
      throw error;
    }
  }

  async byIds(ids: readonly SchoolClassId[]): Promise<SchoolClass[]> {
    if (ids.length === 0) return [];
    const rows = await this.session.rows<SchoolClassRow>(
      `select ${COLUMNS} from school_class where id = any($1::uuid[])`,
      [ids],
    );
    return rows.map(toSchoolClass);
  }

  async byId(id: SchoolClassId): Promise<SchoolClass | null> {
    return (await this.byIds([id]))[0] ?? null;
  }

  async ofSchool(schoolId: SchoolId): Promise<SchoolClass[]> {
    const rows = await this.session.rows<SchoolClassRow>(
      `select ${COLUMNS} from school_class where school_id = $1`,
      [schoolId],
    );
    return rows.map(toSchoolClass);
  }

  /** Locked until the end of the transaction. */
  async locked(id: SchoolClassId): Promise<SchoolClass | null> {
    const [row] = await this.session.rows<SchoolClassRow>(
      `select ${COLUMNS} from school_class where id = $1 for no key update`,
      [id],
    );
    return row === undefined ? null : toSchoolClass(row);
  }
}
