import { join } from 'node:path';

export type Ports = { readonly broker: number; readonly controller: number };

/** Warnings and errors into a file of the node, nothing else. */
export const log4jProperties = (logFile: string): string => `status = error
appender.file.type = File
appender.file.name = file
appender.file.fileName = ${logFile}
appender.file.layout.type = PatternLayout
appender.file.layout.pattern = %d %p %m (%c)%n%throwable
rootLogger.level = warn
rootLogger.appenderRef.file.ref = file
`;

/** `server.properties` of one node (1-based) of a cluster with these ports: broker and controller in one, loopback only. */
export const serverProperties = (dir: string, node: number, ports: readonly Ports[]): string => {
  const mine = ports[node - 1];
  if (mine === undefined) throw new Error(`there is no node ${node}`);
  const copies = ports.length;
  const inSync = copies === 3 ? 2 : 1;
  return Object.entries({
    'process.roles': 'broker,controller',
    'node.id': node,
    'controller.quorum.voters': ports
      .map((each, index) => `${index + 1}@127.0.0.1:${each.controller}`)
      .join(','),
    listeners: `PLAINTEXT://127.0.0.1:${mine.broker},CONTROLLER://127.0.0.1:${mine.controller}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${mine.broker}`,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'log.dirs': join(dir, `node-${node}`),
    'auto.create.topics.enable': false,
    'default.replication.factor': copies,
    'min.insync.replicas': inSync,
    'unclean.leader.election.enable': false,
    'offsets.topic.replication.factor': copies,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': copies,
    'transaction.state.log.min.isr': inSync,
    'share.coordinator.state.topic.replication.factor': copies,
    'share.coordinator.state.topic.min.isr': inSync,
    'group.initial.rebalance.delay.ms': 0,
    // A node that was killed may come back as itself once its old registration has lapsed (9 s by default).
    'broker.session.timeout.ms': 4_000,
    'broker.heartbeat.interval.ms': 1_000,
    // A school closes for eight weeks: offsets must not expire before the events do.
    'offsets.retention.minutes': 525_600,
    'log.retention.ms': -1,
    // Segments are preallocated indices of 10 MB each by default; a hundred small partitions need far less.
    'log.index.size.max.bytes': 1_048_576,
    'num.network.threads': 2,
    'num.io.threads': 4,
    'background.threads': 2,
    'log.cleaner.threads': 1,
    'log.cleaner.dedupe.buffer.size': 8_388_608,
  })
    .map(([name, value]) => `${name}=${String(value).replaceAll('\\', '\\\\')}`)
    .join('\n');
};
