import { Injectable } from '@nestjs/common';
import {
  Clock,
  Database,
  idAfter,
  Lists,
  pageOf,
  statement,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { classesInReach } from '../classes-in-reach.step.js';
import { AREA_VIEW, MEMBER_OF_TEAM_VIEW, TEAM_VIEW } from './service-team.row.js';
import type {
  AreasAsked,
  AreaView,
  TeamMembersAsked,
  TeamMemberView,
  TeamsAsked,
  TeamView,
} from './service-teams.http.js';

const TEAM = statement('serviceTeams.team', `${TEAM_VIEW} where t.id = $2`);
const AREA = statement('serviceTeams.area', `${AREA_VIEW} where a.id = $2`);
const TEAMS = `${TEAM_VIEW}
  where t.school_id = $2 and ($3::text is null or t.kind = $3) and ($4::boolean or t.dissolved_on is null)
    and ($5::uuid is null or t.id > $5)
  order by t.id limit $6`;
const MEMBERS = `${MEMBER_OF_TEAM_VIEW}
  where m.team_id = $1 and ($2::uuid[] is null or r.class_id = any($2))
    and ($3::boolean or m.left_on is null or m.left_on > $4::date) and ($5::uuid is null or m.id > $5)
  order by m.id limit $6`;
const AREAS = `${AREA_VIEW}
  where a.school_id = $2 and ($3::date is null or $3 between a.starts_on and coalesce(a.ends_on, 'infinity'))
    and ($4::uuid is null or a.id > $4)
  order by a.id limit $5`;

/** Teams of pupils, who is in them, and what they run. */
@Injectable()
export class ServiceTeams {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 also for a team of another school */
  async team(caller: Caller, id: string): Promise<TeamView> {
    const [team] = await this.database.rows<TeamView>(TEAM, [this.clock.today(), id]);
    if (team === undefined || !caller.mayWorkAt(team.schoolId)) throw unknownThing();
    return team;
  }

  /** @throws Problem 404 also for an area of another school */
  async area(caller: Caller, id: string): Promise<AreaView> {
    const [area] = await this.database.rows<AreaView>(AREA, [this.clock.today(), id]);
    if (area === undefined || !caller.mayWorkAt(area.schoolId)) throw unknownThing();
    return area;
  }

  async teams(input: TeamsAsked, schoolId: SchoolId): Promise<Page<TeamView>> {
    const rows = await this.lists.rows<TeamView>(TEAMS, [
      this.clock.today(),
      schoolId,
      input.kind ?? null,
      input.dissolved ?? false,
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return byId(rows, input.limit);
  }

  /** Of who reaches a class: its pupils. */
  async members(caller: Caller, team: TeamView, input: TeamMembersAsked): Promise<Page<TeamMemberView>> {
    const rows = await this.lists.rows<TeamMemberView>(MEMBERS, [
      team.id,
      classesInReach(caller, team.schoolId, undefined),
      input.former ?? false,
      this.clock.today(),
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return byId(rows, input.limit);
  }

  async areas(input: AreasAsked, schoolId: SchoolId): Promise<Page<AreaView>> {
    const rows = await this.lists.rows<AreaView>(AREAS, [
      this.clock.today(),
      schoolId,
      input.on ?? null,
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return byId(rows, input.limit);
  }
}

const byId = <Row extends { readonly id: string }>(rows: readonly Row[], limit: number): Page<Row> =>
  pageOf(
    rows,
    limit,
    (row) => row,
    ({ id }) => [id],
  );
