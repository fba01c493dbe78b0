import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import type { SchoolCalendar } from '@shulian/lending-rules/calendar/school-calendar';
import type { ClassRotation } from '@shulian/lending-rules/policy/class-slots';
import type { VacationLending } from '@shulian/lending-rules/policy/due-date';
import type { PolicyRow, PolicyVersion } from '@shulian/lending-rules/policy/loan-policy';
import { statement, type Rows } from '@shulian/service-kit';

/** How new what a school's rules are made of is: the stamp of all policies, the versions of its calendar and rotation together. */
export type RuleStamps = { readonly policy: number; readonly calendar: number };

/** Policies of county and school with the calendar of the school, and its rotations that have a word on lending outside them. */
export type SchoolRules = {
  readonly stamps: RuleStamps;
  readonly versions: readonly PolicyVersion[];
  readonly calendar: SchoolCalendar;
  readonly rotations: readonly ClassRotation[];
  /** What is arranged for before vacations, the newest first. */
  readonly vacations: readonly VacationLending[];
};

/** Columns `policy_stamp` and `calendar_version` of a school, for statements that gather facts. */
export const ruleStamps = (school: string): string => `
  (select stamp from lending_policy_stamp) as policy_stamp,
  coalesce((select version from known_calendar where school_id = ${school}), 0)
    + coalesce((select version from rotation_stamp where school_id = ${school}), 0) as calendar_version`;

const READ = statement(
  'school-rules.read',
  `select ${ruleStamps('$1')},
     coalesce((select json_agg(json_build_object(
         'schoolId', p.school_id, 'version', p.version, 'effectiveOn', p.effective_on, 'rows',
         (select coalesce(json_agg(json_build_object('id', r.id, 'readerKind', r.reader_kind, 'grades', r.grades,
             'classId', r.class_id, 'copyKind', r.copy_kind, 'sets', r.sets) order by r.place), '[]')
          from lending_policy_row r where r.policy_id = p.id)))
       from lending_policy p where p.scope in ('county', 'school:' || $1::uuid)), '[]') as versions,
     coalesce((select json_agg(json_build_object('startsOn', starts_on, 'endsOn', ends_on))
       from known_term where school_id = $1), '[]') as terms,
     coalesce((select json_agg(json_build_object('year', year, 'closedOn', closed_on, 'holidaysKnown', holidays_known))
       from known_year where school_id = $1), '[]') as years,
     coalesce((select json_agg(json_build_object('outside', r.outside, 'startsOn', k.starts_on, 'endsOn', k.ends_on,
         'slots', (select coalesce(json_agg(json_build_object('id', s.id, 'classId', s.class_id, 'weekday', s.weekday,
             'from', s.starts, 'to', s.ends, 'everyWeeks', s.every_weeks, 'firstWeek', s.first_week)), '[]')
           from rotation_slot s where s.timetable_id = r.id and s.purpose = 'lending'),
         'changes', (select coalesce(json_agg(json_build_object('slotId', c.slot_id, 'on', c.on_day, 'movedOn', c.moved_on,
             'from', c.starts, 'to', c.ends)), '[]')
           from rotation_change c join rotation_slot s on s.id = c.slot_id where s.timetable_id = r.id)))
       from rotation_timetable r join known_term k on k.term_id = r.term_id
       where r.school_id = $1 and r.published_version is not null and r.outside <> 'free'), '[]') as rotations,
     coalesce((select json_agg(json_build_object('lendFrom', lend_from, 'lendTo', lend_to, 'dueOn', due_on) order by id desc)
       from vacation_arrangement where school_id = $1 and not cancelled), '[]') as vacations`,
);

type RulesRow = {
  policy_stamp: number;
  calendar_version: number;
  versions: (Omit<PolicyVersion, 'rows'> & { rows: PolicyRow[] })[];
  terms: { startsOn: CalendarDay; endsOn: CalendarDay }[];
  years: { year: number; closedOn: string[]; holidaysKnown: boolean }[];
  rotations: ClassRotation[];
  vacations: VacationLending[];
};

/** Reads the rules of a school, all of one moment. */
export class SchoolRulesFacts {
  constructor(private readonly rows: Rows) {}

  /** Policy and calendar of a school. @param stamps as the facts of the same decision saw them; with them memory will do */
  of(schoolId: SchoolId, stamps?: RuleStamps): Promise<SchoolRules> {
    return stamps === undefined ? this.read(schoolId) : rememberedRules.of(schoolId, stamps, this);
  }

  async read(schoolId: SchoolId): Promise<SchoolRules> {
    const [row] = await this.rows.rows<RulesRow>(READ, [schoolId]);
    if (row === undefined) throw new Error('a select without a from has one row');
    return {
      stamps: { policy: row.policy_stamp, calendar: row.calendar_version },
      versions: row.versions,
      vacations: row.vacations,
      calendar: {
        terms: row.terms,
        years: new Map(
          row.years.map(({ year, closedOn, holidaysKnown }) => [
            year,
            { closedOn: new Set(closedOn), holidaysKnown },
          ]),
        ),
      },
      rotations: row.rotations,
    };
  }
}

const REMEMBERED_SCHOOLS = 1_000;

/**
 * Keeps the rules of schools in memory, because a year of closed days is too long to fetch for every loan. Each
 * decision brings the stamps it saw in the database; rules with other stamps are read again, so none is ever stale.
 */
class RememberedRules {
  private readonly bySchool = new Map<string, SchoolRules>();

  async of(schoolId: SchoolId, stamps: RuleStamps, facts: SchoolRulesFacts): Promise<SchoolRules> {
    const known = this.bySchool.get(schoolId);
    if (known?.stamps.policy === stamps.policy && known.stamps.calendar === stamps.calendar) return known;
    const read = await facts.read(schoolId);
    if (this.bySchool.size >= REMEMBERED_SCHOOLS) this.bySchool.clear();
    this.bySchool.set(schoolId, read);
    return read;
  }
}

/** Of this process. */
const rememberedRules = new RememberedRules();
