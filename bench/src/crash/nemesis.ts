import { setTimeout as sleep } from 'node:timers/promises';

import { isAlive, signal, type RunningKafka } from '@shulian/embedded-servers';

import type { OwnCounty } from '../county/own-county.js';
import { killAtPoint } from './kill-point.js';
import type { SecondInstances } from '@shulian/embedded-servers';
import type { SeededChance } from './seeded-chance.js';

type Stroke = { readonly name: string; readonly strike: () => Promise<void> };

const killed = ['circulation', 'reporting', 'catalog', 'gateway'] as const;
const points = [
  ['circulation', 'relay.beforePublish'],
  ['circulation', 'relay.afterPublish'],
  ['circulation', 'command.beforeCommit'],
  ['circulation', 'command.afterCommit'],
  ['reporting', 'handler.beforeCommit'],
  ['reporting', 'handler.afterCommit'],
] as const;
/** Struck in every run, however short; the rest by chance. */
const always = [
  'circulation',
  'reporting',
  'postgres',
  'kafka',
  'circulation at relay.afterPublish',
  'reporting at handler.afterCommit',
  'second circulation',
  'second reporting frozen',
];

/** Kills and freezes parts of the county, one stroke after the other, in an order that the seed decides. */
export class Nemesis {
  /** What was struck, and how often. */
  readonly strokes = new Map<string, number>();
  kills = 0;

  constructor(
    private readonly county: OwnCounty,
    private readonly kafka: RunningKafka | undefined,
    private readonly second: SecondInstances | undefined,
    private readonly chance: SeededChance,
    private readonly isOver: () => boolean,
    private readonly say: (line: string) => void,
  ) {}

  async run(): Promise<void> {
    const all = this.all();
    const first = this.chance.shuffled(all.filter(({ name }) => always.includes(name)));
    for (let number = 0; !this.isOver(); number += 1) {
      await sleep(this.chance.between(400, 2_000));
      if (this.isOver()) return;
      const { name, strike } = first[number] ?? this.chance.pick(all);
      this.strokes.set(name, (this.strokes.get(name) ?? 0) + 1);
      this.say(`  ${name}`);
      await strike();
    }
  }

  private all(): Stroke[] {
    const brokers = this.kafka?.pids.length ?? 0;
    return [
      ...killed.map((name) => ({ name, strike: () => this.killService(name) })),
      { name: 'postgres', strike: () => this.killPostgres() },
      ...points.map(([service, point]) => ({
        name: `${service} at ${point}`,
        strike: () => this.killAt(service, point),
      })),
      ...(['circulation', 'reporting'] as const).map((name) => ({
        name: `${name} frozen`,
        strike: () => this.freeze(name),
      })),
      ...(this.second === undefined
        ? []
        : killed.flatMap((name) => [
            { name: `second ${name}`, strike: () => this.killSecond(name) },
            { name: `second ${name} frozen`, strike: () => this.freeze(name, this.second?.pidOf(name)) },
          ])),
      ...(brokers === 0 ? [] : [{ name: 'kafka', strike: () => this.killBroker(brokers) }]),
    ];
  }

  private async killService(name: string): Promise<void> {
    const pid = this.county.process(name)?.pid;
    if (pid === undefined) return;
    signal(pid, 'SIGKILL');
    this.kills += 1;
    await sleep(this.chance.between(100, 1_500));
    // The launcher's pauses grow with every failure; here it is asked to start at once.
    await this.county.control('start', name);
  }

  private async killAt(service: string, point: string): Promise<void> {
    const there = await killAtPoint(this.county, service, point);
    this.kills += 1;
    if (!there) this.say(`    (did not come to ${point} in time, killed elsewhere)`);
  }

  private async killPostgres(): Promise<void> {
    const pid = this.county.process('postgres')?.pid;
    if (pid === undefined) return;
    signal(pid, 'SIGKILL');
    this.kills += 1;
    await sleep(this.chance.between(1_500, 3_000));
  }

  private async killSecond(name: (typeof killed)[number]): Promise<void> {
    const pid = this.second?.pidOf(name);
    if (pid === undefined) return;
    signal(pid, 'SIGKILL');
    this.kills += 1;
    await sleep(this.chance.between(100, 1_500));
  }

  private async freeze(name: string, pid = this.county.process(name)?.pid): Promise<void> {
    if (pid === undefined) return;
    signal(pid, 'SIGSTOP');
    await sleep(this.chance.between(3_000, 7_000));
    if (isAlive(pid)) signal(pid, 'SIGCONT');
  }

  private async killBroker(brokers: number): Promise<void> {
    const node = 1 + Math.floor(this.chance.throw() * brokers);
    await this.kafka?.kill9(node);
    this.kills += 1;
    await sleep(this.chance.between(500, 3_000));
    await this.kafka?.restart(node);
  }
}
