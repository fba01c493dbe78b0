import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import {
  afterCursor,
  Clock,
  idAfter,
  Lists,
  ListAsked,
  numberAfter,
  pageOf,
  refuseCursor,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type {
  ChecksAsked,
  CheckView,
  ClassWeek,
  DueClass,
  DueClassesAsked,
  MissingLoan,
  WeeksAsked,
} from './class-returns.http.js';
import { RotationQuery } from '../rotation/rotation.query.js';
import { CHECK_VIEW, MISSING_VIEW } from './class-returns.row.js';
import { mondayOf } from './rules/week.js';

const CHECKS = `${CHECK_VIEW}
  where c.school_id = $1 and ($2::uuid is null or c.id < $2) and ($3::uuid is null or c.class_id = $3)
    and ($4::date is null or c.checked_on = $4) and ($5::uuid[] is null or c.class_id = any($5))
  order by c.id desc limit $6`;
/** The last of each class. */
const CHECKS_OF_DAY = `select distinct on ("classId") * from (${CHECK_VIEW}
    where c.school_id = $1 and c.checked_on = $2::date and c.class_id = any($3::uuid[])) one
  order by "classId", id desc`;
const MISSING = `${MISSING_VIEW} where n.check_id = $1 and n.position > $2 order by n.position limit $3`;
const WEEKS = `select week_starts_on::text as "weekStartsOn", class_id as "classId", loans, borrowers, returned, open, overdue,
    published_on::text as "publishedOn"
  from class_week where school_id = $1 and ($2::date is null or week_starts_on = $2) and ($3::uuid is null or class_id = $3)
    and ($4::date is null or (week_starts_on, class_id) < ($4::date, $5::uuid))
  order by week_starts_on desc, class_id desc limit $6`;

/** What classes had not returned on their day, and what they borrowed week by week. */
@Injectable()
export class ClassReturnsQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
    private readonly rotation: RotationQuery,
  ) {}

  async checks(caller: Caller, input: ChecksAsked, schoolId: SchoolId): Promise<Page<CheckView>> {
    const rows = await this.lists.rows<CheckView>(CHECKS, [
      schoolId,
      idAfter(input.cursor),
      input.classId ?? null,
      input.on ?? null,
      reachesSchool(caller.reach, schoolId) ? null : [...caller.reach.classes.keys()],
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** @throws Problem 404 out of reach */
  async check(caller: Caller, id: string): Promise<CheckView> {
    const [row] = await this.lists.rows<CheckView>(`${CHECK_VIEW} where c.id = $1`, [id]);
    const isSeen =
      row !== undefined &&
      (reachesSchool(caller.reach, row.schoolId) || caller.reach.classes.has(row.classId));
    if (row === undefined || !isSeen) throw unknownThing();
    return row;
  }

  /** The classes that bring back and borrow on a day, by the published timetable; they come on one page. */
  async due(caller: Caller, input: DueClassesAsked, schoolId: SchoolId): Promise<Page<DueClass>> {
    refuseCursor(input.cursor);
    const on = (input.on ?? this.clock.today()) as CalendarDay;
    const { reach } = caller;
    const slots = (await this.rotation.daysBetween(schoolId, on, on)).filter(
      ({ classId, purpose, state }) =>
        purpose === 'lending' &&
        (state === 'held' || state === 'moved-here') &&
        (reachesSchool(reach, schoolId) || reach.classes.has(classId)),
    );
    const checks = await this.lists.rows<CheckView>(CHECKS_OF_DAY, [
      schoolId,
      on,
      slots.map(({ classId }) => classId),
    ]);
    const checked = new Map(checks.map((check) => [check.classId, check]));
    const items = slots.map(({ classId, className, from, to }): DueClass => {
      const check = checked.get(classId);
      return {
        classId,
        className,
        from,
        to,
        checkId: check?.id ?? null,
        missing: check?.missing ?? null,
        contactedOn: check?.contactedOn ?? null,
      };
    });
    return { items, nextCursor: null };
  }

  async missing({ id }: CheckView, input: ListAsked): Promise<Page<MissingLoan>> {
    const rows = await this.lists.rows<MissingLoan>(MISSING, [
      id,
      numberAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ position }) => [position],
    );
  }

  async weeks(input: WeeksAsked, schoolId: SchoolId): Promise<Page<ClassWeek>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<ClassWeek>(WEEKS, [
      schoolId,
      input.of === undefined ? null : mondayOf(input.of as CalendarDay),
      input.classId ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ weekStartsOn, classId }) => [weekStartsOn, classId],
    );
  }
}
