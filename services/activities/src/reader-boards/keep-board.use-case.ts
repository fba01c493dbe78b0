import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import {
  Clock,
  denied,
  invalid,
  newId,
  OncePerKey,
  refuseIfStale,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { KnownTitlesQuery } from '../from-catalog/known-titles.query.js';
import { SchoolLifeQuery } from '../from-readers/school-life.query.js';
import type { BoardAsked, BoardChangeAsked } from './reader-boards.http.js';
import { ReaderBoardsRepository } from './reader-boards.repository.js';
import { mayModerate } from './may-moderate.step.js';
import type { ReaderBoard } from './rules/reader-board.js';

/** Boards on which readers write: of the school, or of one class (ACT-013, ACT-025, ACT-067). */
@Injectable()
export class KeepBoard {
  constructor(
    private readonly once: OncePerKey,
    private readonly titles: KnownTitlesQuery,
    private readonly schoolLife: SchoolLifeQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403 for another school or class, 400 for messages of one class, 422 for an unknown class or title */
  async open(caller: Caller, input: BoardAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const classId = input.classId ?? null;
    const ofSchool = reachesSchool(caller.reach, schoolId);
    if (!ofSchool && (classId === null || !caller.reach.classes.has(classId))) throw denied();
    if (input.kind === 'messages' && classId !== null)
      throw invalid({ pointer: '/classId', code: 'not-for-messages' });
    const on = this.clock.today();
    if (classId !== null && !(await this.schoolLife.gradesOf(schoolId, on)).has(classId))
      throw unknownReference('/classId');
    const [titleId = null] = input.titleId ? await this.titles.allAwaited([input.titleId], '/titleId') : [];
    return this.once.run(request, 201, async (tx) => {
      const board: ReaderBoard = {
        id: newId(),
        version: 1,
        schoolId,
        kind: input.kind,
        classId,
        titleId,
        name: input.name,
        task: input.task ?? null,
        asksRetrieval: input.asksRetrieval === true,
        open: true,
      };
      await tx.use(ReaderBoardsRepository).openBoard(board, { on, by: caller.id });
      return tx.use(ReaderBoardsRepository).boardView(board.id);
    });
  }

  /** @throws Problem 404, 412 */
  change(
    caller: Caller,
    id: string,
    version: number,
    input: BoardChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const boards = tx.use(ReaderBoardsRepository);
      const before = await boards.locked(id);
      if (before === null || !mayModerate(caller, before)) throw unknownThing();
      refuseIfStale(version, before.version);
      await boards.change({
        ...before,
        name: input.name ?? before.name,
        task: input.task === undefined ? before.task : input.task,
        open: input.open ?? before.open,
      });
      return boards.boardView(id);
    });
  }
}
