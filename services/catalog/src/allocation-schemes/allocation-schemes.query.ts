import { Injectable } from '@nestjs/common';
import { afterCursor, Clock, Lists, numberAfter, pageOf, type Page } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { SCHEME_VIEW } from './allocation-scheme.row.js';
import type {
  AllocationAsked,
  AllocationLineView,
  AllocationSchemesAsked,
  AllocationSchemeView,
} from './allocation-schemes.http.js';

const LIST = `${SCHEME_VIEW}
  where s.school_id = $2 and ($3::date is null or s.effective_on < $3) order by s.effective_on desc limit $4`;
/** The copies of one school by place and class, put together first; then each line of the scheme sums up what is its own. */
const COMPARED = `with stock as (
    select c.location_id, coalesce(c.clc, '') as clc, count(*)::int as volumes
    from copy c where c.school_id = $2 and c.stock_state <> 'withdrawn' group by 1, 2
  ), line as (
    select l.* from allocation_line l
    where l.scheme_id = (select s.id from allocation_scheme s where s.school_id = $2 and s.effective_on <= $1::date
        order by s.effective_on desc limit 1) and l.number > $3::int
    order by l.number limit $4
  )
  select l.number, l.location_id as "locationId", p.path as place, l.clc, l.share, l.volumes, s.standing, s."ofSchool"
  from line l join location p on p.id = l.location_id
  cross join lateral (
    select coalesce(sum(t.volumes), 0)::int as "ofSchool",
      coalesce(sum(t.volumes) filter (where q.id = l.location_id or l.location_id = any(q.ancestors)), 0)::int as standing
    from stock t left join location q on q.id = t.location_id
    where l.clc is null or starts_with(t.clc, l.clc)) s
  order by l.number`;

type Compared = Omit<AllocationLineView, 'target' | 'toMove'> & { readonly volumes: number | null };

/** How the stock of a school shall be spread over its places, and how it is. */
@Injectable()
export class AllocationSchemesQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async versions(input: AllocationSchemesAsked, schoolId: SchoolId): Promise<Page<AllocationSchemeView>> {
    const after = afterCursor(input.cursor, 1);
    const rows = await this.lists.rows<AllocationSchemeView>(LIST, [
      this.clock.today(),
      schoolId,
      after === null ? null : String(after[0]),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (scheme) => scheme,
      ({ effectiveOn }) => [effectiveOn],
    );
  }

  async compared(input: AllocationAsked, schoolId: SchoolId): Promise<Page<AllocationLineView>> {
    const after = numberAfter(input.cursor);
    const day = input.on ?? this.clock.today();
    const rows = await this.lists.rows<Compared>(COMPARED, [day, schoolId, after, input.limit + 1]);
    return pageOf(rows, input.limit, toLine, ({ number }) => [number]);
  }
}

const toLine = ({ volumes, ...line }: Compared): AllocationLineView => {
  const target = volumes ?? Math.round(((line.share ?? 0) * line.ofSchool) / 10_000);
  return { ...line, target, toMove: target - line.standing };
};
