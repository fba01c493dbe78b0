import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  refuseIfStale,
  unknownReference,
  unknownThing,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay, ReaderId } from '@shulian/contracts/ids';
import { isInReach } from '../classes-in-reach.step.js';
import { ClassesRepository } from '../classes/classes.repository.js';
import { gradeOn } from '../classes/rules/school-class.js';
import { ReadersRepository } from '../enrolment/readers.repository.js';
import { isForGrade } from './rules/service-team.js';
import { ServiceTeamsRepository } from './service-teams.repository.js';
import type { TeamMemberAsked, TeamMemberChangeAsked } from './service-teams.http.js';

/** Pupils join a team and leave it; who was in it when stays known. */
@Injectable()
export class KeepMembers {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 422 for who is no pupil within reach, 409 for a team of other grades or one that is dissolved */
  join(caller: Caller, teamId: string, input: TeamMemberAsked, request: DeskRequest | null): Promise<Answer> {
    return refusingTwice(() =>
      this.once.run(request, 201, async (tx) => {
        const teams = tx.use(ServiceTeamsRepository);
        const team = await teams.lockedTeam(teamId);
        if (team === null || !caller.mayWorkAt(team.schoolId)) throw unknownThing();
        if (team.dissolvedOn !== null) throw conflict('service-team.dissolved');
        const pupil = await tx.use(ReadersRepository).lockedOne(input.readerId as ReaderId);
        const isPupil =
          pupil?.schoolId === team.schoolId && pupil.kind === 'student' && pupil.presence.is === 'active';
        if (!isPupil || pupil.classId === null) throw unknownReference('/readerId');
        if (!isInReach(caller, { schoolId: pupil.schoolId, classId: pupil.classId }))
          throw unknownReference('/readerId');
        const schoolClass = await tx.use(ClassesRepository).byId(pupil.classId);
        const today = this.clock.today();
        const grade = schoolClass === null ? null : gradeOn(schoolClass, today);
        if (!isForGrade(team, grade)) throw conflict('service-team.grade-not-meant');
        const id = newId();
        await teams.addMember({
          id,
          version: 1,
          teamId,
          schoolId: team.schoolId,
          readerId: pupil.id,
          part: input.part ?? 'member',
          joinedOn: (input.joinedOn ?? today) as CalendarDay,
          leftOn: null,
          enteredBy: caller.id,
        });
        return teams.memberView(id);
      }),
    );
  }

  /** @throws Problem 404, 412, 400 for who would leave before joining, 409 for who came back meanwhile */
  change(
    caller: Caller,
    id: string,
    version: number,
    input: TeamMemberChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return refusingTwice(() =>
      this.once.run(request, 200, async (tx) => {
        const teams = tx.use(ServiceTeamsRepository);
        const before = await teams.lockedMember(id);
        if (before === null) throw unknownThing();
        const pupil = await tx.use(ReadersRepository).lockedOne(before.readerId);
        // Who has no class any more is in reach of who reaches the school.
        if (!isInReach(caller, { schoolId: before.schoolId, classId: pupil?.classId ?? '' }))
          throw unknownThing();
        refuseIfStale(version, before.version);
        const leftOn = (input.leftOn === undefined ? before.leftOn : input.leftOn) as CalendarDay | null;
        if (leftOn !== null && leftOn < before.joinedOn)
          throw invalid({ pointer: '/leftOn', code: 'before-joined-on' });
        await teams.changeMember({
          ...before,
          version: before.version + 1,
          part: input.part ?? before.part,
          leftOn,
        });
        return teams.memberView(id);
      }),
    );
  }
}

async function refusingTwice<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (violatedUnique(error) === 'service_team_member_once') throw conflict('service-team.member-already');
    throw error;
  }
}
