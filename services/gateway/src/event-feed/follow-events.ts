import { Injectable } from '@nestjs/common';
import { invalid, Problem, TokenVerifier, type Caller } from '@shulian/service-kit';
import { EventFeed, type FedEvent } from './event-feed.query.js';
import { FeedTail } from './feed-tail.js';
import { isWished, maySee, type Wish } from './visibility.js';

/** A sign of life this often, so that proxies keep the line and a follower notices when it is cut. */
const HEARTBEAT = 15_000;
const RECONNECT_AFTER = 2_000;

/** Turns the feed into server-sent events for one follower. */
@Injectable()
export class FollowEvents {
  constructor(
    private readonly feed: EventFeed,
    private readonly tail: FeedTail,
    private readonly verifier: TokenVerifier,
  ) {}

  /**
   * From the event after `lastEventId`, or from now on without one.
   * @throws Problem 410 `events.too-old` when events in between are no longer kept, 400 for what is no id of ours
   */
  async from(
    lastEventId: string | undefined,
    wish: Wish,
    caller: Caller,
    authorization: string | undefined,
    gone: AbortSignal,
  ): Promise<AsyncIterable<string>> {
    const { first, last } = await this.feed.bounds();
    const position = lastEventId === undefined || lastEventId === '' ? last : positionOf(lastEventId);
    // Above the last: an id of another feed, before a restore; as lost as one that was swept.
    if (position + 1 < first || position > last) throw new Problem(410, 'events.too-old');
    return this.told(position, wish, caller, authorization, AbortSignal.any([gone, this.tail.ended]));
  }

  private async *told(
    from: number,
    wish: Wish,
    { reach, claims }: Caller,
    authorization: string | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<string> {
    const isClient = claims.kind === 'client';
    let position = from;
    yield `retry: ${RECONNECT_AFTER}\n: following\nid: ${position}\n\n`;
    for await (const events of this.tail.after(position, HEARTBEAT, signal)) {
      const shown = events.filter((event) => isWished(wish, event) && maySee(reach, isClient, event));
      position = events.at(-1)?.position ?? position;
      if (shown.length > 0) yield shown.map(blockOf).join('');
      if (events.length > 0) continue;
      // The token may have run out meanwhile; the follower comes back with a new one and misses nothing.
      if (await this.verifier.verify(authorization).then(Boolean, () => false))
        yield `: alive\nid: ${position}\n\n`;
      else return;
    }
  }
}

const blockOf = ({ position, event }: FedEvent): string => `id: ${position}\ndata: ${event}\n\n`;

function positionOf(lastEventId: string): number {
  if (!/^[0-9]{1,15}$/.test(lastEventId)) throw invalid({ pointer: 'Last-Event-ID', code: 'malformed' });
  return Number(lastEventId);
}
