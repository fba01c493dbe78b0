import { Kafka, logLevel } from 'kafkajs';

import { calmKafkajs } from './kafkajs-timers.js';

export type WantedTopic = { readonly name: string; readonly partitions: number };

/**
 * Makes the topics that are missing; safe to repeat. Replication is 3 where there are three brokers, with two of them
 * in sync; events are kept for ever, because projections are rebuilt from them. Waits up to 60 s for a broker.
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
      waitForLeaders: true,
      topics: missing.map(({ name, partitions }) => ({
        topic: name,
        numPartitions: partitions,
        replicationFactor: replication,
        configEntries: [
          { name: 'retention.ms', value: '-1' },
          { name: 'min.insync.replicas', value: replication === 3 ? '2' : '1' },
        ],
      })),
    });
    const described = await admin.fetchTopicMetadata({ topics: topics.map(({ name }) => name) });
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
