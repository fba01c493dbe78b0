import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { Client } from 'pg';
import { countingDefinition, countingWatermark } from '../testing/a-counting-service.builder.js';
import { eventually, migrateForTests, startForTests } from '../testing/service-for-tests.builder.js';
import { RelaySession } from './relay-session.js';

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase('kit_relay');
  await migrateForTests(database.ownerUrl, countingDefinition);
});
afterAll(() => database.drop());

describe('the relay', () => {
  it('sweeps away what was sent more than seven days ago, and nothing else', async () => {
    const owner = new Client({
      connectionString: database.ownerUrl,
      options: `-c search_path=${countingDefinition.name}`,
    });
    await owner.connect();
    try {
      await owner.query(
        `insert into outbox (event_id, topic, key, agg_version, type, payload, occurred_at, published_at)
         select gen_random_uuid(), 'shulian.counting.counter', age, 1, 'shulian.counting.counter.raised.v1', '{}',
                now() - interval '9 days', now() - age::interval
         from unnest(array['7 days 1 minute', '8 days', '6 days 23 hours 59 minutes']) as age`,
      );
      await owner.query(
        `insert into inbox (handler, event_id, topic, part, "offset", status, processed_at)
         select 'h', gen_random_uuid(), status || ' ' || age, 0, 0, status, now() - age::interval
         from unnest(array['done', 'done', 'skipped', 'parked'],
           array['35 days 1 minute', '34 days 23 hours 59 minutes', '99 days', '99 days']) as i(status, age)`,
      );
      await owner.query(
        `insert into parked_event (handler, topic, part, "offset", log_id, error, attempts, resolved_at)
         select 'h', coalesce(age, 'waits'), 0, n, 'l', 'e', 3, now() - age::interval
         from unnest(array['90 days 1 minute', '89 days 23 hours 59 minutes', null]) with ordinality as p(age, n)`,
      );
      const counting = await startForTests(countingDefinition, {
        ownerUrl: database.ownerUrl,
        migrated: true,
      });
      try {
        await eventually(async () => {
          const { rows } = await owner.query<{ key: string }>('select key from outbox');
          expect(rows.map(({ key }) => key)).toEqual(['6 days 23 hours 59 minutes']);
        });
        await eventually(async () => {
          const inbox = await owner.query<{ topic: string }>('select topic from inbox order by topic');
          expect(inbox.rows.map(({ topic }) => topic)).toEqual([
            'done 34 days 23 hours 59 minutes',
            'parked 99 days',
          ]);
          const parked = await owner.query<{ topic: string }>(
            'select topic from parked_event order by topic',
          );
          expect(parked.rows.map(({ topic }) => topic)).toEqual(['89 days 23 hours 59 minutes', 'waits']);
        });
      } finally {
        await counting.stop();
      }
    } finally {
      await owner.end();
    }
  });

  it('sends and leads on while the bus is slow to forget what is old', async () => {
    const owner = new Client({
      connectionString: database.ownerUrl,
      options: `-c search_path=${countingDefinition.name}`,
    });
    await owner.connect();
    const old = `topic = '${countingWatermark.topic.name}' and key = 'old'`;
    await owner.query(
      `insert into bus.log (topic, part, "offset", event_id, key, type, payload, at)
       values ('${countingWatermark.topic.name}', 0, -1, gen_random_uuid(), 'old', 'old', '{}', now() - interval '9 days')`,
    );
    await owner.query(`begin; select from bus.log where ${old} for update`);
    const counting = await startForTests(countingDefinition, {
      ownerUrl: database.ownerUrl,
      migrated: true,
    });
    try {
      await eventually(async () => {
        const rows = await counting.sql(
          `select from pg_stat_activity where query = 'select bus.sweep()' and wait_event_type = 'Lock' and datname = current_database()`,
        );
        expect(rows).toHaveLength(1);
      });
      await counting.sql(
        `insert into outbox (event_id, topic, key, agg_version, type, payload, occurred_at)
         values (gen_random_uuid(), 'shulian.counting.counter', 'meanwhile', 1, 'no.type', '{}', now())`,
      );
      await eventually(
        async () =>
          expect(
            await counting.sql(`select from outbox where key = 'meanwhile' and published_at is null`),
          ).toEqual([]),
        5_000,
      );
    } finally {
      await owner.query('rollback');
      await owner.end();
      await counting.stop();
    }
  });

  it('leaves its session in time when its server answers nothing any more', async () => {
    const { hostname, port } = new URL(database.ownerUrl);
    const [relayed, frozen]: [Set<Socket>, { is: boolean }] = [new Set(), { is: false }];
    const between = createServer({ allowHalfOpen: true }, (near) => {
      const far = connect(Number(port), hostname);
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        relayed.add(from);
        from.on('error', () => undefined);
        from.on('data', (data) => void (frozen.is || to.write(data)));
      }
    }).listen(0, '127.0.0.1');
    await once(between, 'listening');
    try {
      const url = new URL(database.ownerUrl);
      url.port = String((between.address() as { port: number }).port);
      const session = await RelaySession.open({ url: url.href, service: 'counting' });
      frozen.is = true;
      const startedAt = Date.now();
      await session.end();
      expect(Date.now() - startedAt).toBeLessThan(10_000);
    } finally {
      for (const socket of relayed) socket.destroy();
      between.close();
    }
  }, 20_000);
});
