import { setTimeout as sleep } from 'node:timers/promises';

import kafkajs, { Kafka, logLevel, type Admin } from 'kafkajs';

import { calmKafkajs } from './kafkajs-timers.js';

export type WantedTopic = {
  readonly name: string;
  readonly partitions: number;
  /** Events older than this are forgotten; without it they are kept for ever, because projections are made again from them. */
  readonly keptForMs?: number;
  /** The largest batch that is taken, in bytes; whoever publishes stays below it. */
  readonly maxBatchBytes?: number;
};

/** A topic that is not kept is cut into pieces, of which old ones can go. */
const PIECES = 4;

const configOf = (
  { keptForMs, maxBatchBytes }: WantedTopic,
  replication: number,
): { name: string; value: string }[] => [
  { name: 'retention.ms', value: String(keptForMs ?? -1) },
  ...(keptForMs === undefined ? [] : [{ name: 'segment.ms', value: String(keptForMs / PIECES) }]),
  ...(maxBatchBytes === undefined ? [] : [{ name: 'max.message.bytes', value: String(maxBatchBytes) }]),
  // Whatever a stranger sends can be read, and has the time at which it came.
  { name: 'compression.type', value: 'uncompressed' },
  { name: 'message.timestamp.type', value: 'LogAppendTime' },
  { name: 'min.insync.replicas', value: replication === 3 ? '2' : '1' },
];

/** Once every topic is known; new ones take a moment. */
const metadataOf = async (
  admin: Admin,
  topics: string[],
): Promise<Awaited<ReturnType<Admin['fetchTopicMetadata']>>> => {
  for (const deadline = Date.now() + 30_000; ; await sleep(100)) {
    try {
      return await admin.fetchTopicMetadata({ topics });
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
};

/**
 * Makes the topics that are missing and sets what all of them keep and take; safe to repeat. Replication is 3 where there
 * are three brokers, with two of them in sync. Waits up to 60 s for a broker.
 * @throws Error when a topic is there with another number of partitions: the order of its keys would break
 */
export const createTopics = async (
  brokers: readonly string[],
  topics: readonly WantedTopic[],
): Promise<void> => {
  calmKafkajs();
  const admin = new Kafka({
    clientId: 'shulian-topics',
    brokers: [...brokers],
    logLevel: logLevel.NOTHING,
    connectionTimeout: 3_000,
    retry: { retries: 20, initialRetryTime: 300, maxRetryTime: 3_000 },
  }).admin();
  await admin.connect();
  try {
    const replication = (await admin.describeCluster()).brokers.length >= 3 ? 3 : 1;
    const present = new Set(await admin.listTopics());
    const missing = topics.filter(({ name }) => !present.has(name));
    await admin.createTopics({
      // kafkajs takes a topic that is not known everywhere yet for one that does not exist; see below.
      waitForLeaders: false,
      topics: missing.map((topic) => ({
        topic: topic.name,
        numPartitions: topic.partitions,
        replicationFactor: replication,
        configEntries: configOf(topic, replication),
      })),
    });
    const described = await metadataOf(
      admin,
      topics.map(({ name }) => name),
    );
    const before = topics.filter(({ name }) => present.has(name));
    if (before.length > 0)
      await admin.alterConfigs({
        validateOnly: false,
        resources: before.map((topic) => ({
          type: kafkajs.ConfigResourceTypes.TOPIC,
          name: topic.name,
          configEntries: configOf(topic, replication),
        })),
      });
    for (const { name, partitions } of described.topics) {
      const wanted = topics.find((topic) => topic.name === name)?.partitions;
      if (wanted !== partitions.length) {
        throw new Error(`topic ${name} has ${partitions.length} partitions, not ${wanted}`);
      }
    }
  } finally {
    await admin.disconnect();
  }
};
