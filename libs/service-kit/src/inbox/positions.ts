import type { Lane, Position, Positions } from '../bus/event-bus.js';
import { statement, type Rows } from '../database/session.js';

const READ = statement(
  'positions.read',
  `select topic, part, next_offset, log_id, last_event_id from digested_position
   where handler = $1 and topic = any($2::text[])`,
);
/**
 * What is parked of a partition that is begun anew may lie in a log that is gone: its offset tells no more what is before
 * it and what behind, so its log is noted as none.
 */
const BEGIN = statement(
  'positions.begin',
  `with parked as (
     update parked_event k set log_id = ''
     from unnest($2::text[], $3::int[]) as b(topic, part)
     where k.handler = $1 and k.topic = b.topic and k.part = b.part and k.resolved_at is null)
   insert into digested_position as p (handler, topic, part, next_offset, log_id, last_event_id)
   select $1, b.topic, b.part, b.next_offset, b.log_id, null
   from unnest($2::text[], $3::int[], $4::bigint[], $5::text[]) as b(topic, part, next_offset, log_id)
   on conflict (handler, topic, part) do update
     set next_offset = excluded.next_offset, log_id = excluded.log_id, last_event_id = null
   where (p.topic, p.part, p.next_offset, p.log_id) in (
     select w.topic, w.part, w.next_offset, w.log_id
     from unnest($6::text[], $7::int[], $8::bigint[], $9::text[]) as w(topic, part, next_offset, log_id))
   returning p.topic, p.part`,
);

type Row = { topic: string; part: number; next_offset: string; log_id: string; last_event_id: string | null };

/** The positions of a handler in the tables of its service. */
export const positionsOf = (rows: Rows, handler: string, topics: readonly string[]): Positions => ({
  async read(): Promise<Position[]> {
    const found = await rows.rows<Row>(READ, [handler, topics]);
    return found.map(({ topic, part, next_offset, log_id, last_event_id }) => ({
      topic,
      part,
      nextOffset: BigInt(next_offset),
      logId: log_id,
      lastEventId: last_event_id,
    }));
  },

  begin(places): Promise<Lane[]> {
    const columns = (of: readonly Position[]): unknown[][] => [
      of.map(({ topic }) => topic),
      of.map(({ part }) => part),
      of.map(({ nextOffset }) => String(nextOffset)),
      of.map(({ logId }) => logId),
    ];
    return rows.rows<Lane>(BEGIN, [
      handler,
      ...columns(places.map(({ now }) => now)),
      ...columns(places.flatMap(({ was }) => was ?? [])),
    ]);
  },
});
