import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { Kafka, logLevel } from 'kafkajs';

import { freePorts } from './free-port.js';
import { kafkaJars } from './kafka-jars.js';
import { log4jProperties, serverProperties, type Ports } from './kafka-properties.js';
import { calmKafkajs } from './kafkajs-timers.js';
import { commandLineOf, end, gone, isAlive, signal } from './running-process.js';
import { ServerTrouble } from './server-trouble.js';

export type KafkaOptions = {
  /** Properties, logs and data of all nodes; made on first use. */
  readonly dir: string;
  /** One broker, or three with replication factor 3 and `min.insync.replicas` 2. */
  readonly nodes: 1 | 3;
  /** Of the first broker; default: free ones. The same folder keeps the ports it was first started with. */
  readonly port?: number;
  /** Called when a node ends without having been asked to. */
  readonly onUnexpectedExit?: (node: number) => void;
};

export type RunningKafka = {
  /** `127.0.0.1:<port>` of each node, in the order of their numbers. */
  readonly brokers: string[];
  /** Of Apache Kafka, for example `4.3.1`. */
  readonly version: string;
  /** Pid of node 1, 2, 3; 0 for one that does not run. */
  readonly pids: number[];
  /** Orderly shutdown of all nodes. */
  stop(): Promise<void>;
  /** SIGKILL to one node (1-based). */
  kill9(node: number): Promise<void>;
  /** Starts a node (1-based) again, on its old port and data; stops it first when it runs. */
  restart(node: number): Promise<void>;
};

const READY_LIMIT_MS = 90_000;
/** KRaft ids are 16 bytes in base64url. One fixed id: a folder is never shared by two clusters. */
const CLUSTER_ID = 'c2h1bGlhbi1jb3VudHk';

const JVM = [
  '-Xms64m',
  '-Xmx384m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Djava.awt.headless=true',
];

const accepts = (port: number): Promise<boolean> =>
  new Promise((answer) => {
    const socket = connect(port, '127.0.0.1');
    const tell = (open: boolean) => () => {
      socket.destroy();
      answer(open);
    };
    socket.once('connect', tell(true)).once('error', tell(false));
  });

class Cluster implements RunningKafka {
  readonly #children: (ChildProcess | undefined)[];
  readonly #expected = new Set<number>();

  constructor(
    private readonly options: KafkaOptions & { readonly dir: string },
    private readonly ports: readonly Ports[],
    private readonly jars: string,
    readonly version: string,
  ) {
    this.#children = ports.map(() => undefined);
  }

  get brokers(): string[] {
    return this.ports.map(({ broker }) => `127.0.0.1:${broker}`);
  }

  get pids(): number[] {
    return this.#children.map((child) => (child?.pid !== undefined && isAlive(child.pid) ? child.pid : 0));
  }

  #file(node: number, suffix: string): string {
    return join(this.options.dir, `node-${node}.${suffix}`);
  }

  #java(node: number, mainClass: string, ...args: string[]): string[] {
    const log4j = `-Dlog4j2.configurationFile=${this.#file(node, 'log4j2.properties')}`;
    return [...JVM, log4j, '-cp', join(this.jars, '*'), mainClass, ...args];
  }

  async startAll(): Promise<void> {
    await stopKafkaOrphans(this.options.dir);
    this.ports.forEach((_, index) => {
      this.#prepare(index + 1);
      this.#spawn(index + 1);
    });
    try {
      await this.#ready(this.ports.length);
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  #prepare(node: number): void {
    writeFileSync(this.#file(node, 'properties'), serverProperties(this.options.dir, node, this.ports));
    writeFileSync(this.#file(node, 'log4j2.properties'), log4jProperties(this.#file(node, 'log')));
    if (existsSync(join(this.options.dir, `node-${node}`, 'meta.properties'))) return;
    const format = ['format', '-t', CLUSTER_ID, '-c', this.#file(node, 'properties'), '--ignore-formatted'];
    const made = spawnSync('java', this.#java(node, 'kafka.tools.StorageTool', ...format), {
      encoding: 'utf8',
    });
    if (made.status !== 0)
      throw new ServerTrouble({
        zh: `Kafka 的节点 ${node} 没能初始化：${made.stdout}${made.stderr}`,
        en: `Kafka could not format node ${node}: ${made.stdout}${made.stderr}`,
      });
  }

  #spawn(node: number): void {
    const out = openSync(this.#file(node, 'out.log'), 'a', 0o600);
    const child = spawn('java', this.#java(node, 'kafka.Kafka', this.#file(node, 'properties')), {
      detached: true,
      stdio: ['ignore', out, out],
    });
    closeSync(out);
    this.#expected.delete(node);
    this.#children[node - 1] = child;
    child.once('error', () => undefined);
    child.once('exit', () => {
      if (this.#children[node - 1] === child && !this.#expected.has(node))
        this.options.onUnexpectedExit?.(node);
    });
    if (child.pid !== undefined) writeFileSync(this.#file(node, 'pid'), String(child.pid));
  }

  /** Ready = every running node answers and the cluster sees `count` brokers under one controller. */
  async #ready(count: number): Promise<void> {
    const deadline = Date.now() + READY_LIMIT_MS;
    const alive = (): number => this.pids.filter((pid) => pid !== 0).length;
    const ports = this.ports.map(({ broker }) => broker);
    for (;;) {
      const open = (await Promise.all(ports.map(accepts))).filter(Boolean).length;
      if (open >= count && (await this.#brokersSeen()) >= count) return;
      if (alive() < count || Date.now() > deadline) {
        throw new ServerTrouble({
          zh: `Kafka ${this.version} 没能在 ${this.options.dir} 启动：${this.#said()}`,
          en: `Kafka ${this.version} did not start in ${this.options.dir}: ${this.#said()}`,
        });
      }
      await sleep(100);
    }
  }

  async #brokersSeen(): Promise<number> {
    const running = this.brokers.filter((_, index) => this.pids[index] !== 0);
    const admin = new Kafka({
      brokers: running,
      logLevel: logLevel.NOTHING,
      connectionTimeout: 2_000,
      retry: { retries: 0 },
    }).admin();
    try {
      await admin.connect();
      const cluster = await admin.describeCluster();
      return cluster.controller === null ? 0 : cluster.brokers.length;
    } catch {
      return 0;
    } finally {
      await admin.disconnect().catch(() => undefined);
    }
  }

  #said(): string {
    return this.ports
      .flatMap((_, index) => [this.#file(index + 1, 'log'), this.#file(index + 1, 'out.log')])
      .filter((file) => existsSync(file))
      .map((file) => readFileSync(file, 'utf8').split('\n').slice(-12).join('\n'))
      .join('\n');
  }

  async #end(node: number, name: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    this.#expected.add(node);
    const pid = this.pids[node - 1] ?? 0;
    if (pid === 0) return;
    if (name === 'SIGTERM') await end(pid, 'SIGTERM', 30_000);
    else {
      signal(pid, 'SIGKILL');
      await gone(pid, 10_000);
    }
    rmSync(this.#file(node, 'pid'), { force: true });
  }

  /** Three voters stopping one after the other would leave the last one without a quorum to say goodbye to. */
  async stop(): Promise<void> {
    await Promise.all(this.ports.map((_, index) => this.#end(index + 1, 'SIGTERM')));
  }

  async kill9(node: number): Promise<void> {
    await this.#end(node, 'SIGKILL');
  }

  async restart(node: number): Promise<void> {
    await this.#end(node, 'SIGTERM');
    this.#spawn(node);
    await this.#ready(this.pids.filter((pid) => pid !== 0).length);
  }
}

/** Nodes that a killed launcher left running are asked to stop before their folder is used again, or moved. */
export const stopKafkaOrphans = async (dir: string): Promise<void> => {
  const files = existsSync(dir) ? readdirSync(dir).filter((name) => /^node-\d\.pid$/.test(name)) : [];
  await Promise.all(
    files.map(async (name) => {
      const file = join(dir, name);
      const pid = Number(readFileSync(file, 'utf8'));
      const properties = file.replace(/pid$/, 'properties');
      if (isAlive(pid) && commandLineOf(pid)?.includes(properties)) await end(pid, 'SIGTERM', 20_000);
      rmSync(file, { force: true });
    }),
  );
};

const keptPorts = (file: string, nodes: number): Ports[] | undefined => {
  if (!existsSync(file)) return undefined;
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Ports[];
  if (kept.length !== nodes)
    throw new ServerTrouble({
      zh: `${file} 属于 ${kept.length} 个节点的集群，不是 ${nodes} 个`,
      en: `${file} belongs to a cluster of ${kept.length} nodes, not of ${nodes}`,
    });
  return kept;
};

/**
 * Apache Kafka (KRaft) from the Maven jars as child processes on 127.0.0.1, ready when this resolves. Needs Java 17;
 * `whyNoKafkaFromJars` tells beforehand. Topics are never made by accident: `auto.create.topics.enable` is off.
 */
export const startKafka = async (options: KafkaOptions): Promise<RunningKafka> => {
  calmKafkajs();
  const dir = resolve(options.dir);
  mkdirSync(dir, { recursive: true });
  const { folder, version } = await kafkaJars();
  const portsFile = join(dir, 'ports.json');
  let ports = keptPorts(portsFile, options.nodes);
  if (ports === undefined) {
    const free = await freePorts(options.nodes * 2);
    ports = Array.from({ length: options.nodes }, (_, index) => ({
      broker: index === 0 && options.port !== undefined ? options.port : (free[index] ?? 0),
      controller: free[options.nodes + index] ?? 0,
    }));
    writeFileSync(portsFile, JSON.stringify(ports));
  }
  const cluster = new Cluster({ ...options, dir }, ports, folder, version);
  await cluster.startAll();
  return cluster;
};
