import { laneOf, type DeliveredRecord } from '../bus/event-bus.js';
import { statement, type Session } from '../database/session.js';
import { opened, type Opened } from './envelope.js';

/** A record in the parking place, with the number of its row. */
export type Parked = { readonly id: string; readonly opened: Opened };

const lockKey = (session: Session, handler: string, topic: string, key: string): Promise<unknown[]> =>
  session.rows(`select pg_advisory_xact_lock(hashtext($1), hashtext($2))`, [handler, `${topic}|${key}`]);

/** Looked at again under the lock: a replay may just have emptied the parking place of this key. */
export async function keyIsParked(
  session: Session,
  handler: string,
  { topic, key }: DeliveredRecord,
): Promise<boolean> {
  if (key === null) return false;
  await lockKey(session, handler, topic, key);
  const [row] = await session.rows<{ parked: boolean }>(
    `select exists (select from parked_event
       where handler = $1 and topic = $2 and key = $3 and resolved_at is null) as parked`,
    [handler, topic, key],
  );
  return row?.parked === true;
}

/**
 * A record is parked once while it waits, and no more once it was dismissed: an event is known by its id wherever it
 * lies, anything else by its place and its bytes. One that was digested is parked again: whoever reads it anew (a
 * rebuild) may fail anew. And another one may lie where it lay, in a log that lost its end or was made anew.
 */
const PARK = statement(
  'inbox.park',
  `with same as materialized (
     select resolved_at from parked_event k
     where k.handler = $1 and k.resolution is distinct from 'digested'
       and (k.event_id = $6::uuid
         or $6::uuid is null and k.event_id is null and k.topic = $2 and k.part = $3 and k."offset" = $4
           and (k.key_bytes, k.value) is not distinct from ($9::bytea, $10::bytea)
           and (k.resolved_at is null or k.log_id = $5))
   ), parked as (
     insert into parked_event (handler, topic, part, "offset", log_id, event_id, key, type,
                               key_bytes, value, headers, error, attempts)
     select $1, $2, $3::int, $4::bigint, $5, $6::uuid, $7, $8, $9::bytea, $10::bytea, $11::bytea, $12, $13::int
     where not exists (select from same)
     returning resolved_at)
   select exists (select from same where resolved_at is null) or exists (select from parked) as waits`,
);

/**
 * Puts a record aside, with the reason, in the transaction that moves the position behind it, and keeps its bytes; what
 * they say is noted where it can be read.
 * @returns whether it waits now; false: a person has dismissed it before
 */
export async function park(
  session: Session,
  handler: string,
  { record, event }: Opened,
  reason: string,
  attempts: number,
): Promise<boolean> {
  const { topic, part, offset, logId, key } = record;
  const raw = record.raw();
  const [row] = await session.rows<{ waits: boolean }>(PARK, [
    handler,
    topic,
    part,
    String(offset),
    logId,
    event?.id ?? null,
    key,
    storable(record.type, 200),
    raw.key,
    raw.value,
    raw.headers,
    storable(reason, 2_000) ?? '',
    attempts,
  ]);
  const waits = row?.waits === true;
  if (event !== null) await setInbox(session, handler, record, event.id, waits ? 'parked' : 'skipped');
  return waits;
}

type ParkedRow = {
  id: string;
  part: number;
  offset: string;
  log_id: string;
  event_id: string | null;
  type: string | null;
  key_bytes: Buffer | null;
  value: Buffer | null;
  headers: Buffer | null;
};

/** The oldest parked record of a key, locked against live events of the key until the transaction ends. */
export async function nextParked(
  session: Session,
  handler: string,
  topic: string,
  key: string,
): Promise<Parked | null> {
  await lockKey(session, handler, topic, key);
  const [row] = await session.rows<ParkedRow>(
    `select id, part, "offset", log_id, event_id, type, key_bytes, value, headers from parked_event
     where handler = $1 and topic = $2 and key = $3 and resolved_at is null order by id limit 1`,
    [handler, topic, key],
  );
  if (row === undefined) return null;
  const { id, part, offset, log_id, event_id, type, key_bytes, value, headers } = row;
  const record: DeliveredRecord = {
    topic,
    part,
    offset: BigInt(offset),
    from: BigInt(offset),
    logId: log_id,
    eventId: event_id,
    key,
    type,
    payload: value?.toString('utf8') ?? null,
    raw: () => ({ key: key_bytes, value, headers }),
  };
  return { id, opened: opened(record) };
}

/** The parked event is digested now. */
export async function resolve(
  session: Session,
  handler: string,
  { id, opened: { record, event } }: Parked,
  by: string,
): Promise<void> {
  await session.rows(
    `update parked_event set resolved_at = clock_timestamp(), resolved_by = $2, resolution = 'digested'
     where id = $1`,
    [id, by],
  );
  if (event !== null) await setInbox(session, handler, record, event.id, 'done');
}

/**
 * Puts away for good what can never be digested, or must not be. A replay of its key that goes on is waited for.
 * @returns where it came from, or null when nothing of this number waits
 */
export async function dismiss(session: Session, n: number, by: string, why: string): Promise<string | null> {
  const [place] = await session.rows<{ handler: string; topic: string; key: string | null }>(
    'select handler, topic, key from parked_event where id = $1',
    [n],
  );
  if (place !== undefined && place.key !== null)
    await lockKey(session, place.handler, place.topic, place.key);
  const [row] = await session.rows<{
    handler: string;
    topic: string;
    part: number;
    offset: string;
    event_id: string | null;
  }>(
    `update parked_event set resolved_at = clock_timestamp(), resolved_by = $2, resolution = 'dismissed', why = $3
     where id = $1 and resolved_at is null returning handler, topic, part, "offset", event_id`,
    [n, by, why],
  );
  if (row === undefined) return null;
  if (row.event_id !== null)
    await session.rows(`update inbox set status = 'skipped' where handler = $1 and event_id = $2`, [
      row.handler,
      row.event_id,
    ]);
  return `${row.handler} ${laneOf(row)}@${row.offset}`;
}

/** The inbox may have forgotten it: a parked event waits as long as it must. */
const setInbox = (
  session: Session,
  handler: string,
  { topic, part, offset }: DeliveredRecord,
  eventId: string,
  status: 'done' | 'parked' | 'skipped',
): Promise<unknown[]> =>
  session.rows(
    `insert into inbox (handler, event_id, topic, part, "offset", status) values ($1, $2, $3, $4, $5, $6)
     on conflict (handler, event_id) do update set status = excluded.status`,
    [handler, eventId, topic, part, String(offset), status],
  );

/** What PostgreSQL takes as text; some of it may be of anybody's making. */
const storable = (text: string | null, most: number): string | null =>
  // eslint-disable-next-line no-control-regex -- exactly those
  text === null ? null : text.slice(0, most).replaceAll(/[\u0000-\u001f\u007f]/g, ' ');
