import type { Grant, Role } from '@shulian/contracts/access';
import { statement, type Rows } from '@shulian/service-kit';
import type { Booked } from './rules/token-grants.js';

/**
 * All that an account has, its clusters written out. What was lent to it holds while who lent it has the role there without a
 * post, is not closed, and while the account itself belongs to the school.
 */
const BOOKED = statement(
  'sessions.bookedGrants',
  `with own as (
     select g.account_id, g.n, g.role, coalesce(m.school_id, g.school_id) as school_id, g.class_id, g.reader_id, g.post_id,
       g.starts_at, g.ends_at
     from account_grant g left join school_cluster_member m on m.cluster_id = g.cluster_id
     where g.account_id = $1 or g.account_id in (
       select from_account_id from delegation where to_account_id = $1 and revoked_at is null)
   )
   select o.n, o.role, o.school_id as "schoolId", o.class_id as "classId", o.reader_id as "readerId", p.operations as only,
     false as delegated, o.starts_at as "startsAt", o.ends_at as "endsAt"
   from own o left join post p on p.id = o.post_id where o.account_id = $1
   union all
   select 1000, d.role, d.school_id, null, null, d.operations, true,
     greatest(d.starts_at, f.starts_at, h.starts_at), least(d.ends_at, f.ends_at, h.ends_at)
   from delegation d
     join account a on a.id = d.from_account_id and a.disabled_at is null
     join own f on f.account_id = d.from_account_id and f.role = d.role and f.school_id = d.school_id and f.post_id is null
     join own h on h.account_id = $1 and h.school_id = d.school_id and h.role in ('school-head', 'librarian', 'teacher')
   where d.to_account_id = $1 and d.revoked_at is null
   order by 1, 3`,
);

type Row = {
  readonly role: Role;
  readonly schoolId: string | null;
  readonly classId: string | null;
  readonly readerId: string | null;
  readonly only: readonly string[] | null;
  readonly delegated: boolean;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
};

export async function bookedGrants(rows: Rows, accountId: string): Promise<Booked<Grant>[]> {
  const found = await rows.rows<Row>(BOOKED, [accountId]);
  return found
    .filter(({ startsAt, endsAt }) => startsAt === null || endsAt === null || startsAt < endsAt)
    .map(({ role, schoolId, classId, readerId, only, delegated, startsAt, endsAt }) => ({
      role,
      ...(schoolId === null ? {} : { schoolId }),
      ...(classId === null ? {} : { classId }),
      ...(readerId === null ? {} : { readerId }),
      ...(only === null ? {} : { only }),
      ...(delegated ? { delegated: true as const } : {}),
      startsAt,
      endsAt,
    }));
}
