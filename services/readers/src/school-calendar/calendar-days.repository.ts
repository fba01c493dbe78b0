import type { Session } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type { ResolvedCalendar, SchoolDay } from './rules/resolved-calendar.js';
import type { TermDays } from './rules/term.js';

/** All that the calendars of a school follow from, and what others were told of them. */
export type CalendarFacts = {
  readonly schoolId: SchoolId;
  readonly days: readonly SchoolDay[];
  readonly terms: readonly Pick<TermDays, 'startsOn' | 'endsOn'>[];
  readonly told: readonly ResolvedCalendar[];
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

  /** @param schoolIds in any order; a school that is not there has no row */
  async factsOf(schoolIds: readonly SchoolId[]): Promise<CalendarFacts[]> {
    return this.session.rows<CalendarFacts>(
      `select s.id as "schoolId",
              coalesce((select json_agg(json_build_object('on', on_day, 'state', state, 'note', note) order by on_day)
                        from calendar_day d where d.school_id = s.id), '[]') as days,
              coalesce((select json_agg(json_build_object('startsOn', starts_on, 'endsOn', ends_on))
                        from term t where t.school_id = s.id), '[]') as terms,
              coalesce((select json_agg(json_build_object('year', year, 'closedOn', closed_on,
                          'holidaysKnown', holidays_known))
                        from announced_calendar a where a.school_id = s.id), '[]') as told
       from school s where s.id = any($1::uuid[]) order by s.id`,
      [schoolIds],
    );
  }

  async remember(schoolId: SchoolId, calendars: readonly ResolvedCalendar[]): Promise<void> {
    await this.session.rows(
      `insert into announced_calendar (school_id, year, closed_on, holidays_known)
       select $1, (c->>'year')::int, array(select jsonb_array_elements_text(c->'closedOn')::date),
              (c->>'holidaysKnown')::boolean
       from jsonb_array_elements($2::jsonb) as c
       on conflict (school_id, year) do update set closed_on = excluded.closed_on, holidays_known = excluded.holidays_known`,
      [schoolId, JSON.stringify(calendars)],
    );
  }
}
