import { calmKafkajs } from '@shulian/embedded-servers';
import { expect, it } from '@jest/globals';
import { Kafka, logLevel } from 'kafkajs';

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

  it('is shared, with another prefix for each suite that asks', async () => {
    const again = await kafkaForTests();
    expect(again).toMatchObject({ brokers: kafka.brokers });
    expect('topicPrefix' in again && again.topicPrefix).not.toBe(kafka.topicPrefix);
  });
});
