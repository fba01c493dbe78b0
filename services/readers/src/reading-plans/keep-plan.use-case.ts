import { Injectable } from '@nestjs/common';
import { reachesReader } from '@shulian/contracts/access';
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
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { CalendarDay, ReaderId, TermId } from '@shulian/contracts/ids';
import { logSight } from '../enrolment/log-sight-of-readers.use-case.js';
import { ReadersRepository } from '../enrolment/readers.repository.js';
import { TermsRepository } from '../school-calendar/terms.repository.js';
import { ReadingPlansRepository } from './reading-plans.repository.js';
import type { PlanAsked, PlanChangeAsked, PlanView } from './reading-plans.http.js';
import type { PlannedBook, ReadingPlan } from './rules/reading-plan.js';

/** The reading plan of a pupil for a term (RDR-013): made by the pupil, the class teacher or the library. */
@Injectable()
export class KeepPlan {
  constructor(
    private readonly once: OncePerKey,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for a pupil out of reach or a term of another school, 409 `reading-plan.exists` */
  async create(caller: Caller, input: PlanAsked, request: DeskRequest | null): Promise<Answer> {
    const [own] = caller.reach.readers;
    const readerId = input.readerId ?? own;
    if (readerId === undefined) throw invalid({ pointer: '/readerId', code: 'missing' });
    try {
      return await this.once.run(request, 201, async (tx) => {
        const pupil = await tx.use(ReadersRepository).lockedOne(readerId as ReaderId);
        if (pupil === null || !reachesReader(caller.reach, { ...pupil, readerId: pupil.id }))
          throw unknownReference('/readerId');
        const term = await tx.use(TermsRepository).byId(input.termId as TermId);
        if (term?.schoolId !== pupil.schoolId) throw unknownReference('/termId');
        const plan: ReadingPlan = {
          id: newId(),
          version: 1,
          schoolId: pupil.schoolId,
          readerId: pupil.id,
          termId: term.id,
          goalBooks: input.goalBooks,
          goalMinutes: input.goalMinutes ?? null,
          aim: input.aim ?? null,
          comment: null,
          commentedOn: null,
          madeOn: this.clock.today(),
          madeBy: caller.id,
        };
        await tx.use(ReadingPlansRepository).add(plan, booksOf(input.books));
        return this.shown(tx, caller, 'reading-plans.create', plan.id);
      });
    } catch (error) {
      if (violatedUnique(error) === 'reading_plan_once') throw conflict('reading-plan.exists');
      throw error;
    }
  }

  /** @throws Problem 404, 412 */
  change(
    caller: Caller,
    id: string,
    version: number,
    input: PlanChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const before = await lockedPlan(tx, caller, id);
      refuseIfStale(version, before.version);
      const after: ReadingPlan = {
        ...before,
        version: before.version + 1,
        goalBooks: input.goalBooks ?? before.goalBooks,
        goalMinutes: input.goalMinutes === undefined ? before.goalMinutes : input.goalMinutes,
        aim: input.aim === undefined ? before.aim : input.aim,
      };
      await tx
        .use(ReadingPlansRepository)
        .change(after, input.books === undefined ? null : booksOf(input.books));
      return this.shown(tx, caller, 'reading-plans.change', id);
    });
  }

  /** @throws Problem 404 */
  comment(caller: Caller, id: string, words: string | null, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const before = await lockedPlan(tx, caller, id);
      const commentedOn = words === null ? null : this.clock.today();
      const after = { ...before, version: before.version + 1, comment: words, commentedOn };
      await tx.use(ReadingPlansRepository).change(after, null);
      return this.shown(tx, caller, 'reading-plans.comment', id);
    });
  }

  /** @throws Problem 404 */
  async remove(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      await lockedPlan(tx, caller, id);
      await tx.use(ReadingPlansRepository).remove(id);
    });
  }

  /** What a child means to read is of the child alone: whoever sees it leaves a row. */
  private async shown(tx: Tx, caller: Caller, operation: string, id: string): Promise<PlanView> {
    const view = await tx.use(ReadingPlansRepository).view(id);
    await logSight(tx, this.clock.now(), caller, operation, { id: view.readerId, schoolId: view.schoolId });
    return view;
  }
}

const booksOf = (books: PlanAsked['books']): PlannedBook[] =>
  books.map(({ title, author = null, titleId = null, byDay = null, doneOn = null, note = null }) => ({
    title,
    author,
    titleId,
    byDay: byDay as CalendarDay | null,
    doneOn: doneOn as CalendarDay | null,
    note,
  }));

/** @throws Problem 404 also for the plan of a pupil out of reach */
async function lockedPlan(tx: Tx, caller: Caller, id: string): Promise<ReadingPlan> {
  const plan = await tx.use(ReadingPlansRepository).locked(id);
  const pupil = plan === null ? null : await tx.use(ReadersRepository).lockedOne(plan.readerId);
  if (plan === null || pupil === null || !reachesReader(caller.reach, { ...pupil, readerId: pupil.id }))
    throw unknownThing();
  return plan;
}
