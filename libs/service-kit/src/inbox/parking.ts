import type { DeliveredEvent } from '../bus/event-bus.js';
import type { Session } from '../database/session.js';

/** An event in the parking place, with the number of its row. */
export type Parked = { readonly id: string; readonly event: DeliveredEvent };

const lockKey = (session: Session, handler: string, topic: string, key: string): Promise<unknown[]> =>
  session.rows(`select pg_advisory_xact_lock(hashtext($1), hashtext($2))`, [handler, `${topic}|${key}`]);

/** Looked at again under the lock: a replay may just have emptied the parking place of this key. */
export async function keyIsParked(
  session: Session,
  handler: string,
  event: DeliveredEvent,
): Promise<boolean> {
  await lockKey(session, handler, event.topic, event.key);
  const [row] = await session.rows<{ parked: boolean }>(
    `select exists (select from parked_event
       where handler = $1 and topic = $2 and key = $3 and resolved_at is null) as parked`,
    [handler, event.topic, event.key],
  );
  return row?.parked === true;
}

/** Puts an event aside, with the reason, in the transaction that holds its inbox row. */
export async function park(
  session: Session,
  handler: string,
  event: DeliveredEvent,
  reason: string,
  attempts: number,
): Promise<void> {
  await setInbox(session, handler, event, 'parked');
  await session.rows(
    `insert into parked_event (handler, event_id, topic, part, "offset", key, type, payload, error, attempts)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (handler, event_id) do nothing`,
    [
      handler,
      event.eventId,
      event.topic,
      event.part,
      String(event.offset),
      event.key,
      event.type,
      event.payload,
      reason.slice(0, 2_000),
      attempts,
    ],
  );
}

/** The oldest parked event of a key, locked against live events of the key until the transaction ends. */
export async function nextParked(
  session: Session,
  handler: string,
  topic: string,
  key: string,
): Promise<Parked | null> {
  await lockKey(session, handler, topic, key);
  const [row] = await session.rows<{
    id: string;
    event_id: string;
    part: number;
    offset: string;
    type: string;
    payload: string;
  }>(
    `select id, event_id, part, "offset", type, payload from parked_event
     where handler = $1 and topic = $2 and key = $3 and resolved_at is null order by part, "offset" limit 1`,
    [handler, topic, key],
  );
  if (row === undefined) return null;
  const { id, event_id, part, offset, type, payload } = row;
  return { id, event: { eventId: event_id, topic, key, part, offset: BigInt(offset), type, payload } };
}

/** The parked event is digested now. */
export async function resolve(session: Session, handler: string, parked: Parked, by: string): Promise<void> {
  await session.rows(
    `update parked_event set resolved_at = clock_timestamp(), resolved_by = $2 where id = $1`,
    [parked.id, by],
  );
  await setInbox(session, handler, parked.event, 'done');
}

const setInbox = (
  session: Session,
  handler: string,
  event: DeliveredEvent,
  status: 'done' | 'parked',
): Promise<unknown[]> =>
  session.rows(`update inbox set status = $3 where handler = $1 and event_id = $2`, [
    handler,
    event.eventId,
    status,
  ]);
