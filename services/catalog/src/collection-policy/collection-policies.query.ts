import { Injectable } from '@nestjs/common';
import { afterCursor, Clock, Lists, numberAfter, pageOf, type Page } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { COLLECTION_POLICY_VIEW, POLICY_IN_FORCE } from './collection-policy.row.js';
import type {
  CollectionPoliciesAsked,
  CollectionPolicyView,
  CollectionGapView,
  LevelView,
  OnDayAsked,
} from './collection-policy.http.js';
import { targetVolumes } from './rules/collection-policy.js';

const LIST = `${COLLECTION_POLICY_VIEW}
  where p.school_id = $2 and ($3::date is null or p.effective_on < $3) order by p.effective_on desc limit $4`;
const LEVELS = `select l.clc, l.level, l.subject, l.reason, p.effective_on::text as "effectiveOn"
  from collecting_level l join collection_policy p on p.id = l.policy_id
  where l.policy_id = ${POLICY_IN_FORCE} and l.clc > $3 order by l.clc limit $4`;
/**
 * The copies of one school, put together by class, kind, words on the audience and themes of their titles; then each target
 * counts what is its own. Targets are bounded, and the rows put together are far fewer than the copies.
 */
const GAPS = `with stock as (
    select coalesce(c.clc, '') as clc, c.kind, coalesce(t.audience, '') as audience, coalesce(a.themes, '{}') as themes,
      count(*)::int as volumes
    from copy c join title t on t.id = c.title_id left join title_audience a on a.title_id = c.title_id
    where c.school_id = $2 and c.stock_state <> 'withdrawn' group by 1, 2, 3, 4
  ), target as (
    select * from holding_target where policy_id = ${POLICY_IN_FORCE} and number > $3::int order by number limit $4
  )
  select t.number, t.name, t.audience, t.category, t.clcs, t.kind, t.tag, t.share, t.volumes,
    (select coalesce(sum(volumes), 0)::int from stock) as "inAll",
    (select coalesce(sum(s.volumes), 0)::int from stock s
     where (cardinality(t.clcs) = 0 or exists (select from unnest(t.clcs) as k(clc) where starts_with(s.clc, k.clc)))
       and (t.kind is null or s.kind = t.kind) and (t.tag is null or strpos(s.audience, t.tag) > 0
         or exists (select from reading_theme h where h.id = any(s.themes) and h.name = t.tag))) as held
  from target t order by t.number`;

type GapRow = Omit<CollectionGapView, 'target' | 'heldShare' | 'gap'> & {
  readonly volumes: number | null;
  readonly inAll: number;
};

/** What a school means to collect, and what it lacks of it. */
@Injectable()
export class CollectionPoliciesQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async versions(input: CollectionPoliciesAsked, schoolId: SchoolId): Promise<Page<CollectionPolicyView>> {
    const after = afterCursor(input.cursor, 1);
    const rows = await this.lists.rows<CollectionPolicyView>(LIST, [
      this.clock.today(),
      schoolId,
      after === null ? null : String(after[0]),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (policy) => policy,
      ({ effectiveOn }) => [effectiveOn],
    );
  }

  async levels(input: OnDayAsked, schoolId: SchoolId): Promise<Page<LevelView>> {
    const after = afterCursor(input.cursor, 1);
    const rows = await this.lists.rows<LevelView>(LEVELS, [
      input.on ?? this.clock.today(),
      schoolId,
      after === null ? '' : String(after[0]),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (level) => level,
      ({ clc }) => [clc],
    );
  }

  async gaps(input: OnDayAsked, schoolId: SchoolId): Promise<Page<CollectionGapView>> {
    const after = numberAfter(input.cursor);
    const day = input.on ?? this.clock.today();
    const rows = await this.lists.rows<GapRow>(GAPS, [day, schoolId, after, input.limit + 1]);
    return pageOf(rows, input.limit, toGap, ({ number }) => [number]);
  }
}

const toGap = ({ volumes, inAll, ...row }: GapRow): CollectionGapView => {
  const target = targetVolumes({ share: row.share, volumes }, inAll);
  return {
    ...row,
    target,
    heldShare: inAll === 0 ? 0 : Math.round((row.held * 10_000) / inAll),
    gap: Math.max(0, target - row.held),
  };
};
