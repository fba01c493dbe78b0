import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWithKafka, freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import kafkajs from 'kafkajs';
import pino from 'pino';
import { prepareBus, prepareSchema } from '../database/prepare-schema.js';
import { aGroup, type ReadRecord } from '../testing/a-group.builder.js';
import { asAdminOf } from '../testing/counting-process.builder.js';
import { eventually, ROLE_PASSWORD, serviceUrl } from '../testing/service-for-tests.builder.js';
import type { EventBus, Subscription, OutgoingEvent } from './event-bus.js';
import { ConsumerWatch } from './consumer-watch.js';
import { KafkaBus } from './kafka-bus.js';
import { KafkaLog } from './kafka-log.js';
import { KafkaReader } from './kafka-reader.js';
import { PgLogBus } from './pg-log-bus.js';
import { partitionOf } from './partition.js';

const TOPIC = { name: 'shulian.counting.counter', partitions: 8, keyedBy: 'counter name' } as const;
const OTHER = { name: 'shulian.counting.other', partitions: 8, keyedBy: 'counter name' } as const;
const TOPICS = [TOPIC, OTHER];
const log = pino({ level: 'silent' });

const anEvent = (key: string, n: number, topic: string = TOPIC.name): OutgoingEvent => ({
  eventId: randomUUID(),
  topic,
  key,
  type: 'shulian.counting.counter.raised.v1',
  payload: JSON.stringify({ n, words: '书联 "quoted" \\ ok' }),
});
const numberOf = (event: ReadRecord): number => (JSON.parse(event.payload) as { n: number }).n;

/** Sockets and timers that keep this process alive, the fewest of a second: those of others come and go. */
async function leastOpen(): Promise<{ sockets: number; timers: number }> {
  const least = { sockets: Infinity, timers: Infinity };
  for (let looks = 0; looks < 50; looks += 1) {
    const open = process.getActiveResourcesInfo();
    const count = (kind: string): number => open.filter((each) => each === kind).length;
    least.sockets = Math.min(least.sockets, count('TCPSocketWrap'));
    least.timers = Math.min(least.timers, count('Timeout'));
    await pause(20);
  }
  return least;
}

/** As a service joins: a broker that has not loaded a group's coordinator yet lets nobody in, and is asked again. */
const join = (bus: EventBus, subscription: Subscription): Promise<void> =>
  eventually(() => bus.subscribe(subscription), 20_000);

/** One contract for both adapters: what the relay and the inbox may rely on. */
function itIsAnEventBus(open: () => Promise<EventBus>): void {
  const buses: EventBus[] = [];
  const opened = async (): Promise<EventBus> => {
    const bus = await open();
    buses.push(bus);
    return bus;
  };
  const closed = async (bus: EventBus): Promise<void> => {
    buses.splice(buses.indexOf(bus), 1);
    await bus.stop(5_000);
  };
  // Before the next test counts what is open.
  afterEach(async () => {
    await Promise.all(buses.splice(0).map((bus) => bus.stop(5_000)));
  });
  const group = (): string => `shulian.counting.${randomUUID().slice(0, 8)}`;

  it('delivers what was published before and after the group joined, in the order of each key', async () => {
    const bus = await opened();
    const keys = ['a', 'b', 'c', '甲', '乙'].map((key) => `${key}-${randomUUID()}`);
    const batch = (from: number): OutgoingEvent[] =>
      Array.from({ length: 100 }, (_, i) => anEvent(keys[i % keys.length] ?? '', from + i));
    await bus.publish(batch(0));
    const seen: ReadRecord[] = [];
    await join(
      bus,
      aGroup({
        group: group(),
        topics: [TOPIC.name],
        digest: (events) => {
          seen.push(...events.filter((event) => keys.includes(event.key)));
          return Promise.resolve();
        },
      }),
    );
    await bus.publish(batch(100));
    await eventually(() => expect(seen).toHaveLength(200), 30_000);
    for (const key of keys) {
      const numbers = seen.filter((event) => event.key === key).map(numberOf);
      expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
    }
    for (const event of seen) {
      expect(event.topic).toBe(TOPIC.name);
      expect(event.part).toBe(partitionOf(event.key, TOPIC.partitions));
      expect(event.payload).toContain('书联 "quoted" \\\\ ok'.replaceAll('"', '\\"'));
    }
  });

  it('leaves nothing open when it is stopped while a group joins, whenever that is, and takes no group after that', async () => {
    const before = await leastOpen();
    const aJoiner = () => aGroup({ group: group(), topics: [TOPIC.name], digest: () => Promise.resolve() });
    // Steps of a join take a millisecond or two: stopped within each of them, more than once.
    for (const ms of Array.from({ length: 48 }, (_, n) => n % 24)) {
      const bus = await open();
      const joining = bus.subscribe(aJoiner()).catch(() => undefined);
      await pause(ms);
      await bus.stop(5_000);
      // What never settles is said, instead of a test that takes too long.
      expect(await Promise.race([joining.then(() => 'settled'), pause(10_000, 'never')])).toBe('settled');
      await expect(bus.subscribe(aJoiner())).rejects.toThrow('stopped');
      await expect(bus.publish([anEvent('a', 1)])).rejects.toThrow();
    }
    // A connection that was cut, or a deadline that nobody waits for any more, goes by itself.
    await eventually(async () => {
      const { sockets, timers } = await leastOpen();
      expect(sockets).toBeLessThanOrEqual(before.sockets);
      expect(timers).toBeLessThanOrEqual(before.timers);
    }, 20_000);
  });

  it('delivers a batch again that was not digested, and then goes on behind it', async () => {
    const bus = await opened();
    const key = randomUUID();
    const tries: number[][] = [];
    await join(
      bus,
      aGroup({
        group: group(),
        topics: [TOPIC.name],
        digest: (events) => {
          const ours = events.filter((event) => event.key === key).map(numberOf);
          if (ours.length === 0) return Promise.resolve();
          tries.push(ours);
          return tries.length === 1 ? Promise.reject(new TypeError('not this time')) : Promise.resolve();
        },
      }),
    );
    await bus.publish([anEvent(key, 1), anEvent(key, 2)]);
    await eventually(() => expect(tries.length).toBeGreaterThanOrEqual(2), 30_000);
    expect(tries[1]?.[0]).toBe(1);
    await bus.publish([anEvent(key, 3)]);
    await eventually(() => expect(tries.flat()).toContain(3), 30_000);
  });

  it('keeps the order of every key over many partitions and two topics, and gives no event twice', async () => {
    const bus = await opened();
    const run = randomUUID();
    const keys = Array.from({ length: 31 }, (_, n) => `${n}-${run}`);
    const seen: ReadRecord[] = [];
    await join(
      bus,
      aGroup({
        group: group(),
        topics: TOPICS.map(({ name }) => name),
        digest: (events) => {
          seen.push(...events.filter((event) => event.key.endsWith(run)));
          return Promise.resolve();
        },
      }),
    );
    for (let from = 0; from < 600; from += 200)
      await bus.publish(
        Array.from({ length: 200 }, (_, i) =>
          anEvent(keys[i % keys.length] ?? '', from + i, TOPICS[i % 2]?.name),
        ),
      );
    await eventually(() => expect(seen).toHaveLength(600), 30_000);
    expect(new Set(seen.map(({ eventId }) => eventId)).size).toBe(600);
    const lanes = Map.groupBy(seen, ({ topic, part }) => `${topic} ${part}`);
    expect(lanes.size).toBeGreaterThan(TOPICS.length);
    for (const ofLane of lanes.values())
      for (const [n, event] of ofLane.entries())
        expect(event.offset).toBeGreaterThan(ofLane[n - 1]?.offset ?? -1n);
    for (const ofKey of Map.groupBy(seen, ({ topic, key }) => `${topic} ${key}`).values()) {
      const numbers = ofKey.map(numberOf);
      expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
    }
  });

  it('loses nothing of batches over many partitions of which some were not digested', async () => {
    const bus = await opened();
    const run = randomUUID();
    const keys = Array.from({ length: 20 }, (_, n) => `${n}-${run}`);
    const done: number[] = [];
    let batches = 0;
    await join(
      bus,
      aGroup({
        group: group(),
        topics: [TOPIC.name],
        digest: (events) => {
          const ours = events.filter((event) => event.key.endsWith(run));
          if (ours.length === 0) return Promise.resolve();
          batches += 1;
          if (batches % 2 === 0 || batches === 1) {
            // Half of it is done for good, as the inbox does it when it digests one by one.
            done.push(...ours.slice(0, ours.length / 2).map(numberOf));
            return Promise.reject(new Error('not this time'));
          }
          done.push(...ours.map(numberOf));
          return Promise.resolve();
        },
      }),
    );
    const events = Array.from({ length: 100 }, (_, n) => anEvent(keys[n % keys.length] ?? '', n));
    await bus.publish(events.slice(0, 60));
    await eventually(() => expect(new Set(done).size).toBe(60), 30_000);
    await bus.publish(events.slice(60));
    await eventually(() => expect(new Set(done).size).toBe(100), 30_000);
    const firsts = [...new Set(done)];
    for (const ofKey of Map.groupBy(firsts, (n) => n % keys.length).values())
      expect(ofKey).toEqual([...ofKey].sort((one, other) => one - other));
  });

  it('goes on where its group stopped', async () => {
    const name = group();
    const key = randomUUID();
    const first = await opened();
    const seen: number[] = [];
    const subscription = aGroup({
      group: name,
      topics: [TOPIC.name],
      digest: (events: readonly ReadRecord[]) => {
        seen.push(...events.filter((event) => event.key === key).map(numberOf));
        return Promise.resolve();
      },
    });
    await join(first, subscription);
    await first.publish([anEvent(key, 1)]);
    await eventually(() => expect(seen).toEqual([1]), 30_000);
    await closed(first);
    const second = await opened();
    await second.publish([anEvent(key, 2)]);
    await join(second, subscription);
    await eventually(() => expect(seen).toEqual([1, 2]), 30_000);
    await eventually(
      async () => expect((await second.standing()).get(name)).toMatchObject({ joined: true, lag: 0n }),
      10_000,
    );
  });

  it('gives a group whose positions were emptied everything again, and nothing waits then', async () => {
    const name = group();
    const key = randomUUID();
    const seen: number[] = [];
    const subscription = aGroup({
      group: name,
      topics: [TOPIC.name],
      digest: (events: readonly ReadRecord[]) => {
        seen.push(...events.filter((event) => event.key === key).map(numberOf));
        return Promise.resolve();
      },
    });
    const first = await opened();
    await join(first, subscription);
    await first.publish([anEvent(key, 1), anEvent(key, 2)]);
    await eventually(() => expect(seen).toEqual([1, 2]), 30_000);
    await closed(first);
    subscription.kept.clear();
    const second = await opened();
    await join(second, subscription);
    await eventually(() => expect(seen).toEqual([1, 2, 1, 2]), 30_000);
    await eventually(
      async () => expect((await second.standing()).get(name)).toMatchObject({ lag: 0n }),
      10_000,
    );
  });

  it('is made anew by the watch when a digestion hangs, and goes on', async () => {
    const bus = await opened();
    const name = group();
    const key = randomUUID();
    const seen: number[] = [];
    let hangs = true;
    const never = Promise.withResolvers<void>();
    await join(
      bus,
      aGroup({
        group: name,
        topics: [TOPIC.name],
        digest: (events) => {
          const ours = events.filter((event) => event.key === key);
          if (ours.length > 0 && hangs) return never.promise;
          seen.push(...ours.map(numberOf));
          return Promise.resolve();
        },
      }),
    );
    const watch = new ConsumerWatch(bus, log, { lookEvery: 200, standstill: 3_000 });
    watch.start();
    try {
      await bus.publish([anEvent(key, 1)]);
      await eventually(async () => {
        const why = (await bus.standing()).get(name)?.why.join() ?? '';
        expect(why).toMatch(/events wait and none was digested for 3 s: the consumer is made anew/);
      }, 30_000);
      hangs = false;
      await bus.publish([anEvent(key, 2)]);
      await eventually(() => expect(seen).toEqual([1, 2]), 60_000);
    } finally {
      watch.stop();
      never.reject(new Error('it hung long enough'));
    }
  }, 100_000);

  it('lets the other partitions go on while one is held, and that one afterwards', async () => {
    const bus = await opened();
    const name = group();
    const run = randomUUID();
    const [stuck = '', free = ''] = [0, 1].map((part) =>
      Array.from({ length: 200 }, (_, n) => `${n}-${run}`).find((key) => partitionOf(key, 8) === part),
    );
    const done: string[] = [];
    let away = true;
    const inner = aGroup({
      group: name,
      topics: [TOPIC.name],
      digest: (events) => {
        done.push(...events.filter(({ key }) => key.endsWith(run)).map(({ key, payload }) => key + payload));
        return Promise.resolve();
      },
    });
    await join(bus, {
      ...inner,
      digest: async (records) => {
        const isHeld = (record: (typeof records)[number]): boolean => away && record.part === 0;
        const held = await inner.digest(records.filter((record) => !isHeld(record)));
        return records.some(isHeld)
          ? [...held, { topic: TOPIC.name, part: 0, why: new Error('not now') }]
          : held;
      },
    });
    await bus.publish([anEvent(stuck, 1)]);
    for (let n = 1; n <= 5; n += 1) {
      await bus.publish([anEvent(free, n)]);
      await eventually(() => expect(done).toHaveLength(n), 10_000);
    }
    expect(done.every((one) => one.startsWith(free))).toBe(true);
    away = false;
    await eventually(() => expect(done.filter((one) => one.startsWith(stuck))).toHaveLength(1), 40_000);
  }, 100_000);

  it('shares the partitions of a group between two instances, each event to one of them', async () => {
    const name = group();
    const keys: string[] = Array.from({ length: 40 }, () => randomUUID());
    const [one, other] = [await opened(), await opened()];
    const seen: unknown[] = [];
    const shared = aGroup({
      group: name,
      topics: [TOPIC.name],
      digest: async (events) => {
        await pause(5);
        seen.push(...events.filter((event) => keys.includes(event.key)).map((event) => event.eventId));
      },
    });
    for (const bus of [one, other]) await join(bus, shared);
    const events = keys.map((key, n) => anEvent(key, n));
    await one.publish(events);
    await eventually(
      () => expect(new Set<unknown>(seen)).toEqual(new Set<unknown>(events.map((event) => event.eventId))),
      30_000,
    );
  });
}

describe('the log in Postgres as an event bus', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase('bus_contract');
    await prepareSchema(database.ownerUrl, 'counting', ROLE_PASSWORD);
    await prepareBus(database.ownerUrl, ['counting'], TOPICS);
  });
  afterAll(() => database.drop());
  const open = (): Promise<PgLogBus> =>
    Promise.resolve(
      new PgLogBus(
        {
          url: serviceUrl(database.ownerUrl, 'counting'),
          service: 'counting',
          topicPrefix: '',
          partitions: new Map(TOPICS.map(({ name, partitions }) => [name, partitions])),
          pool: 4,
        },
        log,
      ),
    );
  itIsAnEventBus(open);
});

await describeWithKafka('Kafka as an event bus', (kafka) => {
  beforeAll(async () => {
    await asAdminOf(kafka.brokers, (admin) =>
      admin.createTopics({
        waitForLeaders: true,
        topics: TOPICS.map(({ name, partitions }) => ({
          topic: kafka.topicPrefix + name,
          numPartitions: partitions,
          replicationFactor: 1,
        })),
      }),
    );
    // A broker may not lead the partitions at once that it has just made.
    const bus = await open();
    const first = TOPICS.flatMap(({ name }) =>
      Array.from({ length: 60 }, (_, n) => anEvent(`first-${n}`, n, name)),
    );
    await eventually(() => bus.publish(first), 30_000);
    await bus.stop(5_000);
  }, 60_000);
  const group = (): string => `shulian.counting.${randomUUID().slice(0, 8)}`;
  const open = (): Promise<KafkaBus> =>
    Promise.resolve(
      new KafkaBus(
        {
          brokers: kafka.brokers,
          service: 'counting',
          topicPrefix: kafka.topicPrefix,
          sessionTimeoutMs: 6_000,
        },
        log,
      ),
    );
  itIsAnEventBus(open);

  /** A member that knows one way of sharing only, and none that kafkajs knows: while it is there, a broker lets in nobody else. */
  const memberOfItsOwnWay = async (group: string): Promise<kafkajs.Consumer> => {
    const ownWay: kafkajs.PartitionAssigner = () => ({
      name: 'OwnWay',
      version: 1,
      assign: () => Promise.resolve([]),
      protocol: ({ topics }) => ({
        name: 'OwnWay',
        metadata: kafkajs.AssignerProtocol.MemberMetadata.encode({
          version: 1,
          topics,
          userData: Buffer.alloc(0),
        }),
      }),
    });
    const member = new kafkajs.Kafka({ brokers: kafka.brokers, logLevel: kafkajs.logLevel.NOTHING }).consumer(
      { groupId: kafka.topicPrefix + group, sessionTimeout: 6_000, partitionAssigners: [ownWay] },
    );
    await member.connect();
    await member.subscribe({ topics: [kafka.topicPrefix + TOPIC.name] });
    return member;
  };
  const inTheGroup = async (member: kafkajs.Consumer): Promise<void> => {
    const joined = Promise.withResolvers<void>();
    member.on(member.events.GROUP_JOIN, () => joined.resolve());
    await member.run({ eachMessage: () => Promise.resolve() });
    await joined.promise;
  };
  /** Puts the only member of a group out of it, as a broker does with one it has not heard of (LeaveGroup, version 0). */
  const putOut = async (groupId: string): Promise<void> => {
    const { groups } = await asAdminOf(kafka.brokers, (admin) => admin.describeGroups([groupId]));
    const text = (of: string): Buffer =>
      Buffer.concat([
        Buffer.from([Buffer.byteLength(of) >> 8, Buffer.byteLength(of) & 0xff]),
        Buffer.from(of),
      ]);
    const request = Buffer.concat([
      Buffer.from([0, 13, 0, 0, 0, 0, 0, 1]),
      ...['spec', groupId, groups[0]?.members[0]?.memberId ?? ''].map(text),
    ]);
    const size = Buffer.alloc(4);
    size.writeInt32BE(request.length);
    const [host = '', port = ''] = (kafka.brokers[0] ?? '').split(':');
    const socket = connect(Number(port), host);
    socket.write(Buffer.concat([size, request]));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(answer.readInt16BE(8)).toBe(0);
  };

  it('counts nothing as waiting in empty partitions of a group whose offsets were reset', async () => {
    const group = `shulian.counting.${randomUUID().slice(0, 8)}`;
    const empty = `shulian.counting.empty-${randomUUID().slice(0, 8)}`;
    const topic = kafka.topicPrefix + empty;
    const [offsets] = await asAdminOf(kafka.brokers, async (admin) => {
      await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: 8 }] });
      await admin.resetOffsets({ groupId: kafka.topicPrefix + group, topic, earliest: true });
      return admin.fetchOffsets({ groupId: kafka.topicPrefix + group, topics: [topic] });
    });
    expect(offsets?.partitions.every(({ offset }) => offset === '-2')).toBe(true);
    const client = new kafkajs.Kafka({ brokers: kafka.brokers, logLevel: kafkajs.logLevel.NOTHING });
    const kafkaLog = new KafkaLog(client, kafka.topicPrefix);
    const reader = new KafkaReader(
      client,
      { topicPrefix: kafka.topicPrefix, sessionTimeoutMs: 6_000 },
      kafkaLog,
      aGroup({ group, topics: [empty], digest: () => Promise.resolve() }),
      log,
    );
    expect((await reader.standing()).lag).toBe(0n);
    await kafkaLog.close();
  });

  it.each([
    ['at the end', 0n],
    ['one before it', 1n],
  ])(
    'counts as waiting what lies behind the positions, %s, whatever the broker knows of the group',
    async (_where, lag) => {
      const subscription = aGroup({ group: group(), topics: [OTHER.name], digest: () => Promise.resolve() });
      const topic = kafka.topicPrefix + OTHER.name;
      const ends = await asAdminOf(kafka.brokers, async (admin) => {
        const offsets = await admin.fetchTopicOffsets(topic);
        const [first] = offsets;
        // A commit that was lost: the broker has it at the start.
        await admin.setOffsets({
          groupId: kafka.topicPrefix + subscription.group,
          topic,
          partitions: [{ partition: first?.partition ?? 0, offset: '0' }],
        });
        return offsets;
      });
      for (const [n, { partition: part, high }] of ends.entries())
        subscription.kept.set(`${OTHER.name}/${part}`, {
          topic: OTHER.name,
          part,
          nextOffset: BigInt(high) - (n === 0 ? lag : 0n),
          logId: '',
          lastEventId: null,
        });
      const client = new kafkajs.Kafka({ brokers: kafka.brokers, logLevel: kafkajs.logLevel.NOTHING });
      const kafkaLog = new KafkaLog(client, kafka.topicPrefix);
      const settings = { topicPrefix: kafka.topicPrefix, sessionTimeoutMs: 6_000 };
      const reader = new KafkaReader(client, settings, kafkaLog, subscription, log);
      try {
        expect((await reader.standing()).lag).toBe(lag);
      } finally {
        await kafkaLog.close();
      }
    },
  );

  it('leaves no member behind that was replaced while it joined, and digests everything', async () => {
    const name = group();
    const run = randomUUID();
    const buses = [await open(), await open()];
    const seen = new Set<string>();
    const subscription = aGroup({
      group: name,
      topics: [TOPIC.name],
      digest: async (events) => {
        const ours = events.filter(({ key }) => key.endsWith(run));
        // As long as it digests, the group cannot be shared out anew.
        if (ours.some(({ key }) => key.startsWith('slow'))) await pause(7_000);
        for (const { eventId } of ours) seen.add(eventId);
      },
    });
    const members = async (): Promise<number | undefined> => {
      const { groups } = await asAdminOf(kafka.brokers, (admin) =>
        admin.describeGroups([kafka.topicPrefix + name]),
      );
      return groups[0]?.members.length;
    };
    try {
      for (const bus of buses) await join(bus, subscription);
      await eventually(async () => expect(await members()).toBe(2), 20_000);
      const slow = Array.from({ length: 8 }, (_, part) =>
        Array.from({ length: 200 }, (_each, n) => `slow-${n}-${run}`).find(
          (key) => partitionOf(key, 8) === part,
        ),
      );
      const events = slow.map((key = '', n) => anEvent(key, n));
      await buses[0]?.publish(events);
      await pause(500);
      await buses[0]?.renew(name, 'for the test');
      await pause(3_000);
      await buses[0]?.renew(name, 'for the test, once more');
      const later = Array.from({ length: 60 }, (_, n) => anEvent(`later-${n}-${run}`, n));
      await buses[1]?.publish(later);
      await eventually(() => expect(seen.size).toBe(68), 60_000);
      await eventually(async () => expect(await members()).toBe(2), 20_000);
    } finally {
      await Promise.all(buses.map((bus) => bus.stop(10_000)));
    }
    await eventually(async () => expect(await members()).toBe(0), 5_000);
  }, 150_000);

  it('tells where nobody reads, too, whether its brokers answer', async () => {
    const bus = await open();
    const withoutBrokers = new KafkaBus(
      { brokers: ['127.0.0.1:1'], service: 'counting', topicPrefix: '', sessionTimeoutMs: 6_000 },
      log,
    );
    expect((await bus.standing()).size).toBe(0);
    await expect(withoutBrokers.standing()).rejects.toThrow();
    await Promise.all([bus.stop(5_000), withoutBrokers.stop(1_000)]);
  });

  it('does not say that it follows a group that does not let it in', async () => {
    const group = `shulian.counting.${randomUUID().slice(0, 8)}`;
    const alone = await memberOfItsOwnWay(group);
    const bus = await open();
    try {
      await inTheGroup(alone);
      const subscription = aGroup({ group, topics: [TOPIC.name], digest: () => Promise.resolve() });
      await expect(bus.subscribe(subscription)).rejects.toThrow('protocol');
      await alone.disconnect();
      await join(bus, subscription);
      await eventually(
        async () => expect((await bus.standing()).get(group)).toMatchObject({ joined: true }),
        20_000,
      );
    } finally {
      await Promise.all([alone.disconnect(), bus.stop(5_000)]);
    }
  });

  it('follows on when kafkajs gives up its consumer for good', async () => {
    const group = `shulian.counting.${randomUUID().slice(0, 8)}`;
    const key = randomUUID();
    const seen: number[] = [];
    const alone = await memberOfItsOwnWay(group);
    const bus = await open();
    try {
      await join(
        bus,
        aGroup({
          group,
          topics: [TOPIC.name],
          digest: (events) => {
            seen.push(...events.filter((event) => event.key === key).map(numberOf));
            return Promise.resolve();
          },
        }),
      );
      await bus.publish([anEvent(key, 1)]);
      await eventually(() => expect(seen).toEqual([1]), 20_000);
      await putOut(kafka.topicPrefix + group);
      await inTheGroup(alone);
      // It hears of it with its next heartbeat, and is refused when it comes back.
      await eventually(
        async () => expect((await bus.standing()).get(group)).toMatchObject({ joined: false }),
        20_000,
      );
      await bus.publish([anEvent(key, 2)]);
      await pause(1_500);
      expect(seen).toEqual([1]);
      await alone.disconnect();
      await eventually(() => expect(seen).toContain(2), 30_000);
    } finally {
      await Promise.all([alone.disconnect(), bus.stop(5_000)]);
    }
  });
});
