import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWithKafka, freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import kafkajs from 'kafkajs';
import { countingDefinition, CounterRaised } from './testing/a-counting-service.builder.js';
import { asAdminOf, makeTopic } from './testing/counting-process.builder.js';
import { eventually, startForTests, type ServiceForTests } from './testing/service-for-tests.builder.js';

// One odd record stops nothing: whatever anybody writes to a topic, the events around it are digested.

const LONG = 30_000;
const TOPIC = CounterRaised.topic.name;
const TYPE = CounterRaised.type;

const anEvent = (counter: string, over: object = {}, id = randomUUID()): Record<string, unknown> => ({
  specversion: '1.0',
  id,
  source: '/shulian/counting',
  type: TYPE,
  subject: counter,
  partitionkey: counter,
  time: '2026-10-12T04:00:00.000Z',
  aggregateversion: 1,
  data: { counter, by: 1, value: 1 },
  ...over,
});

type Parked = { n: number; key: string | null; part: number; offset: number; bytes: number; error: string };
type Answered = Record<string, unknown>;

/** The operations door, as a person of the county uses it. */
async function operate(counting: ServiceForTests, path: string, body?: object): Promise<[number, Answered]> {
  const token = await counting.signer.account({ role: 'county-admin' });
  const answer = await fetch(`${counting.url}/api/v1/operations/counting/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return [answer.status, (await answer.json()) as Answered];
}
const parkedOf = async (counting: ServiceForTests, query = ''): Promise<Parked[]> =>
  (await operate(counting, `parked-events?limit=500${query}`))[1]['items'] as Parked[];
const mirrored = async (counting: ServiceForTests, like: string): Promise<string[]> =>
  (
    await counting.sql<{ name: string }>(`select name from mirror where name like $1 order by name`, [like])
  ).map(({ name }) => name);

describe('odd rows in the log in Postgres', () => {
  let database: FreshDatabase;
  let counting: ServiceForTests;
  beforeAll(async () => {
    database = await freshDatabase('odd_rows');
    counting = await startForTests(countingDefinition, { ownerUrl: database.ownerUrl });
  });
  afterAll(async () => {
    await counting.stop();
    await database.drop();
  });
  const put = (key: string, type: string, payload: unknown, id = randomUUID()): Promise<unknown> =>
    counting.sql('select bus.append($1::text[], $2::int[], $3::uuid[], $4::text[], $5::text[], $6::text[])', [
      [TOPIC],
      [0],
      [id],
      [key],
      [type],
      [typeof payload === 'string' ? payload : JSON.stringify(payload)],
    ]);

  it('are parked with their bytes, and the events around them digested', async () => {
    const odd: [string, string, unknown][] = [
      ['odd-0', TYPE, '"\\u0000"'],
      ['odd-1', TYPE, {}],
      ['odd-2', TYPE, anEvent('odd-2')],
      ['odd-3', TYPE, 'null'],
      ['odd-4', 'no.such.type', anEvent('odd-4', { type: 'another' })],
      ['k'.repeat(5_000), TYPE, anEvent('odd-5')],
      ['odd-6', TYPE, { padding: 'x'.repeat(1_048_576) }],
    ];
    for (const [n, [key, type, payload]] of odd.entries()) {
      await put(key, type, payload);
      const sound = anEvent(`good-${n}`);
      await put(`good-${n}`, TYPE, sound, sound['id'] as never);
    }
    // Sound envelopes of which the data, or the type, mean nothing.
    const wrong = anEvent('wrong', { data: { counter: 7 } });
    await put('wrong', TYPE, wrong, wrong['id'] as never);
    const nul = anEvent('nul', { data: { counter: 'a\0b', by: 1, value: 1 } });
    await put('nul', TYPE, nul, nul['id'] as never);
    const unknown = anEvent('unknown', { type: 'shulian.counting.counter.lowered.v1' });
    await put('unknown', unknown['type'] as never, unknown, unknown['id'] as never);
    const last = anEvent('good-last');
    await put('good-last', TYPE, last, last['id'] as never);
    await eventually(async () => {
      expect(await mirrored(counting, 'good-%')).toHaveLength(odd.length + 1);
      expect(await parkedOf(counting)).toHaveLength(odd.length + 3);
    }, LONG);
    const [bytes] = await counting.sql<{ value: Buffer }>(
      `select value from parked_event where key = 'odd-6'`,
    );
    expect(bytes?.value.toString()).toBe(JSON.stringify(odd[6]?.[2]));
    expect(
      await counting.sql(
        `select g.committed, d.next_offset, p.next_offset as "end" from bus.grp g join bus.part p using (topic, part)
           join digested_position d using (topic, part)
         where (g.committed, d.next_offset) is distinct from (p.next_offset, p.next_offset)`,
      ),
    ).toEqual([]);
  });
});

await describeWithKafka('odd records on Kafka', ({ brokers, topicPrefix }) => {
  let database: FreshDatabase;
  let counting: ServiceForTests;
  const kafka = new kafkajs.Kafka({ brokers, logLevel: kafkajs.logLevel.NOTHING });
  const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
  type Message = kafkajs.Message;
  beforeAll(async () => {
    database = await freshDatabase('odd_records');
    await makeTopic(brokers, topicPrefix);
    counting = await startForTests(countingDefinition, {
      ownerUrl: database.ownerUrl,
      settings: {
        SHULIAN_BUS: 'kafka',
        KAFKA_BROKERS: brokers.join(','),
        SHULIAN_TOPIC_PREFIX: topicPrefix,
        SHULIAN_KAFKA_SESSION_MS: 6_000,
      },
    });
    await producer.connect();
  });
  afterAll(async () => {
    await producer.disconnect();
    await counting?.stop();
    await database.drop();
  });
  const send = (...messages: Message[]): Promise<unknown> =>
    producer.send({ topic: topicPrefix + TOPIC, messages });
  const sound = (counter: string, over: Partial<Message> = {}, with_: object = {}): Message => {
    const event = anEvent(counter, with_);
    return {
      key: counter,
      value: JSON.stringify(event),
      headers: { ce_id: event['id'] as string, ce_type: event['type'] as string },
      ...over,
    };
  };
  const some = (most: number): Buffer => randomBytes(Math.floor(Math.random() * most));

  it('are parked by their place with their bytes, on every partition, and the events around them digested', async () => {
    const odd: Message[] = [];
    const good: Message[] = [];
    const all: Message[] = [];
    for (let n = 0; n < 120; n += 1) {
      const partition = n % 8;
      const kinds: (() => Message)[] = [
        () => ({ key: some(20), value: some(300), headers: { ce_id: some(20), ce_type: some(20) } }),
        () => ({ key: null, value: null }),
        () => ({ key: `tombstone-${n}`, value: null }),
        () => sound(`no-id-${n}`, { headers: { ce_type: TYPE } }),
        () => sound(`no-type-${n}`, { headers: {} }),
        () => sound(`null-key-${n}`, { key: null }),
        () => sound(`nul-${n}`, { key: `a\0${n}` }),
        () => sound(`not-utf8-${n}`, { value: Buffer.from([0xff, 0xfe, 0x7b]) }),
        () => sound(`not-json-${n}`, { value: '{"specversion":' }),
        () => sound(`other-id-${n}`, { headers: { ce_id: randomUUID(), ce_type: TYPE } }),
        () => sound(`no-version-${n}`, {}, { aggregateversion: undefined }),
        () => sound(`huge-${n}`, { value: randomBytes(n < 12 ? 1_000_000 : 1_000) }),
      ];
      const kind = kinds[n % kinds.length];
      if (kind === undefined) continue;
      const [one, around] = [
        { ...kind(), partition },
        { ...sound(`good-${n}`), partition },
      ];
      odd.push(one);
      good.push(around);
      all.push(one, around);
    }
    for (let from = 0; from < all.length; from += 1) await send(...all.slice(from, from + 1));
    await eventually(async () => {
      expect(await mirrored(counting, 'good-%')).toHaveLength(good.length);
      expect(await counting.sql('select from parked_event')).toHaveLength(odd.length);
    }, LONG);
    const kept = await counting.sql<{ value: Buffer | null }>('select value from parked_event');
    const asText = (values: readonly (Buffer | string | null)[]): string[] =>
      values.map((value) => (value === null ? 'null' : Buffer.from(value).toString('base64'))).sort();
    expect(asText(kept.map(({ value }) => value))).toEqual(asText(odd.map(({ value }) => value)));
    // Nothing waits: the positions are at the end.
    const ends = await asAdminOf(brokers, (admin) => admin.fetchTopicOffsets(topicPrefix + TOPIC));
    const positions = await counting.sql<{ part: number; end: string }>(
      `select part, next_offset::text as end from digested_position where topic = '${TOPIC}' order by part`,
    );
    expect(positions.map(({ end }) => end)).toEqual(
      ends.sort((one, other) => one.partition - other.partition).map(({ high }) => high),
    );
    const readiness = (await (await fetch(`${counting.url}/readyz`)).json()) as {
      status: string;
      why: string[];
    };
    expect([readiness.status, readiness.why]).toEqual([
      'degraded',
      expect.arrayContaining([expect.stringMatching(/^120 records are parked, 120 of them no events$/)]),
    ]);
    expect(await (await fetch(`${counting.url}/metrics`)).text()).toContain('shulian_parked_events 120');
  }, 90_000);

  it('hold up their own key only, until a person dismisses them, with a trace', async () => {
    await send(sound('held', { value: 'what was this?' }));
    await send(sound('held', {}, { aggregateversion: 2 }), sound('free'));
    await eventually(async () => {
      expect(await mirrored(counting, 'free')).toEqual(['free']);
      expect((await parkedOf(counting)).filter(({ key }) => key === 'held')).toHaveLength(2);
    }, LONG);
    const [first] = (await parkedOf(counting)).filter(({ key }) => key === 'held');
    const key = { handler: 'shulian.counting.from-counting', topic: TOPIC, key: 'held' };
    expect(await operate(counting, 'parked-events/replays', key)).toEqual([
      200,
      { resolved: 0, stillFails: 'its value is no JSON' },
    ]);
    const path = `parked-events/${first?.n}/dismissals`;
    expect((await operate(counting, path, { why: '' }))[0]).toBe(400);
    expect(await operate(counting, path, { why: 'nobody knows it' })).toEqual([200, { dismissed: true }]);
    expect((await operate(counting, path, { why: 'once more' }))[0]).toBe(404);
    expect(await operate(counting, 'parked-events/replays', key)).toEqual([200, { resolved: 1 }]);
    expect(await mirrored(counting, 'held')).toEqual(['held']);
    const resolved = (await parkedOf(counting, '&resolved=true')) as unknown as Answered[];
    const traced = { resolvedBy: expect.any(String), resolvedAt: expect.any(String) };
    expect(resolved.map(({ resolution, why, ...row }) => [resolution, why, row])).toEqual([
      ['dismissed', 'nobody knows it', expect.objectContaining({ key: 'held', ...traced })],
      ['digested', null, expect.objectContaining({ key: 'held', ...traced })],
    ]);
    await send(sound('held', {}, { aggregateversion: 3 }));
    await eventually(
      async () =>
        expect(await counting.sql(`select version from mirror where name = 'held'`)).toEqual([
          { version: 3 },
        ]),
      LONG,
    );
  });
});
