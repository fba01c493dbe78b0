import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  denied,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { ContestEntryId, ContestId } from '@shulian/contracts/ids';
import { ContestsRepository } from '../contests.repository.js';
import { heldContest } from '../held-contest.step.js';
import { isFor } from '../rules/contest.js';
import { EntrantsQuery, type Entrant } from './entrants.query.js';
import { ContestEntriesRepository } from './entries.repository.js';
import type { PapersAsked, PapersView } from './entries.http.js';
import { reachesEntry } from './held-entry.step.js';

/** Papers were collected, and whoever handed one in is entered: a class at once (ACT-033). */
@Injectable()
export class EnterPapers {
  constructor(
    private readonly once: OncePerKey,
    private readonly entrants: EntrantsQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * Papers lie on the table when the time is over: they are entered until works are judged, late ones are left out by hand.
   * @throws Problem 404, 409, 422 for readers of another school, 403 for those of another class
   */
  async execute(
    caller: Caller,
    id: ContestId,
    { readerIds }: PapersAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const mayKnowOf = ({ schoolId }: Entrant): boolean => caller.mayWorkAt(schoolId);
    const known = await this.entrants.readers(readerIds, this.clock.today(), mayKnowOf);
    return this.once.run(request, 200, async (tx): Promise<PapersView> => {
      const contest = await heldContest(tx, caller, id);
      const found = readerIds.map((readerId) => known.get(readerId) ?? null);
      const unknown = found.findIndex((one) => one === null || one.schoolId !== contest.schoolId);
      if (unknown >= 0) throw unknownReference(`/readerIds/${String(unknown)}`);
      const entrants = found.flatMap((one) => one ?? []);
      if (!entrants.every((one) => reachesEntry(caller, one))) throw denied();
      if (contest.status !== 'open' && contest.status !== 'closed') throw conflict('contest.not-open');
      const isTaken = contest.takesPaper && contest.per === 'reader';
      if (!isTaken || !entrants.every((one) => isFor(contest, one))) throw conflict('contest.not-for-you');
      const entries = tx.use(ContestEntriesRepository);
      const there = await entries.haveEntered(contest.id, readerIds);
      const fresh = entrants.filter(({ readerId }) => !there.has(readerId ?? ''));
      if (fresh.length > 0) {
        const first = await tx.use(ContestsRepository).nextNumber(contest.id, fresh.length);
        await entries.add(
          ...fresh.map(({ readerId, classId, schoolId, grade }, at) => ({
            id: newId<ContestEntryId>(),
            version: 1,
            contestId: contest.id,
            schoolId,
            number: first + at,
            readerId,
            classId,
            grade,
            title: null,
            text: null,
            onPaper: true,
            noteId: null,
            status: 'handed-in' as const,
            handedInAt: this.clock.now(),
            handedInBy: caller.id,
          })),
        );
      }
      return { entered: fresh.length, known: there.size };
    });
  }
}
