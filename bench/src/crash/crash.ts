import { serviceNames } from '@shulian/contracts/services';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

import {
  isAlive,
  SecondInstances,
  startKafka,
  whyNoKafkaFromJars,
  type FirstInstance,
  type RunningKafka,
} from '@shulian/embedded-servers';

import { fillCounty } from '../county/filled-county.js';
import { unlessInterrupted } from '../county/interrupted.js';
import { checkout, newDataDir, OwnCounty } from '../county/own-county.js';
import { treeOf } from '../county/process-tree.js';
import { wrongFigures } from './figures.js';
import { History } from './history.js';
import { violationsOfLedger, waitingEvents, type Violation } from './ledger.js';
import { Nemesis } from './nemesis.js';
import { OddRecords } from './odd-records.js';
import { OffsetWatch } from './offset-watch.js';
import { brokenPromises } from './promises.js';
import { noteRedeliveries, redeliveries } from './redeliveries.js';
import { SeededChance } from './seeded-chance.js';
import { VirtualDesk, type Believed, type DeskCounts } from './virtual-desk.js';

export type Edition = 'embedded' | 'kafka1' | 'kafka3';
export type CrashAsked = {
  readonly edition: Edition;
  readonly seconds: number;
  readonly seed: number;
  /** 1, or 2 of every service. */
  readonly replicas: 1 | 2;
  /** Keep the data folder, with logs and history, even when nothing was found. */
  readonly keep: boolean;
};

const DESKS = 8;
const COPIES = 240;
const READERS = 84;
const DRAIN_LIMIT_MS = 60_000;
const HEAL_LIMIT_MS = 120_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const listed = (counts: ReadonlyMap<string | number, number>): string =>
  [...counts].map(([name, count]) => `${name} ${count}`).join(', ');

const brokersFor = async (edition: Edition, dataDir: string): Promise<RunningKafka | undefined> => {
  if (edition === 'embedded') return undefined;
  const missing = whyNoKafkaFromJars();
  if (missing !== undefined) throw new Error(`Kafka cannot be started: ${missing}`);
  return startKafka({ dir: join(dataDir, 'crash-kafka'), nodes: edition === 'kafka1' ? 1 : 3 });
};

const connected = async (county: OwnCounty): Promise<Client> => {
  const client = new Client({ connectionString: county.ownerUrl, application_name: 'crash' });
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

/** Everything runs again: whatever was killed last is started, whatever was frozen goes on. */
const heal = async (
  county: OwnCounty,
  kafka: RunningKafka | undefined,
  second: SecondInstances | undefined,
): Promise<void> => {
  for (const [index, pid] of (kafka?.pids ?? []).entries()) if (pid === 0) await kafka?.restart(index + 1);
  for (const name of serviceNames) await county.control('start', name);
  await county.ready(HEAL_LIMIT_MS);
  await second?.answer(HEAL_LIMIT_MS);
};

/** Seconds until all is sent and digested, or undefined when that takes too long. */
const drained = async (client: Client, onKafka: boolean): Promise<number | undefined> => {
  const begun = performance.now();
  while (performance.now() - begun < DRAIN_LIMIT_MS) {
    if ((await waitingEvents(client, onKafka)) === 0) return (performance.now() - begun) / 1_000;
    await sleep(100);
  }
  return undefined;
};

/** `npm run crash`: load, kill, heal, check. Answers the exit code. */
export const crash = async ({ edition, replicas, seconds, seed, keep }: CrashAsked): Promise<number> => {
  const onKafka = edition !== 'embedded';
  const dataDir = newDataDir();
  const kafka = await brokersFor(edition, dataDir);
  say(
    `Edition ${edition}${kafka === undefined ? '' : ` (Apache Kafka ${kafka.version}, ${kafka.brokers.length} nodes)`}, ` +
      `${replicas === 2 ? 'two of each service, ' : ''}${seconds} s, seed ${seed}, data in ${dataDir}`,
  );
  const violations: Violation[] = [];
  let county: OwnCounty | undefined;
  let second: SecondInstances | undefined;
  let passed = false;
  try {
    county = await OwnCounty.start({
      dataDir,
      ...(kafka === undefined ? {} : { bus: 'kafka' as const, kafkaBrokers: kafka.brokers }),
      // A frozen consumer is expelled while it is frozen, not half a minute later.
      env: {
        SHULIAN_KAFKA_SESSION_MS: '6000',
        ...(replicas === 2 ? { SHULIAN_POSTGRES_CONNECTIONS: '250' } : {}),
      },
    });
    const running = county;
    passed = await unlessInterrupted(async () => {
      if (replicas === 2) second = await SecondInstances.start(firstsOf(running));
      return loadKillAndCheck(running, kafka, second, { onKafka, seconds, seed }, violations);
    });
  } finally {
    const tree = [...(county === undefined ? [] : treeOf(county.launcherPid)), ...(second?.pids ?? [])];
    await second?.stop();
    await county?.stop();
    await kafka?.stop();
    const left = tree.filter((pid) => isAlive(pid));
    if (left.length > 0)
      violations.push({ invariant: 'I14', what: `processes are left: ${left.join(', ')}` });
  }
  for (const { invariant, what } of violations) say(`VIOLATED ${invariant}: ${what}`);
  const clean = passed && violations.length === 0;
  say(
    clean ? `Nothing violated (seed ${seed})` : `FAILED (seed ${seed}); logs and history are in ${dataDir}`,
  );
  if (clean && !keep) county.forget();
  return clean ? 0 : 1;
};

/** Every service of the county, to be run a second time. */
const firstsOf = (county: OwnCounty): FirstInstance[] =>
  serviceNames.map((name) => ({
    name,
    pid: county.process(name)?.pid ?? 0,
    program: join(checkout, 'services', name, 'dist', 'main.js'),
    logFile: county.logFile(`${name}-second`),
  }));

/** The run itself; false when it proved nothing or did not come to rest. */
const loadKillAndCheck = async (
  county: OwnCounty,
  kafka: RunningKafka | undefined,
  second: SecondInstances | undefined,
  { onKafka, seconds, seed }: { readonly onKafka: boolean; readonly seconds: number; readonly seed: number },
  violations: Violation[],
): Promise<boolean> => {
  const chance = new SeededChance(seed);
  const filled = await fillCounty(county, { copies: COPIES, readers: READERS });
  const before = await connected(county);
  await drained(before, onKafka);
  await noteRedeliveries(before, serviceNames);
  const topics = await OddRecords.topics(before);
  await before.end();

  const history = new History(join(county.dataDir, 'history.ndjson'));
  const counts: DeskCounts = { tries: 0, repeated: 0, statuses: new Map() };
  const believed: Believed = new Map();
  const token = await filled.librarian.accessToken();
  const until = performance.now() + seconds * 1_000;
  const isOver = (): boolean => performance.now() >= until;
  /** Every other desk asks the second gateway, where there is one. */
  const urls = [county.url, second?.url ?? county.url];
  const desks = Array.from(
    { length: DESKS },
    (_, number) =>
      new VirtualDesk(
        number + 1,
        urls[number % 2] ?? county.url,
        token,
        filled,
        new SeededChance(seed * 1_000 + number),
        history,
        believed,
        counts,
        isOver,
      ),
  );
  const nemesis = new Nemesis(county, kafka, second, chance, isOver, say);
  const watch = new OffsetWatch(() => county.ownerUrl, isOver);
  const odd =
    kafka === undefined ? undefined : new OddRecords(kafka.brokers, new SeededChance(seed + 7), isOver);
  say(`${DESKS} desks lend, renew and take back; struck are:`);
  await Promise.all([
    ...desks.map((desk) => desk.run()),
    nemesis.run(),
    odd === undefined ? watch.run() : odd.run(topics),
  ]);
  history.close();

  const ended = performance.now();
  await heal(county, kafka, second);
  const healSeconds = (performance.now() - ended) / 1_000;
  const client = await connected(county);
  try {
    const drainSeconds = await drained(client, onKafka);
    const { operations } = history;
    const acknowledged = operations.filter(({ ack }) => ack !== undefined);
    const done = acknowledged.filter(({ ack }) => (ack?.status ?? 500) < 300);
    const again = await redeliveries(client);
    const redelivered = [...again.values()].reduce((sum, count) => sum + count, 0);
    say(
      `Strokes ${[...nemesis.strokes.values()].reduce((sum, count) => sum + count, 0)}, kills ${nemesis.kills}: ${listed(nemesis.strokes)}`,
    );
    say(
      `Commands ${operations.length}: ${done.length} done, ${acknowledged.length - done.length} refused, ` +
        `${operations.length - acknowledged.length} without an answer; requests ${counts.tries}, ` +
        `${counts.repeated} of them repeated; by status ${listed(counts.statuses)} (0: no answer)`,
    );
    say(`Redeliveries dropped ${redelivered}${redelivered === 0 ? '' : `: ${listed(again)}`}`);
    const rest =
      drainSeconds === undefined ? `not within ${DRAIN_LIMIT_MS / 1_000}` : drainSeconds.toFixed(1);
    say(`Healed in ${healSeconds.toFixed(1)} s; all sent and digested ${rest} s after that`);
    if (odd !== undefined) say(`Records of random bytes put on ${topics.length} topics: ${odd.count}`);
    if (!onKafka) say(`Positions of the groups looked at ${watch.looks} times`);
    violations.push(
      ...watch.movedBack.map((what) => ({ invariant: 'I7', what: `a group moved back: ${what}` })),
      ...(await violationsOfLedger(client, onKafka)),
      ...((await odd?.violations(client)) ?? []),
      ...(await brokenPromises(client, operations)),
      ...(await wrongFigures(client, filled)),
    );
    const empty: string[] = [];
    if (nemesis.kills === 0) empty.push('nothing was killed');
    if (redelivered === 0) empty.push('nothing was delivered twice');
    if (odd?.count === 0) empty.push('no odd record was put anywhere');
    if (done.length === 0) empty.push('no command was done');
    for (const what of empty) say(`This run tested nothing: ${what}`);
    return drainSeconds !== undefined && empty.length === 0;
  } finally {
    await client.end();
  }
};
