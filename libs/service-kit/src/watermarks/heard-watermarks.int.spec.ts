import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { Client } from 'pg';
import pino from 'pino';
import type { DeliveredRecord, Digest, Subscription } from '../bus/event-bus.js';
import { positionsOf } from '../inbox/positions.js';
import { EventSchemas } from '../outbox/event-schemas.js';
import {
  countingDefinition,
  CounterRaised,
  countingWatermark,
} from '../testing/a-counting-service.builder.js';
import { migrateForTests } from '../testing/service-for-tests.builder.js';
import { HeardWatermarks } from './heard-watermarks.js';
import { WatermarkReader } from './watermark-reader.js';

// When a watermark counts as applied, with what is parked of this log and of one that is gone.

const handler = 'shulian.counting.from-counting';
const topic = CounterRaised.topic.name;
let database: FreshDatabase;
let client: Client;
beforeAll(async () => {
  database = await freshDatabase('kit_watermarks');
  await migrateForTests(database.ownerUrl, countingDefinition);
  client = new Client({ connectionString: database.ownerUrl, options: '-c search_path=counting' });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const rows = {
  rows: async <Row>(input: string | { text: string }, values: unknown[] = []): Promise<Row[]> =>
    (await client.query(typeof input === 'string' ? input : input.text, values)).rows as Row[],
};
const heard = (): HeardWatermarks => new HeardWatermarks(rows, () => [{ handler, topic }], ['counting']);
const appliedUpTo = async (): Promise<string | undefined> =>
  (await heard().standings())[0]?.appliedUpTo?.toISOString();
const park = (offset: number, logId: string): Promise<unknown> =>
  client.query(
    `insert into parked_event (handler, event_id, topic, part, "offset", log_id, key, error, attempts)
     values ($1, $2, $3, 0, $4, $5, 'key', 'for the test', 3)`,
    [handler, randomUUID(), topic, offset, logId],
  );
const standAt = async (nextOffset: number, logId: string): Promise<void> => {
  await client.query('truncate watermark, parked_event, digested_position');
  await client.query(`insert into digested_position values ($1, $2, 0, $3, $4)`, [
    handler,
    topic,
    nextOffset,
    logId,
  ]);
};
const hear = (upTo: string, nextOffset: number, logId: string): Promise<void> =>
  heard().hear('counting', { upTo, ends: [{ topic, part: 0, nextOffset }] }, logId);
const EARLY = '2026-10-12T04:00:00.000Z';
const LATE = '2026-10-12T05:00:00.000Z';

describe('a watermark', () => {
  it.each([
    ['one before its end', 9, EARLY],
    ['at its end', 10, LATE],
  ])('is held back by what is parked of its log %s', async (_where, offset, applied) => {
    await standAt(20, 'ours');
    await park(offset, 'ours');
    await hear(EARLY, 5, 'ours');
    await hear(LATE, 10, 'ours');
    expect(await appliedUpTo()).toBe(applied);
  });

  it('is held back by what is parked of another log, wherever that lay', async () => {
    await standAt(20, 'ours');
    await hear(EARLY, 5, 'ours');
    await park(4_000, 'theirs');
    await hear(LATE, 10, 'ours');
    expect(await appliedUpTo()).toBeUndefined();
  });

  it('is held back by what was parked of a log that was made anew under the same id', async () => {
    await standAt(4_001, 'ours');
    await park(4_000, 'ours');
    const positions = positionsOf(rows, handler, [topic]);
    const [was] = await positions.read();
    if (was === undefined) throw new Error('no position');
    await positions.begin([{ was, now: { ...was, nextOffset: 0n } }]);
    await client.query('update digested_position set next_offset = 20');
    await hear(LATE, 10, 'ours');
    expect(await appliedUpTo()).toBeUndefined();
    await client.query('update parked_event set resolved_at = clock_timestamp()');
    expect(await appliedUpTo()).toBe(LATE);
  });
});

describe('the position of a group that hears watermarks', () => {
  it('goes on, never back within its log, and back in another one', async () => {
    let digest: Digest | undefined;
    const reader = new WatermarkReader(
      'counting',
      [countingWatermark],
      { inTransaction: (work: (session: unknown) => unknown) => work(rows), rows: rows.rows } as never,
      {
        subscribe: (subscription: Subscription) => ((digest = subscription.digest), Promise.resolve()),
      } as never,
      new EventSchemas([]),
      pino({ level: 'silent' }),
    );
    reader.start(heard);
    await reader.stop();
    const record = (offset: bigint, logId: string): DeliveredRecord => ({
      topic: countingWatermark.topic.name,
      part: 0,
      offset,
      from: offset,
      logId,
      eventId: null,
      key: 'counting',
      type: countingWatermark.type,
      payload: null,
      raw: () => ({ key: null, value: null, headers: null }),
    });
    const after = async (offset: bigint, logId: string): Promise<unknown> => {
      expect(await digest?.([record(offset, logId)])).toEqual([]);
      const { rows: stands } = await client.query<{ next_offset: string }>(
        `select next_offset from digested_position where handler = 'shulian.counting.watermarks'`,
      );
      return stands[0]?.next_offset;
    };
    expect(await after(7n, 'ours')).toBe('8');
    expect(await after(6n, 'ours')).toBe('8');
    expect(await after(8n, 'ours')).toBe('9');
    expect(await after(0n, 'theirs')).toBe('1');
  });
});
