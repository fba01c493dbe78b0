import { Inject, Injectable } from '@nestjs/common';
import { BUS, Clock, Database, statement, type EventBus } from '@shulian/service-kit';

const MARKS = statement('freshness.marks', 'select source, applied_until from high_water');
const sources = ['catalog', 'readers', 'circulation'] as const;
const LOOK_EVERY_MS = 500;

/**
 * How old the figures are (decision 18): the oldest high-water mark over the sources. A source of which nothing waits
 * is as fresh as the clock; one that waits is as fresh as its last applied fact.
 */
@Injectable()
export class Freshness {
  private looked: { readonly at: number; readonly waiting: Promise<ReadonlySet<string>> } | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(BUS) private readonly bus: EventBus,
  ) {}

  /** RFC 3339. Asked for before the figures are read, so that it never claims too much. */
  async asOf(): Promise<string> {
    const waiting = await this.waiting();
    const now = this.clock.instant();
    if (waiting.size === 0) return now;
    const marks = await this.database.rows<{ source: string; applied_until: Date }>(MARKS);
    const markOf = new Map(marks.map((mark) => [mark.source, mark.applied_until.toISOString()]));
    const ages = sources.map((source) => (waiting.has(source) ? (markOf.get(source) ?? now) : now));
    return ages.reduce((oldest, age) => (age < oldest ? age : oldest), now);
  }

  /** Sources with events in the log that are not applied yet; all of them when the bus cannot be asked. */
  private waiting(): Promise<ReadonlySet<string>> {
    if (this.looked === undefined || Date.now() - this.looked.at > LOOK_EVERY_MS)
      this.looked = { at: Date.now(), waiting: this.look() };
    return this.looked.waiting;
  }

  private async look(): Promise<ReadonlySet<string>> {
    try {
      const standing = await this.bus.standing();
      return new Set(
        sources.filter((source) => (standing.get(`shulian.reporting.from-${source}`)?.lag ?? 1n) > 0n),
      );
    } catch {
      return new Set(sources);
    }
  }
}
