import { statement, type Session, type Tx } from '@shulian/service-kit';
import type { CloudEvent } from '@shulian/contracts/envelope';

const APPEND = statement(
  'event_feed.append',
  `with counter as (
     update feed_counter set last_position = last_position + cardinality($1::uuid[]),
       newest_at = greatest(newest_at, to_timestamp($5))
     returning last_position - cardinality($1::uuid[]) as before, newest_at)
   insert into event_feed (position, event_id, type, school_id, event, newest_at)
   select counter.before + e.n, e.event_id, e.type, e.school_id, e.event, counter.newest_at
   from counter,
     rows from (unnest($1::uuid[], $2::text[], $3::uuid[]), string_to_table($4, E'\\n')) with ordinality
       as e(event_id, type, school_id, event, n)`,
);

/** The feed as the consumer sees it: gathered while a batch is digested, written once at its end. */
export class EventFeedRepository {
  private readonly gathered: CloudEvent[] = [];

  constructor(
    private readonly session: Session,
    tx: Tx,
  ) {
    tx.beforeCommit(() => this.write());
  }

  add(event: CloudEvent): void {
    this.gathered.push(event);
  }

  /**
   * The events go as lines of one text: JSON as we write it has no line break in it, and as elements of an array each of
   * its quotes would be escaped here and read back there (half the work of the whole statement).
   *
   * The counter's row stays locked to the commit: positions come without gaps and become visible in order.
   */
  private async write(): Promise<void> {
    if (this.gathered.length === 0) return;
    await this.session.rows(APPEND, [
      this.gathered.map((event) => event.id),
      this.gathered.map((event) => event.type),
      this.gathered.map((event) => event.schoolid ?? null),
      this.gathered.map((event) => JSON.stringify(event)).join('\n'),
      Math.max(...this.gathered.map(({ time }) => Date.parse(time))) / 1_000,
    ]);
  }
}
