import { calmKafkajs, createTopics } from '@shulian/embedded-servers';
import { expect, it } from '@jest/globals';
import kafkajs, { Kafka, logLevel } from 'kafkajs';

import { describeWithKafka, kafkaForTests } from './index.js';

calmKafkajs();

await describeWithKafka('the Kafka of a test run', (kafka) => {
  it('is a real broker that makes no topic by accident', async () => {
    const admin = new Kafka({ brokers: kafka.brokers, logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    try {
      const topic = `${kafka.topicPrefix}shulian.circulation.copy`;
      await expect(admin.fetchTopicMetadata({ topics: [topic] })).rejects.toThrow('does not host this topic');
      expect(await admin.createTopics({ topics: [{ topic, numPartitions: 8 }], waitForLeaders: true })).toBe(
        true,
      );
      const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
      expect(topics[0]?.partitions).toHaveLength(8);
      await admin.deleteTopics({ topics: [topic] });
    } finally {
      await admin.disconnect();
    }
  });

  it('keeps and takes of each topic what it is told, when it is made and afterwards', async () => {
    const facts = `${kafka.topicPrefix}facts`;
    const passing = `${kafka.topicPrefix}passing`;
    const wanted = (maxBatchBytes: number) => [
      { name: facts, partitions: 1, maxBatchBytes },
      { name: passing, partitions: 1, maxBatchBytes, keptForMs: 3_600_000 },
    ];
    const admin = new Kafka({ brokers: kafka.brokers, logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    try {
      for (const maxBatchBytes of [500_000, 1_048_576]) {
        await createTopics(kafka.brokers, wanted(maxBatchBytes));
        const { resources } = await admin.describeConfigs({
          includeSynonyms: false,
          resources: [facts, passing].map((name) => ({
            type: kafkajs.ConfigResourceTypes.TOPIC,
            name,
            configNames: ['retention.ms', 'max.message.bytes'],
          })),
        });
        const told = resources.map(({ configEntries }) =>
          Object.fromEntries(configEntries.map(({ configName, configValue }) => [configName, configValue])),
        );
        const most = String(maxBatchBytes);
        expect(told).toEqual([
          { 'retention.ms': '-1', 'max.message.bytes': most },
          { 'retention.ms': '3600000', 'max.message.bytes': most },
        ]);
      }
    } finally {
      await admin.disconnect();
    }
  });

  it('is shared, with another prefix for each suite that asks', async () => {
    const again = await kafkaForTests();
    expect(again).toMatchObject({ brokers: kafka.brokers });
    expect('topicPrefix' in again && again.topicPrefix).not.toBe(kafka.topicPrefix);
  });
});
