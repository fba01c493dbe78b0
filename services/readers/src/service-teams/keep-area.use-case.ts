import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  refuseIfStale,
  Transaction,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import { SchoolsRepository } from '../schools/schools.repository.js';
import { inOrder, type LibraryArea } from './rules/service-team.js';
import { ServiceTeamsRepository } from './service-teams.repository.js';
import type { AreaAsked, AreaChangeAsked } from './service-teams.http.js';

/** An area of the library is given to a grade section to run, one section at a time (RDR-035). */
@Injectable()
export class KeepArea {
  constructor(
    private readonly once: OncePerKey,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for a team of another school, 400 for days in the wrong order, 409 `library-area.taken` */
  create(caller: Caller, input: AreaAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    return this.once.run(request, 201, async (tx) => {
      const today = this.clock.today();
      const area: LibraryArea = {
        id: newId(),
        version: 1,
        schoolId,
        name: input.name,
        grades: inOrder(input.grades),
        teamId: input.teamId ?? null,
        tasks: input.tasks ?? null,
        startsOn: (input.startsOn ?? today) as CalendarDay,
        endsOn: (input.endsOn ?? null) as CalendarDay | null,
        enteredOn: today,
        enteredBy: caller.id,
      };
      await refuseUnsound(tx, area);
      await tx.use(ServiceTeamsRepository).addArea(area);
      return tx.use(ServiceTeamsRepository).areaView(area.id, today);
    });
  }

  /** @throws Problem 404, 412, 422, 400, 409 `library-area.taken` */
  change(
    caller: Caller,
    id: string,
    version: number,
    input: AreaChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    if (input.grades?.length === 0) throw invalid({ pointer: '/grades', code: 'empty' });
    return this.once.run(request, 200, async (tx) => {
      const before = await lockedArea(tx, caller, id);
      refuseIfStale(version, before.version);
      const area: LibraryArea = {
        ...before,
        version: before.version + 1,
        grades: inOrder(input.grades ?? before.grades),
        teamId: input.teamId === undefined ? before.teamId : input.teamId,
        tasks: input.tasks === undefined ? before.tasks : input.tasks,
        endsOn: (input.endsOn === undefined ? before.endsOn : input.endsOn) as CalendarDay | null,
      };
      await refuseUnsound(tx, area);
      await tx.use(ServiceTeamsRepository).changeArea(area);
      return tx.use(ServiceTeamsRepository).areaView(id, this.clock.today());
    });
  }

  /** @throws Problem 404 */
  async remove(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      await lockedArea(tx, caller, id);
      await tx.use(ServiceTeamsRepository).removeArea(id);
    });
  }
}

async function lockedArea(tx: Tx, caller: Caller, id: string): Promise<LibraryArea> {
  const area = await tx.use(ServiceTeamsRepository).lockedArea(id);
  if (area === null || !caller.mayWorkAt(area.schoolId)) throw unknownThing();
  return area;
}

async function refuseUnsound(tx: Tx, area: LibraryArea): Promise<void> {
  const { schoolId, teamId, startsOn, endsOn } = area;
  if (endsOn !== null && endsOn < startsOn) throw invalid({ pointer: '/endsOn', code: 'before-starts-on' });
  const team = teamId === null ? null : await tx.use(ServiceTeamsRepository).lockedTeam(teamId);
  if (teamId !== null && team?.schoolId !== schoolId) throw unknownReference('/teamId');
  // Two who give the same area away at the same moment wait here.
  await tx.use(SchoolsRepository).locked(schoolId);
  if (await tx.use(ServiceTeamsRepository).isTaken(area)) throw conflict('library-area.taken');
}
