import { setTimeout as pause } from 'node:timers/promises';
import kafkajs, { type Admin, type Consumer, type EachBatchPayload, type Producer } from 'kafkajs';
import type { Log } from '../log/logger.js';
import { pollOnlyWhatWaits } from './kafkajs-request-queue.js';
import type { DeliveredEvent, EventBus, OutgoingEvent, Standing, Subscription } from './event-bus.js';

const { Kafka, logLevel, Partitioners } = kafkajs;
const CHUNK = 100;
/** Well below half of the shortest session timeout, in milliseconds. */
const HEARTBEAT = 2_000;

type Followed = {
  readonly subscription: Subscription;
  consumer: Consumer;
  /** Settled when the consumer runs, or could not be made to. */
  starting: Promise<unknown>;
  joined: boolean;
  /** consumers given up in a row, since one last digested something */
  givenUp: number;
};

/** Apache Kafka through kafkajs: the only file that knows the client. Topics are made by an admin step, never here. */
export class KafkaBus implements EventBus {
  readonly kind = 'kafka';
  private readonly kafka: InstanceType<typeof Kafka>;
  private producer: Promise<Producer> | undefined;
  private admin: Promise<Admin> | undefined;
  private readonly followed: Followed[] = [];
  private stopping = false;

  constructor(
    private readonly settings: {
      readonly brokers: readonly string[];
      readonly service: string;
      readonly topicPrefix: string;
      readonly sessionTimeoutMs: number;
    },
    private readonly log: Log,
  ) {
    pollOnlyWhatWaits();
    this.kafka = new Kafka({
      clientId: `shulian-${settings.service}`,
      brokers: [...settings.brokers],
      connectionTimeout: 5_000,
      requestTimeout: 30_000,
      retry: { initialRetryTime: 200, retries: 5, maxRetryTime: 5_000 },
      logLevel: logLevel.WARN,
      logCreator: () => (entry) => {
        log.warn({ from: 'kafkajs', namespace: entry.namespace }, entry.log.message);
      },
    });
  }

  async publish(events: readonly OutgoingEvent[]): Promise<void> {
    if (events.length === 0) return;
    const byTopic = Map.groupBy(events, (event) => this.settings.topicPrefix + event.topic);
    try {
      const producer = await this.producing();
      await producer.sendBatch({
        acks: -1,
        topicMessages: [...byTopic].map(([topic, ofTopic]) => ({
          topic,
          messages: ofTopic.map((event) => ({
            key: event.key,
            value: event.payload,
            headers: {
              ce_type: event.type,
              ce_id: event.eventId,
              'content-type': 'application/cloudevents+json',
            },
          })),
        })),
      });
    } catch (error) {
      // The next batch gets a producer that asks anew who leads.
      const failed = this.producer;
      this.producer = undefined;
      await failed?.then((producer) => producer.disconnect()).catch(() => undefined);
      throw error;
    }
  }

  async subscribe(subscription: Subscription): Promise<void> {
    const followed: Followed = {
      subscription,
      consumer: this.consumerOf(subscription),
      starting: Promise.resolve(),
      joined: false,
      givenUp: 0,
    };
    this.followed.push(followed);
    try {
      await this.run(followed);
    } catch (error) {
      this.followed.splice(this.followed.indexOf(followed), 1);
      throw error;
    }
  }

  private consumerOf({ group }: Subscription): Consumer {
    return this.kafka.consumer({
      groupId: this.settings.topicPrefix + group,
      sessionTimeout: this.settings.sessionTimeoutMs,
      heartbeatInterval: HEARTBEAT,
      allowAutoTopicCreation: false,
      maxWaitTimeInMs: 100,
      retry: { initialRetryTime: 200, retries: 8, maxRetryTime: 10_000 },
    });
  }

  /** @throws what kept the consumer out of its group */
  private async run(followed: Followed): Promise<void> {
    const { consumer } = followed;
    const gone: { for?: Error } = {};
    let started = false;
    consumer.on(consumer.events.GROUP_JOIN, () => (followed.joined = true));
    consumer.on(consumer.events.REBALANCING, () => (followed.joined = false));
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      followed.joined = false;
      if (payload.restart) return;
      if (started) void this.runAnew(followed, payload.error);
      else gone.for = payload.error;
    });
    followed.starting = this.start(followed);
    try {
      await followed.starting;
      // kafkajs tells of a consumer that died while it joined by an event only.
      if (gone.for !== undefined) throw gone.for;
      started = true;
    } catch (error) {
      await consumer.disconnect().catch(() => undefined);
      throw error;
    }
  }

  private async start(followed: Followed): Promise<void> {
    const { consumer, subscription } = followed;
    await consumer.connect();
    // From the beginning: a group whose offsets expired would jump to the end and lose events; the inbox drops the rest.
    await consumer.subscribe({
      topics: subscription.topics.map((topic) => this.settings.topicPrefix + topic),
      fromBeginning: true,
    });
    if (this.stopping) return;
    await consumer.run({
      autoCommit: true,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 2,
      eachBatch: (batch) => this.digestBatch(followed, batch),
    });
  }

  /**
   * kafkajs gives a consumer up for good at errors that it holds to be final; an outage of the brokers may look so. Another
   * consumer takes its place until the bus stops: the desk's requests must not suffer from a process that ends for its bus.
   */
  private async runAnew(followed: Followed, cause: unknown): Promise<void> {
    const { group } = followed.subscription;
    let err = cause;
    while (!this.stopping) {
      this.log.warn({ err, group }, 'a consumer was given up, another takes its place');
      await pause(Math.min(500 * 2 ** followed.givenUp, 10_000), undefined, { ref: false });
      if (this.stopping) return;
      followed.givenUp += 1;
      followed.consumer = this.consumerOf(followed.subscription);
      try {
        return await this.run(followed);
      } catch (again) {
        err = again;
      }
    }
  }

  async stop(deadlineMs: number): Promise<void> {
    this.stopping = true;
    const ended = Promise.all([
      ...this.followed.map(async (followed) => {
        // One that is just joining cannot be told to leave before it has.
        await followed.starting.catch(() => undefined);
        await followed.consumer.disconnect();
      }),
      this.producer?.then((producer) => producer.disconnect()),
      this.admin?.then((admin) => admin.disconnect()),
    ]).catch(() => undefined);
    await Promise.race([ended, pause(deadlineMs, undefined, { ref: false })]);
  }

  async standing(): Promise<ReadonlyMap<string, Standing>> {
    const admin = await this.administering();
    const standings = await Promise.all(
      this.followed.map(async ({ subscription, joined }) => {
        const topics = subscription.topics.map((topic) => this.settings.topicPrefix + topic);
        const committed = await admin.fetchOffsets({
          groupId: this.settings.topicPrefix + subscription.group,
          topics,
        });
        let lag = 0n;
        for (const { topic, partitions } of committed) {
          const ends = new Map((await admin.fetchTopicOffsets(topic)).map((end) => [end.partition, end]));
          for (const { partition, offset } of partitions) {
            const end = ends.get(partition);
            if (end === undefined) continue;
            const from = offset === '-1' ? BigInt(end.low) : BigInt(offset);
            lag += BigInt(end.high) - from;
          }
        }
        return [subscription.group, { joined, lag }] as const;
      }),
    );
    return new Map(standings);
  }

  async rewind(group: string, topics: readonly string[]): Promise<void> {
    const admin = await this.administering();
    for (const topic of topics)
      await admin.resetOffsets({
        groupId: this.settings.topicPrefix + group,
        topic: this.settings.topicPrefix + topic,
        earliest: true,
      });
  }

  private producing(): Promise<Producer> {
    this.producer ??= (async () => {
      const producer = this.kafka.producer({
        // kafkajs' own retries lose acknowledged events when a leader moves, and idempotence insists on them (ADR 0008):
        // every failure surfaces, and the relay sends the whole batch again.
        retry: { retries: 0 },
        idempotent: false,
        maxInFlightRequests: 1,
        allowAutoTopicCreation: false,
        createPartitioner: Partitioners.DefaultPartitioner,
      });
      await producer.connect();
      return producer;
    })();
    return this.producer;
  }

  private administering(): Promise<Admin> {
    this.admin ??= (async () => {
      const admin = this.kafka.admin();
      await admin.connect();
      return admin;
    })().catch((error: unknown) => {
      // The next one to ask tries again: a broker that was away once is not away for ever.
      this.admin = undefined;
      throw error;
    });
    return this.admin;
  }

  private async digestBatch(followed: Followed, payload: EachBatchPayload): Promise<void> {
    const { subscription } = followed;
    const { batch } = payload;
    const beating = setInterval(() => void payload.heartbeat().catch(() => undefined), HEARTBEAT);
    try {
      for (let at = 0; at < batch.messages.length; at += CHUNK) {
        if (!payload.isRunning() || payload.isStale()) return;
        const messages = batch.messages.slice(at, at + CHUNK);
        const events = messages.map((message): DeliveredEvent => ({
          eventId: String(message.headers?.['ce_id'] ?? ''),
          type: String(message.headers?.['ce_type'] ?? ''),
          topic: batch.topic.slice(this.settings.topicPrefix.length),
          part: batch.partition,
          offset: BigInt(message.offset),
          key: String(message.key ?? ''),
          payload: String(message.value ?? ''),
        }));
        await subscription.digest(events);
        followed.givenUp = 0;
        const last = messages.at(-1);
        if (last !== undefined) payload.resolveOffset(last.offset);
        await payload.commitOffsetsIfNecessary();
        await payload.heartbeat();
      }
    } catch (error) {
      this.log.warn({ err: error, group: subscription.group }, 'digesting stopped, trying again');
      // A TypeError inside eachBatch would end the consumer silently (kafkajs retry list): never let one through.
      throw new Error('the batch was not digested', { cause: error });
    } finally {
      clearInterval(beating);
    }
  }
}
