import type {
  CalendarChangedV1,
  ClassOpenedV1,
  SchoolOpenedV1,
  TermOpenedV1,
} from '@shulian/contracts/readers';
import { statement, type Rows } from '@shulian/service-kit';

type SchoolFact<E extends { data: unknown }> = Pick<
  E & { aggregateversion: number },
  'data' | 'aggregateversion'
>;

/**
 * Processes that keep the calendar in memory see by its version that theirs is old. It rises with everything that is
 * news, also when the event of another year or term came before an older one.
 */
const raised = (version: string): string => `
  insert into known_calendar as c (school_id, version) select school_id, ${version}::int from news
  on conflict (school_id) do update set version = greatest(c.version + 1, excluded.version)`;

const KNOW_TERM = statement(
  'known-term.know',
  `with news as (
     insert into known_term (term_id, school_id, starts_on, ends_on, version) values ($1, $2, $3, $4, $5)
     on conflict (term_id) do update set school_id = excluded.school_id, starts_on = excluded.starts_on,
       ends_on = excluded.ends_on, version = excluded.version
     where known_term.version < excluded.version
     returning school_id
   ) ${raised('$5')}`,
);

const KNOW_YEAR = statement(
  'known-year.know',
  `with news as (
     insert into known_year (school_id, year, closed_on, holidays_known, version) values ($1, $2, $3, $4, $5)
     on conflict (school_id, year) do update set closed_on = excluded.closed_on,
       holidays_known = excluded.holidays_known, version = excluded.version
     where known_year.version < excluded.version
     returning school_id
   ), review as (
     -- Not "do nothing": who looks at the school just now holds its row, and may have seen the calendar before this.
     insert into calendar_review as r select school_id from news
     on conflict (school_id) do update set school_id = r.school_id
   ) ${raised('$5')}`,
);

/** Schools, classes, terms and closed days. Each event carries the whole of its thing; an older one changes nothing. */
export class KnownSchoolsRepository {
  constructor(private readonly rows: Rows) {}

  async knowSchool({ data, aggregateversion }: SchoolFact<SchoolOpenedV1>): Promise<void> {
    await this.rows.rows(
      `insert into known_school (school_id, name, version) values ($1, $2, $3)
       on conflict (school_id) do update set name = excluded.name, version = excluded.version
       where known_school.version < excluded.version`,
      [data.schoolId, data.name, aggregateversion],
    );
  }

  async knowClass({ data, aggregateversion }: SchoolFact<ClassOpenedV1>): Promise<void> {
    await this.rows.rows(
      `with lendable as (insert into borrower (borrower_id, kind) values ($1, 'class') on conflict do nothing)
       insert into known_class (class_id, school_id, section, entry_year, class_no, version) values ($1, $2, $3, $4, $5, $6)
       on conflict (class_id) do update set school_id = excluded.school_id, section = excluded.section,
         entry_year = excluded.entry_year, class_no = excluded.class_no, version = excluded.version
       where known_class.version < excluded.version`,
      [data.classId, data.schoolId, data.section, data.entryYear, data.classNo, aggregateversion],
    );
  }

  async knowTerm({ data, aggregateversion }: SchoolFact<TermOpenedV1>): Promise<void> {
    await this.rows.rows(KNOW_TERM, [
      data.termId,
      data.schoolId,
      data.startsOn,
      data.endsOn,
      aggregateversion,
    ]);
  }

  /** Due days are looked at again by and by: there may be thousands. */
  async knowYear({ data, aggregateversion }: SchoolFact<CalendarChangedV1>): Promise<void> {
    await this.rows.rows(KNOW_YEAR, [
      data.schoolId,
      data.year,
      data.closedOn,
      data.holidaysKnown,
      aggregateversion,
    ]);
  }
}
