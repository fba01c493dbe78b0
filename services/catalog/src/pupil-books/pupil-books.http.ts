import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { IsBoolean, IsIn, IsOptional, ValidateIf } from 'class-validator';
import {
  DayOrNone,
  LARGEST_WHOLE,
  SchoolAsked,
  Text,
  TextOrNull,
  Whole,
  WholeOrNull,
} from '@shulian/service-kit/fields';
import { PUPIL_BOOK_STATUSES, type PupilBookStatus } from './rules/pupil-book.js';

/** `POST /pupil-books` */
export class PupilBookAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({ format: 'uuid', description: 'the pupil who bought it' })
  @Id()
  readerId!: string;

  @ApiProperty({ format: 'uuid', description: 'the suitability review, which names the work' })
  @Id()
  reviewId!: string;

  @Whole(0, LARGEST_WHOLE, 'fen, as on the invoice')
  priceFen!: number;

  @DayOrNone('on which it was bought')
  boughtOn?: string;

  @ApiPropertyOptional({ type: 'boolean', default: true, description: 'the book itself is here' })
  @IsOptional()
  @IsBoolean()
  bookHandedIn?: boolean;

  @TextOrNull(limits.documentNumber, 'left out until the invoice is handed in')
  invoiceNumber?: string | null;

  @ApiPropertyOptional({ format: 'uuid', description: 'an accepted reading note of the pupil' })
  @IsOptional()
  @Id()
  noteId?: string;
}

/** `PATCH /pupil-books/{id}`: what is left out stays, null empties. */
export class PupilBookChangeAsked {
  @WholeOrNull(0, LARGEST_WHOLE, 'fen, as on the invoice')
  priceFen?: number | null;

  @DayOrNone('on which it was bought')
  boughtOn?: string;

  @ApiPropertyOptional({ type: 'boolean' })
  @IsOptional()
  @IsBoolean()
  bookHandedIn?: boolean;

  @TextOrNull(limits.documentNumber)
  invoiceNumber?: string | null;

  @ApiPropertyOptional({ type: 'string', format: 'uuid', nullable: true })
  @ValidateIf((_: object, value: unknown) => value !== undefined && value !== null)
  @Id()
  noteId?: string | null;
}

/** `PUT /pupil-books/{id}/paper-reflection` */
export class PaperReflectionAsked {
  @Text(limits.remark, 'why it is on paper and no reading note')
  reason!: string;
}

const DECISIONS = ['approve', 'refuse'] as const;

/** `POST /pupil-books/{id}/decision` */
export class PupilBookDecisionAsked {
  @ApiProperty({ enum: DECISIONS })
  @IsIn(DECISIONS)
  decision!: (typeof DECISIONS)[number];

  @TextOrNull(limits.remark, 'needed where it is refused')
  remark?: string | null;
}

/** `POST /pupil-books/{id}/payment` */
export class PupilBookPaymentAsked {
  @TextOrNull(limits.documentNumber, 'of what the pupil signed')
  receiptNumber?: string | null;

  @TextOrNull(limits.remark)
  remark?: string | null;
}

/** `POST /pupil-books/{id}/undo` */
export class PupilBookUndoAsked {
  @Text(limits.remark, 'why the last step is taken back')
  reason!: string;
}

/** `GET /pupil-books` */
export class PupilBooksAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ enum: PUPIL_BOOK_STATUSES })
  @IsOptional()
  @IsIn(PUPIL_BOOK_STATUSES)
  status?: PupilBookStatus;
}

/** `GET /pupil-book-payments` */
export class PupilBookPaymentsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('first day')
  from?: string;

  @DayOrNone('last day')
  to?: string;
}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;
const wholeOrNull = { type: 'integer', nullable: true } as const;

class PupilBookStepView {
  @ApiProperty({ enum: ['approve', 'refuse', 'pay', 'undo'] }) action!: string;
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty() by!: string;
  @ApiProperty(orNull) remark!: string | null;
}

export class PupilBookView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty(whole) version!: number;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ format: 'uuid' }) readerId!: string;
  @ApiProperty({ format: 'uuid' }) reviewId!: string;
  @ApiProperty() name!: string;
  @ApiProperty(orNull) isbn!: string | null;
  @ApiProperty({ ...whole, description: 'fen' }) priceFen!: number;
  @ApiProperty({ ...orNull, format: 'date' }) boughtOn!: string | null;
  @ApiProperty() bookHandedIn!: boolean;
  @ApiProperty(orNull) invoiceNumber!: string | null;
  @ApiProperty({ ...orNull, format: 'uuid' }) noteId!: string | null;
  @ApiProperty({ ...orNull, description: 'why the reflection is on paper; a teacher read it' })
  paperReason!: string | null;
  @ApiProperty({ ...orNull, format: 'date' }) paperConfirmedOn!: string | null;
  @ApiProperty({
    type: [String],
    enum: ['book', 'invoice', 'reflection'],
    description: 'still to be handed in; without all three nothing is reimbursed',
  })
  partsMissing!: string[];
  @ApiProperty({ enum: PUPIL_BOOK_STATUSES }) status!: string;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'by which it comes to acceptance' })
  deliveryId!: string | null;
  @ApiProperty(orNull) deliveryStatus!: string | null;
  @ApiProperty(wholeOrNull) accessionNumber!: number | null;
  @ApiProperty({ format: 'date' }) enteredOn!: string;
  @ApiProperty({ ...orNull, format: 'date' }) paidOn!: string | null;
  @ApiProperty(orNull) receiptNumber!: string | null;
  @ApiProperty({ type: [PupilBookStepView], description: 'what was done with it, in order' })
  trail!: PupilBookStepView[];
}
export class PupilBooksPage {
  @ApiProperty({ type: [PupilBookView] }) items!: PupilBookView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
