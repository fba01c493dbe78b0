import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { startKafka, whyNoKafkaFromJars, type RunningKafka } from '@shulian/embedded-servers';

import { askHost } from './ask-host.js';
import { freshFolder } from './fresh-database.js';
import { note } from './notes.js';

export type KafkaForTests = {
  readonly brokers: string[];
  /** Another one for each call; ends in a dot. Put it before every topic and consumer group. */
  readonly topicPrefix: string;
  /** Which broker and version, for people. */
  readonly describe: string;
};

export type Missing = { readonly missing: string };

/** A server that cannot be had: what needs it is skipped and counted. @throws Error with CI=true */
export const unlessCi = (missing: string): Missing => {
  // What is merely skipped on a laptop would let a broken broker set-up pass for green where it counts.
  if (process.env['CI'] === 'true') throw new Error(`CI=true, and ${missing}`);
  note('skipped', missing);
  return { missing };
};

/**
 * The Kafka broker of this run, shared by all suites: `KAFKA_BROKERS`, else a container, else the Maven jars.
 * Started by the first suite that asks, which takes some 7 s. Without any: `{ missing: why }`, with CI=true an error.
 */
export const kafkaForTests = async (): Promise<KafkaForTests | Missing> => {
  const found = await askHost<{ brokers: string[]; describe: string } | Missing>('/kafka');
  if ('missing' in found) return unlessCi(found.missing);
  note('server', `Kafka: ${found.describe}`);
  return { ...found, topicPrefix: `t${randomBytes(4).toString('hex')}.` };
};

/**
 * A cluster of the suite's own from the jars, for suites that kill brokers. Stop it in `afterAll`.
 * Without Java or Maven: `{ missing: why }`, with CI=true an error.
 */
export const freshKafka = async (nodes: 1 | 3): Promise<RunningKafka | Missing> => {
  const missing = whyNoKafkaFromJars();
  if (missing !== undefined) return unlessCi(`no Kafka cluster to kill: ${missing}`);
  const kafka = await startKafka({ dir: join(await freshFolder('kafka'), 'nodes'), nodes });
  note(
    'server',
    `Kafka: Apache Kafka ${kafka.version} from the Maven jars, ${nodes} broker(s) of a suite's own`,
  );
  return kafka;
};
