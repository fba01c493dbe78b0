import { statement, type Rows } from '@shulian/service-kit';

const RAISE = statement(
  'high-water.raise',
  `insert into high_water as h (source, applied_until)
   select * from unnest($1::text[], $2::timestamptz[])
   on conflict (source) do update set applied_until = greatest(h.applied_until, excluded.applied_until)`,
);

/** Up to which moment the facts of each service have been applied. */
export class HighWaterRepository {
  private readonly latest = new Map<string, string>();

  constructor(private readonly rows: Rows) {}

  /** @param time instant of the event, RFC 3339 UTC; the text compares as the instant does */
  note(source: 'catalog' | 'readers' | 'circulation', time: string): void {
    if (time > (this.latest.get(source) ?? '')) this.latest.set(source, time);
  }

  async settle(): Promise<void> {
    if (this.latest.size > 0)
      await this.rows.rows(RAISE, [[...this.latest.keys()], [...this.latest.values()]]);
  }
}
