import type { RecommendationPublishedV1 } from '@shulian/contracts/activities';
import { statement, type Rows } from '@shulian/service-kit';

const KNOW = statement(
  'known-issue.know',
  `insert into known_issue as k (issue_id, school_id, published_on, title_ids, withdrawn, version)
   values ($1, $2, $3, $4::uuid[], $5, $6)
   on conflict (issue_id) do update set published_on = excluded.published_on, title_ids = excluded.title_ids,
     withdrawn = excluded.withdrawn, version = excluded.version
   where k.version < excluded.version`,
);

/** Issues of recommended titles as they are told last. */
export class KnownRecommendationsRepository {
  constructor(private readonly rows: Rows) {}

  async know({ data }: Pick<RecommendationPublishedV1, 'data'>): Promise<void> {
    const { issueId, schoolId, publishedOn, titleIds, withdrawn, version } = data;
    await this.rows.rows(KNOW, [issueId, schoolId, publishedOn, titleIds, withdrawn, version]);
  }
}
