import { setTimeout as pause } from 'node:timers/promises';
import type { CloudEvent, Watermark, WatermarkReached } from '@shulian/contracts/envelope';
import type { DeliveredRecord, EventBus, Held } from '../bus/event-bus.js';
import { laneOf } from '../bus/event-bus.js';
import type { Database } from '../database/database.js';
import { statement, type Session } from '../database/session.js';
import { positionsOf } from '../inbox/positions.js';
import type { Log } from '../log/logger.js';
import type { EventSchemas } from '../outbox/event-schemas.js';
import type { HeardWatermarks } from './heard-watermarks.js';

const MOVE = statement(
  'watermarks.move',
  `insert into digested_position as p (handler, topic, part, next_offset, log_id, last_event_id)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (handler, topic, part) do update
     set next_offset = excluded.next_offset, log_id = excluded.log_id, last_event_id = excluded.last_event_id
   where p.log_id <> excluded.log_id or p.next_offset < excluded.next_offset`,
);

/**
 * Hears the watermarks of the services that this one follows. Not through the inbox: each replaces the one before, so
 * that only the newest of a batch counts, and none is worth remembering or parking.
 */
export class WatermarkReader {
  private readonly leaving = new AbortController();
  private joining: Promise<void> = Promise.resolve();

  constructor(
    private readonly service: string,
    private readonly sources: readonly Watermark[],
    private readonly database: Database,
    private readonly bus: EventBus,
    private readonly schemas: EventSchemas,
    private readonly log: Log,
  ) {}

  /** Joins the bus in the background, however long that takes. */
  start(heard: (session: Session) => HeardWatermarks): void {
    if (this.sources.length > 0) this.joining = this.join(heard);
  }

  /** When this resolves it joins no more; the bus is stopped after it. */
  stop(): Promise<void> {
    this.leaving.abort();
    return this.joining;
  }

  private async join(heard: (session: Session) => HeardWatermarks): Promise<void> {
    const topics = this.sources.map(({ topic }) => topic.name);
    const subscription = {
      group: this.handler,
      topics,
      positions: positionsOf(this.database, this.handler, topics),
      newestOnly: true as const,
      digest: (records: readonly DeliveredRecord[]) => this.digest(heard, records),
    };
    const { signal } = this.leaving;
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        return await this.bus.subscribe(subscription);
      } catch {
        const wait = Math.min(500 * 2 ** failures, 10_000);
        await pause(wait, undefined, { ref: false, signal }).catch(() => undefined);
      }
    }
  }

  private get handler(): string {
    return `shulian.${this.service}.watermarks`;
  }

  private async digest(
    heard: (session: Session) => HeardWatermarks,
    records: readonly DeliveredRecord[],
  ): Promise<Held[]> {
    const lanes = [...Map.groupBy(records, laneOf).values()];
    try {
      await this.database.inTransaction(async (session) => {
        for (const lane of lanes) {
          const newest = lane
            .map((record) => ({ record, said: this.readable(record) }))
            .findLast(({ said }) => said);
          const source = this.sources.find(({ topic }) => topic.name === newest?.record.topic);
          if (newest?.said && source !== undefined)
            await heard(session).hear(source.of, newest.said, newest.record.logId);
          const last = lane.at(-1);
          if (last !== undefined)
            await session.rows(MOVE, [
              this.handler,
              last.topic,
              last.part,
              String(last.offset + 1n),
              last.logId,
              last.eventId,
            ]);
        }
      });
      return [];
    } catch (why) {
      return lanes.flatMap(([first]) =>
        first === undefined ? [] : [{ topic: first.topic, part: first.part, why }],
      );
    }
  }

  /** What a record says, or null: anybody may have written it. */
  private readable({ type, payload, topic, offset }: DeliveredRecord): WatermarkReached | null {
    try {
      const { data } = JSON.parse(payload ?? '') as CloudEvent<string, WatermarkReached>;
      this.schemas.check(type ?? '', data);
      return data;
    } catch (err) {
      this.log.warn({ err, topic, offset: String(offset) }, 'a record is no watermark, and passed over');
      return null;
    }
  }
}
