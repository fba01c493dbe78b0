import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Announcement, CloudEvent } from '@shulian/contracts/envelope';
import type { Clock } from '../clock/clock.js';
import { statement, type Session } from '../database/session.js';
import { currentTrace } from '../log/trace.js';
import type { EventSchemas } from './event-schemas.js';

/** Columns of outbox rows as parallel arrays, for `insert … select from unnest`, also inside an `.effects` statement. */
export type OutboxColumns = readonly [
  eventIds: string[],
  topics: string[],
  keys: string[],
  versions: number[],
  types: string[],
  payloads: string[],
  occurredAt: string[],
];

/** The part of an `.effects` statement that writes `OutboxColumns` given as seven parameters from `$first` on. */
export const insertOutbox = (first: number): string => `
  insert into outbox (event_id, topic, key, agg_version, type, payload, occurred_at)
  select event_id, topic, key, agg_version, type, payload::json, occurred_at
  from unnest($${first}::uuid[], $${first + 1}::text[], $${first + 2}::text[], $${first + 3}::int[],
              $${first + 4}::text[], $${first + 5}::text[], $${first + 6}::timestamptz[])
    with ordinality as e(event_id, topic, key, agg_version, type, payload, occurred_at, ord)
  order by ord`;

const APPEND = statement('outbox.append', insertOutbox(1));

/** Makes CloudEvents of announcements: checks the schema, gives id, time and trace. */
export class EventWriter {
  /** How many events were ever made: whoever finds it unchanged has announced nothing. */
  made = 0;

  constructor(
    private readonly service: string,
    private readonly schemas: EventSchemas,
    private readonly clock: Clock,
  ) {}

  /** @throws SchemaMismatch: our own bug, and the transaction rolls back with it */
  columns(announcements: readonly Announcement[]): OutboxColumns {
    const events = announcements.map((announcement) => this.eventOf(announcement));
    this.made += events.length;
    return [
      events.map((event) => event.id),
      announcements.map((announcement) => announcement.topic),
      announcements.map((announcement) => announcement.key),
      announcements.map((announcement) => announcement.aggregateVersion),
      announcements.map((announcement) => announcement.type),
      events.map((event) => JSON.stringify(event)),
      events.map((event) => event.time),
    ];
  }

  private eventOf(announcement: Announcement): CloudEvent {
    this.schemas.check(announcement.type, announcement.data);
    const trace = currentTrace();
    return {
      specversion: '1.0',
      id: uuidv7(),
      source: `/shulian/${this.service}`,
      type: announcement.type,
      subject: announcement.key,
      partitionkey: announcement.key,
      time: this.clock.instant(),
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

/** The only way out for a fact: a row beside the change, in the same commit. */
export class Outbox {
  constructor(
    private readonly session: Session,
    private readonly writer: EventWriter,
  ) {}

  async append(...announcements: Announcement[]): Promise<void> {
    if (announcements.length > 0) await this.session.rows(APPEND, this.writer.columns(announcements));
  }
}
