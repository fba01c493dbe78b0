import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Database,
  Lists,
  pageOf,
  queryId,
  statement,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { SchoolId, SuitabilityReviewId } from '@shulian/contracts/ids';
import type { ReviewsListAsked, SuitabilityReviewView } from './suitability-reviews.http.js';

const COLUMNS = `id, school_id as "schoolId", title_id as "titleId", isbn, name, contributor, publisher, clc, verdict, audience,
  first_grade as "firstGrade", last_grade as "lastGrade", reviewer, remark, reviewed_on::text as "reviewedOn",
  retracted_on::text as "retractedOn", retraction_reason as "retractionReason"`;

const BY_ID = statement(
  'suitability-reviews.byId',
  `select ${COLUMNS} from suitability_review where id = $1`,
);
const LIST = `select ${COLUMNS} from suitability_review
  where school_id = $1 and ($2::text is null or verdict = $2) and ($3::uuid is null or id < $3)
  order by id desc limit $4`;

/** The reviews of a school, the newest first. */
@Injectable()
export class SuitabilityReviewsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 also for a review of another school */
  async byId(caller: Caller, id: SuitabilityReviewId): Promise<SuitabilityReviewView> {
    const [review] = await this.database.rows<SuitabilityReviewView>(BY_ID, [id]);
    if (review === undefined || !caller.mayWorkAt(review.schoolId)) throw unknownThing();
    return review;
  }

  async find(input: ReviewsListAsked, schoolId: SchoolId): Promise<Page<SuitabilityReviewView>> {
    const after = afterCursor(input.cursor, 1);
    const rows = await this.lists.rows<SuitabilityReviewView>(LIST, [
      schoolId,
      input.verdict ?? null,
      after === null ? null : (queryId('cursor', String(after[0])) ?? null),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (review) => review,
      ({ id }) => [id],
    );
  }
}
