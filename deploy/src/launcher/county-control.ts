import { rmSync, writeFileSync } from 'node:fs';

import { serviceNames, type ServiceName } from '@shulian/contracts/services';

import { words } from '../../bootstrap/words.mjs';
import type { BackingServers } from './backing-servers.js';
import type { ChildService } from './child-service.js';
import { UnknownName, type Asked } from './control.js';

export type Status = {
  readonly name: string;
  readonly state: string;
  readonly pid: number | undefined;
  readonly port: number | undefined;
  readonly restarts: number;
  /** how a service that runs says it stands, and why it is not ready */
  readonly standing?: string;
  readonly why?: readonly string[];
};

/** What the service at a port says of itself; nothing when it does not answer in time. */
const standingAt = async (port: number): Promise<Pick<Status, 'standing' | 'why'>> => {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(3_000) });
    const { status, why } = (await answer.json()) as { status: string; why: readonly string[] };
    return { standing: status, why };
  } catch {
    return { standing: 'does not answer', why: [] };
  }
};

/** What `npm run services` asks of the county that runs. */
export class CountyControl {
  constructor(
    private readonly servers: BackingServers,
    private readonly services: ReadonlyMap<ServiceName, ChildService>,
    private readonly ports: ReadonlyMap<ServiceName, number>,
    private readonly pausedFile: string,
  ) {}

  /** @throws UnknownName when there is nothing of that name, or nothing of that kind to do with it */
  async answer({ verb, name }: Asked): Promise<Status[]> {
    if (verb === 'status') return this.#status();
    if (!['start', 'stop', 'kill', 'rebuild'].includes(verb) || name === undefined)
      throw new UnknownName(words(`不能 ${verb} ${name}`, `cannot ${verb} ${name}`));
    if (name === 'bus') await this.#controlBus(verb);
    else if (name === 'postgres' || name === 'kafka') this.#controlServer(verb, name);
    else await this.#controlService(verb, name);
    return this.#status();
  }

  async #controlService(verb: string, name: string): Promise<void> {
    const child = this.services.get(name as ServiceName);
    if (child === undefined) {
      const known = [...serviceNames, 'bus', 'postgres', 'kafka'].join(', ');
      throw new UnknownName(words(`没有 ${name}；有：${known}`, `there is no ${name}; there are ${known}`));
    }
    if (verb === 'start') child.start();
    else if (verb === 'stop') await child.stop();
    else if (verb === 'rebuild') await this.#rebuild(child);
    else await child.kill9();
  }

  /** The read models of a service are thrown away and made again from the log, while everything else goes on. */
  async #rebuild(child: ChildService): Promise<void> {
    if (child.name !== 'reporting')
      throw new UnknownName(
        words(`${child.name} 没有读模型；reporting 有`, `${child.name} has no read models; reporting has`),
      );
    await child.stop();
    child.start('--rebuild');
  }

  /** "Bus stopped" is Kafka stopped, or the relays paused where the bus is a log in PostgreSQL (decision 25). */
  async #controlBus(verb: string): Promise<void> {
    if (this.servers.hasOwnKafka) {
      if (verb === 'start') await this.servers.startKafkaAgain();
      else if (verb === 'stop') await this.servers.stopKafka();
      else this.servers.kill9('kafka');
    } else if (verb === 'start') rmSync(this.pausedFile, { force: true });
    else if (verb === 'stop') writeFileSync(this.pausedFile, '');
    else
      throw new UnknownName(
        words(
          '这里的总线在 PostgreSQL 里：请 kill postgres',
          'the bus of this county is in PostgreSQL: kill postgres',
        ),
      );
  }

  #controlServer(verb: string, name: 'postgres' | 'kafka'): void {
    if (verb !== 'kill')
      throw new UnknownName(
        words(`${name} 只能 kill，它会自己再起来`, `${name} can only be killed; it starts again by itself`),
      );
    if (this.servers.processes[name] === undefined)
      throw new UnknownName(words(`${name} 不归这里管`, `${name} is not ours to kill`));
    this.servers.kill9(name);
  }

  async #status(): Promise<Status[]> {
    const ofServers = Object.entries(this.servers.processes).flatMap(([name, running]) =>
      running === undefined
        ? []
        : [{ name, state: 'running', pid: running.pid, port: running.port, restarts: 0 }],
    );
    const ofServices = [...this.services].map(async ([name, child]) => {
      const port = this.ports.get(name);
      const running = child.state === 'running' && port !== undefined;
      return {
        name,
        state: child.state,
        pid: child.pid,
        port,
        restarts: child.restarts,
        ...(running ? await standingAt(port) : {}),
      };
    });
    return [...ofServers, ...(await Promise.all(ofServices))];
  }
}
