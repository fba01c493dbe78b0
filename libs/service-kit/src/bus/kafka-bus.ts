import { setTimeout as pause } from 'node:timers/promises';
import kafkajs, { type Producer } from 'kafkajs';
import type { Log } from '../log/logger.js';
import { pollOnlyWhatWaits } from './kafkajs-request-queue.js';
import {
  BusStopped,
  RefusedByBus,
  type EventBus,
  type FoundLog,
  type OutgoingEvent,
  type Standing,
  type Subscription,
} from './event-bus.js';
import { KafkaLog } from './kafka-log.js';
import { KafkaReader } from './kafka-reader.js';

const { Kafka, logLevel, Partitioners } = kafkajs;

/** What a broker answers, and would answer again, about the records themselves. */
const refusals: Readonly<Record<string, string>> = {
  MESSAGE_TOO_LARGE: 'the broker takes no batch as large as this (max.message.bytes of the topic)',
  RECORD_LIST_TOO_LARGE: 'the broker takes no batch as large as this (segment.bytes of the topic)',
  INVALID_RECORD: 'the broker refuses a record',
  POLICY_VIOLATION: 'a policy of the broker refuses a record',
};

/** Apache Kafka through kafkajs, which only the `kafka-*` files know. Topics are made by an admin step, never here. */
export class KafkaBus implements EventBus {
  readonly kind = 'kafka';
  private readonly kafka: InstanceType<typeof Kafka>;
  private producer: Promise<Producer> | undefined;
  private stopped = false;
  private readonly kafkaLog: KafkaLog;
  private readonly readers = new Set<KafkaReader>();

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
    this.kafkaLog = new KafkaLog(this.kafka, settings.topicPrefix);
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
      const refusal = refusals[(error as { type?: string }).type ?? ''];
      if (refusal !== undefined) throw new RefusedByBus(refusal, { cause: error });
      // The next batch gets a producer that asks anew who leads.
      const failed = this.producer;
      this.producer = undefined;
      await failed?.then((producer) => producer.disconnect()).catch(() => undefined);
      throw error;
    }
  }

  sweep(): Promise<void> {
    return Promise.resolve();
  }

  async subscribe(subscription: Subscription): Promise<void> {
    if (this.stopped) throw new BusStopped();
    const reader = new KafkaReader(this.kafka, this.settings, this.kafkaLog, subscription, this.log);
    this.readers.add(reader);
    try {
      await reader.start();
    } catch (error) {
      this.readers.delete(reader);
      throw error;
    }
  }

  look(topics: readonly string[]): Promise<FoundLog> {
    return this.kafkaLog.found(topics);
  }

  renew(group: string, why: string): Promise<void> {
    for (const reader of this.readers) if (reader.subscription.group === group) reader.renew(why);
    return Promise.resolve();
  }

  async stop(deadlineMs: number): Promise<void> {
    this.stopped = true;
    await Promise.race([this.end(), pause(deadlineMs, undefined, { ref: false })]);
  }

  /** The running digests first, whatever becomes of one of the readers. */
  private async end(): Promise<void> {
    await Promise.allSettled([...this.readers].map((reader) => reader.stop()));
    await Promise.allSettled([
      this.producer?.then((producer) => producer.disconnect()),
      this.kafkaLog.close(),
    ]);
  }

  async standing(): Promise<ReadonlyMap<string, Standing>> {
    // Who reads nothing hears nothing of brokers that are away.
    if (this.readers.size === 0) await this.kafkaLog.found([]);
    return new Map(
      await Promise.all(
        [...this.readers].map(
          async (reader) => [reader.subscription.group, await reader.standing()] as const,
        ),
      ),
    );
  }

  private producing(): Promise<Producer> {
    if (this.stopped) return Promise.reject(new BusStopped());
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
}
