import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { COPY_KINDS, type CopyKind } from '@shulian/contracts/words';
import { Id, ListAsked } from '@shulian/service-kit';
import { IsIn, IsOptional, ValidateIf } from 'class-validator';
import { LARGEST_WHOLE, SchoolAsked, Text, TextOrNull, Things, Whole } from '@shulian/service-kit/fields';
import { ORDER_STATUSES, type OrderStatus } from './rules/order.js';

/** `POST /orders` */
export class OrderAsked {
  @SchoolAsked()
  schoolId?: string;

  @Text(limits.orderName, 'what the round is called, as 2026年秋季图书采购')
  name!: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'needed before it is submitted' })
  @IsOptional()
  @Id()
  vendorId?: string;

  @TextOrNull(
    limits.survey,
    'what was found out about stock and readers before this round; needed before it is submitted',
  )
  survey?: string | null;
}

/** `PATCH /orders/{id}`: what is left out stays, null empties. */
export class OrderChangeAsked {
  @TextOrNull(limits.orderName, 'is never empty: null stays as it was')
  name?: string | null;

  @ApiPropertyOptional({ format: 'uuid', nullable: true })
  @ValidateIf((_: object, value: unknown) => value !== undefined && value !== null)
  @Id()
  vendorId?: string | null;

  @TextOrNull(limits.survey)
  survey?: string | null;
}

/** A line that shall be ordered: a reviewed work. */
export class OrderLineAsked {
  @ApiProperty({ format: 'uuid', description: 'the suitability review, which names the work' })
  @Id()
  reviewId!: string;

  @Whole(1, 9_999, 'volumes')
  quantity!: number;

  @Whole(0, LARGEST_WHOLE, 'fen')
  unitPriceFen!: number;

  @ApiPropertyOptional({ enum: COPY_KINDS, default: 'book' })
  @IsOptional()
  @IsIn(COPY_KINDS)
  kind?: CopyKind;

  @TextOrNull(limits.remark, 'why more copies are wanted of what the school has, or has on order')
  duplicateReason?: string | null;
}

/** `POST /orders/{id}/lines` */
export class OrderLinesAsked {
  @Things(OrderLineAsked, limits.linesAtOnce)
  items!: OrderLineAsked[];
}

export const DECISIONS = ['approve', 'refuse'] as const;

/** `POST /orders/{id}/decision` */
export class OrderDecisionAsked {
  @ApiProperty({ enum: DECISIONS })
  @IsIn(DECISIONS)
  decision!: (typeof DECISIONS)[number];

  @TextOrNull(
    limits.remark,
    'needed with a refusal: what has to be done otherwise; and with an approval beyond the budget: why',
  )
  remark?: string | null;
}

/** `POST /orders/{id}/submission`, `/revision`, `/cancellation` */
export class OrderReasonAsked {
  @Text(limits.remark, 'why')
  reason!: string;
}

/** `GET /orders` */
export class OrdersAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ enum: ORDER_STATUSES })
  @IsOptional()
  @IsIn(ORDER_STATUSES)
  status?: OrderStatus;
}

/** `GET /orders/{id}/lines` */
export class OrderLinesListAsked extends ListAsked {}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

export class OrderStepView {
  @ApiProperty({ enum: ['submit', 'approve', 'refuse', 'revise', 'cancel'] }) action!: string;
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ description: 'account or client' }) by!: string;
  @ApiProperty(orNull) remark!: string | null;
}

class ClassOfSurvey {
  @ApiProperty() mainClass!: string;
  @ApiProperty(whole) volumes!: number;
}
class GapOfSurvey {
  @ApiProperty() name!: string;
  @ApiProperty() audience!: string;
  @ApiProperty(whole) target!: number;
  @ApiProperty(whole) held!: number;
  @ApiProperty(whole) gap!: number;
}
class WishOfSurvey {
  @ApiProperty() name!: string;
  @ApiProperty(orNull) course!: string | null;
  @ApiProperty({ ...orNull, format: 'date' }) neededOn!: string | null;
  @ApiProperty(whole) votes!: number;
}
class SurveyFiguresView {
  @ApiProperty({ format: 'date' }) takenOn!: string;
  @ApiProperty(whole) pupils!: number;
  @ApiProperty(whole) volumes!: number;
  @ApiProperty({ ...whole, description: 'volumes that the standard wants' }) required!: number;
  @ApiProperty({ type: [ClassOfSurvey], description: 'volumes by main class' }) classes!: ClassOfSurvey[];
  @ApiProperty({ type: [GapOfSurvey], description: 'targets of the collection policy that are not met' })
  gaps!: GapOfSurvey[];
  @ApiProperty({ ...whole, description: '500 where there are more' }) openWishes!: number;
  @ApiProperty({ type: [WishOfSurvey], description: 'those with the most votes' }) wishes!: WishOfSurvey[];
}

export class OrderView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty(whole) version!: number;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ ...orNull, format: 'uuid' }) vendorId!: string | null;
  @ApiProperty({ ...orNull, description: 'name of the vendor' }) vendor!: string | null;
  @ApiProperty(orNull) survey!: string | null;
  @ApiProperty({
    type: SurveyFiguresView,
    nullable: true,
    description: 'stock, what it lacks and what is wished for, as they were when the round began',
  })
  surveyFigures!: SurveyFiguresView | null;
  @ApiProperty({ enum: ORDER_STATUSES }) status!: string;
  @ApiProperty({ format: 'date' }) createdOn!: string;
  @ApiProperty(whole) titles!: number;
  @ApiProperty(whole) volumes!: number;
  @ApiProperty({ ...whole, description: 'fen' }) fen!: number;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'it is a share of what the county office bought' })
  centralPurchaseId!: string | null;
  @ApiProperty({ ...whole, description: 'volumes in deliveries that are looked at now' }) arriving!: number;
  @ApiProperty({ ...whole, description: 'volumes that are in the registers' }) accepted!: number;
  @ApiProperty({ type: [OrderStepView], description: 'what was done with it, in order' })
  trail!: OrderStepView[];
}
export class OrdersPage {
  @ApiProperty({ type: [OrderView] }) items!: OrderView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class OrderLineView {
  @ApiProperty(whole) number!: number;
  @ApiProperty({ format: 'uuid' }) reviewId!: string;
  @ApiProperty({ ...orNull, format: 'uuid' }) titleId!: string | null;
  @ApiProperty() name!: string;
  @ApiProperty(orNull) contributor!: string | null;
  @ApiProperty(orNull) publisher!: string | null;
  @ApiProperty(orNull) isbn!: string | null;
  @ApiProperty({ enum: COPY_KINDS }) kind!: string;
  @ApiProperty(whole) quantity!: number;
  @ApiProperty({ ...whole, description: 'fen' }) unitPriceFen!: number;
  @ApiProperty({ ...whole, description: 'fen' }) fen!: number;
  @ApiProperty(orNull) duplicateReason!: string | null;
  @ApiProperty() reviewer!: string;
  @ApiProperty({ type: 'integer', nullable: true }) firstGrade!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) lastGrade!: number | null;
  @ApiProperty(whole) arriving!: number;
  @ApiProperty(whole) accepted!: number;
  @ApiProperty({ ...whole, description: 'settled with money by the vendor: they will not come' })
  settled!: number;
  @ApiProperty({ ...whole, description: 'ordered, and neither arriving, accepted nor settled' })
  outstanding!: number;
}
export class OrderLinesPage {
  @ApiProperty({ type: [OrderLineView] }) items!: OrderLineView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
