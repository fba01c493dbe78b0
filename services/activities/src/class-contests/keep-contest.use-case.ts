import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { SchoolLifeQuery } from '../from-readers/school-life.query.js';
import { classHonoured, classHonourTakenBack } from './class-contest.events.js';
import type { ContestAsked, DecisionAsked, ScoresAsked } from './class-contests.http.js';
import { ClassContestsRepository } from './class-contests.repository.js';
import type { ClassContest } from './rules/class-contest.js';

/** Scholarly classes (书香班级): criteria with points, scores, and the decision of the head (ACT-039). */
@Injectable()
export class KeepContest {
  constructor(
    private readonly once: OncePerKey,
    private readonly schoolLife: SchoolLifeQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403 for another school, 400 for a criterion named twice or without its goal, 409 for a second of that name */
  open(caller: Caller, input: ContestAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const criteria = input.criteria.map(({ goalTenths = null, ...criterion }) => ({
      ...criterion,
      goalTenths,
    }));
    for (const [at, { code, source, goalTenths }] of criteria.entries()) {
      if (criteria.findIndex((other) => other.code === code) < at)
        throw invalid({ pointer: `/criteria/${String(at)}/code`, code: 'twice' });
      if ((source === 'entered') !== (goalTenths === null))
        throw invalid({ pointer: `/criteria/${String(at)}/goalTenths`, code: 'not-of-this-source' });
    }
    return this.once.run(request, 201, async (tx) => {
      const contest: ClassContest = {
        id: newId(),
        version: 1,
        schoolId,
        schoolYear: input.schoolYear,
        name: input.name,
        status: 'open',
        decidedOn: null,
      };
      const contests = tx.use(ClassContestsRepository);
      if (!(await contests.open(contest, criteria, { on: this.clock.today(), by: caller.id })))
        throw conflict('class-contest.name-taken');
      return contests.view(contest.id);
    });
  }

  /** @throws Problem 404, 400 for points beyond the criterion's, 409 once it is decided, 422 for a class of another school */
  async score(
    caller: Caller,
    id: string,
    { items }: ScoresAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const keys = items.map(({ classId, code }) => `${classId} ${code}`);
    const twice = keys.findIndex((key, at) => keys.indexOf(key) < at);
    if (twice >= 0) throw invalid({ pointer: `/items/${String(twice)}`, code: 'twice' });
    return this.once.run(request, 200, async (tx) => {
      const contest = await openContest(tx, caller, id);
      const contests = tx.use(ClassContestsRepository);
      const criteria = new Map((await contests.criteria(id)).map((criterion) => [criterion.code, criterion]));
      for (const [at, { code, points }] of items.entries()) {
        const criterion = criteria.get(code);
        if (criterion?.source !== 'entered')
          throw invalid({ pointer: `/items/${String(at)}/code`, code: 'not-entered' });
        if (points > criterion.mostPoints)
          throw invalid({ pointer: `/items/${String(at)}/points`, code: 'max' });
      }
      await this.refuseForeign(
        contest.schoolId,
        items.map(({ classId }) => classId),
        (at) => `/items/${String(at)}/classId`,
      );
      await contests.putScores(id, items, caller.id);
      return contests.view(id);
    });
  }

  /** @throws Problem 404, 409 once it is decided, 422 for a class of another school */
  decide(
    caller: Caller,
    id: string,
    { classIds }: DecisionAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const on = this.clock.today();
    return this.once.run(request, 200, async (tx) => {
      const contest = await openContest(tx, caller, id);
      await this.refuseForeign(contest.schoolId, classIds, (at) => `/classIds/${String(at)}`);
      const contests = tx.use(ClassContestsRepository);
      for (const winner of await contests.decide(id, classIds, { on, by: caller.id }))
        await tx.outbox.append(classHonoured(contest, winner, on));
      return contests.view(id);
    });
  }

  /** @throws Problem 404, 409 where nothing is decided */
  reopen(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    const on = this.clock.today();
    return this.once.run(request, 200, async (tx) => {
      const contest = await lockedContest(tx, caller, id);
      if (contest.status !== 'decided') throw conflict('class-contest.not-now');
      const contests = tx.use(ClassContestsRepository);
      for (const winner of await contests.reopen(id))
        await tx.outbox.append(classHonourTakenBack(contest, winner, on));
      return contests.view(id);
    });
  }

  private async refuseForeign(
    schoolId: SchoolId,
    classIds: readonly string[],
    pointerTo: (at: number) => string,
  ): Promise<void> {
    const own = await this.schoolLife.gradesOf(schoolId, this.clock.today());
    const foreign = classIds.findIndex((classId) => !own.has(classId));
    if (foreign >= 0) throw unknownReference(pointerTo(foreign));
  }
}

async function lockedContest(tx: Tx, caller: Caller, id: string): Promise<ClassContest> {
  const contest = await tx.use(ClassContestsRepository).locked(id);
  if (contest === null || !caller.mayWorkAt(contest.schoolId)) throw unknownThing();
  return contest;
}

async function openContest(tx: Tx, caller: Caller, id: string): Promise<ClassContest> {
  const contest = await lockedContest(tx, caller, id);
  if (contest.status !== 'open') throw conflict('class-contest.not-now');
  return contest;
}
