import { Injectable } from '@nestjs/common';
import { reachesReader } from '@shulian/contracts/access';
import {
  Clock,
  Database,
  idAfter,
  Lists,
  pageOf,
  statement,
  Transaction,
  unknownReference,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { classesInReach } from '../classes-in-reach.step.js';
import { nameOn, type PlaceOfClass } from '../classes/rules/school-class.js';
import { logSight } from '../enrolment/log-sight-of-readers.use-case.js';
import { PLAN_VIEW } from './reading-plan.row.js';
import type { PlanClassesAsked, PlanClassView, PlansAsked, PlanView } from './reading-plans.http.js';

const BY_ID = statement('readingPlans.byId', `${PLAN_VIEW} where p.id = $1`);
/** The school of a class stands beside it, so that each way to a row is one of an index. */
const LIST = `${PLAN_VIEW}
  where ($1::boolean or p.school_id = any($2::uuid[]) or p.reader_id = any($4::uuid[])
      or (p.school_id = any($10::uuid[]) and r.class_id = any($3::uuid[])))
    and ($5::uuid is null or p.term_id = $5) and ($6::uuid is null or r.class_id = $6)
    and ($7::uuid is null or p.reader_id = $7) and ($8::uuid is null or p.id > $8)
  order by p.id limit $9`;
const TERM = statement('readingPlans.term', 'select 1 from term where id = $1 and school_id = $2');
const CLASSES = `select k.id as "classId", k.section, k.entry_year as "entryYear", k.class_no as "classNo", n.*
  from school_class k cross join lateral (
    select count(*)::int as pupils, count(p.id)::int as "withPlan", (count(*) - count(p.id))::int as "withoutPlan",
      coalesce(sum(p.goal_books), 0)::int as "goalBooks", coalesce(sum(b.done), 0)::int as done
    from reader r left join reading_plan p on p.reader_id = r.id and p.term_id = $2
    left join lateral (select count(b.done_on) as done from reading_plan_book b where b.plan_id = p.id) b on true
    where r.class_id = k.id and r.kind = 'student' and r.left_on is null) n
  where k.school_id = $1 and ($3::uuid[] is null or k.id = any($3)) and n.pupils > 0 and ($4::uuid is null or k.id > $4)
  order by k.id limit $5`;

/** Reading plans as far as the caller reaches; each one shown is in the log of reads of personal data. */
@Injectable()
export class ReadingPlans {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 also for the plan of a pupil out of reach */
  async byId(caller: Caller, id: string): Promise<PlanView> {
    const [plan] = await this.database.rows<PlanView>(BY_ID, [id]);
    if (plan === undefined || !reachesReader(caller.reach, plan)) throw unknownThing();
    await this.logged(caller, 'reading-plans.read', [plan]);
    return plan;
  }

  async list(caller: Caller, input: PlansAsked): Promise<Page<PlanView>> {
    const { county, schools, classes, readers } = caller.reach;
    const rows = await this.lists.rows<PlanView>(LIST, [
      county,
      [...schools],
      [...classes.keys()],
      [...readers],
      input.termId ?? null,
      input.classId ?? null,
      input.readerId ?? null,
      idAfter(input.cursor),
      input.limit + 1,
      [...classes.values()],
    ]);
    const page = pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
    await this.logged(caller, 'reading-plans.list', page.items);
    return page;
  }

  /** @throws Problem 422 for a term of another school */
  async classes(caller: Caller, input: PlanClassesAsked, schoolId: SchoolId): Promise<Page<PlanClassView>> {
    if ((await this.database.rows(TERM, [input.termId, schoolId])).length === 0)
      throw unknownReference('?termId');
    const rows = await this.lists.rows<Omit<PlanClassView, 'className'> & PlaceOfClass>(CLASSES, [
      schoolId,
      input.termId,
      classesInReach(caller, schoolId, undefined),
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    const today = this.clock.today();
    return pageOf(
      rows,
      input.limit,
      ({ section, entryYear, classNo, ...counted }) => ({
        ...counted,
        className: nameOn({ section, entryYear, classNo }, today),
      }),
      ({ classId }) => [classId],
    );
  }

  private async logged(caller: Caller, operation: string, plans: readonly PlanView[]): Promise<void> {
    if (plans.length === 0) return;
    const readers = plans.map(({ readerId, schoolId }) => ({ id: readerId, schoolId }));
    await this.transaction.run((tx) => logSight(tx, this.clock.now(), caller, operation, ...readers));
  }
}
