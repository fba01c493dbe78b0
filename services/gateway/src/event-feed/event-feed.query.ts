import { Injectable } from '@nestjs/common';
import { Database, Lists, statement } from '@shulian/service-kit';

/** An event in the order of the feed. */
export type FedEvent = {
  readonly position: number;
  readonly type: string;
  readonly schoolId: string | null;
  /** The CloudEvent, JSON */
  readonly event: string;
};
/** First position kept and last position given; `first` is one above `last` while nothing is kept. */
export type FeedBounds = { readonly first: number; readonly last: number };

/** The last position, and up to when the facts are that lie there. */
export type FeedPoint = { readonly position: number; readonly newestAt: Date };

const BOUNDS = statement(
  'event_feed.bounds',
  `select coalesce((select min(position) from event_feed), last_position + 1)::float8 as first,
          last_position::float8 as last from feed_counter`,
);
const END = statement(
  'event_feed.end',
  'select last_position::float8 as position, newest_at as "newestAt" from feed_counter',
);
const LAST_UP_TO = statement(
  'event_feed.last-up-to',
  `select position::float8 as position from event_feed where newest_at <= $1::timestamptz
   order by newest_at desc, position desc limit 1`,
);
const AFTER = statement(
  'event_feed.after',
  `select position::float8 as position, type, school_id as "schoolId", event from event_feed
   where position > $1 order by position limit $2`,
);
/** Kept as long as the promise of the stream says (decision 10); `received_at` is real time, not a domain column. */
const SWEEP = statement(
  'event_feed.sweep',
  `delete from event_feed where position in (
     select position from event_feed where received_at < clock_timestamp() - interval '7 days'
     order by position limit 5000)
   returning 1`,
);

@Injectable()
export class EventFeed {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  async bounds(): Promise<FeedBounds> {
    const [row] = await this.database.rows<FeedBounds>(BOUNDS);
    return row ?? { first: 1, last: 0 };
  }

  async end(): Promise<FeedPoint | null> {
    return (await this.database.rows<FeedPoint>(END))[0] ?? null;
  }

  /** The last position before which nothing is newer than a moment; null when nothing so old is kept. */
  async lastUpTo(moment: string): Promise<number | null> {
    return (await this.database.rows<{ position: number }>(LAST_UP_TO, [moment]))[0]?.position ?? null;
  }

  /** The newest, for all who follow. */
  after(position: number, limit: number): Promise<FedEvent[]> {
    return this.database.rows<FedEvent>(AFTER, [position, limit]);
  }

  /** A page for one who is far behind: many of them keep nobody from the newest. */
  olderAfter(position: number, limit: number): Promise<FedEvent[]> {
    return this.lists.rows<FedEvent>(AFTER, [position, limit]);
  }

  /** Removes what is older than 7 days; the number of events removed. */
  async sweep(): Promise<number> {
    let removed = 0;
    for (;;) {
      const swept = await this.database.rows(SWEEP);
      removed += swept.length;
      if (swept.length < 5_000) return removed;
    }
  }
}
