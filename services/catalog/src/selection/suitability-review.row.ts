import { EntitySchema } from 'typeorm';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { SuitabilityReview } from './rules/suitability.js';

export type SuitabilityReviewRow = Omit<SuitabilityReview, 'retracted'> & {
  readonly retractedOn: CalendarDay | null;
  readonly retractedBy: string | null;
  readonly retractionReason: string | null;
};

const orNull = { type: 'text', nullable: true } as const;

export const suitabilityReviewTable = new EntitySchema<SuitabilityReviewRow>({
  name: 'suitability_review',
  columns: {
    id: { type: 'uuid', primary: true },
    schoolId: { type: 'uuid', name: 'school_id' },
    titleId: { type: 'uuid', name: 'title_id', nullable: true },
    isbn: orNull,
    name: { type: 'text' },
    nameKey: { type: 'text', name: 'name_key' },
    contributor: orNull,
    publisher: orNull,
    clc: orNull,
    verdict: { type: 'text' },
    audience: { type: 'text' },
    firstGrade: { type: 'smallint', name: 'first_grade', nullable: true },
    lastGrade: { type: 'smallint', name: 'last_grade', nullable: true },
    reviewer: { type: 'text' },
    remark: orNull,
    reviewedOn: { type: 'date', name: 'reviewed_on' },
    reviewedBy: { type: 'text', name: 'reviewed_by' },
    retractedOn: { type: 'date', name: 'retracted_on', nullable: true },
    retractedBy: { ...orNull, name: 'retracted_by' },
    retractionReason: { ...orNull, name: 'retraction_reason' },
  },
});

export const toReview = ({
  retractedOn,
  retractedBy,
  retractionReason,
  ...row
}: SuitabilityReviewRow): SuitabilityReview => ({
  ...row,
  retracted:
    retractedOn === null || retractedBy === null || retractionReason === null
      ? null
      : { on: retractedOn, by: retractedBy, reason: retractionReason },
});

export const toRow = ({ retracted, ...review }: SuitabilityReview): SuitabilityReviewRow => ({
  ...review,
  retractedOn: retracted?.on ?? null,
  retractedBy: retracted?.by ?? null,
  retractionReason: retracted?.reason ?? null,
});
