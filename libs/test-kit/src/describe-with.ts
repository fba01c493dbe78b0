import { describe } from '@jest/globals';

import { kafkaForTests, type KafkaForTests } from './kafka-for-tests.js';
import { note } from './notes.js';

/**
 * `await describeWithKafka('the relay', (kafka) => { it(…) })` at the top of a spec: runs against the broker of this
 * run, or is skipped, counted, and its reason printed at the end (with CI=true a missing broker fails the file).
 */
export const describeWithKafka = async (
  title: string,
  suite: (kafka: KafkaForTests) => void,
): Promise<void> => {
  const kafka = await kafkaForTests();
  if ('missing' in kafka)
    describe.skip(title, () => suite({ brokers: [], topicPrefix: '', describe: kafka.missing }));
  else describe(title, () => suite(kafka));
};

/**
 * The same for the folder of real records that `SHULIAN_REAL_RECORDS` names; they belong to others and are not in
 * this repository.
 */
export const describeWithRealRecords = (title: string, suite: (folder: string) => void): void => {
  const folder = process.env['SHULIAN_REAL_RECORDS'];
  if (folder !== undefined && folder !== '') describe(title, () => suite(folder));
  else {
    note('skipped', 'tests on real records: SHULIAN_REAL_RECORDS names no folder');
    describe.skip(title, () => suite(''));
  }
};
