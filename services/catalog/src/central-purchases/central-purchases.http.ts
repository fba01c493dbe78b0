import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { COPY_KINDS, type CopyKind } from '@shulian/contracts/words';
import { Id, ListAsked } from '@shulian/service-kit';
import { Equals, IsIn, IsOptional } from 'class-validator';
import { LARGEST_WHOLE, Text, TextOrNull, Things, Whole, WholeOrNull } from '@shulian/service-kit/fields';
import { ReviewedWorkAsked } from '../selection/suitability-reviews.http.js';
import { CENTRAL_PURCHASE_STATUSES, type CentralPurchaseStatus } from './rules/central-purchase.js';
import { SPLIT_RULES, type SplitRule } from './rules/shares.js';

/** `POST /central-purchases` */
export class CentralPurchaseAsked {
  @Text(limits.orderName)
  name!: string;

  @Text(limits.vendorName, 'of whom the office buys')
  vendor!: string;

  @TextOrNull(limits.documentNumber, 'of the contract or tender')
  documentNumber?: string | null;
}

/** A work that the office found fit, and how many of it are bought. */
export class CentralLineAsked extends ReviewedWorkAsked {
  @ApiProperty({ enum: ['suitable'], description: 'nothing else is bought' })
  @Equals('suitable')
  declare verdict: 'suitable';

  @Whole(1, 100_000, 'volumes for all schools together')
  quantity!: number;

  @Whole(0, LARGEST_WHOLE, 'fen a volume')
  unitPriceFen!: number;

  @ApiPropertyOptional({ enum: COPY_KINDS, default: 'book' })
  @IsOptional()
  @IsIn(COPY_KINDS)
  kind?: CopyKind;
}

/** `POST /central-purchases/{id}/lines` */
export class CentralLinesAsked {
  @Text(limits.personName, 'who looked at the works, as it shall stand in the lists of the schools')
  reviewer!: string;

  @Things(CentralLineAsked, limits.linesAtOnce)
  items!: CentralLineAsked[];
}

export class SchoolOfSplit {
  @ApiProperty({ format: 'uuid' })
  @Id()
  schoolId!: string;

  @WholeOrNull(0, 1_000_000, 'volumes that it needs; with `by-need`')
  need?: number | null;
}

/** `POST /central-purchases/{id}/split` */
export class SplitAsked {
  @ApiProperty({
    enum: SPLIT_RULES,
    description: 'by the pupils whom the catalogue has heard of, or by what each needs',
  })
  @IsIn(SPLIT_RULES)
  rule!: SplitRule;

  @Things(SchoolOfSplit, limits.schoolsOfPurchase)
  schools!: SchoolOfSplit[];
}

export class ShareAsked {
  @ApiProperty({ format: 'uuid' })
  @Id()
  schoolId!: string;

  @Whole(1, 9_999)
  volumes!: number;
}

/** `PUT /central-purchases/{id}/lines/{number}/shares` */
export class SharesAsked {
  @Things(ShareAsked, limits.schoolsOfPurchase)
  items!: ShareAsked[];
}

/** `POST /central-purchases/{id}/recall` and `…/end` */
export class CentralReasonAsked {
  @Text(limits.remark)
  reason!: string;
}

/** `GET /central-purchases` */
export class CentralPurchasesAsked extends ListAsked {
  @ApiPropertyOptional({ enum: CENTRAL_PURCHASE_STATUSES })
  @IsOptional()
  @IsIn(CENTRAL_PURCHASE_STATUSES)
  status?: CentralPurchaseStatus;
}

/** `GET /central-purchases/{id}/lines`, `…/shares` and `…/schools` */
export class CentralListAsked extends ListAsked {}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;
const fen = { type: 'integer', description: 'fen' } as const;

export class CentralPurchaseView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty(whole) version!: number;
  @ApiProperty() name!: string;
  @ApiProperty() vendor!: string;
  @ApiProperty(orNull) documentNumber!: string | null;
  @ApiProperty({ enum: CENTRAL_PURCHASE_STATUSES }) status!: string;
  @ApiProperty({ format: 'date' }) createdOn!: string;
  @ApiProperty({ ...orNull, format: 'date' }) dispatchedOn!: string | null;
  @ApiProperty({ ...orNull, description: 'why it was taken back or ended' }) reason!: string | null;
  @ApiProperty(whole) titles!: number;
  @ApiProperty(whole) volumes!: number;
  @ApiProperty(fen) fen!: number;
  @ApiProperty({ ...whole, description: 'volumes that are some school’s' }) shared!: number;
  @ApiProperty(whole) schools!: number;
  @ApiProperty({ ...whole, description: 'volumes that schools look at now' }) arriving!: number;
  @ApiProperty({ ...whole, description: 'volumes that are in the registers of schools' }) accepted!: number;
  @ApiProperty(fen) acceptedFen!: number;
}
export class CentralPurchasesPage {
  @ApiProperty({ type: [CentralPurchaseView] }) items!: CentralPurchaseView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class CentralLineView {
  @ApiProperty(whole) number!: number;
  @ApiProperty({ ...orNull, format: 'uuid' }) titleId!: string | null;
  @ApiProperty() name!: string;
  @ApiProperty(orNull) isbn!: string | null;
  @ApiProperty(orNull) contributor!: string | null;
  @ApiProperty(orNull) publisher!: string | null;
  @ApiProperty(orNull) clc!: string | null;
  @ApiProperty() reviewer!: string;
  @ApiProperty({ enum: COPY_KINDS }) kind!: string;
  @ApiProperty(whole) quantity!: number;
  @ApiProperty(fen) unitPriceFen!: number;
  @ApiProperty(fen) fen!: number;
  @ApiProperty(whole) shared!: number;
  @ApiProperty(whole) accepted!: number;
}
export class CentralLinesPage {
  @ApiProperty({ type: [CentralLineView] }) items!: CentralLineView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class ShareView {
  @ApiProperty(whole) number!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() school!: string;
  @ApiProperty(whole) volumes!: number;
  @ApiProperty(fen) fen!: number;
}
export class SharesPage {
  @ApiProperty({ type: [ShareView] }) items!: ShareView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class SchoolProgressView {
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() school!: string;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'the order by which it accepts its share' })
  orderId!: string | null;
  @ApiProperty(whole) titles!: number;
  @ApiProperty(whole) volumes!: number;
  @ApiProperty(fen) fen!: number;
  @ApiProperty(whole) arriving!: number;
  @ApiProperty(whole) accepted!: number;
  @ApiProperty(fen) acceptedFen!: number;
  @ApiProperty({ ...whole, description: 'neither arriving nor accepted' }) outstanding!: number;
  @ApiProperty(whole) short!: number;
  @ApiProperty(whole) damaged!: number;
  @ApiProperty(whole) wrong!: number;
}
export class SchoolsOfPurchasePage {
  @ApiProperty({ type: [SchoolProgressView] }) items!: SchoolProgressView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
