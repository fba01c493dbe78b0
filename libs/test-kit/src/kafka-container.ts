import { request } from 'node:http';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { freePort } from '@shulian/embedded-servers';

/** The version of deploy/kafka/pom.xml and docker-compose.yml. */
export const KAFKA_IMAGE = 'apache/kafka:4.3.1';

const answersPing = (where: { socketPath: string } | { host: string; port: string }): Promise<boolean> =>
  new Promise((answer) => {
    const ping = request({ ...where, path: '/_ping', timeout: 2_000 }, (response) => {
      response.resume();
      answer(response.statusCode === 200);
    });
    ping.once('timeout', () => ping.destroy());
    ping.once('error', () => answer(false));
    ping.end();
  });

const places = (): ({ socketPath: string } | { host: string; port: string })[] => {
  const told = process.env['DOCKER_HOST'];
  if (told !== undefined && told !== '') {
    const { protocol, pathname, hostname, port } = new URL(told);
    return [protocol === 'unix:' ? { socketPath: pathname } : { host: hostname, port: port || '2375' }];
  }
  const own = process.env['XDG_RUNTIME_DIR'];
  return [
    '/var/run/docker.sock',
    join(homedir(), '.docker', 'run', 'docker.sock'),
    ...(own === undefined ? [] : [join(own, 'docker.sock'), join(own, '.docker', 'run', 'docker.sock')]),
  ].map((socketPath) => ({ socketPath }));
};

/** A container runtime counts only when its API answers a ping: an installed client or a dead socket is none. */
export const containerRuntimeAnswers = async (): Promise<boolean> =>
  (await Promise.all(places().map(answersPing))).includes(true);

/**
 * One KRaft broker from the official image. The port outside is chosen before the start, because the broker must
 * advertise it (testcontainers' own Kafka module drives other images).
 */
export const startKafkaContainer = async (): Promise<{ brokers: string[]; stop(): Promise<unknown> }> => {
  const { GenericContainer, Wait } = await import('testcontainers');
  const port = await freePort();
  const container = await new GenericContainer(KAFKA_IMAGE)
    .withExposedPorts({ container: 9092, host: port })
    .withEnvironment({
      KAFKA_NODE_ID: '1',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_LISTENERS: 'PLAINTEXT://:9092,CONTROLLER://:9093',
      KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://127.0.0.1:${port}`,
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS: '4',
      KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
      KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
    })
    .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
    .withStartupTimeout(120_000)
    .start();
  return { brokers: [`127.0.0.1:${port}`], stop: () => container.stop() };
};
