import { Injectable } from '@nestjs/common';
import {
  conflict,
  newId,
  OncePerKey,
  refuseIfStale,
  Refused,
  unknownReference,
  unknownThing,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { AcquisitionPlanId, SchoolId } from '@shulian/contracts/ids';
import { KnownSchoolsQuery } from '../from-readers/known-schools.query.js';
import type { PlanAsked, PlanChangeAsked } from './plans.http.js';
import { PLAN_ONCE_A_YEAR, PlansRepository } from './plans.repository.js';
import { growthRefusals, type AcquisitionPlan } from './rules/plan.js';

/** The plan and budget of a school for a year. */
@Injectable()
export class KeepPlan {
  constructor(
    private readonly once: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
  ) {}

  /** @throws Problem 409 `acquisition-plan.year-taken`; Refused 409 for less than last year without a reason */
  async make(input: PlanAsked, schoolId: SchoolId, request: DeskRequest | null): Promise<Answer> {
    if ((await this.schools.awaited(schoolId)) === null) throw unknownReference('/schoolId');
    try {
      return await this.once.run(request, 201, async (tx) => {
        const plan: AcquisitionPlan = {
          id: newId<AcquisitionPlanId>(),
          version: 1,
          schoolId,
          year: input.year,
          printVolumes: input.printVolumes,
          ebooks: input.ebooks,
          periodicalTitles: input.periodicalTitles,
          budgetFen: input.budgetFen,
          shrinkReason: input.shrinkReason ?? null,
        };
        await refuseUnlessGrowing(tx, plan);
        await tx.use(PlansRepository).add(plan);
        return tx.use(PlansRepository).view(plan.id);
      });
    } catch (error) {
      throw violatedUnique(error) === PLAN_ONCE_A_YEAR ? conflict('acquisition-plan.year-taken') : error;
    }
  }

  /** @throws Problem 404 for a plan of another school, 412; Refused 409 for less than last year without a reason */
  change(
    caller: Caller,
    id: AcquisitionPlanId,
    version: number,
    input: PlanChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const plan = await tx.use(PlansRepository).locked(id);
      if (plan === null || !caller.mayWorkAt(plan.schoolId)) throw unknownThing();
      refuseIfStale(version, plan.version);
      const next: AcquisitionPlan = {
        ...plan,
        version: plan.version + 1,
        printVolumes: input.printVolumes ?? plan.printVolumes,
        ebooks: input.ebooks ?? plan.ebooks,
        periodicalTitles: input.periodicalTitles ?? plan.periodicalTitles,
        budgetFen: input.budgetFen ?? plan.budgetFen,
        shrinkReason: input.shrinkReason === undefined ? plan.shrinkReason : input.shrinkReason,
      };
      await refuseUnlessGrowing(tx, next);
      await tx.use(PlansRepository).change(next);
      return tx.use(PlansRepository).view(id);
    });
  }
}

const refuseUnlessGrowing = async (tx: Tx, plan: AcquisitionPlan): Promise<void> => {
  const before = await tx.use(PlansRepository).ofYear(plan.schoolId, plan.year - 1);
  const refusals = growthRefusals(plan, before);
  if (refusals.length > 0) throw new Refused('acquisition-plan.refused', refusals);
};
