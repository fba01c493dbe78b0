import type { StaffMemberKeptV1 } from '@shulian/contracts/readers';
import { statement, type Rows } from '@shulian/service-kit';

const KNOW = statement(
  'known-staff.know',
  `insert into known_staff as k (staff_member_id, school_id, starts_on, ends_on, removed, version)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (staff_member_id) do update set starts_on = excluded.starts_on, ends_on = excluded.ends_on,
     removed = excluded.removed, version = excluded.version
   where k.version < excluded.version`,
);

/** How many people work in the library of a school, on any day. */
export class KnownStaffRepository {
  constructor(private readonly rows: Rows) {}

  async know({
    data,
    aggregateversion,
  }: Pick<StaffMemberKeptV1, 'data' | 'aggregateversion'>): Promise<void> {
    const { staffMemberId, schoolId, startsOn, endsOn, removed } = data;
    await this.rows.rows(KNOW, [staffMemberId, schoolId, startsOn, endsOn, removed, aggregateversion]);
  }
}
