import { setTimeout as sleep } from 'node:timers/promises';

import {
  isAlive,
  signal,
  startKafka,
  startPostgres,
  startTimeOf,
  whyNoKafkaFromJars,
  type RunningKafka,
  type RunningPostgres,
  type RunningProcess,
} from '@shulian/embedded-servers';

import { words } from '../../bootstrap/words.mjs';
import type { CountyFolder } from './county-folder.js';
import type { LauncherConfig } from './launcher.config.js';

/** PostgreSQL and, when asked for, Kafka: those we start ourselves, and the addresses of all. */
export class BackingServers {
  #postgres: RunningPostgres | undefined;
  #kafka: RunningKafka | undefined;
  #stopping = false;

  constructor(
    private readonly folder: CountyFolder,
    private readonly config: LauncherConfig,
    /** A line for the person at the terminal. */
    private readonly say: (line: string) => void,
  ) {}

  get ownerUrl(): string {
    return this.config.databaseUrl ?? this.#postgres?.ownerUrl ?? '';
  }

  get kafkaBrokers(): string {
    return this.config.kafkaBrokers || (this.#kafka?.brokers.join(',') ?? '');
  }

  /** Those that run as our children, for `status` and for the crash harness. */
  get processes(): Readonly<Record<'postgres' | 'kafka', (RunningProcess & { port: number }) | undefined>> {
    const seen = (pid: number | undefined, port: number): (RunningProcess & { port: number }) | undefined =>
      pid === undefined || !isAlive(pid) ? undefined : { pid, startedAt: startTimeOf(pid) ?? '', port };
    return {
      postgres: seen(this.#postgres?.pid, this.#postgres?.port ?? 0),
      kafka: seen(this.#kafka?.pids[0], Number(this.#kafka?.brokers[0]?.split(':')[1] ?? 0)),
    };
  }

  async start(): Promise<void> {
    await Promise.all([this.#startPostgres(), this.#startKafka()]);
  }

  async #startPostgres(): Promise<void> {
    if (this.config.databaseUrl !== undefined) return;
    this.#postgres = await startPostgres({
      dataDir: this.folder.file('postgres'),
      settings: { max_connections: String(this.config.postgresConnections) },
      onUnexpectedExit: () => void this.#again('PostgreSQL', () => this.#postgres?.restart()),
    });
  }

  async #startKafka(): Promise<void> {
    if (this.config.bus !== 'kafka' || this.config.kafkaBrokers !== '') return;
    const missing = whyNoKafkaFromJars();
    if (missing !== undefined)
      throw new Error(
        words(
          `Kafka 启动不了：${missing}。也可以设置 KAFKA_BROKERS，用现成的。`,
          `Kafka cannot be started: ${missing}. Or set KAFKA_BROKERS.`,
        ),
      );
    this.#kafka = await startKafka({
      dir: this.folder.file('kafka'),
      nodes: 1,
      onUnexpectedExit: () => void this.#again('Kafka', () => this.startKafkaAgain()),
    });
    const { version } = this.#kafka;
    this.say(
      words(
        `Apache Kafka ${version} 在 ${this.kafkaBrokers}`,
        `Apache Kafka ${version} listens at ${this.kafkaBrokers}`,
      ),
    );
  }

  /** A server that ended unasked is started again until it runs; what was committed is there. */
  async #again(name: string, restart: () => Promise<void> | undefined): Promise<void> {
    for (let pause = 200; !this.#stopping; pause = Math.min(pause * 2, 10_000)) {
      this.say(words(`${name} 停了，正在重新启动`, `${name} ended, starting it again`));
      await sleep(pause);
      try {
        if (!this.#stopping) await restart();
        return;
      } catch (error) {
        this.say(String(error));
      }
    }
  }

  get hasOwnKafka(): boolean {
    return this.#kafka !== undefined;
  }

  async stopKafka(): Promise<void> {
    await this.#kafka?.stop();
  }

  async startKafkaAgain(): Promise<void> {
    if (this.#kafka?.pids[0] === 0) await this.#kafka.restart(1);
  }

  /** SIGKILL, as a crash would; it is started again. */
  kill9(name: 'postgres' | 'kafka'): void {
    const running = this.processes[name];
    if (running !== undefined) signal(running.pid, 'SIGKILL');
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#kafka?.stop();
    await this.#postgres?.stop();
  }
}
