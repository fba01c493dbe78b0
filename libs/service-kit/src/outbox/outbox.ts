import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { eventBytes, type Announcement, type CloudEvent } from '@shulian/contracts/envelope';
import type { OutgoingEvent } from '../bus/event-bus.js';
import type { Clock } from '../clock/clock.js';
import type { Session } from '../database/session.js';
import { sql, words, type Sql } from '../database/sql.js';
import { statementOf, unnested, type ValueOf } from '../database/statement-of.js';
import { currentTrace } from '../log/trace.js';
import { tooLong, type EventSchemas } from './event-schemas.js';

/** Columns of outbox rows as parallel arrays, for `insert … select from unnest`, also inside an `.effects` statement. */
export type OutboxColumns = readonly [
  eventIds: string[],
  topics: string[],
  keys: string[],
  versions: number[],
  types: string[],
  /** CloudEvents without their time, which they get when they are written */
  payloads: string[],
  aheadMs: number[],
];

/** The types of these columns. */
export const outboxTypes = ['uuid', 'text', 'text', 'int', 'text', 'text', 'float8'] as const;

const BEFORE_ROWS = `
  insert into outbox (event_id, topic, key, agg_version, type, payload, occurred_at)
  select e.event_id, e.topic, e.key, e.agg_version, e.type,
         ('{"time":"' || to_char(written.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '",'
           || substr(e.payload, 2))::json,
         written.at
  from (`;
const AFTER_ROWS = `) e cross join lateral (
    select date_trunc('milliseconds', clock_timestamp() + e.ahead * interval '1 millisecond') as at) written
  order by e.place`;

/**
 * The part of an `.effects` statement that writes rows with the columns of `OutboxColumns` (event_id, topic, key,
 * agg_version, type, payload, ahead) in the order of their `place`. Their time is the moment of this statement by the
 * database's clock, moved like domain time: it lies in the transaction that writes them, whatever kept it waiting, and
 * one clock gives it to all instances. Watermarks rest on it.
 */
export const writeEvents = (rows: string): string => `${BEFORE_ROWS}${rows}${AFTER_ROWS}`;

/** The same for the `OutboxColumns` that a call gives. */
export const insertOutbox = <Given>(value: ValueOf<Given>, events: (given: Given) => OutboxColumns): Sql => {
  const columns = unnested(outboxTypes.map((type, n) => [type, value((given) => events(given)[n])] as const));
  return sql`${words(BEFORE_ROWS)}
    select * from ${columns}
      with ordinality as given(event_id, topic, key, agg_version, type, payload, ahead, place)${words(AFTER_ROWS)}`;
};

const APPEND = statementOf<OutboxColumns>('outbox.append', (value) =>
  insertOutbox(value, (columns) => columns),
);

type UntimedEvent = Omit<CloudEvent, 'time'>;

/** Makes CloudEvents of announcements: checks the schema, gives id and trace. */
export class EventWriter {
  /** How many events were ever made: whoever finds it unchanged has announced nothing. */
  made = 0;

  constructor(
    private readonly service: string,
    private readonly schemas: EventSchemas,
    private readonly clock: Clock,
  ) {}

  /** @throws SchemaMismatch: our own bug, and the transaction rolls back with it; Problem 422 for what is too long to be told */
  columns(announcements: readonly Announcement[]): OutboxColumns {
    const ahead = this.clock.aheadMs();
    const events = announcements.map((announcement) => this.eventOf(announcement));
    this.made += events.length;
    return [
      events.map((event) => event.id),
      announcements.map((announcement) => announcement.topic),
      announcements.map((announcement) => announcement.key),
      announcements.map((announcement) => announcement.aggregateVersion),
      announcements.map((announcement) => announcement.type),
      events.map((event) => payloadOf(event)),
      announcements.map(() => ahead),
    ];
  }

  /** An event that goes to the bus beside the outbox: nobody's fact, and of no use when it comes late. */
  unkept(announcement: Announcement): OutgoingEvent {
    const event = { ...this.eventOf(announcement), time: this.clock.instant() };
    const { topic, key, type } = announcement;
    return { eventId: event.id, topic, key, type, payload: payloadOf(event) };
  }

  private eventOf(announcement: Announcement): UntimedEvent {
    this.schemas.checkNew(announcement.type, announcement.data);
    const trace = currentTrace();
    return {
      specversion: '1.0',
      id: uuidv7(),
      source: `/shulian/${this.service}`,
      type: announcement.type,
      subject: announcement.key,
      partitionkey: announcement.key,
      datacontenttype: 'application/json',
      dataschema: `https://shulian.example/schemas/${announcement.type}.schema.json`,
      aggregateversion: announcement.aggregateVersion,
      ...(announcement.schoolId === null ? {} : { schoolid: announcement.schoolId }),
      correlationid: trace?.requestId ?? randomUUID(),
      ...(trace?.causationId === undefined ? {} : { causationid: trace.causationId }),
      ...(trace === undefined ? {} : { traceparent: trace.traceparent }),
      data: announcement.data,
    };
  }
}

/** `"time":"2026-10-12T04:00:00.000Z",` */
const TIME_BYTES = 34;

/** The schemas' lengths keep every event smaller; a field that no schema names may not. */
function payloadOf(event: UntimedEvent): string {
  const payload = JSON.stringify(event);
  if (Buffer.byteLength(payload) > eventBytes - TIME_BYTES) throw tooLong(['']);
  return payload;
}

/** The only way out for a fact: a row beside the change, in the same commit. */
export class Outbox {
  constructor(
    private readonly session: Session,
    private readonly writer: EventWriter,
  ) {}

  async append(...announcements: Announcement[]): Promise<void> {
    if (announcements.length > 0) await this.session.rows(...APPEND.with(this.writer.columns(announcements)));
  }
}
