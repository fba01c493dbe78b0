import type {
  EBooksCountedV1,
  SubscriptionApprovedV1,
  SubscriptionReopenedV1,
} from '@shulian/contracts/catalog';
import { statement, type Rows } from '@shulian/service-kit';

const SUBSCRIBED = statement(
  'known-subscription.know',
  `insert into known_subscription as k (round_id, school_id, year, approved_on, newspapers, periodicals, copies, fen, version)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict (round_id) do update set approved_on = excluded.approved_on, newspapers = excluded.newspapers,
     periodicals = excluded.periodicals, copies = excluded.copies, fen = excluded.fen, version = excluded.version
   where k.version < excluded.version`,
);
const COUNTED = statement(
  'known-e-books.know',
  `insert into known_e_books (line_id, school_id, counts_as, on_day, volumes, fen) values ($1, $2, $3, $4, $5, $6)
   on conflict do nothing`,
);

/** Serials that schools subscribe to, by year, and e-books. */
export class KnownResourcesRepository {
  constructor(private readonly rows: Rows) {}

  async subscribed({
    data,
    aggregateversion,
  }: Pick<SubscriptionApprovedV1, 'data' | 'aggregateversion'>): Promise<void> {
    const { roundId, schoolId, year, approvedOn, newspapers, periodicals, copies, fen } = data;
    const values = [
      roundId,
      schoolId,
      year,
      approvedOn,
      newspapers,
      periodicals,
      copies,
      fen,
      aggregateversion,
    ];
    await this.rows.rows(SUBSCRIBED, values);
  }

  async reopened({
    data,
    aggregateversion,
  }: Pick<SubscriptionReopenedV1, 'data' | 'aggregateversion'>): Promise<void> {
    const { roundId, schoolId, year } = data;
    await this.rows.rows(SUBSCRIBED, [roundId, schoolId, year, null, 0, 0, 0, 0, aggregateversion]);
  }

  async counted({ data }: Pick<EBooksCountedV1, 'data'>): Promise<void> {
    const { lineId, schoolId, countsAs, day, volumes, fen } = data;
    await this.rows.rows(COUNTED, [lineId, schoolId, countsAs, day, volumes, fen]);
  }
}
