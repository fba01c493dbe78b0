import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';
import { DAYS_AFTER } from './rules/forgetting.js';

const READ = statement(
  'forgetting-policy.read',
  'select version, days_after as "daysAfter" from forgetting_policy where school_id = $1',
);
const PUT = statement(
  'forgetting-policy.put',
  `insert into forgetting_policy (school_id, version, days_after, put_on, put_by) values ($1, $2, $3, $4, $5)
   on conflict (school_id) do update set version = excluded.version, days_after = excluded.days_after, put_on = excluded.put_on,
     put_by = excluded.put_by`,
);
const LOCK = statement(
  'forgetting-policy.lock',
  `select pg_advisory_xact_lock(hashtext('forgetting ' || $1::text))`,
);

export type ForgettingPolicy = {
  readonly schoolId: SchoolId;
  readonly version: number;
  readonly daysAfter: number;
  readonly isDefault: boolean;
};

export class ForgettingPoliciesRepository {
  constructor(private readonly rows: Rows) {}

  /** Version 1 where the school has set none. */
  async of(schoolId: SchoolId): Promise<ForgettingPolicy> {
    const [row] = await this.rows.rows<Pick<ForgettingPolicy, 'version' | 'daysAfter'>>(READ, [schoolId]);
    return { schoolId, ...(row ?? { version: 1, daysAfter: DAYS_AFTER }), isDefault: row === undefined };
  }

  /** Who changes the policy, keeps a reader, or forgets at a school goes one after the other. */
  async lock(schoolId: SchoolId): Promise<void> {
    await this.rows.rows(LOCK, [schoolId]);
  }

  async put(
    schoolId: SchoolId,
    version: number,
    daysAfter: number,
    on: CalendarDay,
    by: string,
  ): Promise<void> {
    await this.rows.rows(PUT, [schoolId, version, daysAfter, on, by]);
  }
}
