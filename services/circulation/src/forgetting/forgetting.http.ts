import { ApiProperty } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import { IdAsked, Line, SchoolAsked, shown, Whole, YesOfQuery } from '@shulian/service-kit/fields';
import { LONGEST_NOTE } from '../bounds.http.js';
import { FORGETTABLE, type Forgettable } from './forgettable.row.js';
import { FEWEST_DAYS, MOST_DAYS } from './rules/forgetting.js';

/** `PUT /forgetting/policy` */
export class ForgettingPolicyAsked {
  @SchoolAsked()
  schoolId?: string;

  @Whole(FEWEST_DAYS, MOST_DAYS, 'days after the return, or after what else is over')
  daysAfter!: number;
}
export class ForgettingOfSchool {
  @SchoolAsked()
  schoolId?: string;
}
export class ForgettingPolicyView {
  @ApiProperty({ format: 'uuid' }) readonly schoolId!: string;
  @ApiProperty({ ...shown.whole, description: '1 where the school has set none yet' })
  readonly version!: number;
  @ApiProperty(shown.whole) readonly daysAfter!: number;
  @ApiProperty({ description: 'the school has set none: what the county decided holds' })
  readonly isDefault!: boolean;
}

/** `GET /forgetting/preview` */
export class DueToForget {
  @ApiProperty({ enum: FORGETTABLE }) readonly what!: Forgettable;
  @ApiProperty({ ...shown.whole, description: 'would lose their reader tonight' }) readonly due!: number;
  @ApiProperty({
    ...shown.whole,
    description: 'are due, and stay: the reader is kept, the loan is owed for, or a case is open',
  })
  readonly kept!: number;
}
export class DueToForgetPage {
  @ApiProperty({ type: [DueToForget] }) readonly items!: DueToForget[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}

/** `GET /forgetting/preview`, `GET /forgetting/runs` */
export class ForgettingListAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}
export class ForgettingRun {
  @ApiProperty({ format: 'date' }) readonly onDay!: string;
  @ApiProperty(shown.whole) readonly loans!: number;
  @ApiProperty(shown.whole) readonly holds!: number;
  @ApiProperty({ ...shown.whole, description: 'visits to the reading room' }) readonly visits!: number;
  @ApiProperty({ ...shown.whole, description: 'seats that were booked' }) readonly bookings!: number;
  @ApiProperty({ ...shown.whole, description: 'talks about what was late' }) readonly contacts!: number;
  @ApiProperty({ ...shown.whole, description: 'questions to the library' }) readonly requests!: number;
}
export class ForgettingRunsPage {
  @ApiProperty({ type: [ForgettingRun] }) readonly items!: ForgettingRun[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}

/** `POST /forgetting/legal-holds` */
export class LegalHoldAsked {
  @IdAsked()
  readerId!: string;

  @Line(LONGEST_NOTE, 'the matter, without names')
  reason!: string;
}
/** `GET /forgetting/legal-holds` */
export class LegalHoldsAsked extends ForgettingListAsked {
  @YesOfQuery('only those that hold, or were lifted')
  lifted?: boolean;
}
export class LegalHoldView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ format: 'uuid' }) readonly schoolId!: string;
  @ApiProperty({ format: 'uuid' }) readonly readerId!: string;
  @ApiProperty() readonly reason!: string;
  @ApiProperty({ format: 'date' }) readonly placedOn!: string;
  @ApiProperty({ description: 'account or client' }) readonly placedBy!: string;
  @ApiProperty(shown.dayOrNull) readonly liftedOn!: string | null;
  @ApiProperty(shown.orNull) readonly liftedBy!: string | null;
}
export class LegalHoldsPage {
  @ApiProperty({ type: [LegalHoldView] }) readonly items!: LegalHoldView[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}
