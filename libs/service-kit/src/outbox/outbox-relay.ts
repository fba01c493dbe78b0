import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { publicationBytes } from '@shulian/contracts/envelope';
import { Signal } from '../bus/signal.js';
import { RefusedByBus, type EventBus } from '../bus/event-bus.js';
import { killPoint } from '../bus/kill-point.js';
import type { Log } from '../log/logger.js';
import { bytesOf, OutboxQueue, type WaitingEvent } from './outbox-queue.js';
import type { WatermarkAnnouncer } from '../watermarks/watermark-announcer.js';
import { FROZEN_MS, RelaySession } from './relay-session.js';

/** How long an idle relay sleeps without a poke, in milliseconds (speed rules: at most 50 ms of waiting when poked). */
const LOOK_EVERY = 500;
/** After a batch the next one is left to fill up this long, in milliseconds: posting one event costs as much as posting many. */
const GATHER = 25;
/** How often one that does not lead tries to, in milliseconds. */
const TRY_EVERY = 1_000;
const SWEEP_EVERY = 600_000;

/**
 * Reads unpublished rows in id order, publishes, marks them. One active relay per service; a second instance
 * waits for the leadership, and tells the leader of what it has committed. Twice is allowed, never not at all.
 */
export class OutboxRelay {
  private readonly signal = new Signal();
  /** Something was committed here since the signal was last heard. */
  private poked = false;
  private stopping = false;
  private running: Promise<void> | undefined;
  private session: RelaySession | undefined;
  /** What is sent at once, in bytes; less after a bus has refused as much. */
  private atOnce = publicationBytes;

  constructor(
    private readonly settings: {
      readonly url: string;
      readonly service: string;
      readonly pausedFile: string;
    },
    private readonly bus: EventBus,
    private readonly log: Log,
    /** null: the service has no facts of its own */
    private readonly watermark: WatermarkAnnouncer | null,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  /** There is something to send: called after a commit, costs nothing. */
  poke(): void {
    this.poked = true;
    this.signal.raise();
  }

  async stop(deadlineMs: number): Promise<void> {
    this.stopping = true;
    this.signal.raise();
    await Promise.race([this.running, pause(deadlineMs, undefined, { ref: false })]);
    await this.session?.end();
  }

  /** Somebody has told it to send nothing: "bus stopped" on the embedded edition. */
  get isPaused(): boolean {
    return this.settings.pausedFile !== '' && existsSync(this.settings.pausedFile);
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        this.session = await RelaySession.open(this.settings);
        if (await this.becomesLeader(this.session)) await this.lead(this.session);
      } catch (err) {
        if (!this.stopping) this.log.warn({ err }, 'the relay lost its database, starting over');
      } finally {
        await this.session?.end();
        this.session = undefined;
      }
      if (!this.stopping) await pause(500);
    }
  }

  private async becomesLeader(session: RelaySession): Promise<boolean> {
    while (!this.stopping) {
      const { poked } = this;
      this.poked = false;
      if (await session.leads(poked)) return true;
      // Commits of a busy moment are told of together.
      if (poked) await pause(GATHER);
      await this.signal.wait(TRY_EVERY);
    }
    return false;
  }

  /** Posts until the session or the process ends. */
  private async lead(session: RelaySession): Promise<void> {
    await session.listen(() => this.signal.raise());
    this.atOnce = publicationBytes;
    this.watermark?.begin();
    const queue = new OutboxQueue(session.client);
    let sweptAt = 0;
    let failures = 0;
    while (!this.stopping) {
      if (Date.now() - sweptAt > SWEEP_EVERY) {
        sweptAt = Date.now();
        // What is swept a little later harms nobody; what is not posted would, so a slow bus is not waited for.
        const failed = (err: unknown): void => this.log.warn({ err }, 'old rows were not swept away');
        void this.bus.sweep().catch(failed);
        await queue.sweep().catch(failed);
      }
      const posted = this.isPaused ? 'nothing' : await this.post(session, queue, failures);
      failures = posted === 'failed' ? failures + 1 : 0;
      if (posted !== 'nothing') this.watermark?.hasSent();
      if (posted !== 'failed' && !this.isPaused)
        await session.stayingAlive(() =>
          this.watermark?.announce(session.client, posted === 'more', (event) => this.bus.publish([event])),
        );
      if (posted === 'failed') await pause(Math.min(200 * 2 ** failures, FROZEN_MS / 2));
      else if (posted !== 'more') {
        if (posted === 'all') await pause(GATHER);
        await this.signal.wait(LOOK_EVERY);
      }
    }
  }

  /** What fits at once. No transaction is open while it is sent. */
  private async post(
    session: RelaySession,
    queue: OutboxQueue,
    failures: number,
  ): Promise<'nothing' | 'all' | 'more' | 'failed'> {
    const { events, more } = await queue.next(this.atOnce);
    if (events.length === 0) return 'nothing';
    killPoint('relay.beforePublish');
    try {
      await session.stayingAlive(() => this.publish(events, queue));
    } catch (err) {
      if (failures % 10 === 0)
        this.log.warn({ err, waiting: events.length }, 'the bus did not take the events');
      return 'failed';
    }
    return more ? 'more' : 'all';
  }

  /**
   * Publishes and marks. What the bus refuses is sent in halves, each marked as soon as it is acknowledged, so that
   * nothing is sent again that was taken; an event that is refused alone is set aside.
   * @returns the keys of which an event was set aside
   */
  private async publish(events: readonly WaitingEvent[], queue: OutboxQueue): Promise<ReadonlySet<string>> {
    if (events.length === 0) return new Set();
    try {
      await this.bus.publish(events);
    } catch (error) {
      if (!(error instanceof RefusedByBus)) throw error;
      return this.publishInHalves(events, queue, error);
    }
    killPoint('relay.afterPublish');
    await queue.mark(events);
    return new Set();
  }

  private async publishInHalves(
    events: readonly WaitingEvent[],
    queue: OutboxQueue,
    refused: RefusedByBus,
  ): Promise<ReadonlySet<string>> {
    const [first] = events;
    if (first !== undefined && events.length === 1) {
      await queue.setAside(first, refused.message);
      this.log.error({ eventId: first.eventId, type: first.type, err: refused }, 'event set aside');
      return new Set([placeOf(first)]);
    }
    const half = Math.ceil(events.length / 2);
    const aside = await this.publish(events.slice(0, half), queue);
    const rest = events.slice(half).filter((event) => !aside.has(placeOf(event)));
    const alsoAside = await this.publish(rest, queue);
    // It was not one event, but all of them together: the next ones are fewer from the start.
    if (aside.size + alsoAside.size === 0) this.atOnce = Math.min(this.atOnce, bytesOf(events) / 2);
    return new Set([...aside, ...alsoAside]);
  }
}

/** A key is a key of its topic. */
const placeOf = ({ topic, key }: { readonly topic: string; readonly key: string }): string =>
  `${topic}|${key}`;
