import type { Client } from 'pg';
import { publicationBytes } from '@shulian/contracts/envelope';
import type { OutgoingEvent } from '../bus/event-bus.js';

/** Rows of one publication at most. */
const ROWS = 200;

export type WaitingEvent = OutgoingEvent & {
  /** of its row */
  readonly id: string;
};

type WaitingRow = {
  readonly id: string;
  readonly event_id: string;
  readonly topic: string;
  readonly key: string;
  readonly type: string;
  readonly payload: string;
  /** how many rows were looked at for those that fit */
  readonly considered: number;
};

export const bytesOf = (events: readonly OutgoingEvent[]): number =>
  events.reduce((bytes, { payload }) => bytes + Buffer.byteLength(payload), 0);

/** The rows of the outbox, as the relay sees them, on its own session. */
export class OutboxQueue {
  /** Rows that are looked at: twice as many as fitted the last time, so that large events are not read over and over. */
  private rows = ROWS;

  constructor(private readonly client: Client) {}

  /**
   * What is sent next: the oldest events that are not sent, so many as fit, at least one; nothing of a key of which an
   * event is set aside. `more`: others may wait behind them.
   */
  async next(bytes = publicationBytes): Promise<{ events: WaitingEvent[]; more: boolean }> {
    const { rows } = await this.client.query<WaitingRow>({
      name: 'relay.todo',
      text: `select id, event_id, topic, key, type, payload, considered from (
          select w.*, sum(octet_length(payload)) over (order by id) as bytes, (count(*) over ())::int as considered
          from (
            select id, event_id, topic, key, type, payload::text as payload from outbox o
            where published_at is null and not exists (
              select from outbox a where a.set_aside is not null and a.topic = o.topic and a.key = o.key)
            order by id limit $1) w) w
        where bytes <= $2 or bytes = octet_length(payload) order by id`,
      values: [this.rows, Math.floor(bytes)],
    });
    const considered = rows[0]?.considered ?? 0;
    const more = considered === this.rows || rows.length < considered;
    this.rows = Math.min(ROWS, 2 * (rows.length === considered ? this.rows : rows.length));
    const events = rows.map(({ id, event_id, topic, key, type, payload }) => ({
      id,
      eventId: event_id,
      topic,
      key,
      type,
      payload,
    }));
    return { events, more };
  }

  async mark(events: readonly WaitingEvent[]): Promise<void> {
    await this.client.query({
      name: 'relay.mark',
      text: 'update outbox set published_at = clock_timestamp() where id = any($1::bigint[])',
      values: [events.map(({ id }) => id)],
    });
  }

  /** Puts an event aside that the bus will never take; what comes later for its key waits behind it. */
  async setAside(event: WaitingEvent, why: string): Promise<void> {
    await this.client.query('update outbox set set_aside = $2 where id = $1', [
      event.id,
      why.slice(0, 2_000),
    ]);
  }

  /**
   * What nobody can need any more: sent events after 7 days, digested ids after 35, answers to repeated requests after
   * 24 h, parked records 90 days after a person has seen to them. From the oldest on, so many and no further: a week of
   * events is too much to read through each time.
   */
  async sweep(): Promise<void> {
    await this.client.query(`delete from outbox where id in (
      select id from (select id, published_at from outbox order by id limit 20000) oldest
      where published_at < clock_timestamp() - interval '7 days')`);
    // What is parked waits as long as it must, and is known meanwhile.
    await this.client.query(`delete from inbox where (handler, event_id) in (
      select handler, event_id from inbox
      where processed_at < clock_timestamp() - interval '35 days' and status <> 'parked'
      order by processed_at limit 20000)`);
    await this.client.query(`delete from parked_event where id in (
      select id from parked_event where resolved_at < clock_timestamp() - interval '90 days'
      order by resolved_at limit 5000)`);
    await this.client.query(`delete from desk_request where (caller, route, key) in (
      select caller, route, key from desk_request where asked_at < clock_timestamp() - interval '24 hours'
      order by asked_at limit 20000)`);
  }
}
