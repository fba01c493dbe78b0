import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { IsIn, IsOptional } from 'class-validator';
import { SchoolAsked, Text, TextOrNull, Things, WholeOrNull } from '@shulian/service-kit/fields';
import {
  AUDIENCES,
  VERDICTS,
  type Audience,
  type SuitabilityReview,
  type Verdict,
} from './rules/suitability.js';

/** A work and what was found of it. */
export class ReviewedWorkAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'where the catalogue has it' })
  @IsOptional()
  @Id()
  titleId?: string;

  @TextOrNull(60, 'ISBN-10 or ISBN-13, as printed')
  isbn?: string | null;

  @TextOrNull(limits.title, 'needed where the catalogue has neither the title nor the ISBN')
  name?: string | null;

  @TextOrNull(limits.contributor)
  contributor?: string | null;

  @TextOrNull(limits.publisher)
  publisher?: string | null;

  @TextOrNull(limits.clc, 'class number, where it is known')
  clc?: string | null;

  @ApiProperty({ enum: VERDICTS })
  @IsIn(VERDICTS)
  verdict!: Verdict;

  @ApiPropertyOptional({ enum: AUDIENCES, default: 'pupils' })
  @IsOptional()
  @IsIn(AUDIENCES)
  audience?: Audience;

  @WholeOrNull(1, 12, 'needed where pupils shall read it')
  firstGrade?: number | null;

  @WholeOrNull(1, 12)
  lastGrade?: number | null;

  @TextOrNull(limits.remark, 'why')
  remark?: string | null;
}

/** `POST /suitability-reviews` */
export class ReviewsAsked {
  @SchoolAsked()
  schoolId?: string;

  @Text(limits.personName, 'who looked at the works, as it shall stand in the list')
  reviewer!: string;

  @Things(ReviewedWorkAsked, limits.linesAtOnce)
  items!: ReviewedWorkAsked[];
}

/** `POST /suitability-reviews/{id}/retraction` */
export class RetractionAsked {
  @Text(limits.remark, 'why the review no longer holds')
  reason!: string;
}

/** `GET /suitability-reviews` */
export class ReviewsListAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ enum: VERDICTS })
  @IsOptional()
  @IsIn(VERDICTS)
  verdict?: Verdict;
}

const orNull = { type: 'string', nullable: true } as const;
const wholeOrNull = { type: 'integer', nullable: true } as const;

export class SuitabilityReviewView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ ...orNull, format: 'uuid' }) titleId!: string | null;
  @ApiProperty({ ...orNull, description: '13 digits' }) isbn!: string | null;
  @ApiProperty() name!: string;
  @ApiProperty(orNull) contributor!: string | null;
  @ApiProperty(orNull) publisher!: string | null;
  @ApiProperty(orNull) clc!: string | null;
  @ApiProperty({ enum: VERDICTS }) verdict!: string;
  @ApiProperty({ enum: AUDIENCES }) audience!: string;
  @ApiProperty(wholeOrNull) firstGrade!: number | null;
  @ApiProperty(wholeOrNull) lastGrade!: number | null;
  @ApiProperty() reviewer!: string;
  @ApiProperty(orNull) remark!: string | null;
  @ApiProperty({ format: 'date' }) reviewedOn!: string;
  @ApiProperty({ ...orNull, format: 'date' }) retractedOn!: string | null;
  @ApiProperty(orNull) retractionReason!: string | null;
}
export class SuitabilityReviewsPage {
  @ApiProperty({ type: [SuitabilityReviewView] }) items!: SuitabilityReviewView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
/** What one call made, in its order. */
export class SuitabilityReviewsMade {
  @ApiProperty({ type: [SuitabilityReviewView] }) items!: SuitabilityReviewView[];
}

export const toReviewView = (review: SuitabilityReview): SuitabilityReviewView => ({
  id: review.id,
  schoolId: review.schoolId,
  titleId: review.titleId,
  isbn: review.isbn,
  name: review.name,
  contributor: review.contributor,
  publisher: review.publisher,
  clc: review.clc,
  verdict: review.verdict,
  audience: review.audience,
  firstGrade: review.firstGrade,
  lastGrade: review.lastGrade,
  reviewer: review.reviewer,
  remark: review.remark,
  reviewedOn: review.reviewedOn,
  retractedOn: review.retracted?.on ?? null,
  retractionReason: review.retracted?.reason ?? null,
});
