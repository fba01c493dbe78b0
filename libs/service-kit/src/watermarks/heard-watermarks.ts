import type { WatermarkReached } from '@shulian/contracts/envelope';
import { statement, type Rows } from '../database/session.js';

/** A consumer group of the service, with a topic that it follows. */
export type Following = { readonly handler: string; readonly topic: string };

/** How a source stands here. */
export type SourceStanding = {
  readonly source: string;
  /** the newest that is applied; null: none yet */
  readonly appliedUpTo: Date | null;
  /** seconds since a watermark was heard; null: never */
  readonly heardSecondsAgo: number | null;
};

/** So many may wait to be applied; of more every second one is dropped, so that old and new ones stay. */
const WAITING = 32;

/**
 * Watermarks that are applied: of every partition they name, each group that follows its topic has digested all before
 * the end, and nothing before it is parked. What was parked from another log lies before all of them.
 */
const applied = (handlers: string, topics: string): string => `
  applied as materialized (
    select w.id, w.source, w.up_to from watermark w
    where not exists (
      select from json_to_recordset(w.ends) as e(topic text, part int, "nextOffset" bigint)
      join unnest(${handlers}::text[], ${topics}::text[]) as f(handler, topic) on f.topic = e.topic
      left join digested_position p on p.handler = f.handler and p.topic = e.topic and p.part = e.part
        and p.log_id in (w.log_id, '')
      where e."nextOffset" > coalesce(p.next_offset, 0)
        or exists (
          select from parked_event k
          where k.handler = f.handler and k.topic = e.topic and k.part = e.part and k.resolved_at is null
            and (k.log_id <> w.log_id or k."offset" < e."nextOffset"))))`;

const HEAR = statement(
  'watermarks.hear',
  `insert into watermark (source, up_to, ends, log_id) values ($1, $2, $3, $4)`,
);
const FORGET = statement(
  'watermarks.forget',
  `with ${applied('$1', '$2')},
   newest as (select source, max(id) as id from applied group by source),
   waiting as (
     select w.id, row_number() over (partition by w.source order by w.id desc) as place
     from watermark w left join newest n using (source) where w.id > coalesce(n.id, 0))
   delete from watermark w
   where exists (select from newest n where n.source = w.source and w.id < n.id)
      or w.id in (select id from waiting where place > 4 and place % 2 = 0
                    and (select count(*) from waiting) > ${WAITING})`,
);
const STANDINGS = statement(
  'watermarks.standings',
  `with ${applied('$1', '$2')}
   select s.source,
     (select a.up_to from applied a where a.source = s.source order by a.id desc limit 1) as applied,
     (select extract(epoch from clock_timestamp() - max(w.heard_at))::float8 from watermark w
      where w.source = s.source) as heard
   from unnest($3::text[]) as s(source)`,
);

/** What a service has heard of its sources, in its own tables: on the database, or within a transaction. */
export class HeardWatermarksOn {
  constructor(
    private readonly followings: () => readonly Following[],
    private readonly sources: readonly string[],
  ) {}

  readonly on = (rows: Rows): HeardWatermarks => new HeardWatermarks(rows, this.followings, this.sources);
}

export class HeardWatermarks {
  constructor(
    private readonly rows: Rows,
    private readonly followings: () => readonly Following[],
    private readonly sources: readonly string[],
  ) {}

  async hear(source: string, { upTo, ends }: WatermarkReached, logId: string): Promise<void> {
    await this.rows.rows(HEAR, [source, upTo, JSON.stringify(ends), logId]);
    await this.rows.rows(FORGET, this.followed());
  }

  async standings(): Promise<SourceStanding[]> {
    if (this.sources.length === 0) return [];
    const found = await this.rows.rows<{ source: string; applied: Date | null; heard: number | null }>(
      STANDINGS,
      [...this.followed(), this.sources],
    );
    return found.map(({ source, applied: appliedUpTo, heard: heardSecondsAgo }) => ({
      source,
      appliedUpTo,
      heardSecondsAgo,
    }));
  }

  private followed(): [handlers: string[], topics: string[]] {
    const followings = this.followings();
    return [followings.map(({ handler }) => handler), followings.map(({ topic }) => topic)];
  }
}
