import type { Database } from '../database/database.js';
import type { EventBus, Standing } from '../bus/event-bus.js';

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
    /** parked events waiting for a person */
    readonly parked: number;
    /** other services, for one that is nothing without them: the gateway */
    readonly services?: Readonly<Record<string, ServiceStanding>>;
  };
  /** The parts that keep it from being ready. */
  readonly failing: readonly string[];
};
export type ServiceStanding = 'ready' | 'degraded' | 'away';

const OLD_SECONDS = 60;

/**
 * Readiness (decision 17): 503 only for the own database, its migrations, or never having joined the bus; a lost bus,
 * lag and the age of the outbox are `degraded`.
 */
export class Health {
  private joinedOnce = false;
  private others: (() => Promise<Readonly<Record<string, ServiceStanding>>>) | undefined;
  private readonly onceReady = new Set<string>();
  private standing:
    { readonly at: number; readonly value: Promise<ReadonlyMap<string, Standing>> } | undefined;

  constructor(
    private readonly database: Database,
    private readonly bus: EventBus,
  ) {}

  /** The bus was joined; called by the boot when all rooms listen. */
  joined(): void {
    this.joinedOnce = true;
  }

  /** The gateway is not ready before all services have been ready once; afterwards one that is away makes it degraded. */
  alsoNeeds(others: () => Promise<Readonly<Record<string, ServiceStanding>>>): void {
    this.others = others;
  }

  async readiness(): Promise<Readiness> {
    const [stored, standing, services] = await Promise.all([
      this.stored(),
      this.standings(),
      this.others?.(),
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
      parked: stored?.parked ?? 0,
      ...(services === undefined ? {} : { services }),
    } as const;
    const absent: string[] = [];
    for (const [name, is] of Object.entries(services ?? {})) {
      if (is === 'away') absent.push(name);
      else this.onceReady.add(name);
    }
    const neverReady = absent.some((name) => !this.onceReady.has(name));
    const failing = [
      ...(parts.database === 'away' ? ['database'] : []),
      ...(bus === 'ready' ? [] : ['bus']),
      ...absent,
    ];
    const away = parts.database === 'away' || bus === 'joining' || neverReady;
    const unwell =
      failing.length > 0 ||
      parts.oldestUnpublishedSeconds > OLD_SECONDS ||
      parts.parked > 0 ||
      Object.values(lag).some((waiting) => waiting > 10_000);
    return { status: away ? 'away' : unwell ? 'degraded' : 'ready', parts, failing };
  }

  private async stored(): Promise<{ oldest: number; parked: number } | null> {
    try {
      const [row] = await this.database.rows<{ oldest: number | null; parked: string }>(
        `select (select extract(epoch from clock_timestamp() - written_at)::float8 from outbox
                 where published_at is null order by id limit 1) as oldest,
                (select count(*) from parked_event where resolved_at is null) as parked`,
      );
      return { oldest: Math.max(0, Math.round(row?.oldest ?? 0)), parked: Number(row?.parked ?? 0) };
    } catch {
      return null;
    }
  }

  /** Asked for at most every two seconds: on Kafka it takes several round trips. */
  private async standings(): Promise<ReadonlyMap<string, Standing> | null> {
    if (this.standing === undefined || Date.now() - this.standing.at > 2_000)
      this.standing = { at: Date.now(), value: this.bus.standing() };
    try {
      return await this.standing.value;
    } catch {
      this.standing = undefined;
      return null;
    }
  }
}
