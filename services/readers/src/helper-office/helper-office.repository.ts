import { statement, type Session } from '@shulian/service-kit';
import type { Grant } from '@shulian/contracts/access';
import type { CalendarDay, ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import {
  classHelperTable,
  HELPER_VIEW,
  helperRuleTable,
  toHelperView,
  type FoundHelper,
  type HelperRuleRow,
} from './class-helper.row.js';
import { inOfficeOn, IS_TRAINED } from './standing.query.js';
import { usualRule, type ClassHelper, type HelperRule } from './rules/class-helper.js';
import type { HelperView } from './helper-office.http.js';

const VIEW = statement('helperOffice.view', `${HELPER_VIEW} where h.id = $2`);
/** Whose term of office shares a day with that of another. */
const APPOINTED = statement(
  'helperOffice.appointed',
  `select count(*)::int as n from class_helper
   where class_id = $1 and status = 'appointed' and id <> $2 and starts_on <= $4 and ends_on >= $3`,
);
const OFFICERS = statement(
  'helperOffice.officers',
  `select 1 from class_helper where class_id = $1 and status = 'appointed' and 'loan-officer' = any(duties) and id <> $2
     and starts_on <= $4 and ends_on >= $3`,
);
const PROPOSED_OR_APPOINTED = statement(
  'helperOffice.proposedOrAppointed',
  `select 1 from class_helper
   where reader_id = $1 and status in ('proposed', 'appointed') and id <> $2 and starts_on <= $4 and ends_on >= $3`,
);
/** Accounts that work as a helper of the class: the pupil's own, and those of the class as a whole. */
const ACCOUNTS = statement(
  'helperOffice.accounts',
  `select distinct account_id as id from account_grant
   where role = 'class-helper' and class_id = $1 and (reader_id is null or reader_id = $2)`,
);
/** Which of some grants, by their place from 1, belong to a helper who may work on the day. */
const HOLDING = statement(
  'helperOffice.holding',
  `select g.n::int as n from unnest($2::uuid[], $3::uuid[]) with ordinality g(class_id, reader_id, n)
   where exists (
     select from class_helper h join reader r on r.id = h.reader_id left join helper_rule u on u.school_id = h.school_id
     where h.class_id = g.class_id and (g.reader_id is null or h.reader_id = g.reader_id)
       and ${inOfficeOn('$1::date')} and ${IS_TRAINED}
       and (u.duty_days_only is not true or exists (
         select from duty_slot d where d.helper_id = h.id and d.weekday = extract(isodow from $1::date)
           and $1::date between d.starts_on and d.ends_on)))`,
);

type Office = Pick<ClassHelper, 'id' | 'classId' | 'readerId' | 'startsOn' | 'endsOn'>;

/** The helpers of classes and what a school says of them. */
export class HelperOfficeRepository {
  constructor(private readonly session: Session) {}

  async ruleOf(schoolId: SchoolId): Promise<HelperRule> {
    return (
      (await this.session.manager.findOne(helperRuleTable, { where: { schoolId } })) ?? usualRule(schoolId)
    );
  }

  async setRule(rule: HelperRuleRow): Promise<void> {
    await this.session.manager.upsert(helperRuleTable, rule, ['schoolId']);
  }

  async add(helper: ClassHelper): Promise<void> {
    await this.session.manager.insert(classHelperTable, helper);
  }

  byId(id: string): Promise<ClassHelper | null> {
    return this.session.manager.findOne(classHelperTable, { where: { id } });
  }

  /** Locked to the end of the transaction; after its class. */
  locked(id: string): Promise<ClassHelper | null> {
    return this.session.manager.findOne(classHelperTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async change(helper: ClassHelper): Promise<void> {
    await this.session.manager.update(classHelperTable, { id: helper.id }, helper);
  }

  /** How many others the class has in some of these days; the class is locked. */
  async othersOfClass({ id, classId, startsOn, endsOn }: Office): Promise<number> {
    const [row] = await this.session.rows<{ n: number }>(APPOINTED, [classId, id, startsOn, endsOn]);
    return row?.n ?? 0;
  }

  /** Whether the class has another loan officer in some of these days; the class is locked. */
  async isSecondOfficer({ id, classId, startsOn, endsOn, duties }: ClassHelper): Promise<boolean> {
    if (!duties.includes('loan-officer')) return false;
    return (await this.session.rows(OFFICERS, [classId, id, startsOn, endsOn])).length > 0;
  }

  /** Whether the pupil is proposed or in office in some of these days by another entry; the class is locked. */
  async isTwice({ id, readerId, startsOn, endsOn }: Office): Promise<boolean> {
    const values = [readerId, id, startsOn, endsOn];
    return (await this.session.rows(PROPOSED_OR_APPOINTED, values)).length > 0;
  }

  async accountsOf(classId: SchoolClassId, readerId: ReaderId): Promise<string[]> {
    const rows = await this.session.rows<{ id: string }>(ACCOUNTS, [classId, readerId]);
    return rows.map(({ id }) => id);
  }

  async holding(grants: readonly Grant[], today: CalendarDay): Promise<Grant[]> {
    const rows = await this.session.rows<{ n: number }>(HOLDING, [
      today,
      grants.map(({ classId }) => classId),
      grants.map(({ readerId }) => readerId ?? null),
    ]);
    const places = new Set(rows.map(({ n }) => n));
    return grants.filter((_, at) => places.has(at + 1));
  }

  async view(id: string, today: CalendarDay): Promise<HelperView> {
    const [found] = await this.session.rows<FoundHelper>(VIEW, [today, id]);
    if (found === undefined) throw new Error('a helper who is there is shown');
    return toHelperView(found, today);
  }
}
