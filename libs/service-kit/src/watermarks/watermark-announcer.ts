import type { Client } from 'pg';
import type { Watermark, WatermarkReached } from '@shulian/contracts/envelope';
import type { EventBus, OutgoingEvent } from '../bus/event-bus.js';
import type { Clock } from '../clock/clock.js';
import type { Log } from '../log/logger.js';
import type { EventWriter } from '../outbox/outbox.js';
import { sentUpTo } from './sent-up-to.js';

/** After something was sent, at the soonest, in milliseconds; a figure is as fresh as this. */
const BUSY_EVERY = 250;
/** When nothing happens, in milliseconds: so much that a figure is never older than five seconds. */
const IDLE_EVERY = 3_000;
/** A transaction that was under way when domain time was moved has ended by then, in milliseconds. */
const MOVED_FOR = 10_000;

/** Announces up to when everything is sent, for the relay that leads; see `sentUpTo` for the proof. */
export class WatermarkAnnouncer {
  private announcedAt = 0;
  private sent = true;
  private ends: WatermarkReached['ends'] | null = null;
  /** How far domain time was ahead, and until when it was so. */
  private aheads: { readonly ms: number; until: number }[] = [];
  private failures = 0;

  constructor(
    private readonly watermark: Watermark,
    /** of the service, all of them */
    private readonly topics: readonly string[],
    private readonly bus: Pick<EventBus, 'look'>,
    private readonly clock: Clock,
    private readonly events: EventWriter,
    private readonly log: Log,
  ) {}

  /** Another session leads now: what the log holds is not known. */
  begin(): void {
    this.ends = null;
    this.sent = true;
  }

  /** Something was sent, or may have been. */
  hasSent(): void {
    this.sent = true;
    this.ends = null;
  }

  /**
   * Announces if it is time to; with a backlog seldom, since the oldest event of it has to be looked for. Nothing depends
   * on a single one: a failure is told of and passed over.
   */
  async announce(
    client: Client,
    backlog: boolean,
    publish: (event: OutgoingEvent) => Promise<void>,
  ): Promise<void> {
    const ahead = this.leastAhead();
    if (Date.now() - this.announcedAt < (this.sent && !backlog ? BUSY_EVERY : IDLE_EVERY)) return;
    this.announcedAt = Date.now();
    const upTo = await sentUpTo(client, ahead);
    if (upTo === null) return;
    try {
      this.ends ??= await this.endsOfTopics();
      const data = { upTo: new Date(upTo).toISOString(), ends: this.ends };
      await publish(this.events.unkept(this.watermark.announce(data, 1)));
      this.sent = false;
      this.failures = 0;
    } catch (err) {
      this.ends = null;
      if (this.failures % 20 === 0) this.log.warn({ err }, 'how fresh the events are could not be announced');
      this.failures += 1;
    }
  }

  /** Behind everything that was acknowledged before. */
  private async endsOfTopics(): Promise<WatermarkReached['ends']> {
    const log = await this.bus.look(this.topics);
    return log.lanes.map((lane) => ({ ...lane, nextOffset: Number(log.edges(lane)?.high ?? 0) }));
  }

  /** The least that domain time was ahead of late: what was written meanwhile has its time from then. */
  private leastAhead(): number {
    const now = Date.now();
    const ms = this.clock.aheadMs();
    const known = this.aheads.find((ahead) => ahead.ms === ms);
    if (known === undefined) this.aheads.push({ ms, until: now });
    else known.until = now;
    this.aheads = this.aheads.filter(({ until }) => now - until < MOVED_FOR);
    return Math.min(...this.aheads.map((ahead) => ahead.ms));
  }
}
