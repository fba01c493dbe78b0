export { freePort, freePorts, isFree } from './free-port.js';
export {
  commandLineOf,
  end,
  gone,
  isAlive,
  signal,
  startTimeOf,
  stillRuns,
  type RunningProcess,
} from './running-process.js';
export { ServerTrouble } from './server-trouble.js';
export { UnreachableFolder } from './unprivileged-user.js';
export {
  startPostgres,
  unreachableForPostgres,
  type PostgresOptions,
  type RunningPostgres,
} from './postgres.js';
export { kafkaJars, whyNoKafkaFromJars } from './kafka-jars.js';
export { startKafka, stopKafkaOrphans, type KafkaOptions, type RunningKafka } from './kafka.js';
export { startS3, whyNoS3, type RunningS3 } from './s3.js';
export { calmKafkajs } from './kafkajs-timers.js';
export { createTopics, type WantedTopic } from './kafka-topics.js';
export { putRecords, type BareRecord } from './kafka-records.js';
export { stopOrphan as stopPostgresOrphan } from './postgres-cluster.js';
export { environmentOf, SecondInstances, type FirstInstance } from './second-instances.js';
