import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { sql, statement, statementOf, type Session } from '@shulian/service-kit';
import { ENTERED_YEAR_VIEW } from './entered-year.row.js';
import type { EnteredYearAsked, EnteredYearView } from './entered-years.http.js';

export type EnteredYear = Omit<EnteredYearAsked, 'schoolId'> & {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly enteredOn: CalendarDay;
  readonly enteredBy: string;
};

/** Nothing where the year of the school is there already. */
const ADD = statementOf<EnteredYear>(
  'entered-year.add',
  (
    value,
  ) => sql`insert into entered_year (id, school_id, year, copies, titles, serials, staff, pupils, source, entered_on, entered_by)
   values (${value(({ id }) => id)}, ${value(({ schoolId }) => schoolId)}, ${value(({ year }) => year)}, ${value(({ copies }) => copies)},
     ${value(({ titles }) => titles ?? null)}, ${value(({ serials }) => serials ?? null)}, ${value(({ staff }) => staff ?? null)},
     ${value(({ pupils }) => pupils ?? null)}, ${value(({ source }) => source)}, ${value(({ enteredOn }) => enteredOn)},
     ${value(({ enteredBy }) => enteredBy)})
   on conflict on constraint entered_year_once do nothing returning id`,
);
const FIND = statement(
  'entered-year.find',
  'select school_id as "schoolId" from entered_year where id = $1 for update',
);
const REMOVE = statement('entered-year.remove', 'delete from entered_year where id = $1');
const VIEW = statement('entered-year.view', `${ENTERED_YEAR_VIEW} where e.id = $1`);
const KNOWN_SCHOOL = statement('entered-year.school', 'select from known_school where school_id = $1');
const COUNTED = statement(
  'entered-year.counted',
  `select coalesce(sum(k.copies), 0) > 0 as counted
   from day_pieces('0001-01-01', make_date($2, 12, 31)) p cross join lateral (
     select sum(copies) as copies from stock_sum
     where school_id = $1 and main_class = '*' and grain = p.grain and starts_on between p.starts and p.ends) k`,
);

export class EnteredYearsRepository {
  constructor(private readonly session: Session) {}

  async isKnownSchool(schoolId: SchoolId): Promise<boolean> {
    return (await this.session.rows(KNOWN_SCHOOL, [schoolId])).length > 0;
  }

  /** Whether copies stood in the school at the end of the year, as the system counted them. */
  async isCounted(schoolId: SchoolId, year: number): Promise<boolean> {
    const [row] = await this.session.rows<{ counted: boolean }>(COUNTED, [schoolId, year]);
    return row?.counted === true;
  }

  /** Whether it was not there before; of two at once one is first. */
  async add(year: EnteredYear): Promise<boolean> {
    return (await this.session.rows(...ADD.with(year))).length > 0;
  }

  async schoolOf(id: string): Promise<SchoolId | null> {
    return (await this.session.rows<{ schoolId: SchoolId }>(FIND, [id]))[0]?.schoolId ?? null;
  }

  async remove(id: string): Promise<void> {
    await this.session.rows(REMOVE, [id]);
  }

  async view(id: string): Promise<EnteredYearView> {
    const [view] = await this.session.rows<EnteredYearView>(VIEW, [id]);
    if (view === undefined) throw new Error('a year that is there is shown');
    return view;
  }
}
