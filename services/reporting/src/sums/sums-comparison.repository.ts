import type { CalendarDay } from '@shulian/contracts/ids';
import type { Rows } from '@shulian/service-kit';

/** Sums of a table of which so many rows are not what the known rows add up to. */
export type DifferingSums = { readonly sums: string; readonly differing: number };

/** When the sums were compared with what is known, and the comparison. */
export class SumsComparisonRepository {
  constructor(private readonly rows: Rows) {}

  /** Reads all that is known, in one snapshot, which takes minutes in a large county. */
  async differing(): Promise<DifferingSums[]> {
    await this.rows.rows(`set local statement_timeout = '1h'`);
    return this.rows.rows('select sums, differing::int from differing_sums() where differing > 0');
  }

  /** Comparisons of more than a year ago are forgotten. */
  async note(day: CalendarDay, differing: number): Promise<void> {
    await this.rows.rows('delete from sums_compared where day < $1::date - 366', [day]);
    await this.rows.rows(
      'insert into sums_compared (day, differing) values ($1, $2) on conflict (day) do update set differing = $2',
      [day, differing],
    );
  }
}
