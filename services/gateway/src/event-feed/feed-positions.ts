import { Injectable } from '@nestjs/common';
import { EventFeed, type FeedPoint } from './event-feed.query.js';

/** Looked at so often, in milliseconds: an older position only means that a follower is told something twice. */
const LOOK_EVERY = 200;

/**
 * Where in the feed an answer stands: who follows from there hears of everything that the answer does not have. Taken before
 * anything is read, and never newer than what the service knows of others.
 */
@Injectable()
export class FeedPositions {
  private looked: { readonly at: number; readonly point: Promise<FeedPoint | null> } | undefined;
  private readonly known = new Map<
    string,
    { readonly knowsUpTo: string; readonly position: number | null }
  >();

  constructor(private readonly feed: EventFeed) {}

  /** The end of the feed, to be asked for before what it is about is read; null while the database is away. */
  now(): Promise<FeedPoint | null> {
    if (this.looked === undefined || performance.now() - this.looked.at > LOOK_EVERY)
      this.looked = { at: performance.now(), point: this.feed.end().catch(() => null) };
    return this.looked.point;
  }

  /**
   * The position of an answer; null when none can be told.
   * @param before the end of the feed before it was asked for
   * @param knowsUpTo up to when everything is in it that other services told its own; undefined: it needs no others
   */
  async of(service: string, before: FeedPoint | null, knowsUpTo: string | undefined): Promise<number | null> {
    if (before === null) return null;
    if (knowsUpTo === undefined || new Date(knowsUpTo) >= before.newestAt) return before.position;
    const position = await this.lastUpTo(service, knowsUpTo);
    return position === null ? null : Math.min(position, before.position);
  }

  /** What comes later is newer: the answer for a moment that lies before the end stays the same. */
  private async lastUpTo(service: string, knowsUpTo: string): Promise<number | null> {
    const known = this.known.get(service);
    if (known?.knowsUpTo === knowsUpTo) return known.position;
    const position = await this.feed.lastUpTo(knowsUpTo).catch(() => null);
    this.known.set(service, { knowsUpTo, position });
    return position;
  }
}
