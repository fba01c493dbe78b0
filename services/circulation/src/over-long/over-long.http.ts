import { ApiProperty } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import { BorrowerView } from '../desk/loan.http.js';
import { MOST_AT_ONCE } from '../bounds.http.js';
import {
  IdOrNone,
  IdsOf,
  LineOrNull,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  shown,
  WholeOrNone,
  YesOfQuery,
} from '@shulian/service-kit/fields';
import { LONGEST_NOTE } from '../bounds.http.js';
import { REVIEWS, type Review } from './rules/over-long.js';

/** `GET /over-long-loans` */
export class OverLongAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @WholeOrNone(1, 3_650, 'out for so many calendar days at least; where left out: past the due day')
  days?: number;

  @IdOrNone('of those who are in it today, and of the class itself')
  classId?: string;

  @YesOfQuery('looked at this term, or not yet')
  reviewed?: boolean;

  @OneOfOrNone(REVIEWS)
  decision?: Review;
}

export class OverLongLoan {
  @ApiProperty({ format: 'uuid' }) readonly loanId!: string;
  @ApiProperty({ type: () => BorrowerView }) readonly borrower!: BorrowerView;
  @ApiProperty({ ...shown.idOrNull, description: 'null: a class has it' }) readonly readerId!: string | null;
  @ApiProperty({ ...shown.idOrNull, description: 'today' }) readonly classId!: string | null;
  @ApiProperty(shown.orNull) readonly title!: string | null;
  @ApiProperty(shown.orNull) readonly copyBarcode!: string | null;
  @ApiProperty(shown.orNull) readonly callNumber!: string | null;
  @ApiProperty({ ...shown.orNull, description: 'kind of copy' }) readonly kind!: string | null;
  @ApiProperty({ format: 'date' }) readonly loanedOn!: string;
  @ApiProperty({ format: 'date' }) readonly dueOn!: string;
  @ApiProperty({ ...shown.whole, description: 'calendar days since it was lent' }) readonly daysOut!: number;
  @ApiProperty({ ...shown.whole, description: 'calendar days past the due day' }) readonly daysLate!: number;
  @ApiProperty({ ...shown.orNull, enum: [...REVIEWS, null], description: 'what was decided this term' })
  readonly decision!: Review | null;
  @ApiProperty(shown.dayOrNull) readonly reviewedOn!: string | null;
  @ApiProperty({ ...shown.orNull, description: 'account or client' }) readonly reviewedBy!: string | null;
  @ApiProperty(shown.orNull) readonly note!: string | null;
  @ApiProperty({ ...shown.dayOrNull, description: 'the last sheet it stood on' }) readonly dunnedOn!:
    string | null;
}
export class OverLongPage {
  @ApiProperty({ type: [OverLongLoan] }) readonly items!: OverLongLoan[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}

/** `POST /over-long-loans/reviews` */
export class ReviewsAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdsOf(MOST_AT_ONCE, 1, 'open loans of the school')
  loanIds!: string[];

  @OneOf(REVIEWS)
  decision!: Review;

  @LineOrNull(LONGEST_NOTE)
  note?: string | null;
}
export class ReviewsAnswer {
  @ApiProperty(shown.whole) readonly reviewed!: number;
  @ApiProperty({ format: 'date', description: 'the term they were looked at in' })
  readonly termStartsOn!: string;
}
