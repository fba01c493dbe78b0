import { statement, type Rows } from '@shulian/service-kit';
import type {
  ClassOpenedV1,
  ReaderEnrolledV1,
  ReaderLeftV1,
  ReaderMovedClassV1,
  SchoolOpenedV1,
  TermOpenedV1,
} from '@shulian/contracts/readers';

const SCHOOL = statement(
  'known-school.know',
  `insert into known_school values ($1, $2, $3, $4, $5)
   on conflict (school_id) do update set code = excluded.code, name = excluded.name, kind = excluded.kind,
     version = excluded.version where known_school.version < excluded.version`,
);
const TERM = statement(
  'known-term.know',
  `insert into known_term values ($1, $2, $3, $4, $5, $6)
   on conflict (term_id) do update set name = excluded.name, starts_on = excluded.starts_on,
     ends_on = excluded.ends_on, version = excluded.version where known_term.version < excluded.version`,
);
const CLASS = statement(
  'known-class.know',
  `insert into known_class values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (class_id) do update set section = excluded.section, entry_year = excluded.entry_year,
     class_no = excluded.class_no, name = excluded.name, version = excluded.version
   where known_class.version < excluded.version`,
);
const READER = statement(
  'known-reader.know',
  `insert into known_reader values ($1, $2, $3, $4, true, $5)
   on conflict (reader_id) do update set school_id = excluded.school_id, kind = excluded.kind,
     class_id = excluded.class_id, active = true, version = excluded.version
   where known_reader.version < excluded.version`,
);
const MOVED = statement(
  'known-reader.moved',
  `update known_reader set class_id = $2, version = $3 where reader_id = $1 and version < $3`,
);
const LEFT = statement(
  'known-reader.left',
  `update known_reader set class_id = null, active = false, version = $2 where reader_id = $1 and version < $2`,
);

type Told<E extends { data: unknown; aggregateversion: number }> = Pick<E, 'data' | 'aggregateversion'>;

/** Schools, terms, classes and readers: the newest version of each, and nothing that says who a reader is. */
export class KnownPeopleRepository {
  constructor(private readonly rows: Rows) {}

  async knowSchool({ data, aggregateversion }: Told<SchoolOpenedV1>): Promise<void> {
    await this.rows.rows(SCHOOL, [data.schoolId, data.code, data.name, data.kind, aggregateversion]);
  }

  async knowTerm({ data, aggregateversion }: Told<TermOpenedV1>): Promise<void> {
    await this.rows.rows(TERM, [
      data.termId,
      data.schoolId,
      data.name,
      data.startsOn,
      data.endsOn,
      aggregateversion,
    ]);
  }

  async knowClass({ data, aggregateversion }: Told<ClassOpenedV1>): Promise<void> {
    const { classId, schoolId, section, entryYear, classNo, name } = data;
    await this.rows.rows(CLASS, [classId, schoolId, section, entryYear, classNo, name, aggregateversion]);
  }

  async knowReader({ data, aggregateversion }: Told<ReaderEnrolledV1>): Promise<void> {
    await this.rows.rows(READER, [data.readerId, data.schoolId, data.kind, data.classId, aggregateversion]);
  }

  /** Within a key events come in order, so the reader is known. */
  async moveReader({ data, aggregateversion }: Told<ReaderMovedClassV1>): Promise<void> {
    await this.rows.rows(MOVED, [data.readerId, data.classId, aggregateversion]);
  }

  async letReaderGo({ data, aggregateversion }: Told<ReaderLeftV1>): Promise<void> {
    await this.rows.rows(LEFT, [data.readerId, aggregateversion]);
  }
}
