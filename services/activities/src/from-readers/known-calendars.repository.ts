import type { CalendarChangedV1, TermChangedV1, TermOpenedV1 } from '@shulian/contracts/readers';
import { statement, type Session } from '@shulian/service-kit';

const KNOW_TERM = statement(
  'known-term.know',
  `insert into known_term as k (term_id, version, school_id, name, starts_on, ends_on) values ($1, $2, $3, $4, $5, $6)
   on conflict (term_id) do update set version = excluded.version, name = excluded.name, starts_on = excluded.starts_on,
     ends_on = excluded.ends_on
   where k.version < excluded.version`,
);
const KNOW_YEAR = statement(
  'known-calendar.know',
  `insert into known_calendar as k (school_id, year, version, closed_on) values ($1, $2, $3, $4)
   on conflict (school_id, year) do update set version = excluded.version, closed_on = excluded.closed_on
   where k.version < excluded.version`,
);

/** Terms and closed days of schools as readers told of them; the newest version holds. */
export class KnownCalendarsRepository {
  constructor(private readonly session: Session) {}

  async knowTerm({ data, aggregateversion }: TermOpenedV1 | TermChangedV1): Promise<void> {
    const { termId, schoolId, name, startsOn, endsOn } = data;
    await this.session.rows(KNOW_TERM, [termId, aggregateversion, schoolId, name, startsOn, endsOn]);
  }

  async knowYear({ data, aggregateversion }: CalendarChangedV1): Promise<void> {
    await this.session.rows(KNOW_YEAR, [data.schoolId, data.year, aggregateversion, data.closedOn]);
  }
}
