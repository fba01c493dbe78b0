import { Kafka, logLevel } from 'kafkajs';

import { calmKafkajs } from './kafkajs-timers.js';

/** Whatever bytes; no headers. */
export type BareRecord = { readonly topic: string; readonly key: Buffer | null; readonly value: Buffer };

/** Puts records on topics as any program with a Kafka client can: for tests of what services make of them. */
export const putRecords = async (
  brokers: readonly string[],
  records: readonly BareRecord[],
): Promise<void> => {
  calmKafkajs();
  const producer = new Kafka({
    clientId: 'shulian-stranger',
    brokers: [...brokers],
    logLevel: logLevel.NOTHING,
    connectionTimeout: 3_000,
    retry: { retries: 20, initialRetryTime: 300, maxRetryTime: 3_000 },
  }).producer({ allowAutoTopicCreation: false });
  await producer.connect();
  try {
    for (const { topic, key, value } of records)
      await producer.send({ topic, acks: -1, messages: [{ key, value }] });
  } finally {
    await producer.disconnect();
  }
};
