import type {
  ClassChangedV1,
  ClassOpenedV1,
  SchoolChangedV1,
  SchoolOpenedV1,
} from '@shulian/contracts/readers';
import { statement, type Session } from '@shulian/service-kit';

const KNOW = statement(
  'known-class.know',
  `insert into known_class as k (class_id, version, school_id, section, entry_year, name) values ($1, $2, $3, $4, $5, $6)
   on conflict (class_id) do update set version = excluded.version, section = excluded.section, entry_year = excluded.entry_year,
     name = excluded.name
   where k.version < excluded.version`,
);

const KNOW_SCHOOL = statement(
  'known-school.know',
  `insert into known_school as k (school_id, version, name) values ($1, $2, $3)
   on conflict (school_id) do update set version = excluded.version, name = excluded.name where k.version < excluded.version`,
);

/** Schools and classes as readers told of them; the newest version holds. */
export class KnownClassesRepository {
  constructor(private readonly session: Session) {}

  async know({ data, aggregateversion }: ClassOpenedV1 | ClassChangedV1): Promise<void> {
    const { classId, schoolId, section, entryYear, name } = data;
    await this.session.rows(KNOW, [classId, aggregateversion, schoolId, section, entryYear, name]);
  }

  async knowSchool({ data, aggregateversion }: SchoolOpenedV1 | SchoolChangedV1): Promise<void> {
    await this.session.rows(KNOW_SCHOOL, [data.schoolId, aggregateversion, data.name]);
  }
}
