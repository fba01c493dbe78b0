import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import type { Rows } from '@shulian/service-kit';

/** A term of a school; what belongs to it reaches up to the day before the next begins, the vacation with it. */
export type TermOfSchool = {
  /** null: the school has recorded none, and the halves of a school year stand in. */
  readonly termId: string | null;
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  /** The day before the next term, or the last of its own. */
  readonly untilOn: CalendarDay;
};

/** The terms of a school that have begun, newest first, `$2` the day, `$3` how many. */
export const TERMS_UP_TO = `select t.term_id as "termId", t.starts_on::text as "startsOn", t.ends_on::text as "endsOn",
    coalesce((select min(n.starts_on) - 1 from known_term n where n.school_id = t.school_id and n.starts_on > t.starts_on),
      greatest(t.ends_on, $2::date))::text as "untilOn"
  from known_term t where t.school_id = $1 and t.starts_on <= $2::date order by t.starts_on desc limit $3`;

/** The term of a day: the one that began last. */
export async function termOn(rows: Rows, schoolId: SchoolId, day: CalendarDay): Promise<TermOfSchool> {
  const [term] = await rows.rows<TermOfSchool>(TERMS_UP_TO, [schoolId, day, 1]);
  return term ?? halfYearOf(day);
}

/** The half of a school year that a day lies in, for a school without terms: from September, from February. */
export function halfYearOf(day: CalendarDay): TermOfSchool {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const [from, until] =
    month >= 9
      ? [`${String(year)}-09-01`, `${String(year + 1)}-01-31`]
      : month === 1
        ? [`${String(year - 1)}-09-01`, `${String(year)}-01-31`]
        : [`${String(year)}-02-01`, `${String(year)}-08-31`];
  return {
    termId: null,
    startsOn: from as CalendarDay,
    endsOn: until as CalendarDay,
    untilOn: until as CalendarDay,
  };
}
