import { Injectable } from '@nestjs/common';
import { invalid, Problem, TokenVerifier, type Caller } from '@shulian/service-kit';
import { EventFeed, type FedEvent } from './event-feed.query.js';
import { FeedTail } from './feed-tail.js';
import { FollowEventsSettings } from './follow-events.settings.js';
import { isWished, maySee, seesReaders, type Wish } from './visibility.js';
import { withoutReaders } from './without-readers.js';

const RECONNECT_AFTER = 2_000;

/** Turns the feed into server-sent events for one follower. */
@Injectable()
export class FollowEvents {
  constructor(
    private readonly feed: EventFeed,
    private readonly tail: FeedTail,
    private readonly verifier: TokenVerifier,
    private readonly settings: FollowEventsSettings,
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

  /**
   * However busy the feed is, the token is looked at again in time; and however little of it a follower may see, there is
   * a sign of life in time, so that proxies keep the line and the follower, who notices when it is cut, resumes from here.
   */
  private async *told(
    from: number,
    wish: Wish,
    { reach, claims }: Caller,
    authorization: string | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<string> {
    const isClient = claims.kind === 'client';
    const blockFor = seesReaders(claims) ? blockOf : blockWithoutReaders;
    const every = this.settings.signOfLifeMs;
    let position = from;
    let verifiedAt = performance.now();
    let saidAt = verifiedAt;
    const untilDue = (): number => Math.max(1, Math.min(verifiedAt, saidAt) + every - performance.now());
    yield `retry: ${RECONNECT_AFTER}\n: following\nid: ${position}\n\n`;
    for await (const events of this.tail.after(position, untilDue, signal)) {
      if (performance.now() - verifiedAt >= every) {
        // The token may have run out meanwhile; the follower comes back with a new one and misses nothing.
        if (!(await this.verifier.verify(authorization).then(Boolean, () => false))) return;
        verifiedAt = performance.now();
      }
      const shown = events.filter((event) => isWished(wish, event) && maySee(reach, isClient, event));
      position = events.at(-1)?.position ?? position;
      if (shown.length === 0 && performance.now() - saidAt < every) continue;
      yield shown.length > 0 ? shown.map(blockFor).join('') : `: alive\nid: ${position}\n\n`;
      saidAt = performance.now();
    }
  }
}

/** Its type stands outside the data, so that a browser listens for the ones it wants. */
const blockOf = ({ position, type, event }: FedEvent): string =>
  `id: ${position}\nevent: ${type}\ndata: ${event}\n\n`;

const blockWithoutReaders = (fed: FedEvent): string => blockOf({ ...fed, event: withoutReaders(fed) });

function positionOf(lastEventId: string): number {
  if (!/^[0-9]{1,15}$/.test(lastEventId)) throw invalid({ pointer: 'Last-Event-ID', code: 'malformed' });
  return Number(lastEventId);
}
