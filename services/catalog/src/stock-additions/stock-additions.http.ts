import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { IsDateString, IsIn, IsOptional, Matches } from 'class-validator';
import { DayOrNone, SchoolAsked, Text, TextOrNull, Whole } from '@shulian/service-kit/fields';
import { ADDITION_STATUSES, type AdditionStatus } from './rules/stock-addition.js';

/** `POST /stock-additions` */
export class StockAdditionAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({ format: 'uuid', description: 'the room, or any place' })
  @Id()
  locationId!: string;

  @Text(limits.orderName, 'as 十二月阅览室添置')
  name!: string;

  @DayOrNone('from which volumes count; today where left out')
  fromOn?: string;

  @ApiProperty({ type: 'string', format: 'date', description: 'by which they shall stand there' })
  @Matches(/^[1-9]\d{3}-\d\d-\d\d$/)
  @IsDateString({ strict: true })
  dueOn!: string;

  @Whole(1, 1_000_000)
  volumes!: number;

  @TextOrNull(limits.remark)
  note?: string | null;
}

const OUTCOMES = ['done', 'cancelled'] as const;

/** `POST /stock-additions/{id}/end` */
export class StockAdditionEndAsked {
  @ApiProperty({ enum: OUTCOMES })
  @IsIn(OUTCOMES)
  outcome!: (typeof OUTCOMES)[number];

  @TextOrNull(limits.remark, 'needed where it is called off')
  words?: string | null;
}

/** `GET /stock-additions` */
export class StockAdditionsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ enum: ADDITION_STATUSES })
  @IsOptional()
  @IsIn(ADDITION_STATUSES)
  status?: AdditionStatus;
}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

export class StockAdditionView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty(whole) version!: number;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ format: 'uuid' }) locationId!: string;
  @ApiProperty() place!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ format: 'date' }) fromOn!: string;
  @ApiProperty({ format: 'date' }) dueOn!: string;
  @ApiProperty({ ...whole, description: 'planned' }) volumes!: number;
  @ApiProperty({ ...whole, description: 'that came since its first day and stand there' }) added!: number;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty({ enum: [...ADDITION_STATUSES, 'overdue'] }) status!: string;
  @ApiProperty({ ...orNull, format: 'date' }) endedOn!: string | null;
  @ApiProperty(orNull) words!: string | null;
}
export class StockAdditionsPage {
  @ApiProperty({ type: [StockAdditionView] }) items!: StockAdditionView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
