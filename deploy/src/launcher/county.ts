import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { end, freePorts, isFree, stillRuns, type RunningProcess } from '@shulian/embedded-servers';

import { BackingServers } from './backing-servers.js';
import { ChildService } from './child-service.js';
import { UnknownName, type Asked } from './control.js';
import type { CountyFolder } from './county-folder.js';
import { checkout, services, type LauncherConfig, type ServiceName } from './launcher.config.js';
import type { Secrets } from './secrets.js';
import { pausedFileOf, serviceEnvironment } from './service-environment.js';

const READY_LIMIT_MS = 180_000;
/** A service that failed this often before the county was ever ready has a reason that time does not cure. */
const HOPELESS = 4;
/**
 * A new heap grows its young generation while a service loads, and keeps it: 25 MB a process. Where children queue at
 * a desk it earns them back under load; elsewhere it does not. (Source maps would cost as much again.)
 */
const SMALL_YOUNG_GENERATION = ['--max-semi-space-size=4'];
const AT_THE_DESK: readonly ServiceName[] = ['circulation', 'gateway'];

type Noted = Readonly<Record<string, (RunningProcess & { readonly port: number }) | undefined>>;
const NOTED = 'processes.json';

export type Status = {
  readonly name: string;
  readonly state: string;
  readonly pid: number | undefined;
  readonly port: number | undefined;
  readonly restarts: number;
};

/** Everything that runs for one county: its servers, its services, and the order in which they start and stop. */
export class County {
  readonly #servers: BackingServers;
  readonly #services = new Map<ServiceName, ChildService>();
  #ports = new Map<ServiceName, number>();
  #starting: Promise<void> | undefined;
  #stopping = false;

  constructor(
    private readonly folder: CountyFolder,
    private readonly config: LauncherConfig,
    private readonly secrets: Secrets,
    private readonly say: (line: string) => void,
  ) {
    this.#servers = new BackingServers(folder, config, say);
  }

  get url(): string {
    return `http://127.0.0.1:${this.#ports.get('gateway')}`;
  }

  get #pausedFile(): string {
    return pausedFileOf(this.folder);
  }

  /** @param clockFile tells the services' clock, while the sample county's term is told that lies behind us */
  start(clockFile?: string): Promise<void> {
    this.#starting = this.#start(clockFile);
    return this.#starting;
  }

  #goOn(): void {
    if (this.#stopping) throw new Error('stopped');
  }

  async #start(clockFile: string | undefined): Promise<void> {
    await this.#endOrphans();
    rmSync(this.#pausedFile, { force: true });
    if (this.config.port !== 0 && !(await isFree(this.config.port))) {
      throw new Error(
        `port ${this.config.port} is in use; choose another one, for example SHULIAN_PORT=8081`,
      );
    }
    const [, free] = await Promise.all([this.#servers.start(), freePorts(services.length)]);
    services.forEach((name, index) => this.#ports.set(name, free[index] ?? 0));
    if (this.config.port !== 0) this.#ports.set('gateway', this.config.port);
    this.#goOn();
    await this.#migrate();
    this.#goOn();
    for (const name of services) {
      const child = new ChildService({
        name,
        main: join(checkout, 'services', name, 'dist', 'main.js'),
        nodeArgs: AT_THE_DESK.includes(name) ? [] : SMALL_YOUNG_GENERATION,
        env: {
          ...serviceEnvironment(name, {
            config: this.config,
            secrets: this.secrets,
            folder: this.folder,
            ports: this.#ports,
            databaseUrl: this.#databaseUrl(name),
            kafkaBrokers: this.#servers.kafkaBrokers,
          }),
          ...(clockFile === undefined ? {} : { SHULIAN_CLOCK: `@${clockFile}` }),
        },
        logFile: this.folder.file('logs', `${name}.log`),
        changed: () => this.#note(),
      });
      this.#services.set(name, child);
      child.start();
    }
    await this.ready();
  }

  /** What a killed launcher left: its services notice and stop by themselves, but we do not begin before they have. */
  async #endOrphans(): Promise<void> {
    const noted = this.folder.read<Noted>(NOTED) ?? {};
    await Promise.all(
      services.map(async (name) => {
        const orphan = noted[name];
        if (orphan !== undefined && stillRuns(orphan)) await end(orphan.pid, 'SIGTERM', 10_000);
      }),
    );
  }

  #note(): void {
    const children = [...this.#services].map(([name, child]) => {
      const running = child.process;
      return [
        name,
        running === undefined ? undefined : { ...running, port: this.#ports.get(name) ?? 0 },
      ] as const;
    });
    this.folder.write(NOTED, { ...this.#servers.processes, ...Object.fromEntries(children) } satisfies Noted);
  }

  #databaseUrl(name: ServiceName): string {
    const given = this.config.serviceUrls[name];
    if (given !== undefined) return given;
    const url = new URL(this.#servers.ownerUrl);
    url.username = `shulian_${name}`;
    url.password = this.secrets.databasePasswords[name];
    return url.href;
  }

  /** A process of its own: what migrating needs in memory is given back before the services start. */
  async #migrate(): Promise<void> {
    const urls = services.map(
      (name) => [`${name.toUpperCase()}_DATABASE_URL`, this.#databaseUrl(name)] as const,
    );
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL('../main.js', import.meta.url)), 'migrate'],
      {
        env: {
          ...process.env,
          ...Object.fromEntries(urls),
          DATABASE_URL: this.#servers.ownerUrl,
          SHULIAN_BUS: this.config.bus,
          KAFKA_BROKERS: this.#servers.kafkaBrokers,
        },
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    );
    const code = await new Promise<number | null>((done, fail) =>
      child.once('error', fail).once('exit', done),
    );
    if (code !== 0) throw new Error('the database could not be prepared; see above');
  }

  /** Resolves when the gateway says that everything is ready; rejects with the end of a log when a service does not start. */
  async ready(): Promise<void> {
    const deadline = Date.now() + READY_LIMIT_MS;
    let failing = '';
    while (Date.now() < deadline) {
      this.#goOn();
      const answer = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(
        () => undefined,
      );
      // Somebody else may have got the port in the last moment and be ready himself.
      if (answer?.status === 200 && this.#services.get('gateway')?.state === 'running') return;
      failing = (await answer?.text().catch(() => '')) ?? '';
      const hopeless = [...this.#services.values()].find((child) => child.failures >= HOPELESS);
      if (hopeless !== undefined) {
        throw new Error(`${hopeless.name} does not start. The end of its log:\n${hopeless.lastWords()}`);
      }
      await sleep(150);
    }
    throw new Error(`the county was not ready within ${READY_LIMIT_MS / 1000} s: ${failing}`);
  }

  /** What `npm run services` asks. */
  async control({ verb, name }: Asked): Promise<Status[]> {
    if (verb === 'status') return this.#status();
    if (!['start', 'stop', 'kill', 'rebuild'].includes(verb) || name === undefined)
      throw new UnknownName(`cannot ${verb} ${name}`);
    if (name === 'bus') await this.#controlBus(verb);
    else if (name === 'postgres' || name === 'kafka') this.#controlServer(verb, name);
    else await this.#controlService(verb, name);
    return this.#status();
  }

  async #controlService(verb: string, name: string): Promise<void> {
    const child = this.#services.get(name as ServiceName);
    if (child === undefined) {
      throw new UnknownName(`there is no ${name}; there are ${services.join(', ')}, bus, postgres, kafka`);
    }
    if (verb === 'start') child.start();
    else if (verb === 'stop') await child.stop();
    else if (verb === 'rebuild') await this.#rebuild(child);
    else await child.kill9();
  }

  /** The read models of a service are thrown away and made again from the log, while everything else goes on. */
  async #rebuild(child: ChildService): Promise<void> {
    if (child.name !== 'reporting') throw new UnknownName(`${child.name} has no read models; reporting has`);
    await child.stop();
    child.start('--rebuild');
  }

  /** "Bus stopped" is Kafka stopped, or the relays paused where the bus is a log in PostgreSQL (decision 25). */
  async #controlBus(verb: string): Promise<void> {
    if (this.#servers.hasOwnKafka) {
      if (verb === 'start') await this.#servers.startKafkaAgain();
      else if (verb === 'stop') await this.#servers.stopKafka();
      else this.#servers.kill9('kafka');
    } else if (verb === 'start') rmSync(this.#pausedFile, { force: true });
    else if (verb === 'stop') writeFileSync(this.#pausedFile, '');
    else throw new UnknownName('the bus of this county is in PostgreSQL: kill postgres');
  }

  #controlServer(verb: string, name: 'postgres' | 'kafka'): void {
    if (verb !== 'kill') throw new UnknownName(`${name} can only be killed; it starts again by itself`);
    if (this.#servers.processes[name] === undefined) throw new UnknownName(`${name} is not ours to kill`);
    this.#servers.kill9(name);
  }

  #status(): Status[] {
    const ofServers = Object.entries(this.#servers.processes).flatMap(([name, running]) =>
      running === undefined
        ? []
        : [{ name, state: 'running', pid: running.pid, port: running.port, restarts: 0 }],
    );
    const ofServices = [...this.#services].map(([name, child]) => ({
      name,
      state: child.state,
      pid: child.pid,
      port: this.#ports.get(name),
      restarts: child.restarts,
    }));
    return [...ofServers, ...ofServices];
  }

  /** Services first, then what they stand on. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#starting?.catch(() => undefined);
    await Promise.all([...this.#services.values()].map((child) => child.stop()));
    await this.#servers.stop();
    this.folder.remove(NOTED);
  }
}
