import type { Session } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import type { ResolvedCalendar, SchoolDay } from './rules/resolved-calendar.js';

export type AnnouncedYear = {
  readonly schoolId: SchoolId;
  readonly told: ResolvedCalendar;
  readonly days: readonly SchoolDay[];
};

/** Days on which a school differs from the nation, and what others were told of its years. */
export class CalendarDaysRepository {
  constructor(private readonly session: Session) {}

  async ofYear(schoolId: SchoolId, year: number): Promise<SchoolDay[]> {
    return this.session.rows<SchoolDay>(
      `select on_day::text as on, state, note from calendar_day
       where school_id = $1 and on_day >= make_date($2, 1, 1) and on_day < make_date($2 + 1, 1, 1) order by on_day`,
      [schoolId, year],
    );
  }

  /** The year's days are these from now on. */
  async replace(schoolId: SchoolId, year: number, days: readonly SchoolDay[]): Promise<void> {
    await this.session.rows(
      `delete from calendar_day
       where school_id = $1 and on_day >= make_date($2, 1, 1) and on_day < make_date($2 + 1, 1, 1)`,
      [schoolId, year],
    );
    await this.session.rows(
      `insert into calendar_day (school_id, on_day, state, note)
       select $1, on_day, state, note from unnest($2::date[], $3::text[], $4::text[]) as d(on_day, state, note)`,
      [schoolId, days.map(({ on }) => on), days.map(({ state }) => state), days.map(({ note }) => note)],
    );
  }

  /** What was last announced of a year, or null. */
  async announced(schoolId: SchoolId, year: number): Promise<ResolvedCalendar | null> {
    const [row] = await this.session.rows<{ closed_on: CalendarDay[]; holidays_known: boolean }>(
      'select closed_on::text[], holidays_known from announced_calendar where school_id = $1 and year = $2',
      [schoolId, year],
    );
    return row === undefined ? null : { year, closedOn: row.closed_on, holidaysKnown: row.holidays_known };
  }

  async remember(schoolId: SchoolId, calendar: ResolvedCalendar): Promise<void> {
    await this.session.rows(
      `insert into announced_calendar (school_id, year, closed_on, holidays_known) values ($1, $2, $3, $4)
       on conflict (school_id, year) do update set closed_on = excluded.closed_on, holidays_known = excluded.holidays_known`,
      [schoolId, calendar.year, calendar.closedOn, calendar.holidaysKnown],
    );
  }

  /** Every year that any school has announced, with what was told and the school's own days of it. */
  async allAnnounced(): Promise<AnnouncedYear[]> {
    const rows = await this.session.rows<{
      school_id: SchoolId;
      year: number;
      closed_on: CalendarDay[];
      holidays_known: boolean;
      days: SchoolDay[];
    }>(
      `select school_id, year, closed_on::text[], holidays_known,
              coalesce((select json_agg(json_build_object('on', on_day, 'state', state, 'note', note) order by on_day)
                        from calendar_day d
                        where d.school_id = a.school_id and d.on_day >= make_date(a.year, 1, 1)
                          and d.on_day < make_date(a.year + 1, 1, 1)), '[]') as days
       from announced_calendar a order by school_id, year`,
    );
    return rows.map((row) => ({
      schoolId: row.school_id,
      told: { year: row.year, closedOn: row.closed_on, holidaysKnown: row.holidays_known },
      days: row.days,
    }));
  }
}
