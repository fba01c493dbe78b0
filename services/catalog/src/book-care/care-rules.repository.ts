import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import type { CareRulesView } from './care-rules.http.js';

export const CARE_RULES_COLUMNS = `r.school_id as "schoolId", r.valid_from::text as "validFrom", r.title, r.rules`;
/** What is to hold from the same day on takes the place of what was to. */
const PUT = statement(
  'careRules.put',
  `insert into care_rules as r (id, school_id, valid_from, title, rules, written_by) values ($1, $2, $3, $4, $5, $6)
   on conflict on constraint care_rules_once_a_day do update
     set title = excluded.title, rules = excluded.rules, written_by = excluded.written_by
   returning ${CARE_RULES_COLUMNS}`,
);

export type NewCareRules = {
  readonly id: string;
  readonly schoolId: SchoolId | null;
  readonly validFrom: CalendarDay;
  readonly title: string;
  readonly rules: readonly string[];
  readonly by: string;
};

export class CareRulesRepository {
  constructor(private readonly session: Session) {}

  async put({ id, schoolId, validFrom, title, rules, by }: NewCareRules): Promise<CareRulesView> {
    const [row] = await this.session.rows<CareRulesView>(PUT, [id, schoolId, validFrom, title, rules, by]);
    if (row === undefined) throw new Error('the rules were not kept');
    return row;
  }
}
