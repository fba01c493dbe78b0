import { setTimeout as pause } from 'node:timers/promises';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import type { Log } from '../log/logger.js';
import {
  laneOf,
  type FoundLog,
  type Held,
  type Lane,
  type Standing,
  type Subscription,
} from './event-bus.js';
import type { KafkaLog } from './kafka-log.js';
import { recordOf } from './kafka-record.js';
import { Notices } from './notices.js';
import { AnotherLog, OutOfPlace, placeLanes } from './placing.js';
import { Rests } from './rests.js';

const CHUNK = 100;
/** Well below half of the shortest session timeout, in milliseconds. */
const HEARTBEAT = 2_000;
const NOBODY: ReadonlySet<string> = new Set();

/** Reads the topics of one group: from its positions on, whatever the broker remembers of it. */
export class KafkaReader {
  private consumer: Consumer;
  /** Consumers that join: one that was given up meanwhile, too, leaves only when it has. */
  private readonly starting = new Set<Promise<unknown>>();
  /** Settled when every assigned partition is read from where the group stands. */
  private placing: Promise<void> = Promise.resolve();
  /** Where the next fetch of a partition must begin. */
  private readonly expected = new Map<string, bigint>();
  private readonly rests = new Rests();
  private readonly notices: Notices;
  private logId = '';
  private joined = false;
  private stopping = false;
  /** consumers given up in a row, since one last digested something */
  private givenUp = 0;

  constructor(
    private readonly kafka: Kafka,
    private readonly settings: { readonly topicPrefix: string; readonly sessionTimeoutMs: number },
    private readonly kafkaLog: KafkaLog,
    readonly subscription: Subscription,
    private readonly log: Log,
  ) {
    this.notices = new Notices(log, subscription.group);
    this.consumer = this.aConsumer();
  }

  private aConsumer(): Consumer {
    return this.kafka.consumer({
      groupId: this.settings.topicPrefix + this.subscription.group,
      sessionTimeout: this.settings.sessionTimeoutMs,
      heartbeatInterval: HEARTBEAT,
      allowAutoTopicCreation: false,
      maxWaitTimeInMs: 100,
      retry: {
        initialRetryTime: 200,
        retries: 8,
        maxRetryTime: 10_000,
        // Beside one that kafkajs has restarted, ours would be a second member of the group.
        restartOnFailure: () => Promise.resolve(false),
      },
    });
  }

  /** @throws what kept the consumer out of its group */
  async start(): Promise<void> {
    const { consumer } = this;
    const isOurs = (): boolean => consumer === this.consumer;
    const gone: { for?: Error } = {};
    let started = false;
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      if (!isOurs()) return;
      this.joined = true;
      this.expected.clear();
      const lanes = Object.entries(payload.memberAssignment as Record<string, number[]>);
      this.place(
        lanes.flatMap(([topic, parts]) => parts.map((part) => ({ topic: this.named(topic), part }))),
        NOBODY,
      );
    });
    consumer.on(consumer.events.REBALANCING, () => {
      if (isOurs()) this.joined = false;
    });
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (!isOurs()) return;
      this.joined = false;
      if (started) void this.runAnew(payload.error);
      else gone.for = payload.error;
    });
    const running = this.run(consumer);
    this.starting.add(running);
    try {
      await running;
      // kafkajs tells of a consumer that died while it joined by an event only.
      if (gone.for !== undefined) throw gone.for;
      started = true;
      // It could not be told to leave before: it would hold partitions that nobody reads.
      if (!isOurs()) await consumer.disconnect();
    } catch (error) {
      await consumer.disconnect().catch(() => undefined);
      throw error;
    } finally {
      this.starting.delete(running);
    }
  }

  private async run(consumer: Consumer): Promise<void> {
    await consumer.connect();
    await consumer.subscribe({
      topics: this.subscription.topics.map((topic) => this.settings.topicPrefix + topic),
      fromBeginning: true,
    });
    if (this.stopping) return;
    await consumer.run({
      // What is committed to the broker is for people who look at it; where we stand is written beside the effects.
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 2,
      eachBatch: (batch) => this.digestBatch(consumer, batch),
    });
  }

  /**
   * kafkajs gives a consumer up for good at errors that it holds to be final; an outage of the brokers may look so. Another
   * consumer takes its place until the bus stops: the desk's requests must not suffer from a process that ends for its bus.
   */
  private async runAnew(cause: unknown): Promise<void> {
    let err = cause;
    while (!this.stopping) {
      this.log.warn(
        { err, group: this.subscription.group },
        'a consumer was given up, another takes its place',
      );
      const consumer = this.aConsumer();
      this.consumer = consumer;
      await pause(Math.min(500 * 2 ** this.givenUp, 10_000), undefined, { ref: false });
      if (this.stopping || consumer !== this.consumer) return;
      this.givenUp += 1;
      try {
        return await this.start();
      } catch (again) {
        err = again;
      }
    }
  }

  /** The old consumer may hang in a batch: nobody waits for it, and its session ends since it gives no sign of life. */
  renew(why: string): void {
    const old = this.consumer;
    this.joined = false;
    this.notices.note(why);
    void this.runAnew(new Error(why));
    void old.disconnect().catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    // One that is just joining cannot be told to leave before it has.
    await Promise.allSettled([...this.starting]);
    await this.consumer.disconnect();
  }

  async standing(): Promise<Standing> {
    const { topics, positions } = this.subscription;
    const [edges, stands] = await Promise.all([this.kafkaLog.edges(topics), positions.read()]);
    const position = new Map(stands.map((one) => [laneOf(one), one.nextOffset]));
    let lag = 0n;
    for (const [lane, { low, high }] of edges) {
      const next = position.get(lane) ?? low;
      const from = next < low ? low : next;
      if (high > from) lag += high - from;
    }
    const reached = stands.reduce((sum, { nextOffset }) => sum + nextOffset, 0n);
    return { joined: this.joined, lag, reached, why: [...this.notices.shown(), ...this.rests.why()] };
  }

  private named(topic: string): string {
    return topic.slice(this.settings.topicPrefix.length);
  }

  /** Has these partitions read from where the group stands, as soon as that can be found out. */
  private place(lanes: readonly Lane[], swapped: ReadonlySet<string>): void {
    const { consumer } = this;
    this.placing = this.placing.then(async () => {
      while (!this.stopping && consumer === this.consumer) {
        try {
          return await this.placeNow(consumer, lanes, swapped);
        } catch (err) {
          this.log.warn(
            { err, group: this.subscription.group },
            'where to read from cannot be found out yet',
          );
          await pause(1_000, undefined, { ref: false });
        }
      }
    });
  }

  private async placeNow(
    consumer: Consumer,
    lanes: readonly Lane[],
    swapped: ReadonlySet<string>,
  ): Promise<void> {
    const { positions, topics } = this.subscription;
    const say = (lane: Lane, why: string): void => {
      if (this.subscription.newestOnly !== true) this.notices.note(`${laneOf(lane)}: ${why}`);
    };
    const find = (): Promise<FoundLog> => this.kafkaLog.found(topics);
    const { log, stands } = await placeLanes(positions, find, lanes, swapped, say);
    this.logId = log.logId;
    const begun = lanes.flatMap((lane) => {
      const position = stands.get(laneOf(lane));
      if (position === undefined) return [];
      const { nextOffset, lastEventId } = position;
      // The event before it comes again, so that the inbox sees whether this is still the log it has digested.
      const again = lastEventId !== null && nextOffset > (log.edges(lane)?.low ?? nextOffset);
      return [{ ...lane, offset: again ? nextOffset - 1n : nextOffset }];
    });
    for (const { topic, part, offset } of begun) {
      this.expected.set(laneOf({ topic, part }), offset);
      consumer.seek({ topic: this.settings.topicPrefix + topic, partition: part, offset: String(offset) });
    }
    await consumer
      .commitOffsets(
        begun.map(({ topic, part, offset }) => ({
          topic: this.settings.topicPrefix + topic,
          partition: part,
          offset: String(offset),
        })),
      )
      .catch(() => undefined);
  }

  private async digestBatch(consumer: Consumer, payload: EachBatchPayload): Promise<void> {
    const isOurs = (): boolean => consumer === this.consumer;
    const beating = setInterval(() => {
      if (isOurs()) void payload.heartbeat().catch(() => undefined);
    }, HEARTBEAT);
    try {
      await this.placing;
      if (isOurs()) await this.digestMessages(payload, isOurs);
    } catch (error) {
      this.log.warn({ err: error, group: this.subscription.group }, 'digesting stopped, trying again');
      // A TypeError inside eachBatch would end the consumer silently (kafkajs retry list): never let one through.
      throw new Error('the batch was not digested', { cause: error });
    } finally {
      clearInterval(beating);
    }
  }

  private async digestMessages(payload: EachBatchPayload, isOurs: () => boolean): Promise<void> {
    const { batch } = payload;
    const lane = { topic: this.named(batch.topic), part: batch.partition };
    // Not among its types: where the fetch began.
    let from = BigInt((batch as unknown as { readonly fetchedOffset: string }).fetchedOffset);
    if (payload.isStale()) return;
    // Out of range: kafkajs begins wherever it likes then.
    if (from !== this.expected.get(laneOf(lane))) return this.place([lane], NOBODY);
    for (let at = 0; at < batch.messages.length; at += CHUNK) {
      if (!payload.isRunning() || payload.isStale() || !isOurs()) return;
      const records = batch.messages.slice(at, at + CHUNK).map((message) => {
        const record = recordOf(message, { ...lane, from, logId: this.logId });
        from = record.offset + 1n;
        return record;
      });
      const [held] = await this.subscription.digest(records);
      if (!isOurs()) return;
      if (held !== undefined) return this.hold(held, payload);
      this.givenUp = 0;
      this.rests.wentOn(lane);
      payload.resolveOffset(String(from - 1n));
      const isWhole = at + CHUNK >= batch.messages.length;
      this.expected.set(laneOf(lane), isWhole ? BigInt(batch.lastOffset()) + 1n : from);
      await payload.heartbeat();
    }
    await payload.commitOffsetsIfNecessary(payload.uncommittedOffsets()).catch(() => undefined);
  }

  /** The partition is read again from where the group stands, at once or after a rest; the others go on. */
  private hold(held: Held, payload: EachBatchPayload): void {
    const { why } = held;
    if (why instanceof OutOfPlace) {
      this.place([held], why instanceof AnotherLog ? new Set([laneOf(held)]) : NOBODY);
      return;
    }
    this.log.warn({ err: why, group: this.subscription.group, lane: laneOf(held) }, 'a partition waits');
    const resume = payload.pause();
    setTimeout(resume, this.rests.failed(held)).unref();
  }
}
