import { statement, type Session } from '@shulian/service-kit';
import { PLAN_VIEW, readingPlanTable } from './reading-plan.row.js';
import type { PlanView } from './reading-plans.http.js';
import type { PlannedBook, ReadingPlan } from './rules/reading-plan.js';

const VIEW = statement('readingPlans.view', `${PLAN_VIEW} where p.id = $1`);
const CLEAR = statement('readingPlans.clear', 'delete from reading_plan_book where plan_id = $1');
const ADD_BOOKS = statement(
  'readingPlans.addBooks',
  `insert into reading_plan_book (plan_id, position, title, author, title_id, by_day, done_on, note)
   select $1, row_number() over (), t.title, t.author, t."titleId", t."byDay", t."doneOn", t.note
   from jsonb_to_recordset($2::jsonb)
     as t(title text, author text, "titleId" uuid, "byDay" date, "doneOn" date, note text)`,
);

export class ReadingPlansRepository {
  constructor(private readonly session: Session) {}

  async add(plan: ReadingPlan, books: readonly PlannedBook[]): Promise<void> {
    await this.session.manager.insert(readingPlanTable, plan);
    await this.addBooks(plan.id, books);
  }

  locked(id: string): Promise<ReadingPlan | null> {
    return this.session.manager.findOne(readingPlanTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** @param books null: they stay */
  async change(plan: ReadingPlan, books: readonly PlannedBook[] | null): Promise<void> {
    await this.session.manager.update(readingPlanTable, { id: plan.id }, plan);
    if (books === null) return;
    await this.session.rows(CLEAR, [plan.id]);
    await this.addBooks(plan.id, books);
  }

  async remove(id: string): Promise<void> {
    await this.session.manager.delete(readingPlanTable, { id });
  }

  async view(id: string): Promise<PlanView> {
    const [view] = await this.session.rows<PlanView>(VIEW, [id]);
    if (view === undefined) throw new Error('a plan that is there is shown');
    return view;
  }

  private async addBooks(planId: string, books: readonly PlannedBook[]): Promise<void> {
    if (books.length > 0) await this.session.rows(ADD_BOOKS, [planId, JSON.stringify(books)]);
  }
}
