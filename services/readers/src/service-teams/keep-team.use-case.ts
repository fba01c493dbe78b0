import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  refuseIfStale,
  unknownThing,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import { inOrder, type ServiceTeam } from './rules/service-team.js';
import { ServiceTeamsRepository } from './service-teams.repository.js';
import type { TeamAsked, TeamChangeAsked } from './service-teams.http.js';

/** Teams of pupils: founded with their rules, changed, dissolved, and back (RDR-032, RDR-033). */
@Injectable()
export class KeepTeam {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 409 `service-team.name-taken` */
  found(caller: Caller, input: TeamAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const today = this.clock.today();
    const team: ServiceTeam = {
      id: newId(),
      version: 1,
      schoolId,
      kind: input.kind,
      name: input.name,
      rules: input.rules ?? null,
      grades: inOrder(input.grades ?? []),
      ledBy: input.ledBy ?? null,
      foundedOn: (input.foundedOn ?? today) as CalendarDay,
      dissolvedOn: null,
      enteredOn: today,
      enteredBy: caller.id,
    };
    return refusingTakenName(() =>
      this.once.run(request, 201, async (tx) => {
        await tx.use(ServiceTeamsRepository).addTeam(team);
        return tx.use(ServiceTeamsRepository).teamView(team.id, today);
      }),
    );
  }

  /** @throws Problem 404, 412, 400 for an end before its beginning, 409 `service-team.name-taken` */
  change(
    caller: Caller,
    id: string,
    version: number,
    input: TeamChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return refusingTakenName(() =>
      this.once.run(request, 200, async (tx) => {
        const before = await lockedTeam(tx, caller, id);
        refuseIfStale(version, before.version);
        const dissolvedOn = (
          input.dissolvedOn === undefined ? before.dissolvedOn : input.dissolvedOn
        ) as CalendarDay | null;
        if (dissolvedOn !== null && dissolvedOn < before.foundedOn)
          throw invalid({ pointer: '/dissolvedOn', code: 'before-founded-on' });
        await tx.use(ServiceTeamsRepository).changeTeam({
          ...before,
          version: before.version + 1,
          name: input.name ?? before.name,
          rules: input.rules === undefined ? before.rules : input.rules,
          grades: inOrder(input.grades ?? before.grades),
          ledBy: input.ledBy === undefined ? before.ledBy : input.ledBy,
          dissolvedOn,
        });
        return tx.use(ServiceTeamsRepository).teamView(id, this.clock.today());
      }),
    );
  }
}

/** @throws Problem 404 also for a team of another school */
async function lockedTeam(tx: Tx, caller: Caller, id: string): Promise<ServiceTeam> {
  const team = await tx.use(ServiceTeamsRepository).lockedTeam(id);
  if (team === null || !caller.mayWorkAt(team.schoolId)) throw unknownThing();
  return team;
}

async function refusingTakenName<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (violatedUnique(error) === 'service_team_name') throw conflict('service-team.name-taken');
    throw error;
  }
}
