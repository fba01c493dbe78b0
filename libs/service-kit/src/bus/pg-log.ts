import type { Pool } from 'pg';
import { laneOf, type FoundLog, type Lane, type Position } from './event-bus.js';
import { edgesOf, type EdgesRow } from './lease.js';

/** What the log in Postgres tells of itself and of its groups. Topics are named without the prefix. */
export class PgLog {
  constructor(
    private readonly pool: Pool,
    private readonly topicPrefix: string,
  ) {}

  named(topic: string): string {
    return topic.slice(this.topicPrefix.length);
  }

  prefixed({ topic, part }: Lane): Lane {
    return { topic: this.topicPrefix + topic, part };
  }

  /** The log as it is now: which one it is, and where its partitions begin and end. */
  async found(topics: readonly string[], known: readonly Position[]): Promise<FoundLog> {
    const prefixed = known.map((position) => ({ ...position, ...this.prefixed(position) }));
    const { rows } = await this.pool.query<EdgesRow>(
      edgesOf(
        topics.map((topic) => this.topicPrefix + topic),
        prefixed,
      ),
    );
    const lanes = rows.map(({ topic, part }) => ({ topic: this.named(topic), part }));
    const edges = new Map(
      rows.map(({ high, low, before, ...row }, n) => [
        laneOf(lanes[n] ?? row),
        { low: BigInt(low), high: BigInt(high), ...(row.known ? { before } : {}) },
      ]),
    );
    return {
      logId: rows[0]?.log_id ?? '',
      lanes,
      edges: (lane) => edges.get(laneOf(lane)),
      since: async (lane, instant) => {
        const { topic, part } = this.prefixed(lane);
        const first = await this.pool.query<{ offset: string }>(
          `select "offset" from bus.log where topic = $1 and part = $2 and at >= $3 order by "offset" limit 1`,
          [topic, part, instant],
        );
        return BigInt(first.rows[0]?.offset ?? edges.get(laneOf(lane))?.high ?? 0);
      },
    };
  }

  /** Where a group stands, by its rows in the log. */
  async committed(group: string): Promise<Map<string, bigint>> {
    const { rows } = await this.pool.query<Lane & { committed: string }>(
      'select topic, part, committed from bus.grp where grp = $1',
      [group],
    );
    return new Map(
      rows.map(({ topic, part, committed }) => [
        laneOf({ topic: this.named(topic), part }),
        BigInt(committed),
      ]),
    );
  }
}
