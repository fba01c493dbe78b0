import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { EventFeed, type FedEvent } from './event-feed.query.js';

const LOOK_EVERY = 100;
const PAGE = 500;
const KEPT_IN_MEMORY = 2_000;

/** Reads the end of the feed once for all who follow it; whoever is further behind reads pages of his own. */
@Injectable()
export class FeedTail implements OnModuleDestroy {
  private readonly ending = new AbortController();
  private readonly waiting = new Set<() => void>();
  private recent: FedEvent[] = [];
  private last = 0;
  private followers = 0;
  private looking: Promise<void> | undefined;

  constructor(private readonly feed: EventFeed) {}

  /** Aborted when the gateway stops. */
  get ended(): AbortSignal {
    return this.ending.signal;
  }

  /** Follows the feed until the signal; yields an empty list when nothing happened for as long as `maxWaitMs` says now. */
  async *after(
    position: number,
    maxWaitMs: () => number,
    signal: AbortSignal,
  ): AsyncGenerator<readonly FedEvent[]> {
    this.followers += 1;
    try {
      this.looking ??= this.look();
      let cursor = position;
      while (!signal.aborted) {
        let events = await this.known(cursor);
        if (events.length === 0) {
          await this.news(cursor, maxWaitMs(), signal);
          events = await this.known(cursor);
        }
        if (signal.aborted) return;
        cursor = events.at(-1)?.position ?? cursor;
        yield events;
      }
    } finally {
      this.followers -= 1;
    }
  }

  onModuleDestroy(): void {
    this.ending.abort();
  }

  private known(cursor: number): Promise<FedEvent[]> | FedEvent[] {
    const first = this.recent[0]?.position;
    // Positions have no gaps, so what is in memory needs no search.
    if (first !== undefined && cursor >= first - 1) return this.recent.slice(cursor - first + 1);
    return this.feed.olderAfter(cursor, PAGE);
  }

  /** Waits for something after the cursor; what came between the last look and now is seen, too. */
  private news(cursor: number, maxWaitMs: number, signal: AbortSignal): Promise<void> {
    if (this.last > cursor) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        this.waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, maxWaitMs);
      signal.addEventListener('abort', wake);
      this.waiting.add(wake);
      if (signal.aborted) wake();
    });
  }

  /** Notes new events while anybody follows; trouble with the database is waited out. */
  private async look(): Promise<void> {
    let started = false;
    while (this.followers > 0 && !this.ending.signal.aborted) {
      try {
        if (!started) {
          this.recent = [];
          this.last = 0;
          this.last = (await this.feed.bounds()).last;
          started = true;
          this.wakeAll();
        }
        const fresh = await this.feed.after(this.last, PAGE);
        if (fresh.length > 0) this.note(fresh);
        else await pause(LOOK_EVERY);
      } catch {
        await pause(1_000);
      }
    }
    this.looking = undefined;
  }

  private note(fresh: readonly FedEvent[]): void {
    this.last = fresh.at(-1)?.position ?? this.last;
    this.recent = [...this.recent, ...fresh].slice(-KEPT_IN_MEMORY);
    this.wakeAll();
  }

  private wakeAll(): void {
    for (const wake of [...this.waiting]) wake();
  }
}
