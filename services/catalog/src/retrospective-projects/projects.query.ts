import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Lists,
  pageOf,
  unknownThing,
  type Caller,
  type ListAsked,
  type Page,
} from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { ENTERED, PROJECT_VIEW } from './project.row.js';
import {
  toProjectView,
  type CountedProject,
  type ProjectDay,
  type ProjectsAsked,
  type ProjectView,
} from './projects.http.js';

const LIST = `${PROJECT_VIEW}
  where p.school_id = $1 and ($2::date is null or (p.begins_on, p.id) < ($2::date, $3::uuid))
  order by p.begins_on desc, p.id desc limit $4`;
/** Newest first; a day on which nothing was entered has no line. */
const DAYS = `select day::text as day, entered, sum, greatest(0, goal - sum)::int as left
  from (
    select d.day, d.entered, (sum(d.entered) over (order by d.day))::int as sum, p.goal_volumes as goal
    from retrospective_project p cross join lateral (select l.day, count(*)::int as entered ${ENTERED} group by l.day) d
    where p.id = $1) d
  where $2::date is null or day < $2::date order by day desc limit $3`;

/** The retrospective projects of a school, and the days of one. */
@Injectable()
export class ProjectsQuery {
  constructor(private readonly lists: Lists) {}

  async list(input: ProjectsAsked, schoolId: SchoolId, today: CalendarDay): Promise<Page<ProjectView>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<CountedProject>(LIST, [
      schoolId,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => toProjectView(row, today),
      (row) => [row.beginsOn, row.id],
    );
  }

  /** @throws Problem 404 out of reach */
  async byId(caller: Caller, id: string, today: CalendarDay): Promise<ProjectView> {
    const [row] = await this.lists.rows<CountedProject>(`${PROJECT_VIEW} where p.id = $1`, [id]);
    if (row === undefined || !caller.mayWorkAt(row.schoolId)) throw unknownThing();
    return toProjectView(row, today);
  }

  async days({ id }: ProjectView, input: ListAsked): Promise<Page<ProjectDay>> {
    const rows = await this.lists.rows<ProjectDay>(DAYS, [
      id,
      afterCursor(input.cursor, 1)?.[0] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ day }) => [day],
    );
  }
}
