import { Injectable } from '@nestjs/common';
import { Clock, Lists, numberAfter, pageOf, type Caller, type Page } from '@shulian/service-kit';
import { isoOrNull } from '../instant.http.js';
import type { RightsEntriesAsked, RightsEntryView } from './rights-entries.http.js';

const PAGE = `select e.n::float8 as n, e.at, e.by_id as "byId", e.by_name as "byName", e.by_county as "byCounty", e.what,
    e.account_id as "accountId", a.username, e.role, e.school_id as "schoolId", s.name as "schoolName",
    e.class_id as "classId", c.name as "clusterName", p.name as "postName", e.starts_at as "startsAt", e.ends_at as "endsAt"
  from rights_entry e left join account a on a.id = e.account_id left join school s on s.id = e.school_id left join school_cluster c on c.id = e.cluster_id
    left join post p on p.id = e.post_id
  where ($1::bigint = 0 or e.n < $1) and ($2::uuid is null or e.school_id = $2) and ($3::uuid is null or e.account_id = $3)
    and ($4::text is null or e.what = $4) and ($5::boolean is not true or e.by_county)
    and ($6::date is null or e.at >= $6::date::timestamp at time zone $8)
    and ($7::date is null or e.at < ($7::date + 1)::timestamp at time zone $8)
  order by e.n desc limit $9`;

type Found = Omit<RightsEntryView, 'at' | 'startsAt' | 'endsAt'> & {
  readonly at: Date;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
};
const shown = ({ at, startsAt, endsAt, ...entry }: Found): RightsEntryView => ({
  ...entry,
  at: at.toISOString(),
  startsAt: isoOrNull(startsAt),
  endsAt: isoOrNull(endsAt),
});

/** Who did what to whose rights. */
@Injectable()
export class RightsEntries {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  /** Newest first. @throws Problem 403 for a school out of reach, 400 for a cursor that is not ours */
  async page(caller: Caller, input: RightsEntriesAsked): Promise<Page<RightsEntryView>> {
    const rows = await this.lists.rows<Found>(PAGE, [
      numberAfter(input.cursor),
      caller.schoolOrCounty(input.schoolId),
      input.accountId ?? null,
      input.what ?? null,
      input.byCounty ?? null,
      input.from ?? null,
      input.to ?? null,
      this.clock.zone,
      input.limit + 1,
    ]);
    return pageOf(rows, input.limit, shown, ({ n }) => [n]);
  }
}
