import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../database/database.js';
import type { EventBus, Standing } from '../bus/event-bus.js';
import { within } from '../clock/deadline.js';

/** How a service stands. `degraded` is a 200: it still does its work, but something behind it is not well. */
export type Readiness = {
  readonly status: 'ready' | 'degraded' | 'away';
  readonly parts: {
    readonly database: 'ready' | 'away';
    readonly bus: 'ready' | 'joining' | 'away';
    /** seconds since the oldest event that is not on the bus yet was written; 0 when none waits */
    readonly oldestUnpublishedSeconds: number;
    /** events waiting, by consumer group */
    readonly lag: Readonly<Record<string, number>>;
    /** events that the bus refused, waiting for a person */
    readonly setAside: number;
    /** parked events waiting for a person */
    readonly parked: number;
    /** other services, for one that is nothing without them: the gateway */
    readonly services?: Readonly<Record<string, ServiceStanding>>;
  };
  /** The parts that keep it from being ready. */
  readonly failing: readonly string[];
  /** What is not well, each in a sentence. */
  readonly why: readonly string[];
};
export type ServiceStanding = 'ready' | 'degraded' | 'away';
/** How another service says it stands, and why. */
export type ReportedStanding = { readonly status: ServiceStanding; readonly why: readonly string[] };

/** An event is on the bus within a second, also in the middle of an import. */
const OLD_SECONDS = 15;
const MANY = 10_000;
const MAX_WAIT_MS = 1_000;
/** A bus that has not said for so long how it stands counts as away, and is asked anew. */
const LATE_MS = 10_000;

/**
 * Readiness (decision 17): 503 only for the own database, its migrations, or never having joined the bus; a lost bus,
 * lag and the age of the outbox are `degraded`.
 */
export class Health {
  private joinedOnce = false;
  private others: (() => Promise<Readonly<Record<string, ReportedStanding>>>) | undefined;
  private readonly tellers: (() => Promise<string[]>)[] = [];
  private readonly onceReady = new Set<string>();
  private asking: Promise<unknown> | undefined;
  private stood: { readonly at: number; readonly value: ReadonlyMap<string, Standing> } | null = null;

  constructor(
    private readonly database: Database,
    private readonly bus: Pick<EventBus, 'standing'>,
    private readonly relay: { readonly isPaused: boolean },
    private readonly freshness: { why(): Promise<string[]> },
    private readonly lateMs = LATE_MS,
  ) {}

  /** The bus was joined; called by the boot when all rooms listen. */
  joined(): void {
    this.joinedOnce = true;
  }

  /** The gateway is not ready before all services have been ready once; afterwards one that is away makes it degraded. */
  alsoNeeds(others: () => Promise<Readonly<Record<string, ReportedStanding>>>): void {
    this.others = others;
  }

  /** What a room of the service has found wrong with its own things, in sentences; empty when all is well. */
  alsoTells(why: () => Promise<string[]>): void {
    this.tellers.push(why);
  }

  async readiness(): Promise<Readiness> {
    const [stored, standing, others, notFresh, told] = await Promise.all([
      this.stored(),
      this.standings(),
      this.others?.(),
      this.freshness.why().catch(() => []),
      // A database that does not answer is told of already.
      Promise.all(this.tellers.map((why) => why().catch(() => []))),
    ]);
    const lag = Object.fromEntries(
      [...(standing ?? [])].map(([group, { lag: waiting }]) => [group, Number(waiting)]),
    );
    const follows = standing !== null && [...standing.values()].every(({ joined }) => joined);
    const bus = !this.joinedOnce ? 'joining' : follows ? 'ready' : 'away';
    const parts = {
      database: stored === null ? 'away' : 'ready',
      bus,
      oldestUnpublishedSeconds: stored?.oldest ?? 0,
      lag,
      setAside: stored?.aside ?? 0,
      parked: stored?.parked ?? 0,
      ...(others === undefined
        ? {}
        : {
            services: Object.fromEntries(Object.entries(others).map(([name, { status }]) => [name, status])),
          }),
    } as const;
    const absent: string[] = [];
    for (const [name, { status }] of Object.entries(others ?? {})) {
      if (status === 'away') absent.push(name);
      else this.onceReady.add(name);
    }
    const neverReady = absent.some((name) => !this.onceReady.has(name));
    const failing = [
      ...(parts.database === 'away' ? ['database'] : []),
      ...(bus === 'ready' ? [] : ['bus']),
      ...absent,
    ];
    const away = parts.database === 'away' || bus === 'joining' || neverReady;
    const why = [
      ...failing.map((part) => `${part} is not ready`),
      ...(this.relay.isPaused ? ['nothing is sent: the bus was stopped'] : []),
      ...(parts.oldestUnpublishedSeconds > OLD_SECONDS
        ? [`the oldest event to send waits for ${parts.oldestUnpublishedSeconds} s`]
        : []),
      ...(parts.setAside > 0 ? [`${parts.setAside} events are set aside: the bus refuses them`] : []),
      ...(parts.parked > 0 ? [`${parts.parked} records are parked, ${stored?.odd} of them no events`] : []),
      ...[...(standing ?? [])].flatMap(([group, { lag: waiting, why: ofGroup }]) => [
        ...(waiting > MANY ? [`${group}: ${waiting} events wait`] : []),
        ...ofGroup.map((text) => `${group}: ${text}`),
      ]),
      ...notFresh,
      ...told.flat(),
      ...Object.entries(others ?? {}).flatMap(([name, { status, why: ofService }]) =>
        status === 'degraded' ? ofService.map((text) => `${name}: ${text}`) : [],
      ),
    ];
    const unwell = why.length > 0;
    return { status: away ? 'away' : unwell ? 'degraded' : 'ready', parts, failing, why };
  }

  private async stored(): Promise<{ oldest: number; aside: number; parked: number; odd: number } | null> {
    try {
      const [row] = await this.database.rows<{
        oldest: number | null;
        aside: number;
        parked: number;
        odd: number;
      }>(
        `select (select extract(epoch from clock_timestamp() - written_at)::float8 from outbox
                 where published_at is null order by id limit 1) as oldest,
                (select count(*)::int from outbox where set_aside is not null) as aside,
                parked, odd
         from (select count(*)::int as parked, (count(*) filter (where event_id is null))::int as odd
               from parked_event where resolved_at is null) p`,
      );
      const { oldest, aside, parked, odd } = row ?? { oldest: 0, aside: 0, parked: 0, odd: 0 };
      return { oldest: Math.max(0, Math.round(oldest ?? 0)), aside, parked, odd };
    } catch {
      return null;
    }
  }

  /**
   * Asked for at most every two seconds: on Kafka it takes several round trips, and with brokers away many seconds.
   * Whoever asks us waits for one of them at most, and hears what was known last.
   */
  private async standings(): Promise<ReadonlyMap<string, Standing> | null> {
    if (this.asking === undefined && (this.stood === null || Date.now() - this.stood.at > 2_000))
      // A question that is never answered must not be the last one.
      this.asking = within(this.lateMs, this.bus.standing())
        .then(
          (value) => (this.stood = { at: Date.now(), value }),
          () => (this.stood = null),
        )
        .finally(() => (this.asking = undefined));
    await Promise.race([this.asking, pause(MAX_WAIT_MS, undefined, { ref: false })]);
    return this.stood !== null && Date.now() - this.stood.at < this.lateMs ? this.stood.value : null;
  }
}
