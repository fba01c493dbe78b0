import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { end, startKafka, startPostgres, whyNoKafkaFromJars } from '@shulian/embedded-servers';

import { containerRuntimeAnswers, startKafkaContainer, KAFKA_IMAGE } from './kafka-container.js';

type Stoppable = { stop(): Promise<unknown> };
type Broker = { brokers: string[]; describe: string } | { missing: string };

// Below the system's folder for temporary files, because PostgreSQL's unprivileged user must be able to reach it.
const folder = mkdtempSync(join(tmpdir(), 'shulian-test-'));
chmodSync(folder, 0o711);

const running: Stoppable[] = [];
const say = (text: string): void => void process.stderr.write(`${text}\n`);

const postgres = async (): Promise<{ ownerUrl: string }> => {
  const server = await startPostgres({
    dataDir: join(folder, 'postgres'),
    fsync: false,
    settings: { max_connections: '250' },
  });
  running.push(server);
  say(`PostgreSQL ${server.version} for tests at 127.0.0.1:${server.port}`);
  return { ownerUrl: server.ownerUrl };
};

/** In this order: a broker that was named, a container, the jars (decisions 28). */
const broker = async (): Promise<Broker> => {
  const named = process.env['KAFKA_BROKERS'];
  if (named !== undefined && named !== '') {
    const brokers = named.split(',').map((each) => each.trim());
    return {
      brokers,
      describe: `the Kafka of KAFKA_BROKERS at ${brokers.join(', ')} (its version is not told)`,
    };
  }
  if (await containerRuntimeAnswers()) {
    const container = await startKafkaContainer();
    running.push(container);
    return {
      brokers: container.brokers,
      describe: `a container of ${KAFKA_IMAGE} at ${container.brokers.join(', ')}`,
    };
  }
  const missing = whyNoKafkaFromJars();
  if (missing !== undefined) {
    return {
      missing: `no Kafka broker: KAFKA_BROKERS is not set, no container runtime answers, and ${missing}`,
    };
  }
  const server = await startKafka({ dir: join(folder, 'kafka'), nodes: 1 });
  running.push(server);
  return {
    brokers: server.brokers,
    describe: `Apache Kafka ${server.version} from the Maven jars, one broker at ${server.brokers.join(', ')}`,
  };
};

const sayingSo = async (found: Promise<Broker>): Promise<Broker> => {
  const answer = await found;
  say('missing' in answer ? answer.missing : `Kafka for tests: ${answer.describe}`);
  return answer;
};

/** Each server is started by the first suite that asks; the others wait for the same start. */
const once = <T>(start: () => Promise<T>): (() => Promise<T>) => {
  let started: Promise<T> | undefined;
  return () => (started ??= start());
};

const offers: Record<string, () => Promise<unknown>> = {
  '/postgres': once(postgres),
  '/kafka': once(() => sayingSo(broker())),
  '/folder': () => Promise.resolve({ folder }),
};

const doors = createServer((request, response) => {
  const offer =
    offers[request.url ?? ''] ?? (() => Promise.reject(new Error(`no such server: ${request.url}`)));
  offer().then(
    (answer) => response.end(JSON.stringify(answer)),
    (error: unknown) => {
      say(String(error));
      response.writeHead(500).end(String(error));
    },
  );
});

// A suite that asks again after a while uses the connection it has, which must not be closed in that moment.
doors.keepAliveTimeout = 0;

/** What suites started for themselves below our folder and did not stop: their pid files tell. */
const strays = (): number[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?:^|\/)(?:postmaster|node-\d)\.?(?:pid)$/.test(path))
    .map((path) => Number(readFileSync(join(folder, path), 'utf8').split('\n')[0]));

let stopping = false;
const stopAll = async (): Promise<void> => {
  if (stopping) return;
  stopping = true;
  doors.close();
  await Promise.allSettled(running.map((server) => server.stop()));
  await Promise.allSettled(strays().map((pid) => end(pid, 'SIGQUIT', 5_000)));
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
};

process.stdin.on('end', () => void stopAll()).resume();
process.on('SIGTERM', () => void stopAll());
process.on('SIGINT', () => void stopAll());

doors.listen(0, '127.0.0.1', () => {
  const address = doors.address();
  if (address !== null && typeof address === 'object') {
    process.stdout.write(`http://127.0.0.1:${address.port}\n`);
  }
});
