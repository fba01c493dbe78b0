import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  denied,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { ContestEntryId } from '@shulian/contracts/ids';
import { ContestsRepository } from '../contests.repository.js';
import { isFor, type Contest } from '../rules/contest.js';
import { EntrantsQuery, type Entrant } from './entrants.query.js';
import { ContestEntriesRepository } from './entries.repository.js';
import type { ContestEntryAsked } from './entries.http.js';
import { reachesEntry, refuseUnlessTaken } from './held-entry.step.js';

/** A work comes in: of a pupil, of a class, or entered for somebody (ACT-030). */
@Injectable()
export class HandInWork {
  constructor(
    private readonly once: OncePerKey,
    private readonly entrants: EntrantsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400, 422 for what is unknown or of another school, 403 for who is out of reach, 409 */
  async execute(caller: Caller, input: ContestEntryAsked, request: DeskRequest | null): Promise<Answer> {
    const entrant = await this.entrantOf(caller, input);
    try {
      return await this.once.run(request, 201, async (tx) => {
        const contests = tx.use(ContestsRepository);
        const contest = await contests.locked(input.contestId);
        if (contest === null || contest.schoolId !== entrant.schoolId) throw unknownReference('/contestId');
        refuseUnlessTaken(contest, this.clock);
        if (!takesFrom(contest, entrant, input)) throw conflict('contest.not-for-you');
        const { readerId, classId, schoolId, grade } = entrant;
        const id = newId<ContestEntryId>();
        await tx.use(ContestEntriesRepository).add({
          id,
          version: 1,
          contestId: contest.id,
          schoolId,
          number: await contests.nextNumber(contest.id),
          readerId,
          classId,
          grade,
          title: input.title ?? null,
          text: input.text ?? null,
          onPaper: input.onPaper ?? false,
          noteId: null,
          status: 'handed-in',
          handedInAt: this.clock.now(),
          handedInBy: caller.id,
        });
        return tx.use(ContestEntriesRepository).view(id);
      });
    } catch (error) {
      if (violatedUnique(error)?.startsWith('contest_entry_of_') === true)
        throw conflict('contest.entered-already');
      throw error;
    }
  }

  /** Whose work it is. Who is of another school is as good as unknown. */
  private async entrantOf(caller: Caller, { readerId, classId }: ContestEntryAsked): Promise<Entrant> {
    if (readerId !== undefined && classId !== undefined)
      throw invalid({ pointer: '/classId', code: 'one-of-two' });
    const [own] = caller.reach.readers;
    const id = readerId ?? (classId === undefined ? own : undefined);
    const mayKnowOf = (one: Entrant): boolean => caller.mayWorkAt(one.schoolId) || reachesEntry(caller, one);
    const today = this.clock.today();
    if (id !== undefined) {
      const entrant = (await this.entrants.readers([id], today, mayKnowOf)).get(id);
      if (entrant === undefined) throw unknownReference('/readerId');
      if (!reachesEntry(caller, entrant)) throw denied();
      return entrant;
    }
    if (classId === undefined) throw invalid({ pointer: '/readerId', code: 'missing' });
    const entrant = await this.entrants.schoolClass(classId, today, mayKnowOf);
    if (entrant === null) throw unknownReference('/classId');
    if (!reachesEntry(caller, entrant)) throw denied();
    return entrant;
  }
}

/** Whether a contest takes this from them: whose, and in which way. */
function takesFrom(contest: Contest, entrant: Entrant, { text, onPaper }: ContestEntryAsked): boolean {
  if (contest.takes === 'notes' || (contest.per === 'class') !== (entrant.readerId === null)) return false;
  if (!isFor(contest, entrant)) return false;
  if (onPaper === true) return contest.takesPaper;
  return typeof text === 'string' ? contest.takesText : contest.takesFiles;
}
