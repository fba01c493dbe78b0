import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min, ValidateIf } from 'class-validator';
import {
  LARGEST_WHOLE,
  SchoolAsked,
  Text,
  TextOrNull,
  Things,
  Whole,
  WholeOrNull,
} from '@shulian/service-kit/fields';
import { SERIAL_KINDS, type SerialKind } from '../rules/serial.js';
import {
  REVIEW_VERDICTS,
  ROUND_STATUSES,
  SUBSCRIPTION_ROOMS,
  type ReviewVerdict,
  type RoundStatus,
  type SubscriptionRoom,
} from '../rules/subscription.js';

export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2999;
/** Copies of one serial for one room. */
const MOST_COPIES = 9_999;

/** A year in a query; may be left out. */
export const YearAsked = (description: string): PropertyDecorator => {
  const decorators = [
    ApiPropertyOptional({ type: 'integer', minimum: FIRST_YEAR, maximum: LAST_YEAR, description }),
    IsOptional(),
    Type(() => Number),
    IsInt(),
    Min(FIRST_YEAR),
    Max(LAST_YEAR),
  ];
  return (target, key) => {
    for (const decorator of decorators) decorator(target, key);
  };
};

/** `POST /subscription-rounds` */
export class RoundAsked {
  @SchoolAsked()
  schoolId?: string;

  @Whole(FIRST_YEAR, LAST_YEAR, 'the calendar year that is subscribed')
  year!: number;

  @WholeOrNull(0, 100_000, 'titles that the standard wants')
  requiredTitles?: number | null;

  @ApiPropertyOptional({ format: 'uuid', description: 'of whom they are ordered: the post office, an agent' })
  @IsOptional()
  @Id()
  vendorId?: string;
}

/** `PATCH /subscription-rounds/{id}`: what is left out stays, null empties. */
export class RoundChange {
  @WholeOrNull(0, 100_000)
  requiredTitles?: number | null;

  @ApiPropertyOptional({ format: 'uuid', nullable: true })
  @ValidateIf((_: object, value: unknown) => value !== undefined && value !== null)
  @Id()
  vendorId?: string | null;
}

class LineAsked {
  @ApiProperty({ format: 'uuid' })
  @Id()
  serialId!: string;

  @ApiProperty({ enum: SUBSCRIPTION_ROOMS })
  @IsIn(SUBSCRIPTION_ROOMS)
  room!: SubscriptionRoom;

  @Whole(1, MOST_COPIES)
  copies!: number;

  @WholeOrNull(0, LARGEST_WHOLE, 'fen, a copy a year; the price of the serial where left out')
  priceFen?: number | null;

  @TextOrNull(20, '排架号: its place on the rack')
  shelfOrder?: string | null;
}

/** `POST /subscription-rounds/{id}/lines`: a serial that is there for the room already gets these copies and this price. */
export class LinesAsked {
  @Things(LineAsked, limits.linesAtOnce)
  items!: LineAsked[];
}

class SubscriptionReviewAsked {
  @Whole(1, LARGEST_WHOLE)
  number!: number;

  @ApiProperty({ enum: REVIEW_VERDICTS })
  @IsIn(REVIEW_VERDICTS)
  verdict!: ReviewVerdict;

  @ApiProperty({ description: 'is of use: 实用性' })
  @IsBoolean()
  useful!: boolean;

  @ApiProperty({ description: 'is readable: 可读性' })
  @IsBoolean()
  readable!: boolean;

  @TextOrNull(limits.remark)
  remark?: string | null;
}

/** `POST /subscription-rounds/{id}/reviews` */
export class SubscriptionReviewsAsked {
  @Text(limits.personName, 'who reviewed, as it shall stand in the list')
  reviewer!: string;

  @Things(SubscriptionReviewAsked, limits.linesAtOnce)
  items!: SubscriptionReviewAsked[];
}

/** `POST /subscription-rounds/{id}/decision` */
export class RoundDecision {
  @ApiProperty({ enum: ['approve', 'refuse'] })
  @IsIn(['approve', 'refuse'])
  decision!: 'approve' | 'refuse';

  @TextOrNull(limits.remark, 'needed with a refusal: what has to be done otherwise')
  remark?: string | null;
}

/** `POST /subscription-rounds/{id}/revision` */
export class RoundRevision {
  @Text(limits.remark, 'why')
  reason!: string;
}

/** `GET /subscription-rounds` */
export class RoundsAsked extends ListAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'left out by who sees the county: all schools' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @YearAsked('of one year')
  year?: number;
}

/** `GET /subscription-rounds/{id}/lines` */
export class LinesListAsked extends ListAsked {
  @ApiPropertyOptional({ enum: SUBSCRIPTION_ROOMS })
  @IsOptional()
  @IsIn(SUBSCRIPTION_ROOMS)
  room?: SubscriptionRoom;

  @ApiPropertyOptional({ enum: REVIEW_VERDICTS })
  @IsOptional()
  @IsIn(REVIEW_VERDICTS)
  verdict?: ReviewVerdict;
}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

class RoundStepView {
  @ApiProperty({ enum: ['submit', 'approve', 'refuse', 'revise'] }) action!: string;
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ description: 'account or client' }) by!: string;
  @ApiProperty(orNull) remark!: string | null;
}
export class RoundView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty(whole) version!: number;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty(whole) year!: number;
  @ApiProperty({ ...whole, nullable: true }) requiredTitles!: number | null;
  @ApiProperty({ ...orNull, format: 'uuid' }) vendorId!: string | null;
  @ApiProperty(orNull) vendor!: string | null;
  @ApiProperty({ enum: ROUND_STATUSES }) status!: RoundStatus;
  @ApiProperty({ format: 'date' }) createdOn!: string;
  @ApiProperty({ ...orNull, format: 'date' }) approvedOn!: string | null;
  @ApiProperty({ ...whole, description: 'accepted, each counted once whatever its rooms' }) titles!: number;
  @ApiProperty(whole) pupilTitles!: number;
  @ApiProperty(whole) teacherTitles!: number;
  @ApiProperty(whole) staffTitles!: number;
  @ApiProperty({ ...whole, description: 'of the titles accepted' }) newspapers!: number;
  @ApiProperty({ ...whole, description: 'lines' }) declined!: number;
  @ApiProperty({ ...whole, description: 'lines' }) unreviewed!: number;
  @ApiProperty(whole) copies!: number;
  @ApiProperty({ ...whole, description: 'fen, a year' }) fen!: number;
  @ApiProperty({ ...whole, nullable: true, description: 'what is wanting to the requirement' })
  missingTitles!: number | null;
  @ApiProperty({ type: [RoundStepView] }) trail!: RoundStepView[];
}
export class RoundsPage {
  @ApiProperty({ type: [RoundView] }) items!: RoundView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class SubscriptionLineView {
  @ApiProperty(whole) number!: number;
  @ApiProperty({ format: 'uuid' }) serialId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: SERIAL_KINDS }) kind!: SerialKind;
  @ApiProperty(orNull) postalCode!: string | null;
  @ApiProperty(orNull) issn!: string | null;
  @ApiProperty({ enum: SUBSCRIPTION_ROOMS }) room!: SubscriptionRoom;
  @ApiProperty(whole) copies!: number;
  @ApiProperty({ ...whole, description: 'fen, a copy a year' }) priceFen!: number;
  @ApiProperty({ ...whole, description: 'fen, a year' }) fen!: number;
  @ApiProperty(orNull) shelfOrder!: string | null;
  @ApiProperty({ description: 'the county office has all schools take it' }) mandated!: boolean;
  @ApiProperty({ enum: REVIEW_VERDICTS, nullable: true }) verdict!: ReviewVerdict | null;
  @ApiProperty({ type: 'boolean', nullable: true }) useful!: boolean | null;
  @ApiProperty({ type: 'boolean', nullable: true }) readable!: boolean | null;
  @ApiProperty(orNull) reviewer!: string | null;
  @ApiProperty({ ...orNull, format: 'date' }) reviewedOn!: string | null;
  @ApiProperty(orNull) remark!: string | null;
}
export class SubscriptionLinesPage {
  @ApiProperty({ type: [SubscriptionLineView] }) items!: SubscriptionLineView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
