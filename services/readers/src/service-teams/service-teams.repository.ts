import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import {
  AREA_VIEW,
  libraryAreaTable,
  MEMBER_OF_TEAM_VIEW,
  serviceTeamMemberTable,
  serviceTeamTable,
  TEAM_VIEW,
} from './service-team.row.js';
import type { LibraryArea, ServiceTeam, TeamMember } from './rules/service-team.js';
import type { AreaView, TeamMemberView, TeamView } from './service-teams.http.js';

const TEAM = statement('serviceTeams.teamView', `${TEAM_VIEW} where t.id = $2`);
const MEMBER = statement('serviceTeams.memberView', `${MEMBER_OF_TEAM_VIEW} where m.id = $1`);
const AREA = statement('serviceTeams.areaView', `${AREA_VIEW} where a.id = $2`);
const TAKEN = statement(
  'serviceTeams.taken',
  `select 1 from library_area where school_id = $1 and name = $2 and id <> $3
     and starts_on <= coalesce($5::date, 'infinity') and coalesce(ends_on, 'infinity') >= $4::date`,
);

const locked = { mode: 'pessimistic_write' } as const;

export class ServiceTeamsRepository {
  constructor(private readonly session: Session) {}

  async addTeam(team: ServiceTeam): Promise<void> {
    await this.session.manager.insert(serviceTeamTable, team);
  }

  lockedTeam(id: string): Promise<ServiceTeam | null> {
    return this.session.manager.findOne(serviceTeamTable, { where: { id }, lock: locked });
  }

  async changeTeam(team: ServiceTeam): Promise<void> {
    await this.session.manager.update(serviceTeamTable, { id: team.id }, team);
  }

  async addMember(member: TeamMember): Promise<void> {
    await this.session.manager.insert(serviceTeamMemberTable, member);
  }

  lockedMember(id: string): Promise<TeamMember | null> {
    return this.session.manager.findOne(serviceTeamMemberTable, { where: { id }, lock: locked });
  }

  async changeMember(member: TeamMember): Promise<void> {
    await this.session.manager.update(serviceTeamMemberTable, { id: member.id }, member);
  }

  async addArea(area: LibraryArea): Promise<void> {
    await this.session.manager.insert(libraryAreaTable, area);
  }

  lockedArea(id: string): Promise<LibraryArea | null> {
    return this.session.manager.findOne(libraryAreaTable, { where: { id }, lock: locked });
  }

  async changeArea(area: LibraryArea): Promise<void> {
    await this.session.manager.update(libraryAreaTable, { id: area.id }, area);
  }

  async removeArea(id: string): Promise<void> {
    await this.session.manager.delete(libraryAreaTable, { id });
  }

  /** Whether others run an area of that name in some of these days; the school is locked. */
  async isTaken({ schoolId, name, id, startsOn, endsOn }: LibraryArea): Promise<boolean> {
    return (await this.session.rows(TAKEN, [schoolId, name, id, startsOn, endsOn])).length > 0;
  }

  async teamView(id: string, today: CalendarDay): Promise<TeamView> {
    return shown(await this.session.rows<TeamView>(TEAM, [today, id]));
  }

  async memberView(id: string): Promise<TeamMemberView> {
    return shown(await this.session.rows<TeamMemberView>(MEMBER, [id]));
  }

  async areaView(id: string, today: CalendarDay): Promise<AreaView> {
    return shown(await this.session.rows<AreaView>(AREA, [today, id]));
  }
}

function shown<View>([view]: readonly View[]): View {
  if (view === undefined) throw new Error('what is there is shown');
  return view;
}
