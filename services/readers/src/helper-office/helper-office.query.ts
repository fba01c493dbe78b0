import { Injectable } from '@nestjs/common';
import {
  Clock,
  Database,
  idAfter,
  Lists,
  pageOf,
  statement,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { classesInReach, refuseOutOfReach } from '../classes-in-reach.step.js';
import { HELPER_VIEW, toHelperView, type FoundHelper } from './class-helper.row.js';
import { inOfficeOn } from './standing.query.js';
import { usualRule } from './rules/class-helper.js';
import type { HelperRuleView, HelperListAsked, HelperView } from './helper-office.http.js';

const BY_ID = statement('helperOffice.byId', `${HELPER_VIEW} where h.id = $2`);
const RULE = statement(
  'helperOffice.rule',
  `select school_id as "schoolId", per_class as "perClass", criteria, duties, duty_days_only as "dutyDaysOnly",
     set_on::text as "setOn"
   from helper_rule where school_id = $1`,
);
const LIST = `${HELPER_VIEW}
  where h.school_id = $2 and ($3::uuid[] is null or h.class_id = any($3)) and ($4::uuid is null or h.class_id = $4)
    and ($5::text is null or h.status = $5) and ($6::boolean is null or ${inOfficeOn('$1::date')} = $6)
    and ($7::uuid is null or h.id < $7)
  order by h.id desc limit $8`;

/** The helpers of the classes, the newest entry first. */
@Injectable()
export class HelperOffice {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async rule(schoolId: SchoolId): Promise<HelperRuleView> {
    const [rule] = await this.database.rows<HelperRuleView>(RULE, [schoolId]);
    return rule ?? { ...usualRule(schoolId), setOn: null };
  }

  /** @throws Problem 404 also for a helper of a class out of reach */
  async byId(caller: Caller, id: string): Promise<HelperView> {
    const today = this.clock.today();
    const [found] = await this.database.rows<FoundHelper>(BY_ID, [today, id]);
    refuseOutOfReach(caller, found);
    return toHelperView(found, today);
  }

  async list(caller: Caller, input: HelperListAsked, schoolId: SchoolId): Promise<Page<HelperView>> {
    const today = this.clock.today();
    const rows = await this.lists.rows<FoundHelper>(LIST, [
      today,
      schoolId,
      classesInReach(caller, schoolId, input.classId),
      input.classId ?? null,
      input.status ?? null,
      input.inOffice ?? null,
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => toHelperView(row, today),
      ({ id }) => [id],
    );
  }
}
