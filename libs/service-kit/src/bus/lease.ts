import type { QueryConfig } from 'pg';
import type { Lane, Position } from './event-bus.js';

/** Events of a round, over all partitions of a group: what a process must hold in memory at once. */
const BATCH = 400;
/** And their bytes; each partition gives one at least. */
const BATCH_BYTES = 8 * 1_048_576;

/** An event as the log has it. */
export type LogRow = {
  topic: string;
  part: number;
  offset: string;
  event_id: string;
  key: string;
  type: string;
  payload: string;
  /** Where the group stood in the partition, and where that ended when it was read. */
  committed: string;
  next_offset: string;
};

/**
 * Leases every partition of a group that has unread events and that no other instance holds, and reads from each its
 * share of the batch. A lease is a row lock that dies with the session.
 *
 * Lease and read are one statement, so the read's snapshot may be older than the lock: `committed` is then the newest
 * value (a locked row is read again), the log an older stand. That loses nothing, since offsets are handed out under a
 * row lock held to the commit: every snapshot sees a beginning of the partition without gaps, so what is read is the
 * run of events from `committed` on, at worst a shorter one or none; the rest comes with the next round.
 *
 * Equal shares, of events and of bytes, and not the first so many of all: a busy partition must not keep the others waiting. Always in the same
 * order: two instances that digest the same events (one of them a zombie) take the inbox rows in the same order.
 */
export const leaseOf = (group: string, topics: readonly string[], resting: readonly Lane[]): QueryConfig => ({
  name: 'bus.lease',
  text: `with lane as materialized (
      select g.topic, g.part, g.committed, p.next_offset
      from bus.grp g join bus.part p on p.topic = g.topic and p.part = g.part
      where g.grp = $1 and g.topic = any($2::text[]) and p.next_offset > g.committed
        and (g.topic, g.part) not in (select * from unnest($3::text[], $4::int[]))
      order by g.topic, g.part
      for update of g skip locked
    ), share as (
      select greatest(1, ${BATCH} / greatest(1, count(*))) as events, ${BATCH_BYTES} / greatest(1, count(*)) as bytes
      from lane)
    select e.topic, e.part, e."offset", e.event_id, e.key, e.type, e.payload, lane.committed, lane.next_offset
    from lane cross join share cross join lateral (
      select f.*, sum(octet_length(f.payload)) over (order by f."offset") as bytes from (
        select l.topic, l.part, l."offset", l.event_id, l.key, l.type, l.payload::text as payload
        from bus.log l where l.topic = lane.topic and l.part = lane.part and l."offset" >= lane.committed
        order by l."offset" limit share.events) f) e
    where e.bytes <= share.bytes or e.bytes = octet_length(e.payload)
    order by e.topic, e.part, e."offset"`,
  values: [group, topics, resting.map(({ topic }) => topic), resting.map(({ part }) => part)],
});

/** The last row of each partition, of rows in the order of their partitions. */
export const endsOf = (rows: readonly LogRow[]): LogRow[] =>
  rows.filter((row, n) => row.topic !== rows[n + 1]?.topic || row.part !== rows[n + 1]?.part);

/** Puts a group behind the last rows it has digested. */
export const moveTo = (group: string, ends: readonly LogRow[]): QueryConfig => ({
  name: 'bus.move',
  text: `update bus.grp g set committed = e.committed
    from unnest($2::text[], $3::int[], $4::bigint[]) as e(topic, part, committed)
    where g.grp = $1 and g.topic = e.topic and g.part = e.part`,
  values: [
    group,
    ends.map(({ topic }) => topic),
    ends.map(({ part }) => part),
    ends.map(({ offset }) => String(BigInt(offset) + 1n)),
  ],
});

/** What a group must know of its partitions to be put where it stands: the ends, and the event before its positions. */
export const edgesOf = (topics: readonly string[], positions: readonly Position[]): QueryConfig => ({
  name: 'bus.edges',
  text: `select p.topic, p.part, p.next_offset as high,
      coalesce((select l."offset" from bus.log l where l.topic = p.topic and l.part = p.part
                order by l."offset" limit 1), p.next_offset) as low,
      k.next_offset is not null as known,
      (select l.event_id from bus.log l
       where l.topic = p.topic and l.part = p.part and l."offset" = k.next_offset - 1) as before,
      (select id from bus.identity)::text as log_id
    from bus.part p
    left join unnest($2::text[], $3::int[], $4::bigint[]) as k(topic, part, next_offset) using (topic, part)
    where p.topic = any($1::text[])`,
  values: [
    topics,
    positions.map(({ topic }) => topic),
    positions.map(({ part }) => part),
    positions.map(({ nextOffset }) => String(nextOffset)),
  ],
});

export type EdgesRow = {
  topic: string;
  part: number;
  high: string;
  low: string;
  known: boolean;
  before: string | null;
  log_id: string;
};

/** Puts a group where it stands, in the partitions in which nobody else has moved it since `committed` was read. */
export const placeAt = (
  group: string,
  places: readonly (Lane & { readonly committed: bigint | null; readonly next: bigint })[],
): QueryConfig => ({
  name: 'bus.place',
  text: `insert into bus.grp as g (grp, topic, part, committed)
    select $1, topic, part, next from unnest($2::text[], $3::int[], $4::bigint[]) as p(topic, part, next)
    on conflict (grp, topic, part) do update set committed = excluded.committed
    where (g.topic, g.part, g.committed) in (select * from unnest($2::text[], $3::int[], $5::bigint[]))`,
  values: [
    group,
    places.map(({ topic }) => topic),
    places.map(({ part }) => part),
    places.map(({ next }) => String(next)),
    places.map(({ committed }) => (committed === null ? null : String(committed))),
  ],
});
