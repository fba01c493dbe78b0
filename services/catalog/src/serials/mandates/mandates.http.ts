import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { Transform } from 'class-transformer';
import { IsBoolean, IsDateString, IsOptional, Matches } from 'class-validator';
import { DayOrNone, LARGEST_WHOLE, SchoolAsked, Text, TextOrNull, Whole } from '@shulian/service-kit/fields';
import { FIRST_YEAR, LAST_YEAR, YearAsked } from '../subscriptions/subscriptions.http.js';

const Day = (description: string): PropertyDecorator => {
  const decorators = [
    ApiProperty({ type: 'string', format: 'date', description }),
    Matches(/^[1-9]\d{3}-\d\d-\d\d$/),
    IsDateString({ strict: true }),
  ];
  return (target, key) => {
    for (const decorator of decorators) decorator(target, key);
  };
};

/** `POST /serial-mandates` */
export class MandateAsked {
  @ApiProperty({ format: 'uuid' })
  @Id()
  serialId!: string;

  @Whole(FIRST_YEAR, LAST_YEAR)
  year!: number;

  @Whole(1, 9_999, 'that each school takes')
  copies!: number;

  @Whole(0, LARGEST_WHOLE, 'fen, a copy a year')
  priceFen!: number;

  @Day('by which schools have it on an approved list')
  orderBy!: string;

  @Day('by which schools have paid')
  payBy!: string;
}

/** `GET /serial-mandates` */
export class MandatesAsked extends ListAsked {
  @YearAsked('of one year')
  year?: number;
}

/** `POST /serial-mandates/{id}/payments` */
export class PaymentAsked {
  @SchoolAsked()
  schoolId?: string;

  @Whole(1, 1_000_000_000_000, 'fen')
  fen!: number;

  @DayOrNone('today where left out')
  paidOn?: string;

  @TextOrNull(limits.documentNumber)
  documentNumber?: string | null;
}

/** `POST /mandate-payments/{id}/reversal` */
export class ReversalAsked {
  @Text(limits.remark, 'why')
  reason!: string;
}

/** `GET /mandate-payments` */
export class PaymentsAsked extends ListAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'left out by who sees the county: all schools' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @YearAsked('of one year')
  year?: number;
}

/** `GET /mandate-arrears` */
export class ArrearsAsked extends ListAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'left out by who sees the county: all schools' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @YearAsked('the year that runs where left out')
  year?: number;

  @DayOrNone('as it stood at the end of this day; today where left out')
  on?: string;

  @ApiPropertyOptional({ type: 'boolean', default: false, description: 'only schools that owe something' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  onlyArrears: boolean = false;
}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;
const fen = { type: 'integer', description: 'fen' } as const;

export class MandateView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) serialId!: string;
  @ApiProperty() title!: string;
  @ApiProperty(orNull) postalCode!: string | null;
  @ApiProperty(whole) year!: number;
  @ApiProperty(whole) copies!: number;
  @ApiProperty(fen) priceFen!: number;
  @ApiProperty({ format: 'date' }) orderBy!: string;
  @ApiProperty({ format: 'date' }) payBy!: string;
  @ApiProperty({ format: 'date' }) setOn!: string;
  @ApiProperty({ description: 'account or client' }) setBy!: string;
  @ApiProperty({ ...orNull, format: 'date' }) withdrawnOn!: string | null;
}
export class MandatesPage {
  @ApiProperty({ type: [MandateView] }) items!: MandateView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class PaymentView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) mandateId!: string;
  @ApiProperty() title!: string;
  @ApiProperty(whole) year!: number;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty(fen) fen!: number;
  @ApiProperty({ format: 'date' }) paidOn!: string;
  @ApiProperty(orNull) documentNumber!: string | null;
  @ApiProperty({ description: 'account or client' }) enteredBy!: string;
  @ApiProperty({ ...orNull, format: 'date' }) reversedOn!: string | null;
  @ApiProperty(orNull) reversalReason!: string | null;
}
export class PaymentsPage {
  @ApiProperty({ type: [PaymentView] }) items!: PaymentView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** How a school stands with what the county office has all schools take. */
export class ArrearsView {
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() schoolCode!: string;
  @ApiProperty() school!: string;
  @ApiProperty(whole) mandated!: number;
  @ApiProperty({ ...whole, description: 'titles on an approved list, in the copies that are wanted' })
  ordered!: number;
  @ApiProperty({ ...whole, description: 'of these, approved by the day' }) orderedOnTime!: number;
  @ApiProperty(fen) dueFen!: number;
  @ApiProperty(fen) paidFen!: number;
  @ApiProperty({ ...fen, description: 'fen, due and not paid, whether its day has passed or not' })
  owedFen!: number;
  @ApiProperty({ ...fen, description: 'fen, of it past its day' }) arrearsFen!: number;
  @ApiProperty({ ...whole, description: 'titles paid whole by their day' }) paidOnTime!: number;
  @ApiProperty({ description: 'all ordered and all paid on time: the county commends it' })
  commended!: boolean;
}
export class ArrearsPage {
  @ApiProperty({ type: [ArrearsView] }) items!: ArrearsView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
