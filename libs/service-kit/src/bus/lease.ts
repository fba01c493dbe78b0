import type { QueryConfig } from 'pg';

/** Events of a round, over all partitions of a group: what a process must hold in memory at once. */
const BATCH = 400;

/** An event as the log has it. */
export type LogRow = {
  topic: string;
  part: number;
  offset: string;
  event_id: string;
  key: string;
  type: string;
  payload: string;
  /** Where the partition ended when it was read. */
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
 * Equal shares and not the first so many of all: a busy partition must not keep the others waiting. Always in the same
 * order: two instances that digest the same events (one of them a zombie) take the inbox rows in the same order.
 */
export const leaseOf = (group: string, topics: readonly string[]): QueryConfig => ({
  name: 'bus.lease',
  text: `with lane as materialized (
      select g.topic, g.part, g.committed, p.next_offset
      from bus.grp g join bus.part p on p.topic = g.topic and p.part = g.part
      where g.grp = $1 and g.topic = any($2::text[]) and p.next_offset > g.committed
      order by g.topic, g.part
      for update of g skip locked
    ), share as (select greatest(1, ${BATCH} / greatest(1, count(*))) as events from lane)
    select e.topic, e.part, e."offset", e.event_id, e.key, e.type, e.payload::text as payload, lane.next_offset
    from lane cross join lateral (
      select * from bus.log l where l.topic = lane.topic and l.part = lane.part and l."offset" >= lane.committed
      order by l."offset" limit (select events from share)) e
    order by e.topic, e.part, e."offset"`,
  values: [group, topics],
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
