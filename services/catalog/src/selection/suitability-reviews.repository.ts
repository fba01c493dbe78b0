import { statement, type Session } from '@shulian/service-kit';
import type { SchoolId, SuitabilityReviewId, TitleId } from '@shulian/contracts/ids';
import { In } from 'typeorm';
import { suitabilityReviewTable, toReview, toRow } from './suitability-review.row.js';
import type { SuitabilityReview } from './rules/suitability.js';

const BY_ISBN = statement(
  'suitability-reviews.titlesByIsbn',
  `select distinct on (w.isbn) w.isbn, t.id as "titleId"
   from unnest($1::text[]) as w(isbn) join title t on t.isbns @> array[w.isbn] and t.merged_into is null
   order by w.isbn, t.id`,
);
const BECAME = statement(
  'suitability-reviews.became',
  `update suitability_review r set title_id = m.title_id from unnest($1::uuid[], $2::uuid[]) as m(id, title_id)
   where r.id = m.id and r.title_id is null`,
);
const STANDING = statement(
  'suitability-reviews.standingTitles',
  'select id, coalesce(merged_into, id) as "standingId" from title where id = any($1::uuid[])',
);

export class SuitabilityReviewsRepository {
  constructor(private readonly session: Session) {}

  async add(reviews: readonly SuitabilityReview[]): Promise<void> {
    await this.session.manager.insert(suitabilityReviewTable, reviews.map(toRow));
  }

  /** Locked to the end of the transaction: nobody orders on a review while it is taken back. */
  async locked(id: SuitabilityReviewId): Promise<SuitabilityReview | null> {
    const row = await this.session.manager.findOne(suitabilityReviewTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    return row === null ? null : toReview(row);
  }

  /** Reviews of a school; they stand as they are until the end of the transaction. */
  ofSchool(
    schoolId: SchoolId,
    ids: readonly SuitabilityReviewId[],
  ): Promise<ReadonlyMap<string, SuitabilityReview>> {
    return this.all(schoolId, ids, 'pessimistic_read');
  }

  /** The same for who will write to them: two who first read and then write would wait for each other. */
  heldOfSchool(
    schoolId: SchoolId,
    ids: readonly SuitabilityReviewId[],
  ): Promise<ReadonlyMap<string, SuitabilityReview>> {
    return this.all(schoolId, ids, 'pessimistic_write');
  }

  private async all(
    schoolId: SchoolId,
    ids: readonly SuitabilityReviewId[],
    mode: 'pessimistic_read' | 'pessimistic_write',
  ): Promise<ReadonlyMap<string, SuitabilityReview>> {
    const rows = await this.session.manager.find(suitabilityReviewTable, {
      where: { schoolId, id: In([...new Set(ids)]) },
      order: { id: 'asc' },
      lock: { mode },
    });
    return new Map(rows.map((row) => [row.id, toReview(row)]));
  }

  async change(review: SuitabilityReview): Promise<void> {
    await this.session.manager.update(suitabilityReviewTable, { id: review.id }, toRow(review));
  }

  /** The titles as they stand: one that was merged is the one it went into. */
  async standing(ids: readonly TitleId[]): Promise<ReadonlyMap<TitleId, TitleId>> {
    if (ids.length === 0) return new Map();
    const rows = await this.session.rows<{ id: TitleId; standingId: TitleId }>(STANDING, [ids]);
    return new Map(rows.map(({ id, standingId }) => [id, standingId]));
  }

  /** The works are titles of the catalogue now. */
  async became(titles: ReadonlyMap<SuitabilityReviewId, TitleId>): Promise<void> {
    if (titles.size > 0) await this.session.rows(BECAME, [[...titles.keys()], [...titles.values()]]);
  }

  /** The titles that carry the ISBNs, the oldest where several do. */
  async titlesWith(isbns: readonly string[]): Promise<ReadonlyMap<string, TitleId>> {
    if (isbns.length === 0) return new Map();
    const rows = await this.session.rows<{ isbn: string; titleId: TitleId }>(BY_ISBN, [isbns]);
    return new Map(rows.map(({ isbn, titleId }) => [isbn, titleId]));
  }
}
