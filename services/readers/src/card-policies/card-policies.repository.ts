import { statement, type Session } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { forEverybody, type CardPolicy } from './rules/entitlement.js';

const OF = statement(
  'cardPolicies.of',
  `select school_id as "schoolId", grades, kinds, version, changed_on::text as "changedOn", changed_by as "changedBy"
   from card_policy where school_id = $1`,
);
const PUT = statement(
  'cardPolicies.put',
  `insert into card_policy (school_id, grades, kinds, version, changed_on, changed_by) values ($1, $2, $3, $4, $5, $6)
   on conflict (school_id) do update set grades = excluded.grades, kinds = excluded.kinds, version = excluded.version,
     changed_on = excluded.changed_on, changed_by = excluded.changed_by`,
);

/** To whom schools give cards. Who writes has locked the school. */
export class CardPoliciesRepository {
  constructor(private readonly session: Session) {}

  async of(schoolId: SchoolId): Promise<CardPolicy> {
    const [row] = await this.session.rows<CardPolicy>(OF, [schoolId]);
    return row ?? forEverybody(schoolId);
  }

  async put(policy: CardPolicy): Promise<void> {
    const { schoolId, grades, kinds, version, changedOn, changedBy } = policy;
    await this.session.rows(PUT, [schoolId, grades, kinds, version, changedOn, changedBy]);
  }
}
