import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { end, freePorts, isFree, stillRuns, type RunningProcess } from '@shulian/embedded-servers';

import { renewStatistics } from '@shulian/service-kit';
import { words } from '../../bootstrap/words.mjs';
import { BackingServers } from './backing-servers.js';
import { ChildService } from './child-service.js';
import { CountyControl } from './county-control.js';
import type { CountyFolder } from './county-folder.js';
import { serviceNames, type ServiceName } from '@shulian/contracts/services';
import { checkout, type LauncherConfig } from './launcher.config.js';
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

/** Everything that runs for one county: its servers, its services, and the order in which they start and stop. */
export class County {
  readonly #servers: BackingServers;
  readonly #services = new Map<ServiceName, ChildService>();
  readonly #ports = new Map<ServiceName, number>();
  readonly control: CountyControl;
  #starting: Promise<void> | undefined;
  #stopping = false;

  constructor(
    private readonly folder: CountyFolder,
    private readonly config: LauncherConfig,
    private readonly secrets: Secrets,
    private readonly say: (line: string) => void,
  ) {
    this.#servers = new BackingServers(folder, config, say);
    this.control = new CountyControl(this.#servers, this.#services, this.#ports, pausedFileOf(folder));
  }

  get url(): string {
    return `http://127.0.0.1:${this.#ports.get('gateway')}`;
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
    rmSync(pausedFileOf(this.folder), { force: true });
    if (this.config.port !== 0 && !(await isFree(this.config.port))) {
      throw new Error(
        words(
          `端口 ${this.config.port} 已被占用；请换一个，例如 SHULIAN_PORT=8081`,
          `port ${this.config.port} is in use; choose another one, for example SHULIAN_PORT=8081`,
        ),
      );
    }
    const [, free] = await Promise.all([this.#servers.start(), freePorts(serviceNames.length)]);
    serviceNames.forEach((name, index) => this.#ports.set(name, free[index] ?? 0));
    if (this.config.port !== 0) this.#ports.set('gateway', this.config.port);
    this.#goOn();
    await this.#migrate();
    this.#goOn();
    for (const name of serviceNames) {
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

  /** After much was written at once: plans are made by what is there now. */
  renewStatistics(): Promise<void> {
    return renewStatistics(this.#servers.ownerUrl);
  }

  /** What a killed launcher left: its services notice and stop by themselves, but we do not begin before they have. */
  async #endOrphans(): Promise<void> {
    const noted = this.folder.read<Noted>(NOTED) ?? {};
    await Promise.all(
      serviceNames.map(async (name) => {
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
    const urls = serviceNames.map(
      (name) => [`${name.toUpperCase()}_DATABASE_URL`, this.#databaseUrl(name)] as const,
    );
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL('../main.js', import.meta.url)), 'migrate', '--quiet'],
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
    if (code !== 0)
      throw new Error(words('数据库没有准备好，原因见上', 'the database could not be prepared; see above'));
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
        throw new Error(
          words(
            `${hopeless.name} 启动不了。它的日志的末尾：\n${hopeless.lastWords()}`,
            `${hopeless.name} does not start. The end of its log:\n${hopeless.lastWords()}`,
          ),
        );
      }
      await sleep(150);
    }
    const limit = READY_LIMIT_MS / 1000;
    throw new Error(
      words(`${limit} 秒内没有就绪：${failing}`, `the county was not ready within ${limit} s: ${failing}`),
    );
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
