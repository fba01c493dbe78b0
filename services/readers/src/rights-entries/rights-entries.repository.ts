import { statement, type Session } from '@shulian/service-kit';
import type { RightsAct } from './rules/rights-entry.js';

const ENTER = statement(
  'rightsEntries.enter',
  `insert into rights_entry (at, by_id, by_name, by_county, what, account_id, role, school_id, class_id,
     cluster_id, post_id, starts_at, ends_at)
   select distinct $1::timestamptz, $2, $3, $4::boolean, $5, $6::uuid, g.role, coalesce(m.school_id, g.school_id),
     g.class_id, g.cluster_id, g.post_id, g.starts_at, g.ends_at
   from unnest($7::text[], $8::uuid[], $9::uuid[], $10::uuid[], $11::uuid[], $12::timestamptz[], $13::timestamptz[])
     g(role, school_id, class_id, cluster_id, post_id, starts_at, ends_at)
   left join school_cluster_member m on m.cluster_id = g.cluster_id`,
);

export type RightsEntered = {
  readonly at: Date;
  readonly by: { readonly id: string; readonly name: string | null; readonly isCounty: boolean };
  readonly what: RightsAct;
  readonly account: { readonly id: string };
  readonly grants: readonly {
    readonly role: string;
    readonly schoolId?: string;
    readonly classId?: string;
    readonly clusterId: string | null;
    readonly postId: string | null;
    readonly startsAt: Date | null;
    readonly endsAt: Date | null;
  }[];
};

/** The trail of rights: one line for each grant and school, for the head there to see. */
export class RightsEntriesRepository {
  constructor(private readonly session: Session) {}

  async enter({ at, by, what, account, grants }: RightsEntered): Promise<void> {
    await this.session.rows(ENTER, [
      at,
      by.id,
      by.name,
      by.isCounty,
      what,
      account.id,
      grants.map(({ role }) => role),
      grants.map(({ schoolId }) => schoolId ?? null),
      grants.map(({ classId }) => classId ?? null),
      grants.map(({ clusterId }) => clusterId),
      grants.map(({ postId }) => postId),
      grants.map(({ startsAt }) => startsAt),
      grants.map(({ endsAt }) => endsAt),
    ]);
  }
}
