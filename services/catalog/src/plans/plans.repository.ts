import { statement, type Session } from '@shulian/service-kit';
import type { AcquisitionPlanId, SchoolId } from '@shulian/contracts/ids';
import { planTable, planView } from './plan.row.js';
import type { PlanView } from './plans.http.js';
import type { Budget } from './rules/budget.js';
import type { AcquisitionPlan } from './rules/plan.js';

const BUDGET = statement(
  'plans.budget',
  `select p.budget_fen::float8 as "budgetFen", (
     select coalesce(sum(b.fen), 0)::float8 from bought b
     where b.school_id = $1 and b.on_day >= make_date($2, 1, 1) and b.on_day < make_date($2 + 1, 1, 1))
     + (select coalesce(sum(g.fen), 0)::float8 from e_book_line g where g.school_id = $1 and g.counts_as = 'bought'
          and g.on_day >= make_date($2, 1, 1) and g.on_day < make_date($2 + 1, 1, 1)) as "spentFen", (
     select coalesce(sum((l.quantity - l.accepted - l.settled)::bigint * l.unit_price_fen), 0)::float8
     from purchase_order o join purchase_order_line l on l.order_id = o.id
     where o.school_id = $1 and o.status = 'approved' and o.central_purchase_id is null) as "onOrderFen"
   from acquisition_plan p where p.school_id = $1 and p.year = $2`,
);
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

  /** The budget of a year as it stands, held to the end of the transaction; null: nobody planned one. */
  async budgetOf(schoolId: SchoolId, year: number): Promise<Budget | null> {
    await this.session.manager.findOne(planTable, {
      where: { schoolId, year },
      lock: { mode: 'pessimistic_write' },
    });
    // A statement of its own: it sees what those have approved for whom the lock was waited.
    const [budget] = await this.session.rows<Budget>(BUDGET, [schoolId, year]);
    return budget ?? null;
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
