import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import { IsIn, IsOptional } from 'class-validator';
import { DayOrNone, SchoolAsked } from '@shulian/service-kit/fields';

/** `GET /purchase-register` */
export class PurchasesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('first day')
  from?: string;

  @DayOrNone('last day')
  to?: string;
}

export const STRETCHES = ['term', 'school-year', 'year'] as const;
export type Stretch = (typeof STRETCHES)[number];

/** `GET /purchase-statistics` */
export class PurchaseSumsAsked extends PurchasesAsked {
  @ApiPropertyOptional({ enum: STRETCHES, default: 'term' })
  @IsOptional()
  @IsIn(STRETCHES)
  by?: Stretch;
}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;
const wholeOrNull = { type: 'integer', nullable: true } as const;
const average = { ...wholeOrNull, description: 'fen a volume, rounded' } as const;

const PURCHASE_SOURCES = ['order', 'field-purchase', 'pupil-purchase', 'without-delivery'] as const;

export class PurchaseBatchView {
  @ApiProperty({ ...orNull, format: 'uuid', description: 'null: it came by none' }) deliveryId!:
    string | null;
  @ApiProperty({ format: 'date', description: 'or on which it was bought, where it came by no delivery' })
  acceptedOn!: string;
  @ApiProperty({ ...wholeOrNull, description: 'number of its line in the summary register' })
  batch!: number | null;
  @ApiProperty({ enum: PURCHASE_SOURCES }) source!: string;
  @ApiProperty({ ...orNull, description: 'name of the order' }) order!: string | null;
  @ApiProperty(orNull) vendor!: string | null;
  @ApiProperty({ ...orNull, description: 'who went out and bought it' }) origin!: string | null;
  @ApiProperty({ ...orNull, description: 'why it came by no delivery' }) reason!: string | null;
  @ApiProperty(orNull) documentNumber!: string | null;
  @ApiProperty(whole) titles!: number;
  @ApiProperty(whole) volumes!: number;
  @ApiProperty({ ...whole, description: 'fen' }) fen!: number;
  @ApiProperty(average) averageFen!: number | null;
  @ApiProperty(wholeOrNull) firstAccessionNumber!: number | null;
  @ApiProperty(wholeOrNull) lastAccessionNumber!: number | null;
}
export class PurchaseRegisterPage {
  @ApiProperty({ type: [PurchaseBatchView] }) items!: PurchaseBatchView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class PurchaseSumView {
  @ApiProperty({
    description: 'name of the term, 2026–2027 or 2026; `-` outside of terms, `total` for the last line',
  })
  period!: string;
  @ApiProperty(whole) batches!: number;
  @ApiProperty({ ...whole, description: 'different titles' }) titles!: number;
  @ApiProperty(whole) volumes!: number;
  @ApiProperty({ ...whole, description: 'fen' }) fen!: number;
  @ApiProperty(average) averageFen!: number | null;
}
export class PurchaseSumsPage {
  @ApiProperty({ type: [PurchaseSumView] }) items!: PurchaseSumView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
