import type { Session } from '@shulian/service-kit';
import type { AcquisitionPlanId, SchoolId } from '@shulian/contracts/ids';
import { planTable, planView } from './plan.row.js';
import type { PlanView } from './plans.http.js';
import type { AcquisitionPlan } from './rules/plan.js';

/** The unique constraint a second plan of a year runs into. */
export const PLAN_ONCE_A_YEAR = 'acquisition_plan_once_a_year';

export class PlansRepository {
  constructor(private readonly session: Session) {}

  async add(plan: AcquisitionPlan): Promise<void> {
    await this.session.manager.insert(planTable, plan);
  }

  /** Locked to the end of the transaction. */
  locked(id: AcquisitionPlanId): Promise<AcquisitionPlan | null> {
    return this.session.manager.findOne(planTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The plan of a year; it stays as it is to the end of the transaction. */
  ofYear(schoolId: SchoolId, year: number): Promise<AcquisitionPlan | null> {
    return this.session.manager.findOne(planTable, {
      where: { schoolId, year },
      lock: { mode: 'pessimistic_read' },
    });
  }

  async change(plan: AcquisitionPlan): Promise<void> {
    await this.session.manager.update(planTable, { id: plan.id }, plan);
  }

  async view(id: AcquisitionPlanId): Promise<PlanView> {
    const [view] = await this.session.rows<PlanView>(planView('p.id = $1'), [id]);
    if (view === undefined) throw new Error('a plan that is there is shown');
    return view;
  }
}
