import { Injectable } from '@nestjs/common';
import {
  Clock,
  invalid,
  newId,
  OncePerKey,
  refuseIfStale,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import { toProjectView, type ProjectAsked, type ProjectChange } from './projects.http.js';
import { ProjectsRepository } from './projects.repository.js';
import type { RetrospectiveProject } from './rules/progress.js';

/** Plans a retrospective project, changes its goal or last day, ends it or takes that back. */
@Injectable()
export class KeepProject {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for a last day before the first */
  plan(caller: Caller, input: ProjectAsked, request: DeskRequest | null): Promise<Answer> {
    const project: RetrospectiveProject = {
      id: newId(),
      version: 1,
      schoolId: caller.schoolFor(input.schoolId),
      name: input.name,
      goalVolumes: input.goalVolumes,
      beginsOn: input.beginsOn as CalendarDay,
      endsOn: input.endsOn as CalendarDay,
      kind: input.kind ?? null,
      note: input.note ?? null,
      plannedBy: caller.id,
      endedOn: null,
    };
    refuseIfBackwards(project);
    return this.oncePerKey.run(request, 201, async (tx) => {
      const projects = tx.use(ProjectsRepository);
      await projects.add(project);
      return toProjectView(await projects.counted(project.id), this.clock.today());
    });
  }

  /** @throws Problem 404 out of reach, 412, 400 for a last day before the first */
  change(
    caller: Caller,
    id: string,
    version: number,
    input: ProjectChange,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const today = this.clock.today();
    return this.oncePerKey.run(request, 200, async (tx) => {
      const projects = tx.use(ProjectsRepository);
      const project = await projects.locked(id);
      if (project === null || !caller.mayWorkAt(project.schoolId)) throw unknownThing();
      refuseIfStale(version, project.version);
      const next: RetrospectiveProject = {
        ...project,
        version: project.version + 1,
        name: input.name ?? project.name,
        goalVolumes: input.goalVolumes ?? project.goalVolumes,
        endsOn: (input.endsOn ?? project.endsOn) as CalendarDay,
        note: input.note === undefined ? project.note : input.note,
        endedOn:
          input.ended === undefined ? project.endedOn : input.ended ? (project.endedOn ?? today) : null,
      };
      refuseIfBackwards(next);
      await projects.change(next);
      return toProjectView(await projects.counted(id), today);
    });
  }
}

const refuseIfBackwards = ({ beginsOn, endsOn }: RetrospectiveProject): void => {
  if (endsOn < beginsOn) throw invalid({ pointer: '/endsOn', code: 'before-begin' });
};
