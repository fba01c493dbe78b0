import { Injectable } from '@nestjs/common';
import {
  Database,
  invalid,
  Lists,
  numberAfter,
  pageOf,
  statement,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { AcquisitionPlanId, SchoolId } from '@shulian/contracts/ids';
import { planView } from './plan.row.js';
import type { PlansAsked, PlanView } from './plans.http.js';

const BY_ID = statement('plans.byId', planView('p.id = $1'));
const LIST = planView('p.school_id = $1 and ($2::int = 0 or p.year < $2)', '$3');

/** The plans of a school with what came of them, the newest year first. */
@Injectable()
export class PlansQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 also for a plan of another school */
  async byId(caller: Caller, id: AcquisitionPlanId): Promise<PlanView> {
    const [plan] = await this.database.rows<PlanView>(BY_ID, [id]);
    if (plan === undefined || !caller.mayWorkAt(plan.schoolId)) throw unknownThing();
    return plan;
  }

  async find(input: PlansAsked, schoolId: SchoolId): Promise<Page<PlanView>> {
    const before = numberAfter(input.cursor);
    if (before > 9_999) throw invalid({ pointer: '?cursor', code: 'malformed' });
    const rows = await this.lists.rows<PlanView>(LIST, [schoolId, before, input.limit + 1]);
    return pageOf(
      rows,
      input.limit,
      (plan) => plan,
      ({ year }) => [year],
    );
  }
}
