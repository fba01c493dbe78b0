import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { COPY_KINDS, type CopyKind } from '@shulian/contracts/words';
import { Id, ListAsked } from '@shulian/service-kit';
import { IsIn, IsOptional } from 'class-validator';
import {
  DayOrNone,
  LARGEST_WHOLE,
  SchoolAsked,
  Text,
  TextOrNull,
  Things,
  Whole,
  WholeOrNull,
} from '@shulian/service-kit/fields';
import {
  DELIVERY_SOURCES,
  DELIVERY_STATUSES,
  SAID_SOURCES,
  type DeliverySource,
  type DeliveryStatus,
} from './rules/delivery.js';

const AT_ONCE = limits.volumesOfDelivery;

/** How volumes of a work came. */
export class DeliveryLineAsked {
  @WholeOrNull(1, 99_999_999, 'number of the line of the order; needed for what was ordered')
  orderLine?: number | null;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'the suitability review, which names the work; needed for what was not ordered',
  })
  @IsOptional()
  @Id()
  reviewId?: string;

  @WholeOrNull(
    0,
    LARGEST_WHOLE,
    'fen; left out: as ordered; for a gift 0, and its copies are worth what their title costs',
  )
  unitPriceFen?: number | null;

  @ApiPropertyOptional({ enum: COPY_KINDS, description: 'left out: as ordered, else book' })
  @IsOptional()
  @IsIn(COPY_KINDS)
  kind?: CopyKind;

  @Whole(0, AT_ONCE, 'volumes that are in order')
  received!: number;

  @WholeOrNull(0, 9_999, 'on the invoice and not in the box')
  short?: number | null;

  @WholeOrNull(0, 9_999, 'not fit to be accepted')
  damaged?: number | null;

  @WholeOrNull(0, 9_999, 'something else than was ordered')
  wrong?: number | null;

  @TextOrNull(limits.remark)
  remark?: string | null;
}

/** `POST /deliveries` */
export class DeliveryAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ enum: SAID_SOURCES, default: 'order' })
  @IsOptional()
  @IsIn(SAID_SOURCES)
  source?: (typeof SAID_SOURCES)[number];

  @ApiPropertyOptional({ format: 'uuid', description: 'needed for what was ordered' })
  @IsOptional()
  @Id()
  orderId?: string;

  @TextOrNull(limits.personName, 'who gave it, or went out and bought it; needed for what was not ordered')
  origin?: string | null;

  @TextOrNull(limits.orderName, 'the campaign of a gift, as 捐一本好书')
  campaign?: string | null;

  @TextOrNull(limits.documentNumber, 'of the invoice; needed for a field purchase')
  documentNumber?: string | null;

  @DayOrNone('on which it came or was given; today where left out')
  arrivedOn?: string;

  @TextOrNull(limits.remark)
  remark?: string | null;

  @Things(DeliveryLineAsked, limits.linesAtOnce)
  items!: DeliveryLineAsked[];
}

export const FIRST_STATES = ['processing', 'lendable', 'reading-room'] as const;

/** `POST /deliveries/{id}/acceptance` */
export class AcceptanceAsked {
  @TextOrNull(limits.location, 'where the copies stand')
  location?: string | null;

  @ApiPropertyOptional({ enum: FIRST_STATES, default: 'processing' })
  @IsOptional()
  @IsIn(FIRST_STATES)
  status?: (typeof FIRST_STATES)[number];
}

/** `POST /deliveries/{id}/return` */
export class SendBackAsked {
  @Text(limits.remark, 'why it goes back')
  reason!: string;
}

/** `GET /deliveries` */
export class DeliveriesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ enum: DELIVERY_SOURCES })
  @IsOptional()
  @IsIn(DELIVERY_SOURCES)
  source?: DeliverySource;

  @ApiPropertyOptional({ enum: DELIVERY_STATUSES })
  @IsOptional()
  @IsIn(DELIVERY_STATUSES)
  status?: DeliveryStatus;
}

/** `GET /deliveries/{id}/certificate` */
export class DonationCertificateAsked extends ListAsked {}

/** `GET /donation-campaigns` */
export class CampaignsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

/** `GET /deliveries/{id}/lines` */
export class DeliveryLinesListAsked extends ListAsked {}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;
const wholeOrNull = { type: 'integer', nullable: true } as const;

export class DeliveryView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty(whole) version!: number;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ enum: DELIVERY_SOURCES }) source!: string;
  @ApiProperty({ ...orNull, format: 'uuid' }) orderId!: string | null;
  @ApiProperty({ ...orNull, description: 'name of the order' }) order!: string | null;
  @ApiProperty(orNull) vendor!: string | null;
  @ApiProperty({ ...orNull, description: 'who gave it, or went out and bought it' }) origin!: string | null;
  @ApiProperty(orNull) campaign!: string | null;
  @ApiProperty(orNull) documentNumber!: string | null;
  @ApiProperty({ format: 'date' }) arrivedOn!: string;
  @ApiProperty(orNull) remark!: string | null;
  @ApiProperty({ enum: DELIVERY_STATUSES }) status!: string;
  @ApiProperty({ ...orNull, format: 'date', description: 'accepted or sent back' }) settledOn!: string | null;
  @ApiProperty({ ...orNull, description: 'why it was sent back' }) reason!: string | null;
  @ApiProperty(wholeOrNull) firstAccessionNumber!: number | null;
  @ApiProperty(wholeOrNull) lastAccessionNumber!: number | null;
  @ApiProperty(whole) titles!: number;
  @ApiProperty({ ...whole, description: 'volumes in order' }) received!: number;
  @ApiProperty({ ...whole, description: 'fen' }) fen!: number;
  @ApiProperty(whole) short!: number;
  @ApiProperty(whole) damaged!: number;
  @ApiProperty(whole) wrong!: number;
}
export class DeliveriesPage {
  @ApiProperty({ type: [DeliveryView] }) items!: DeliveryView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class DeliveryLineView {
  @ApiProperty(whole) number!: number;
  @ApiProperty(wholeOrNull) orderLine!: number | null;
  @ApiProperty({ format: 'uuid' }) reviewId!: string;
  @ApiProperty({ ...orNull, format: 'uuid' }) titleId!: string | null;
  @ApiProperty() name!: string;
  @ApiProperty(orNull) isbn!: string | null;
  @ApiProperty({ enum: COPY_KINDS }) kind!: string;
  @ApiProperty({ ...whole, description: 'fen' }) unitPriceFen!: number;
  @ApiProperty(whole) received!: number;
  @ApiProperty(whole) short!: number;
  @ApiProperty(whole) damaged!: number;
  @ApiProperty(whole) wrong!: number;
  @ApiProperty(orNull) remark!: string | null;
  @ApiProperty({ ...wholeOrNull, description: 'of its copies; they follow each other' })
  firstAccessionNumber!: number | null;
}
export class DeliveryLinesPage {
  @ApiProperty({ type: [DeliveryLineView] }) items!: DeliveryLineView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class CampaignView {
  @ApiProperty() campaign!: string;
  @ApiProperty({ format: 'date', description: 'first day on which something was given' }) firstOn!: string;
  @ApiProperty({ format: 'date' }) lastOn!: string;
  @ApiProperty({ ...whole, description: 'different donors' }) donors!: number;
  @ApiProperty(whole) gifts!: number;
  @ApiProperty(whole) volumes!: number;
  @ApiProperty({ ...whole, description: 'fen, as given' }) fen!: number;
}
export class CampaignsPage {
  @ApiProperty({ type: [CampaignView] }) items!: CampaignView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
